import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const INSTALL_MS = 10 * 60_000;
const BUILD_MS = 2 * 60_000;

/** Installs what the lockfile names, unless it is there already, and builds the bundles. Needs Node and npm alone. */
export function prepare() {
  if (!isInstalled()) {
    step('npm', ['ci', '--no-audit', '--no-fund'], INSTALL_MS);
  }
  step(process.execPath, ['esbuild.mjs'], BUILD_MS);
}

/** Whether node_modules holds the lockfile's packages in the lockfile's versions. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, wish]) => path === '' || wish.optional || present[path]?.version === wish.version,
  );
}

function step(command, args, timeout) {
  const windows = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    timeout,
  });
  if (status !== 0) {
    console.error(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}.`);
    process.exit(1);
  }
}
