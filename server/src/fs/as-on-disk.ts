import { readdir } from 'node:fs/promises';
import type { Project } from '../core/project.ts';
import { absolutePath, composed, plainEntry } from './paths.ts';
import { globBase, isGlob } from './patterns.ts';

/**
 * The project with its folders spelled as the disk spells them: `articles` stands for `Articles` where only that is
 * there, and `é` for the letter and the accent that some systems write one by one. Paths are compared letter by letter,
 * and a disk that takes either spelling lists but one: its articles would else count as drafts. The same object where
 * nothing is spelled otherwise.
 */
export async function asOnDisk(
  root: string,
  project: Project,
  list: (folder: string) => Promise<readonly string[]> = readdir,
): Promise<Project> {
  const listed = new Map<string, Promise<readonly string[]>>();
  /** Each folder once, however many entries lead through it: it may hold a hundred thousand files. */
  const namesIn: NamesIn = folder => {
    const names =
      listed.get(folder) ??
      list(folder).then(
        found => found.map(it => composed(it)),
        () => [],
      );
    listed.set(folder, names);
    return names;
  };
  const respell = (entries: readonly string[]): Promise<readonly string[]> =>
    Promise.all(entries.map(it => entryOnDisk(root, it, namesIn)));
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

/** What a folder lists; nothing where it cannot be read. */
type NamesIn = (folder: string) => Promise<readonly string[]>;

/** Of a glob, the folder that it starts from; the rest matches names as they are. */
async function entryOnDisk(root: string, entry: string, namesIn: NamesIn): Promise<string> {
  const given = plainEntry(root, entry);
  const plain = given.includes('\\') ? await withSlashes(root, given, namesIn) : given;
  const folder = baseOf(plain);
  const found = await pathOnDisk(root, folder, namesIn);
  const isSame = found === undefined || found === folder || !plain.startsWith(folder);
  return isSame ? (plain === given ? entry : plain) : found + plain.slice(folder.length);
}

/** Backslashes that stand for nothing here are those of Windows, where somebody has written the project file. */
async function withSlashes(root: string, plain: string, namesIn: NamesIn): Promise<string> {
  const slashed = plainEntry(root, plain.replaceAll('\\', '/'));
  const isThere = async (path: string): Promise<boolean> =>
    path !== '.' && (await pathOnDisk(root, path, namesIn)) !== undefined;
  const asGiven = (await isThere(plain)) || (await isThere(baseOf(plain)));
  return !asGiven && (await isThere(baseOf(slashed))) ? slashed : plain;
}

function baseOf(plain: string): string {
  return isGlob(plain) ? globBase(plain) : plain;
}

/** Undefined from where nothing like it is there. */
async function pathOnDisk(root: string, path: string, namesIn: NamesIn): Promise<string | undefined> {
  // On another drive, or the whole path of a disk's own root.
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return path;
  }
  let found = '';
  for (const segment of path.split('/')) {
    const name = /^\.\.?$/.test(segment)
      ? segment
      : nameAmong(await namesIn(absolutePath(root, found || '.')), segment);
    if (name === undefined) {
      return undefined;
    }
    found = found === '' ? name : `${found}/${name}`;
  }
  return found;
}

/** Undefined where nothing listed is like it, or more than one is. */
function nameAmong(names: readonly string[], name: string): string | undefined {
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
