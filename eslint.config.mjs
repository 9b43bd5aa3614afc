import tseslint from 'typescript-eslint';

/** What a folder may not import: the walls of docs/architecture.md. */
function wall(files, forbidden, message) {
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.vscode-test/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' } },
  { files: ['server/src/cli/**', 'scripts/**'], rules: { 'no-console': 'off' } },
  wall(
    'server/src/core/**',
    ['node:*', 'fs', 'path', 'vscode*', '**/fs/*', '**/formats/*', '**/lsp/*', '**/cli/*', '**/client/*'],
    'The core is pure: text in, values out.',
  ),
  wall(
    'server/src/formats/**',
    ['vscode*', '**/fs/*', '**/lsp/*', '**/cli/*'],
    'Formats turn bytes into text.',
  ),
  wall('server/src/fs/**', ['vscode*', '**/lsp/*', '**/cli/*'], 'The file layer knows no front end.'),
  wall(
    'server/src/lsp/**',
    ['vscode', 'node:fs*', '**/cli/*', '**/client/*'],
    'Front ends never import each other, and leave the disk to fs.',
  ),
  wall(
    'server/src/cli/**',
    ['vscode*', 'node:fs*', '**/lsp/*', '**/client/*'],
    'Front ends never import each other, and leave the disk to fs.',
  ),
  wall('client/src/**', ['**/server/*', 'minisearch'], 'The client knows no rule of quotations.'),
);
