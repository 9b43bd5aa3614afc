import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { VscodeHost } from './install.ts';
import { run, startGroup } from './processes.ts';

/** How a VS Code server is to run. */
export interface ServerOptions {
  readonly host: VscodeHost;
  /** Where the server keeps everything of its own; settings and extensions too, unless told otherwise. */
  readonly home: string;
  readonly extensions?: string;
  readonly userData?: string;
  readonly env?: NodeJS.ProcessEnv;
  /**
   * Secret that every request must carry. Without one any process on this machine gets a shell from the server:
   * only a test, which is over in seconds and talks to nobody, goes without.
   */
  readonly token?: string;
  /** Whether folders must be trusted first, as in VS Code by default. */
  readonly trust: boolean;
}

/** A VS Code server that listens on this machine alone. */
export interface RunningServer {
  readonly port: number;
  /** Resolves when the server has ended, of itself or by `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 60_000;
const INSTALL_MS = 60_000;

/** Settings that keep a fresh workbench still: no welcome, no chat, nothing written unasked. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts the server and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, home } = options;
  let access = ['--without-connection-token'];
  if (options.token !== undefined) {
    const file = join(home, 'token');
    // In a file: other users of this machine can read a command line.
    writeFileSync(file, options.token, { mode: 0o600 });
    access = ['--connection-token-file', file];
  }
  const args = [
    '--import',
    new URL('replaced/leash.mjs', import.meta.url).href,
    join(host.root, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...['--server-data-dir', home, '--user-data-dir', options.userData ?? join(home, 'data')],
    ...['--extensions-dir', options.extensions ?? join(home, 'extensions')],
    ...['--telemetry-level', 'off', ...access],
    // Without this flag the workbench ignores the tests that its address names.
    ...(options.token === undefined ? ['--enable-smoke-test-driver'] : []),
    ...(options.trust ? [] : ['--disable-workspace-trust']),
  ];
  const group = startGroup(host.node, args, {
    env: serverEnvironment(options.env ?? process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const server = group.process;
  const ended = new Promise<void>(done => server.once('exit', () => done()));
  let output = '';
  const port = await new Promise<number>((found, fail) => {
    const limit = setTimeout(() => {
      fail(new Error(`VS Code’s server did not start in ${START_MS / 1000} s\n${output.slice(-4000)}`));
    }, START_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) {
        clearTimeout(limit);
        server.stdout?.off('data', read).resume();
        server.stderr?.off('data', read).resume();
        found(Number(listening[1]));
      }
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', fail);
    server.once('exit', status => {
      fail(new Error(`VS Code’s server ended with ${status}\n${output.slice(-4000)}`));
    });
  });
  return { port, ended, stop: () => group.stop() };
}

/** Writes the user's settings: quiet ones, and those given. An existing file is replaced. */
export function writeSettings(userData: string, settings: Readonly<Record<string, unknown>> = {}): void {
  const folder = join(userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
}

/** Installs a `.vsix` as a person would, into an extensions folder. */
export async function installExtension(host: VscodeHost, home: string, vsix: string): Promise<void> {
  const main = join(host.root, 'out', 'server-main.js');
  const places = ['--extensions-dir', join(home, 'extensions'), '--server-data-dir', home];
  const args = [main, '--install-extension', resolve(vsix), ...places, '--accept-server-license-terms'];
  const env = serverEnvironment(process.env);
  const ended = await run(host.node, args, { env, timeout: INSTALL_MS, output: 'keep' });
  if (ended.status !== 0 || !/successfully installed/i.test(ended.stdout)) {
    throw new Error(`${vsix} could not be installed\n${ended.stdout}${ended.stderr}`);
  }
}

/** What the workbench is to open, as its address says it. */
export interface Opened {
  /** A folder or a `.code-workspace` file; without one, an empty window. */
  readonly workspace?: string;
  readonly token?: string;
  /** Pairs for the workbench, such as `['openFile', uri]`. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address that opens the workbench. */
export function workbenchAddress(port: number, opened: Opened): string {
  const query = new URLSearchParams();
  if (opened.token !== undefined) {
    query.set('tkn', opened.token);
  }
  if (opened.workspace === undefined) {
    query.set('ew', 'true');
  } else {
    query.set(isWorkspaceFile(opened.workspace) ? 'workspace' : 'folder', remotePath(opened.workspace));
  }
  if (opened.payload !== undefined) {
    query.set('payload', JSON.stringify(opened.payload));
  }
  // A person reads it: these two need no escape in a query.
  return `http://127.0.0.1:${port}/?${String(query).replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}

/** A file of this machine as the workbench in the browser names it. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${encodeURI(remotePath(path))}`;
}

function remotePath(path: string): string {
  return decodeURIComponent(pathToFileURL(resolve(path)).pathname);
}

function isWorkspaceFile(path: string): boolean {
  return path.endsWith('.code-workspace');
}

/** No marketplace; and nothing of a VS Code around this process, or of its debugger, reaches the server. */
function serverEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = { ...env, EXTENSIONS_GALLERY: '{}' };
  delete own['VSCODE_IPC_HOOK_CLI'];
  delete own['NODE_OPTIONS'];
  return own;
}
