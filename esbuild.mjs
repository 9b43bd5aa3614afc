import { cp, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles the three entry points; VS Code loads CommonJS, and only as `.cjs`. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
  minify: !process.argv.includes('--sourcemap'),
  keepNames: true,
  legalComments: 'external',
  // Only modules run from sources ask where they lie; a bundle has `__dirname`.
  define: { 'import.meta.url': '""' },
  logLevel: 'warning',
};

await mkdir('dist', { recursive: true });
await Promise.all([
  cp('server/names.bin', 'dist/names.bin'),
  build({ ...shared, entryPoints: { server: 'server/src/lsp/main.ts' } }),
  build({ ...shared, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({ ...shared, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] }),
]);
