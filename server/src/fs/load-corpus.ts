import type { Article } from '../core/corpus/article.ts';
import { articleKeys } from '../core/corpus/keys.ts';
import { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Project } from '../core/project.ts';
import { listArticles } from './list-files.ts';
import type { Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { readArticles } from './read-articles.ts';
import { readInWorkers, workerFile } from './reading-workers.ts';
import { openHeld, takeIn } from './take-in.ts';

/** The sources of a root folder, whole. */
export interface LoadedCorpus {
  readonly corpus: MemoryCorpus;
  /** Articles and folders that could not be read. */
  readonly problems: readonly Problem[];
  /** In milliseconds: finding, reading and understanding the files; making the index. */
  readonly timings: { readonly readMs: number; readonly indexMs: number };
}

/** How the sources are read. */
export interface LoadOptions extends ReadOptions {
  /** The bundle that workers run, in place of the one beside this bundle. */
  readonly workers?: string | undefined;
}

/** Articles put into the index at once: the event loop waits no longer than this takes. */
const indexedAtOnce = 32;
/** Fewer files are read sooner than workers have started. */
const worthWorkers = 64;

/** Reads every article of a project. What cannot be read is a problem; the rest works. */
export async function loadCorpus(
  root: string,
  project: Project,
  model: NamesModel,
  options: LoadOptions = {},
): Promise<LoadedCorpus> {
  const started = performance.now();
  const { paths, problems: listed } = await listArticles(root, project);
  const loading = new Loading(root, paths, model, new MemoryCorpus(project.people), options);
  const { corpus, problems } = await loading.run();
  corpus.whole = true;
  const { indexMs } = loading;
  return {
    corpus,
    problems: [...listed, ...problems],
    timings: { readMs: performance.now() - started - indexMs, indexMs },
  };
}

/** One reading of all sources. */
class Loading {
  indexMs = 0;
  readonly #root: string;
  readonly #paths: readonly string[];
  readonly #keys: ReadonlyMap<string, string>;
  readonly #model: NamesModel;
  readonly #corpus: MemoryCorpus;
  readonly #options: LoadOptions;
  readonly #problems: Problem[] = [];
  #done = 0;

  constructor(
    root: string,
    paths: readonly string[],
    model: NamesModel,
    corpus: MemoryCorpus,
    options: LoadOptions,
  ) {
    this.#root = root;
    this.#paths = paths;
    this.#keys = articleKeys(paths);
    this.#model = model;
    this.#corpus = corpus;
    this.#options = options;
  }

  async run(): Promise<{ readonly corpus: MemoryCorpus; readonly problems: readonly Problem[] }> {
    const workers = this.#options.workers ?? workerFile();
    // What is open in an editor is known here alone.
    const isOpen = (path: string): boolean => this.#options.readOverride?.(path) !== undefined;
    const open = this.#paths.filter(isOpen);
    const closed = open.length === 0 ? this.#paths : this.#paths.filter(path => !isOpen(path));
    if (workers !== undefined && closed.length >= worthWorkers) {
      const left = await this.#readElsewhere(workers, closed);
      await this.#readHere([...open, ...left]);
    } else {
      await this.#readHere(this.#paths);
    }
    // Those of files that were read by several come in no order.
    const problems = this.#problems.sort((one, other) => (one.path < other.path ? -1 : 1));
    return { corpus: this.#corpus, problems };
  }

  /** Reads in workers; gives what they did not read. */
  async #readElsewhere(workers: string, paths: readonly string[]): Promise<readonly string[]> {
    const reading = readInWorkers(workers, this.#root, paths, {
      signal: this.#options.signal,
      onRead: count => this.#report(count),
    });
    for (;;) {
      const next = await reading.next();
      if (next.done === true) {
        this.#done = paths.length - next.value.length;
        return next.value;
      }
      const { parcel, problems } = next.value;
      this.#problems.push(...problems);
      const started = performance.now();
      await takeIn(this.#corpus, openHeld(parcel, this.#keys));
      this.indexMs += performance.now() - started;
    }
  }

  async #readHere(paths: readonly string[]): Promise<void> {
    let waiting: Article[] = [];
    const index = (): void => {
      const before = performance.now();
      this.#corpus.upsert(waiting);
      waiting = [];
      this.indexMs += performance.now() - before;
    };
    let before = 0;
    const options = {
      ...this.#options,
      onProgress: (done: number) => {
        this.#report(done - before);
        before = done;
      },
    };
    for await (const batch of readArticles(this.#root, paths, this.#keys, this.#model, options)) {
      waiting.push(...batch.articles);
      this.#problems.push(...batch.problems);
      if (waiting.length >= indexedAtOnce) {
        index();
      }
    }
    index();
  }

  #report(count: number): void {
    this.#done += count;
    this.#options.onProgress?.(this.#done, this.#paths.length);
  }
}
