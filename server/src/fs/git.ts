import { spawn } from 'node:child_process';
import { gitProgram } from './git-program.ts';

/**
 * What git prints to a question about a folder; undefined where there is no git, no repository, or no answer within
 * ten seconds. It fetches nothing, and watches by no program that the repository's settings name.
 */
export async function askGit(
  folder: string,
  question: readonly string[],
  input = '',
): Promise<{ readonly status: number; readonly output: string } | undefined> {
  const program = await gitProgram();
  if (program === undefined) {
    return undefined;
  }
  return new Promise(resolve => {
    const git = spawn(program, ['-c', 'core.fsmonitor=false', ...question], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 10_000,
      windowsHide: true,
      env: environment(),
    });
    const parts: Buffer[] = [];
    git.stdout.on('data', (part: Buffer) => parts.push(part));
    // Git may end before it has read the whole question.
    git.stdin.on('error', () => undefined);
    git.on('error', () => resolve(undefined));
    git.on('close', status =>
      resolve(status === null ? undefined : { status, output: Buffer.concat(parts).toString('utf8') }),
    );
    git.stdin.end(input);
  });
}

/** Without what a hook that runs Stet has set for its own repository. What a partial clone lacks is not fetched. */
function environment(): NodeJS.ProcessEnv {
  const own = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR)$/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}
