import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../scripts/bundling.mjs';
import { root } from './host/package.ts';

/** The workspaces that the tests inside VS Code run in, each with a folder of tests of its own. */
const workspaces = ['newsroom', 'silent'] as const;

/** A workspace of the tests inside VS Code. */
export type Workspace = (typeof workspaces)[number];

/** Bundles the tests that run inside VS Code, and gives the file that VS Code is to start. */
export async function buildSuite(): Promise<string> {
  const suite = join(root, 'test', 'vscode', 'suite');
  const tests = workspaces.flatMap(folder =>
    readdirSync(join(suite, folder)).map(file => join(suite, folder, file)),
  );
  const outdir = join(root, 'out', 'vscode');
  // A test that is gone must not run on.
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...bundling,
    entryPoints: [join(suite, 'index.ts'), ...tests],
    outbase: suite,
    outdir,
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}
