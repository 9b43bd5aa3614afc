import { stat } from 'node:fs/promises';
import type { Article } from '../core/corpus/article.ts';
import { articleKeys } from '../core/corpus/keys.ts';
import type { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import { StoredArticle } from '../core/corpus/stored-article.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Project } from '../core/project.ts';
import { formatOf } from '../formats/format-of.ts';
import { listArticles } from './list-files.ts';
import { absolutePath, isBelow, plainEntry } from './paths.ts';
import { articleMatcher, globBase, isGlob } from './patterns.ts';
import type { Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { readArticles } from './read-articles.ts';

/** What a batch of changes is applied to. */
export interface Sources {
  readonly root: string;
  readonly project: Project;
  readonly model: NamesModel;
  readonly corpus: MemoryCorpus;
  readonly problems: readonly Problem[];
}

/** Paths of files or folders, relative to the root, with `/`; those that are no sources may be among them. */
export interface Changes {
  /** Created or changed. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Reads again what changed and takes out what is gone; gives the problems that there are now, and which articles were
 * read from disk. Nothing is applied before all is read. Batches must not overlap: wait for one before the next.
 */
export async function applyChanges(
  sources: Sources,
  changes: Changes,
  options: ReadOptions = {},
): Promise<{ readonly problems: readonly Problem[]; readonly read: readonly string[] }> {
  const { root, model, corpus } = sources;
  const { listed, read, problems: kept } = await compare(sources, changes);
  const keys = listed ? articleKeys(listed) : keysOf(sources, read);

  const articles: Article[] = [];
  const problems: Problem[] = [];
  for await (const batch of readArticles(root, read, keys, model, options)) {
    articles.push(...batch.articles);
    problems.push(...batch.problems);
  }
  const fromDisk = articles.map(it => it.path).filter(path => options.readOverride?.(path) === undefined);
  const lost = problems.map(it => it.path).filter(path => corpus.article(path));
  if (listed) {
    const present = new Set(listed);
    const touched = new Set(read);
    for (const article of corpus.articles()) {
      const key = keys.get(article.path);
      if (!present.has(article.path)) {
        lost.push(article.path);
      } else if (key !== undefined && key !== article.key && !touched.has(article.path)) {
        // Another file of the same name has come or gone.
        articles.push(article instanceof StoredArticle ? article.withKey(key) : { ...article, key });
      }
    }
  }
  if (lost.length > 0) {
    corpus.remove(lost);
  }
  if (articles.length > 0) {
    corpus.upsert(articles);
  }
  return { problems: [...kept, ...problems], read: fromDisk };
}

interface Comparison {
  /** All that are there now, where something came or went. */
  readonly listed: readonly string[] | undefined;
  /** Those to be read again. */
  readonly read: readonly string[];
  /** Those that stay. */
  readonly problems: readonly Problem[];
}

/** The folders are listed again only where something came or went, not for each save. */
async function compare(sources: Sources, changes: Changes): Promise<Comparison> {
  const { root, project, problems, corpus } = sources;
  const concerns = concernOf(root, project);
  const touched = new Set([...changes.changed, ...changes.removed].filter(concerns));
  const unread = new Set(unreadPaths(sources));
  const isKnown = (path: string): boolean => corpus.article(path) !== undefined || unread.has(path);
  const gone = changes.removed.filter(concerns);
  const isSaved = gone.length === 0 || (await arePresent(root, gone));
  if (!isSaved || [...touched].some(path => !isKnown(path))) {
    const listing = await listArticles(root, project);
    const present = new Set(listing.paths);
    // A file that was removed and is there was replaced, as many programs save.
    const read = listing.paths.filter(path => touched.has(path) || !isKnown(path));
    const again = new Set(read);
    const stay = problems.filter(it => present.has(it.path) && !again.has(it.path));
    return { listed: listing.paths, read, problems: [...listing.problems, ...stay] };
  }
  return { listed: undefined, read: [...touched], problems: problems.filter(it => !touched.has(it.path)) };
}

/** Whether what is said to be removed is there all the same: an editor cannot tell a save from a removal in time. */
async function arePresent(root: string, paths: readonly string[]): Promise<boolean> {
  try {
    const found = await Promise.all(paths.map(path => stat(absolutePath(root, path))));
    return found.every(it => it.isFile());
  } catch {
    return false;
  }
}

/** What articles are called while none comes or goes. */
function keysOf(sources: Sources, paths: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const path of paths) {
    const key = sources.corpus.article(path)?.key;
    if (key === undefined) {
      // One that could not be read before.
      return articleKeys([...[...sources.corpus.articles()].map(it => it.path), ...unreadPaths(sources)]);
    }
    keys.set(path, key);
  }
  return keys;
}

/** The files that were found last time and could not be read. */
function unreadPaths({ problems }: Sources): readonly string[] {
  return problems.map(it => it.path).filter(path => formatOf(path).kind === 'read');
}

/** Whether a path may be an article, or a folder with articles in it. */
function concernOf(root: string, project: Project): (path: string) => boolean {
  const isArticle = articleMatcher(root, project);
  const entries = project.articles
    .map(it => plainEntry(root, it))
    .map(it => (isGlob(it) ? globBase(it) : it));
  return path => isArticle(path) || entries.some(entry => isBelow(path, entry));
}
