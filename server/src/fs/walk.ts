import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { byCodeUnits } from '../core/text/code-units.ts';
import { absolutePath, composed } from './paths.ts';
import type { Problem } from './problem.ts';
import { reasonOf } from './problem.ts';
import { realPath } from './real-path.ts';

/** A file, or what a broken link would have been. */
export interface WalkedFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The nearest folder above that holds a `.git`, if one does within the walk; relative to the root. */
  readonly repository: string | undefined;
  /** Reached through a symbolic link to a folder: git knows nothing of it. */
  readonly linked: boolean;
}

/** All that lies below a folder. */
export interface Walk {
  readonly files: readonly WalkedFile[];
  readonly folders: readonly string[];
  /** Folders and links that could not be followed. */
  readonly problems: readonly Problem[];
}

/**
 * Every file below a folder, in the order of their paths. Follows links to folders, each folder once, but never to one
 * that the folder itself lies in; leaves out dot-folders, dot-files, `node_modules` and what `skip` names.
 */
export async function walk(root: string, folder: string, skip: (path: string) => boolean): Promise<Walk> {
  const files: WalkedFile[] = [];
  const folders: string[] = [];
  const problems: Problem[] = [];
  const visited = new Set<string>();
  let top: string | undefined;

  async function enter(path: string, repository: string | undefined, linked: boolean): Promise<void> {
    let entries: Dirent[];
    try {
      const real = await realPath(absolutePath(root, path));
      top ??= real;
      if (visited.has(real) || isAbove(real, top)) {
        return;
      }
      visited.add(real);
      folders.push(path);
      entries = await readdir(absolutePath(root, path), { withFileTypes: true });
      entries.sort(byPlace);
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) });
      return;
    }
    const nearest = entries.some(it => it.name === '.git') ? path : repository;
    for (const entry of entries) {
      const name = composed(entry.name);
      const below = path === '.' ? name : `${path}/${name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || skip(below)) {
        continue;
      }
      const kind = entry.isSymbolicLink() ? await target(below) : entry;
      if (kind?.isDirectory() === true) {
        await enter(below, nearest, linked || entry.isSymbolicLink());
      } else {
        files.push({ path: below, repository: nearest, linked });
      }
    }
  }

  /** Undefined for a link to nothing: reading it says what is wrong, if anybody wants to read it. */
  async function target(path: string): Promise<{ isDirectory(): boolean } | undefined> {
    try {
      return await stat(absolutePath(root, path));
    } catch {
      return undefined;
    }
  }

  await enter(folder, undefined, false);
  return { files: files.sort((one, other) => byCodeUnits(one.path, other.path)), folders, problems };
}

/** The order of what lies in and below: so all is nearly in order as it is found, however much there is. */
function byPlace(one: Dirent, other: Dirent): number {
  return byCodeUnits(
    one.isDirectory() ? `${one.name}/` : one.name,
    other.isDirectory() ? `${other.name}/` : other.name,
  );
}

/** Whether a folder lies, however deep, in another one. */
function isAbove(other: string, folder: string): boolean {
  return folder !== other && folder.startsWith(other.endsWith(sep) ? other : other + sep);
}
