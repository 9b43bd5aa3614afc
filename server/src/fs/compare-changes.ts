import { lstat, stat } from 'node:fs/promises';
import { byCodeUnits } from '../core/text/code-units.ts';
import { formatOf } from '../formats/format-of.ts';
import type { Changes, Sources } from './apply-changes.ts';
import { listArticles } from './list-files.ts';
import { absolutePath, isBelow, plainEntry, relativePath } from './paths.ts';
import { articleMatcher, entryMatcher, globBase, isGlob } from './patterns.ts';
import { isMissing, type Problem } from './problem.ts';
import { realPath } from './real-path.ts';

/** What a batch of changes comes to. */
export interface Comparison {
  /** Files to be read, again or for the first time. */
  readonly read: readonly string[];
  /** Articles, and files that could not be read, that are there no more. */
  readonly gone: readonly string[];
  /** Those that stay. */
  readonly problems: readonly Problem[];
  /** Places of which nobody knows what they hold. */
  readonly outOfReach: readonly string[];
}

/** Compares what changed with the disk: file by file, or by listing all where folders came or went. */
export async function compareChanges(sources: Sources, changes: Changes): Promise<Comparison> {
  const concerns = concernOf(sources);
  const touched = new Set([...changes.changed, ...changes.removed].filter(concerns));
  return (await compareFiles(sources, touched)) ?? (await compareListing(sources, touched));
}

/** Undefined where more than some plain files may have changed. */
async function compareFiles(sources: Sources, touched: ReadonlySet<string>): Promise<Comparison | undefined> {
  const { root, project, corpus } = sources;
  const { outOfReach } = corpus;
  const problems = sources.problems.filter(it => !touched.has(it.path));
  const unread = new Set(unreadPaths(sources.problems));
  const isKnown = (path: string): boolean => corpus.article(path) !== undefined || unread.has(path);
  const paths = [...touched].sort(byCodeUnits);
  if (paths.every(isKnown) && (await areFiles(root, paths))) {
    return { read: paths, gone: [], problems, outOfReach };
  }
  const isArticle = articleMatcher(root, project);
  const found = await Promise.all(paths.map(path => findFile(root, path)));
  const gone = paths.filter((path, index) => found[index] === 'nothing' && isKnown(path));
  const isPlain =
    !found.includes('something else') &&
    paths.every(path => formatOf(path).kind === 'read' && isArticle(path)) &&
    hasArticles(sources, new Set(gone));
  return isPlain
    ? { read: paths.filter((_, index) => found[index] === 'file'), gone, problems, outOfReach }
    : undefined;
}

/** Whether what is said to have changed is there: an editor cannot tell a save from a removal in time. */
async function areFiles(root: string, paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map(path => stat(absolutePath(root, path)).catch(() => undefined)));
  return found.every(it => it?.isFile());
}

/** What is there by just this path: behind a link, or in other letters of one that knows no case, it is something else. */
async function findFile(root: string, path: string): Promise<'file' | 'nothing' | 'something else'> {
  const file = absolutePath(root, path);
  try {
    const isFile = (await lstat(file)).isFile();
    const real = isFile && relativePath(await realPath(root), await realPath(file));
    return real === path ? 'file' : 'something else';
  } catch (error) {
    return isMissing(error) ? 'nothing' : 'something else';
  }
}

/** Whether all folders and globs of the project had an article, and still have one. */
function hasArticles({ root, project, corpus, problems }: Sources, gone: ReadonlySet<string>): boolean {
  const isLeftIn = (entry: string): boolean => {
    const matches = entryMatcher(root, entry);
    for (const { path } of corpus.articles()) {
      if (matches(path) && !gone.has(path)) {
        return true;
      }
    }
    return false;
  };
  return project.articles.every(
    entry => !problems.some(it => it.path === plainEntry(root, entry)) && isLeftIn(entry),
  );
}

async function compareListing(sources: Sources, touched: ReadonlySet<string>): Promise<Comparison> {
  const { root, project, corpus, problems } = sources;
  const unread = new Set(unreadPaths(problems));
  const listing = await listArticles(root, project);
  const present = new Set(listing.paths);
  const isKnown = (path: string): boolean => corpus.article(path) !== undefined || unread.has(path);
  // A file that was removed and is there was replaced, as many programs save.
  const read = listing.paths.filter(path => touched.has(path) || !isKnown(path));
  const again = new Set(read);
  const gone = [...[...corpus.articles()].map(it => it.path), ...unread].filter(path => !present.has(path));
  const stay = problems.filter(it => present.has(it.path) && !again.has(it.path));
  return { read, gone, problems: [...listing.problems, ...stay], outOfReach: listing.outOfReach };
}

/** The files that were found and could not be read. */
export function unreadPaths(problems: readonly Problem[]): readonly string[] {
  return problems.map(it => it.path).filter(path => formatOf(path).kind === 'read');
}

/** Whether a path may be an article, or a folder with articles in it. */
function concernOf({ root, project }: Sources): (path: string) => boolean {
  const isArticle = articleMatcher(root, project);
  const entries = project.articles
    .map(it => plainEntry(root, it))
    .map(it => (isGlob(it) ? globBase(it) : it));
  return path => isArticle(path) || entries.some(entry => isBelow(path, entry));
}
