import picomatch from 'picomatch';
import type { Project } from '../core/project.ts';
import { isBelow, plainEntry } from './paths.ts';

/** Tells the articles of a project by their paths alone, whether they exist or not. */
export function articleMatcher(root: string, project: Project): (path: string) => boolean {
  const entries = project.articles.map(it => entryMatcher(root, it));
  return path => entries.some(matches => matches(path));
}

/**
 * Tells the drafts of a project by their paths alone. The articles are none, nor is what stands in dot-folders or
 * `node_modules`; which files git ignores, only `listDrafts` knows.
 */
export function draftMatcher(root: string, project: Project): (path: string) => boolean {
  const wanted = project.drafts.map(it => entryMatcher(root, it));
  const unwanted = project.exclude.map(it => entryMatcher(root, it));
  const isArticle = articleMatcher(root, project);
  return path =>
    wanted.some(matches => matches(path)) &&
    !unwanted.some(matches => matches(path)) &&
    !isHidden(path) &&
    !isArticle(path);
}

/**
 * One folder, file or glob of the project file: a folder stands for all below it, without its dot-folders and
 * `node_modules`.
 */
export function entryMatcher(root: string, entry: string): (path: string) => boolean {
  const plain = plainEntry(root, entry);
  // A folder may well be called “articles [old]”.
  const isInside = (path: string): boolean => isBelow(plain, path) && !isHidden(below(plain, path));
  if (!isGlob(plain)) {
    return isInside;
  }
  const base = globBase(plain);
  // A file called `BRIEF.TXT` is one, and on most disks the same as `brief.txt`.
  const matches = picomatch(plain, { dot: true, nocase: true });
  return path => (matches(path) && !isHidden(below(base, path))) || isInside(path);
}

/** Whether an entry needs matching, rather than naming a folder or file. */
export function isGlob(plain: string): boolean {
  return picomatch.scan(plain).isGlob;
}

/** The folder that a glob is looked for in. */
export function globBase(plain: string): string {
  const { base } = picomatch.scan(plain);
  return base === '' ? '.' : base;
}

function below(folder: string, path: string): string {
  return folder === '.' ? path : path.slice(folder.length + 1);
}

/** In a dot-folder or `node_modules`, or a dot-file. */
function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.[^./]|\.\.[^/]|node_modules(?:\/|$))/.test(path);
}
