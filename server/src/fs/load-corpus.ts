import type { Article } from '../core/corpus/article.ts';
import { articleKeys } from '../core/corpus/keys.ts';
import { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Project } from '../core/project.ts';
import { listArticles } from './list-files.ts';
import type { Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { readArticles } from './read-articles.ts';

/** The sources of a root folder, whole. */
export interface LoadedCorpus {
  readonly corpus: MemoryCorpus;
  /** Articles and folders that could not be read. */
  readonly problems: readonly Problem[];
  /** In milliseconds: finding, reading and understanding the files; making the index. */
  readonly timings: { readonly readMs: number; readonly indexMs: number };
}

/** Articles put into the index at once: the event loop waits no longer than this takes. */
const indexedAtOnce = 32;

/** Reads every article of a project. What cannot be read is a problem; the rest works. */
export async function loadCorpus(
  root: string,
  project: Project,
  model: NamesModel,
  options: ReadOptions = {},
): Promise<LoadedCorpus> {
  const started = performance.now();
  const { paths, problems: listed } = await listArticles(root, project);
  const problems = [...listed];
  const corpus = new MemoryCorpus(project.people);
  let indexMs = 0;
  let waiting: Article[] = [];
  const index = (): void => {
    const before = performance.now();
    corpus.upsert(waiting);
    waiting = [];
    indexMs += performance.now() - before;
  };
  for await (const batch of readArticles(root, paths, articleKeys(paths), model, options)) {
    waiting.push(...batch.articles);
    problems.push(...batch.problems);
    if (waiting.length >= indexedAtOnce) {
      index();
    }
  }
  index();
  corpus.whole = true;
  return { corpus, problems, timings: { readMs: performance.now() - started - indexMs, indexMs } };
}
