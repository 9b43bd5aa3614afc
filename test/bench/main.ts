import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawProfiles } from './profile.ts';

/**
 * Bundles the product and the measuring code as the product is shipped, and runs the measuring code: run from sources,
 * the figures would be those of the loader.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'out', 'bench');
const args = process.argv.slice(2);
const profile = args.includes('--profile');
const profiles = join(out, 'profiles');

function node(nodeArguments: readonly string[]): number {
  return spawnSync(process.execPath, nodeArguments, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

rmSync(profiles, { recursive: true, force: true });
mkdirSync(profiles, { recursive: true });
// Names of functions are what a profile is read by.
let status = node(['esbuild.mjs', '--bench', ...(profile ? ['--sourcemap'] : [])]);
if (status === 0) {
  status = node(['--max-old-space-size=12000', join(out, 'run.cjs'), ...args]);
}
if (status === 0 && profile) {
  console.log(`\n${drawProfiles(profiles)}`);
}
process.exitCode = status;
