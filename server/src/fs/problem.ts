import { lstatSync } from 'node:fs';
import { byCodeUnits } from '../core/text/code-units.ts';
import { say } from '../core/text/say.ts';
import { messageOf } from './thrown.ts';

/** Something that could not be read: a check that silently loses a source raises false alarms. */
export interface Problem {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** One sentence without its full stop. */
  readonly reason: string;
  /** The system refused to read it, and may do so a moment later though the file is as it was. */
  readonly mayPass?: boolean;
}

/** A problem as it is told. */
export function toldProblem({ path, reason }: Problem): Pick<Problem, 'path' | 'reason'> {
  return { path, reason };
}

/** What stands in the way of a file. */
export function problemOf(path: string, { reason, mayPass }: Omit<Problem, 'path'>): Problem {
  return mayPass === true ? { path, reason, mayPass } : { path, reason };
}

/** In the order of their paths, however they were found: a list that is looked through by name. */
export function problemsInOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((one, other) => byCodeUnits(one.path, other.path));
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const known = code === undefined ? undefined : reasons.get(code);
  return known?.() ?? say('it cannot be read ({0})', messageOf(error));
}

const reasons: ReadonlyMap<string, () => string> = new Map([
  ['ENOENT', () => say('there is no such file')],
  ['ENOTDIR', () => say('there is no such file: a part of its path is not a folder')],
  ['EACCES', () => say('permission to read it is denied')],
  ['EPERM', () => say('permission to read it is denied')],
  ['EISDIR', () => say('it is a folder, not a file')],
  ['ELOOP', () => say('its symbolic links lead in a circle')],
  ['EIO', () => say('the disk could not read it')],
  ['EMFILE', () => say('too many files are open')],
  ['ENFILE', () => say('too many files are open')],
  ['ENAMETOOLONG', () => say('its name is too long')],
  ['EBUSY', () => say('another program keeps it locked')],
  ['ETIMEDOUT', noAnswer],
  ['EHOSTDOWN', noAnswer],
  ['EHOSTUNREACH', noAnswer],
  ['ENOTCONN', noAnswer],
  ['ESTALE', noAnswer],
  // Windows and macOS say so of files that OneDrive or iCloud has and cannot fetch.
  ['UNKNOWN', notHere],
  ['EDEADLK', notHere],
]);

function noAnswer(): string {
  return say('its drive does not answer');
}

function notHere(): string {
  return say('the system cannot fetch it: what is kept in the cloud has to be downloaded first');
}

/** Whether what was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Why nothing is found at a path: its folder may list it all the same. */
export function noSuchFile(file: string): string {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    return say('it is a symbolic link to a file that is not there');
  }
  // As bytes are shown that are no UTF-8; by such a name nothing is found.
  return file.includes('\ufffd')
    ? say('there is no such file, or its name is not in UTF-8: rename it')
    : say('there is no such file');
}

/** What stands at a path is there, and no file. */
export function noFile(isFolder: boolean): string {
  return isFolder ? say('it is a folder, not a file') : say('it is not a plain file');
}
