import { posix, relative, resolve, sep } from 'node:path';

/** A file as reports name it: relative to the root, with `/`. */
export function relativePath(root: string, file: string): string {
  return slashed(relative(root, file));
}

/** Where a path of a report lies on disk. */
export function absolutePath(root: string, path: string): string {
  return resolve(root, path);
}

/** A folder or glob of the project file in its plainest form: `./articles/` is `articles`, the root itself `.`. */
export function plainEntry(root: string, entry: string): string {
  const path = slashed(entry);
  const inside = posix.isAbsolute(path) || /^[A-Za-z]:\//.test(path) ? relativePath(root, path) : path;
  const plain = posix.normalize(inside === '' ? '.' : inside);
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** Whether a path is the folder or lies below it. */
export function isBelow(folder: string, path: string): boolean {
  if (folder === '.') {
    return path !== '..' && !path.startsWith('../');
  }
  return path === folder || path.startsWith(`${folder}/`);
}

/** Only where the system separates by backslashes: elsewhere one may be part of a name, or escape in a glob. */
function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
