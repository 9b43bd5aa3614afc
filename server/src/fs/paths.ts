import path, { posix, type PlatformPath } from 'node:path';

/** A file as reports name it: relative to the root, with `/`; whole where it lies on another drive or share. */
export function relativePath(root: string, file: string, system: PlatformPath = path): string {
  const whole = system.resolve(root, file);
  const driveOf = (it: string): string => system.parse(it).root.toLowerCase();
  // From one share of a server to another `relative` knows a way that leads nowhere.
  const way = driveOf(system.resolve(root)) === driveOf(whole) ? system.relative(root, whole) : whole;
  return plainPath(way, system);
}

/** Where a path of a report lies on disk. */
export function absolutePath(root: string, relative: string): string {
  return path.resolve(root, relative);
}

/** A folder or glob of the project file in its plainest form: `./articles/` is `articles`, the root itself `.`. */
export function plainEntry(root: string, entry: string, system: PlatformPath = path): string {
  const given = plainPath(entry, system);
  const inside = posix.isAbsolute(given) || isOnDrive(given) ? relativePath(root, given, system) : given;
  const plain = posix.normalize(inside === '' ? '.' : inside);
  const bare = plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
  // Of two slashes, which name a server, one is left.
  return system.sep === '\\' && isOnServer(inside) ? `/${bare}` : bare;
}

/** Whether a path is the folder or lies below it. */
export function isBelow(folder: string, below: string, system: PlatformPath = path): boolean {
  if (folder === '.') {
    // From one drive to another there is no way by `..`.
    return below !== '..' && !below.startsWith('../') && !system.isAbsolute(below);
  }
  return below === folder || below.startsWith(`${folder}/`);
}

/** Whether a path is one of some files and folders, however many, or lies below one. */
export function isWithin(places: ReadonlySet<string>, path: string): boolean {
  if (places.has(path) || (places.has('.') && isBelow('.', path))) {
    return true;
  }
  for (let at = path.indexOf('/', 1); at !== -1; at = path.indexOf('/', at + 1)) {
    if (places.has(path.slice(0, at))) {
      return true;
    }
  }
  return false;
}

/**
 * A name as paths have it here: on a Mac, where the disk takes an accent with its letter for the letter with the accent and
 * lists what it was given, with its letter. VS Code names files so, whatever the disk lists.
 */
export function composed(name: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'darwin' ? name.normalize('NFC') : name;
}

/**
 * Only where the system separates by backslashes: elsewhere one may be part of a name, or escape in a glob. There drives
 * and servers are small, too, as editors have them.
 */
function plainPath(given: string, system: PlatformPath): string {
  if (system.sep !== '\\') {
    return composed(given);
  }
  return given.replaceAll('\\', '/').replace(/^(?:[A-Z]:\/|\/\/[^/]+)/, place => place.toLowerCase());
}

function isOnDrive(given: string): boolean {
  return /^[A-Za-z]:\//.test(given);
}

function isOnServer(given: string): boolean {
  return given.startsWith('//');
}
