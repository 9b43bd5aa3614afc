import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundling } from './scripts/bundling.mjs';
import { writeNotices } from './scripts/notices.mjs';

/** With `--bench` the benchmarks are bundled beside them, elsewhere: what is measured is built as what is shipped. */
const bench = process.argv.includes('--bench');
const outdir = bench ? 'out/bench' : 'dist';

/** Of all that takes part in reading, the code and the weights: what another build has read and remembered is read again. */
async function readingHash() {
  const hash = createHash('sha1').update(await readFile('server/names.bin'));
  for (const folder of ['server/src/core', 'server/src/formats', 'server/src/fs']) {
    for (const path of (await readdir(folder, { recursive: true })).filter(it => it.endsWith('.ts')).sort()) {
      hash.update(path).update(await readFile(`${folder}/${path}`));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

const shared = {
  ...bundling,
  outdir,
  sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
  // Identifiers stay as they are: names in a stack trace, and no call a function that gives it its name back.
  minifyWhitespace: !process.argv.includes('--sourcemap'),
  minifySyntax: !process.argv.includes('--sourcemap'),
  legalComments: 'none',
  metafile: true,
  // Only modules run from sources ask where they lie; a bundle has `__dirname`.
  define: { 'import.meta.url': '""', STET_READING: JSON.stringify(await readingHash()) },
  logLevel: 'warning',
};

/** A module that is a bundle of its own: the large one behind it is not even parsed before it is wanted. */
function apart(module, bundle) {
  const filter = new RegExp(`^${module.replaceAll('.', String.raw`\.`)}$`);
  return {
    name: 'apart',
    setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: bundle, external: true })),
  };
}

/** Workers that read as those of the product do, but for names: what they take is measured by itself. */
const withoutNames = {
  name: 'without-names',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/names\/find\.ts$/ }, () => ({ path: resolve('test/bench/no-names.ts') })),
};

await mkdir(outdir, { recursive: true });
const [, ...built] = await Promise.all([
  cp('server/names.bin', `${outdir}/names.bin`),
  build({ ...shared, entryPoints: { server: 'server/src/lsp/main.ts' } }),
  build({ ...shared, entryPoints: { worker: 'server/src/fs/reading-worker.ts' } }),
  build({
    ...shared,
    entryPoints: { cli: 'server/src/cli/entry.ts' },
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({ ...shared, entryPoints: { command: 'server/src/cli/main.ts' } }),
  build({
    ...shared,
    entryPoints: { client: 'client/src/extension.ts' },
    external: ['vscode'],
    plugins: [apart('./client.ts', './language-client.cjs')],
    supported: { ...bundling.supported, 'dynamic-import': false },
  }),
  build({ ...shared, entryPoints: { 'language-client': 'client/src/client.ts' }, external: ['vscode'] }),
  ...(bench
    ? [
        build({
          ...shared,
          entryPoints: { run: 'test/bench/run.ts', 'profiled-server': 'test/bench/profiled-server.ts' },
          external: ['approx-string-match', 'node-sqlite3-wasm'],
        }),
        build({
          ...shared,
          entryPoints: { 'nameless-worker': 'server/src/fs/reading-worker.ts' },
          plugins: [withoutNames],
        }),
      ]
    : []),
]);
writeNotices(
  built.map(it => it.metafile),
  outdir,
);
