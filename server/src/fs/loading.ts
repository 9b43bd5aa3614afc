import type { Article } from '../core/corpus/article.ts';
import { keysInSteps } from '../core/corpus/keys.ts';
import type { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { Cache } from './cache/cache.ts';
import { openWritten, type CachedParcel } from './cache/parcel-file.ts';
import { recall, type Recalled } from './cache/recall.ts';
import type { ReadParcel } from './parcel-reader.ts';
import { readParcels } from './parcel-reader.ts';
import { isWithin } from './paths.ts';
import type { Problem } from './problem.ts';
import type { ReadOptions } from './read-articles.ts';
import { readArticles } from './read-articles.ts';
import type { HandedParcel } from './reading-worker.ts';
import { readInWorkers } from './reading-workers.ts';
import { Records } from './records.ts';
import { openRecords, takeIn } from './take-in.ts';
import { inTurns, Turn } from './turns.ts';

/** What one reading of all sources works with. */
export interface LoadingTools {
  readonly root: string;
  readonly model: NamesModel;
  readonly corpus: MemoryCorpus;
  /** The bundle that workers run, where there is one. */
  readonly workers: string | undefined;
  /** How many of them, in place of what is worth it on this machine. */
  readonly threads: number | undefined;
  readonly cache: Cache | undefined;
  readonly log: ((line: string) => void) | undefined;
  /** What could not be listed: what is kept of files there stays kept. */
  readonly lost: ReadonlySet<string>;
  readonly options: ReadOptions;
}

/** Articles put into the index at once: the event loop waits no longer than this takes. */
const indexedAtOnce = 32;
/** Fewer files are read sooner than workers have started. */
const worthWorkers = 64;
/** Characters of a parcel that is packed between two turns of others. */
const smallParcel = 300_000;

/** One reading of all sources: from the cache, in workers, or here. */
export class Loading {
  /** Milliseconds that the indexes took on this thread. */
  indexMs = 0;
  readonly #tools: LoadingTools;
  readonly #paths: readonly string[];
  #keys: ReadonlyMap<string, string> = new Map();
  readonly #problems: Problem[] = [];
  readonly #keeping: Promise<void>[] = [];
  #done = 0;

  constructor(paths: readonly string[], tools: LoadingTools) {
    this.#tools = tools;
    this.#paths = paths;
  }

  /** Reads all; gives what could not be read, and when all is kept for the next time. */
  async run(): Promise<{ readonly problems: readonly Problem[]; readonly kept: Promise<void> }> {
    const { options, cache, workers } = this.#tools;
    this.#keys = await inTurns(keysInSteps(this.#paths), options.signal);
    // What is open in an editor is known here alone.
    const isOpen = (path: string): boolean => options.readOverride?.(path) !== undefined;
    const open = this.#paths.filter(isOpen);
    const closed = open.length === 0 ? this.#paths : this.#paths.filter(path => !isOpen(path));
    const recalled = cache && (await this.#recall(cache, closed));
    let left = recalled?.unknown ?? closed;
    options.onReading?.(left.length);
    if (workers !== undefined && left.length >= worthWorkers) {
      left = await this.#readElsewhere(workers, left);
    }
    if (cache) {
      await this.#readToKeep(left);
      left = [];
    }
    await this.#readHere([...open, ...left]);
    return { problems: this.#problems, kept: this.#settle(recalled) };
  }

  async #recall(cache: Cache, paths: readonly string[]): Promise<Recalled> {
    const { root, corpus, lost, options } = this.#tools;
    const isLost = (path: string): boolean => isWithin(lost, path);
    const recalled = await inTurns(recall(root, paths, cache, isLost), options.signal);
    for (const [parcel, places] of recalled.parcels) {
      options.signal?.throwIfAborted();
      const records = new Records(this.#tools, parcel);
      await this.#index(() => {
        const keyOf = (path: string, place: number): string | undefined =>
          places.has(place) ? this.#keys.get(path) : undefined;
        return takeIn(corpus, openRecords(corpus, parcel.index, records, keyOf));
      });
      this.#report(places.size);
    }
    return recalled;
  }

  /** Reads in workers; gives what they did not read. */
  async #readElsewhere(workers: string, paths: readonly string[]): Promise<readonly string[]> {
    const before = this.#done;
    const lost: string[] = [];
    const reading = readInWorkers(workers, this.#tools.root, paths, {
      keeping: this.#tools.cache?.keeping,
      signal: this.#tools.options.signal,
      inBackground: this.#tools.options.inBackground,
      count: this.#tools.threads,
      onRead: count => this.#report(count),
    });
    for (;;) {
      const next = await reading.next();
      if (next.done === true) {
        const left = [...next.value, ...lost];
        this.#done = before + paths.length - left.length;
        return left;
      }
      lost.push(...(await this.#takeHanded(next.value)));
    }
  }

  /** Takes in what a worker hands over; gives files whose articles are gone from disk before they were taken in. */
  async #takeHanded({ index, articles, files, problems }: HandedParcel): Promise<readonly string[]> {
    if (articles.kind === 'bytes') {
      await this.#take({ parcel: { index, records: articles.records }, files, problems });
      return [];
    }
    this.#problems.push(...problems);
    let cached: CachedParcel;
    try {
      cached = openWritten(articles.written, files, index);
    } catch {
      return files.map(it => it.path);
    }
    await this.#adopt(index, new Records(this.#tools, cached));
    return [];
  }

  /** Reads on this thread what is to be kept. */
  async #readToKeep(paths: readonly string[]): Promise<void> {
    const { root, model, options } = this.#tools;
    const turn = new Turn();
    for (const read of readParcels(root, paths, model, { characters: smallParcel })) {
      if (read) {
        await this.#take(read);
      } else {
        this.#report(1);
      }
      if (turn.isOver) {
        await turn.pass(options.signal);
      }
    }
  }

  async #readHere(paths: readonly string[]): Promise<void> {
    const { root, model, corpus, options } = this.#tools;
    let waiting: Article[] = [];
    let before = 0;
    const onProgress = (done: number): void => {
      this.#report(done - before);
      before = done;
    };
    for await (const batch of readArticles(root, paths, this.#keys, model, { ...options, onProgress })) {
      waiting.push(...batch.articles);
      this.#problems.push(...batch.problems);
      if (waiting.length >= indexedAtOnce) {
        await this.#index(() => corpus.upsert(waiting));
        waiting = [];
      }
    }
    await this.#index(() => corpus.upsert(waiting));
  }

  /** Takes in what was read, and keeps it for the next time. */
  async #take(read: ReadParcel): Promise<void> {
    const { cache } = this.#tools;
    const records = new Records(this.#tools, read);
    this.#problems.push(...read.problems);
    await this.#adopt(read.parcel.index, records);
    if (cache) {
      this.#keeping.push(
        cache.keep(read).then(cached => {
          if (cached) {
            records.moveTo(cached);
          }
        }),
      );
    }
  }

  async #adopt(index: Uint8Array, records: Records): Promise<void> {
    const keyOf = (path: string): string | undefined => this.#keys.get(path);
    const { corpus } = this.#tools;
    await this.#index(() => takeIn(corpus, openRecords(corpus, index, records, keyOf)));
  }

  async #settle(recalled: Recalled | undefined): Promise<void> {
    await Promise.all(this.#keeping);
    if (recalled) {
      // A drive may go while it is read.
      const unread = new Set(this.#problems.map(it => it.path));
      await this.#tools.cache?.drop(
        recalled.useless.filter(parcel => !parcel.files.some(it => unread.has(it.path))),
      );
      await this.#tools.cache?.settle(recalled.touched);
    }
  }

  async #index(work: () => void | Promise<void>): Promise<void> {
    const started = performance.now();
    await work();
    this.indexMs += performance.now() - started;
  }

  #report(count: number): void {
    this.#done += count;
    this.#tools.options.onProgress?.(this.#done, this.#paths.length);
  }
}
