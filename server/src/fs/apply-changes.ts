import type { Article } from '../core/corpus/article.ts';
import { articleKeys, settledKeys } from '../core/corpus/keys.ts';
import type { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import { StoredArticle } from '../core/corpus/stored-article.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Project } from '../core/project.ts';
import { compareChanges, unreadPaths } from './compare-changes.ts';
import { problemsInOrder, type Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { readArticles } from './read-articles.ts';

/** Where more files than these share their names, all keys are worked out anew. */
const mostClashing = 1000;

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

/** What came of a batch of changes. */
export interface Applied {
  /** Those that there are now. */
  readonly problems: readonly Problem[];
  /** Articles that were read from disk and are other than before. */
  readonly read: readonly string[];
  /** Whether anything is other than before. */
  readonly isNew: boolean;
}

/**
 * Reads again what changed and takes out what is gone. Nothing is applied before all is read. Batches must not overlap:
 * wait for one before the next.
 */
export async function applyChanges(
  sources: Sources,
  changes: Changes,
  options: ReadOptions = {},
): Promise<Applied> {
  const { root, model, corpus } = sources;
  const { read, gone, problems: kept, outOfReach } = await compareChanges(sources, changes);
  const settled = keysOf(sources, read, gone);
  const keys = settled ?? allKeys(sources, read, gone);

  const articles: Article[] = [];
  const problems: Problem[] = [];
  for await (const batch of readArticles(root, read, keys, model, options)) {
    articles.push(...batch.articles.filter(it => !isKnown(corpus, it)));
    problems.push(...batch.problems);
  }
  const fromDisk = articles.map(it => it.path).filter(path => options.readOverride?.(path) === undefined);
  const lost = [...gone, ...problems.map(it => it.path).filter(path => corpus.article(path))];
  if (!settled) {
    // Another file of the same name has come or gone.
    const touched = new Set([...read, ...gone]);
    for (const article of corpus.articles()) {
      const key = keys.get(article.path);
      if (key !== undefined && key !== article.key && !touched.has(article.path)) {
        articles.push(article instanceof StoredArticle ? article.withKey(key) : { ...article, key });
      }
    }
  }
  corpus.outOfReach = outOfReach;
  if (lost.length > 0) {
    corpus.remove(lost);
  }
  if (articles.length > 0) {
    corpus.upsert(articles);
  }
  const now = problemsInOrder([...kept, ...problems]);
  const isNew = articles.length > 0 || lost.length > 0 || !areSame(now, sources.problems);
  return { problems: now, read: fromDisk, isNew };
}

/** Saved as it was, or told of twice. */
function isKnown(corpus: MemoryCorpus, { path, key, text }: Article): boolean {
  const known = corpus.article(path);
  return known?.key === key && known.text === text;
}

function areSame(some: readonly Problem[], others: readonly Problem[]): boolean {
  const written = (problems: readonly Problem[]): string =>
    problems
      .map(it => JSON.stringify(it))
      .sort()
      .join();
  return written(some) === written(others);
}

/** What the files to be read are called, where by what comes and goes no other is called otherwise. */
function keysOf(
  { corpus, problems }: Sources,
  read: readonly string[],
  gone: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const touched = new Set([...read, ...gone]);
  const clashing = [...corpus.clashing, ...unreadPaths(problems).filter(path => !touched.has(path))];
  if (clashing.length > mostClashing) {
    return undefined;
  }
  const coming = read.filter(path => !corpus.article(path));
  const settled = settledKeys(coming, gone, { clashing, pathOf: key => corpus.articleByKey(key)?.path });
  return settled && new Map(read.map(path => [path, corpus.article(path)?.key ?? settled.get(path) ?? path]));
}

/** What all files are called. */
function allKeys(
  { corpus, problems }: Sources,
  read: readonly string[],
  gone: readonly string[],
): ReadonlyMap<string, string> {
  const paths = new Set([...corpus.articles()].map(it => it.path));
  [...read, ...unreadPaths(problems)].forEach(path => paths.add(path));
  gone.forEach(path => paths.delete(path));
  return articleKeys([...paths]);
}
