import { posix } from 'node:path';
import { askGit } from './git.ts';
import { absolutePath } from './paths.ts';

/** Who last changed a line of a file, from 1, as git has it; undefined where it has nobody. */
export async function lineAuthor(root: string, path: string, line: number): Promise<string | undefined> {
  const folder = absolutePath(root, posix.dirname(path));
  const filters = await withoutFilters(folder);
  if (filters === undefined) {
    return undefined;
  }
  const question = ['--no-textconv', '--porcelain', '-L', `${line},${line}`, '--', posix.basename(path)];
  const answer = await askGit(folder, [...filters, 'blame', ...question]);
  const author = answer?.status === 0 ? /^author (.+)$/m.exec(answer.output)?.[1] : undefined;
  return author === 'Not Committed Yet' || author === 'External file (--contents)' ? undefined : author;
}

/**
 * Settings with which git runs none of the programs that the repository has files cleaned by: each is named there, and git
 * runs it for a file that has changed. Undefined where one cannot be passed over.
 */
async function withoutFilters(folder: string): Promise<readonly string[] | undefined> {
  const question = [
    'config',
    '-z',
    '--name-only',
    '--get-regexp',
    String.raw`^filter\..*\.(clean|process|required)$`,
  ];
  const answer = await askGit(folder, question);
  const named = answer?.output.split('\0').filter(it => it !== '');
  // On the command line the name of a setting ends at the first “=”.
  return named?.some(it => it.includes('='))
    ? undefined
    : named?.flatMap(it => ['-c', it.endsWith('.required') ? `${it}=false` : `${it}=`]);
}
