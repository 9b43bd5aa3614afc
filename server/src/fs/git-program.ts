import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

/** What of the system decides which program git is. */
export interface GitSystem {
  readonly platform: NodeJS.Platform;
  /** The folders where programs lie. */
  readonly path: string;
  isProgram(file: string): Promise<boolean>;
  /** Whether a program ends and says that all is well. */
  succeeds(program: string, words: readonly string[]): Promise<boolean>;
}

/**
 * The program that is git, by its whole path; undefined where there is none. Never one of the folder that is asked about:
 * Windows looks there first for a program without a path. On a Mac without Apple's tools, what lies in place of git asks the
 * user to install them, whenever it is run; so it is not.
 */
export async function findGit({
  platform,
  path: folders,
  isProgram,
  succeeds,
}: GitSystem): Promise<string | undefined> {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? path.win32 : path.posix;
  for (const folder of folders.split(delimiter).map(it => it.replace(/^"(.*)"$/, '$1'))) {
    const file = join(folder, platform === 'win32' ? 'git.exe' : 'git');
    if (isAbsolute(folder) && (await isProgram(file))) {
      const isThere =
        platform !== 'darwin' || file !== '/usr/bin/git' || (await succeeds('/usr/bin/xcode-select', ['-p']));
      return isThere ? file : undefined;
    }
  }
  return undefined;
}

let known: { readonly path: string; readonly git: Promise<string | undefined> } | undefined;

/** The same for this system; looked for once. */
export function gitProgram(): Promise<string | undefined> {
  const folders = process.env['PATH'] ?? '';
  if (known?.path !== folders) {
    known = {
      path: folders,
      git: findGit({ platform: process.platform, path: folders, isProgram, succeeds }),
    };
  }
  return known.git;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function succeeds(program: string, words: readonly string[]): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, words, { stdio: 'ignore', timeout: 10_000 });
    child.on('error', () => resolve(false));
    child.on('close', status => resolve(status === 0));
  });
}
