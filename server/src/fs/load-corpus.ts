import { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Project } from '../core/project.ts';
import { Cache, type CacheSettings } from './cache/cache.ts';
import { listArticles } from './list-files.ts';
import { Loading } from './loading.ts';
import { globBase, isGlob } from './patterns.ts';
import { problemsInOrder, type Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { workerFile } from './reading-workers.ts';

/** The sources of a root folder, whole. */
export interface LoadedCorpus {
  readonly corpus: MemoryCorpus;
  /** Articles and folders that could not be read. */
  readonly problems: readonly Problem[];
  /** In milliseconds: finding, reading and understanding the files; making the index. */
  readonly timings: { readonly readMs: number; readonly indexMs: number };
  /** Where changes are kept for the next time; undefined where nothing is. */
  readonly cache: Cache | undefined;
  /** Settles when all that was read is kept. */
  readonly kept: Promise<void>;
}

/** How the sources are read. */
export interface LoadOptions extends ReadOptions {
  /** The bundle that workers run, in place of the one beside this bundle. */
  readonly workers?: string | undefined;
  /** How many workers, in place of what is worth it on this machine. */
  readonly threads?: number | undefined;
  /** Where what is read is kept for the next time. */
  readonly cache?: CacheSettings | undefined;
}

/** Fewer articles are read sooner than they are looked up in a cache. */
const worthCache = 4;

/** Reads every article of a project. What cannot be read is a problem; the rest works. */
export async function loadCorpus(
  root: string,
  project: Project,
  model: NamesModel,
  options: LoadOptions = {},
): Promise<LoadedCorpus> {
  const started = performance.now();
  const { paths, problems: listed, outOfReach } = await listArticles(root, project);
  const settings = options.cache;
  const cache =
    settings && paths.length >= (settings.fewest ?? worthCache)
      ? await Cache.open(settings, root, project.articles)
      : undefined;
  const corpus = new MemoryCorpus(project.people);
  corpus.outOfReach = outOfReach;
  const workers = options.workers ?? workerFile();
  const { threads } = options;
  const log = settings?.log;
  // An entry that gives no article may be the empty place of a drive.
  const lost = new Set(listed.map(it => (isGlob(it.path) ? globBase(it.path) : it.path)));
  const loading = new Loading(paths, { root, model, corpus, workers, threads, cache, log, lost, options });
  const { problems, kept } = await loading.run();
  corpus.isRead = true;
  const { indexMs } = loading;
  return {
    corpus,
    problems: problemsInOrder([...listed, ...problems]),
    timings: { readMs: performance.now() - started - indexMs, indexMs },
    cache,
    kept,
  };
}
