import { readdir } from 'node:fs/promises';
import type { Project } from '../core/project.ts';
import { absolutePath, plainEntry } from './paths.ts';
import { globBase, isGlob } from './patterns.ts';

/**
 * The project with its folders spelled as the disk spells them: `articles` stands for `Articles` where only that is
 * there, and `é` for the letter and the accent that some systems write one by one. Paths are compared letter by letter,
 * and a disk that takes either spelling lists but one: its articles would else count as drafts. The same object where
 * nothing is spelled otherwise.
 */
export async function asOnDisk(root: string, project: Project): Promise<Project> {
  const respell = (entries: readonly string[]): Promise<readonly string[]> =>
    Promise.all(entries.map(it => entryOnDisk(root, it)));
  const [articles, drafts, exclude] = await Promise.all([
    respell(project.articles),
    respell(project.drafts),
    respell(project.exclude),
  ]);
  const isSame =
    areSame(articles, project.articles) &&
    areSame(drafts, project.drafts) &&
    areSame(exclude, project.exclude);
  return isSame ? project : { ...project, articles, drafts, exclude };
}

/** Of a glob, the folder that it starts from; the rest matches names as they are. */
async function entryOnDisk(root: string, entry: string): Promise<string> {
  const plain = plainEntry(root, entry);
  const folder = isGlob(plain) ? globBase(plain) : plain;
  if (!plain.startsWith(folder)) {
    return entry;
  }
  const found = await pathOnDisk(root, folder);
  return found === folder ? entry : found + plain.slice(folder.length);
}

/** As it is given from where nothing like it is there. */
async function pathOnDisk(root: string, path: string): Promise<string> {
  // On another drive, or the whole path of a disk's own root.
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return path;
  }
  let found = '';
  for (const segment of path.split('/')) {
    const name = /^\.\.?$/.test(segment)
      ? segment
      : await nameOnDisk(absolutePath(root, found || '.'), segment);
    if (name === undefined) {
      return path;
    }
    found = found === '' ? name : `${found}/${name}`;
  }
  return found;
}

/** Undefined where a folder lists nothing like it, or more than one. */
async function nameOnDisk(folder: string, name: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.includes(name)) {
    return name;
  }
  const alike = names.filter(it => plainName(it) === plainName(name));
  return alike.length === 1 ? alike[0] : undefined;
}

function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((it, index) => it === others[index]);
}
