/** How everything is bundled that Node or VS Code runs, as esbuild has it; VS Code loads CommonJS, and only as `.cjs`. */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Every Node that runs Stet knows `\p{…}`: a literal is compiled once, `new RegExp` in its place each time it is reached.
  supported: { 'regexp-unicode-property-escapes': true },
};
