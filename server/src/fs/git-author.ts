import { posix } from 'node:path';
import { askGit } from './git.ts';
import { absolutePath } from './paths.ts';

/** Who last changed a line of a file, from 1, as git has it; undefined where it has nobody. */
export async function lineAuthor(root: string, path: string, line: number): Promise<string | undefined> {
  const question = ['blame', '--porcelain', '-L', `${line},${line}`, '--', posix.basename(path)];
  const answer = await askGit(absolutePath(root, posix.dirname(path)), question);
  const author = answer?.status === 0 ? /^author (.+)$/m.exec(answer.output)?.[1] : undefined;
  return author === 'Not Committed Yet' || author === 'External file (--contents)' ? undefined : author;
}
