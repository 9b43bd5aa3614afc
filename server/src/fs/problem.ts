/** Something that could not be read: a check that silently loses a source raises false alarms. */
export interface Problem {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** One sentence without its full stop. */
  readonly reason: string;
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const known = code === undefined ? undefined : reasons.get(code);
  return known ?? `it cannot be read (${error instanceof Error ? error.message : String(error)})`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file: a part of its path is not a folder'],
  ['EACCES', 'permission to read it is denied'],
  ['EPERM', 'permission to read it is denied'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EIO', 'the disk could not read it'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'its name is too long'],
]);
