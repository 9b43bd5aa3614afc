import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ANSWER_MS = 20_000;
const WANTED = [1, 100];

/**
 * Opens the desktop VS Code with the extension in it, and says whether that worked. Nothing is installed in it. Root,
 * a machine without a display and a `code` that stands for a remote window are no desktop.
 */
export function openDesktop(extension, paths, env = process.env) {
  const code = findCode(env);
  if (code === undefined || !isRecent(code, env)) {
    return false;
  }
  const { status } = start(code, ['--new-window', `--extensionDevelopmentPath=${extension}`, ...paths], env);
  return status === 0;
}

function findCode(env) {
  const linux = process.platform === 'linux';
  if (process.getuid?.() === 0 || env.VSCODE_IPC_HOOK_CLI || env.CI || (linux && env.WSL_DISTRO_NAME)) {
    return undefined;
  }
  if (linux && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return undefined;
  }
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const path = folders.map(folder => join(folder, name)).find(path => existsSync(path));
  return path === undefined || /[\\/](?:remote-cli|code-server)[\\/]/.test(realpathSync(path))
    ? undefined
    : path;
}

function isRecent(code, env) {
  const { status, stdout } = start(code, ['--version'], env);
  const version = /^(\d+)\.(\d+)\./.exec(stdout ?? '');
  if (status !== 0 || version === null) {
    return false;
  }
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
}

/** A batch file on Windows, which only a shell starts: then the arguments are quoted here. */
function start(code, args, env) {
  const shell = process.platform === 'win32';
  const quoted = shell ? args.map(arg => `"${arg}"`) : args;
  return spawnSync(shell ? `"${code}"` : code, quoted, { env, shell, encoding: 'utf8', timeout: ANSWER_MS });
}
