import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { spokenHere } from '../core/text/say.ts';
import { folder, weightsPath } from './names-model.ts';
import type { Keeping } from './cache/cache.ts';
import type { HandedParcel, WorkerMessage, WorkerStart } from './reading-worker.ts';

/** So many workers at most: beyond, the one thread that takes in what they read is what is waited for. */
const mostWorkers = 4;
/** Files for which one more worker is worth it where a core is idle: each compiles the same code again. */
const worthAnother = 400;
/** And where none is: what it takes to compile it is then the time in which others read so many. */
const worthCrowding = 1500;
/**
 * Files of a parcel; of few files, each worker makes a few parcels, so that taking them in goes on while others are read. Of
 * many, few and large ones: a quotation is looked for in each, and waits each time for memory.
 */
const fewestFiles = 32;
const mostFiles = 5000;
const turns = 4;
/** Files a worker is given at once: few enough that all end at about the same time. */
const handedAtOnce = 64;

/** The bundle that workers run; undefined where Stet runs from its sources, which has none. */
export function workerFile(): string | undefined {
  const file = join(folder(), 'worker.cjs');
  return existsSync(file) ? file : undefined;
}

/** How many workers read so many files soonest. Each keeps two cores busy at first: one reads, the other compiles. */
export function workersFor(files: number, cores: number): number {
  const roomy = Math.min(Math.ceil(files / worthAnother), Math.floor(cores / 2));
  const wanted = Math.max(roomy, Math.ceil(files / worthCrowding));
  return Math.max(1, Math.min(mostWorkers, cores, wanted));
}

/** How the reading goes. */
export interface WorkersOptions {
  /** Where the workers keep what they read. */
  readonly keeping: Keeping | undefined;
  readonly signal: AbortSignal | undefined;
  readonly inBackground: boolean | undefined;
  /** How many workers there are to be, in place of what is worth it on this machine. */
  readonly count: number | undefined;
  /** Told how many more files have been dealt with. */
  readonly onRead: (count: number) => void;
}

/**
 * Reads files in several threads; parcels come as they are done, in no order. Gives back the files that no worker
 * could read, because the workers failed.
 */
export async function* readInWorkers(
  file: string,
  root: string,
  paths: readonly string[],
  options: WorkersOptions,
): AsyncGenerator<HandedParcel, readonly string[]> {
  const { keeping, signal, inBackground = false, onRead } = options;
  const count = options.count ?? workersFor(paths.length, availableParallelism());
  const files = Math.max(fewestFiles, Math.min(mostFiles, Math.ceil(paths.length / (count * turns))));
  const size = Math.min(files, handedAtOnce);
  const jobs: (readonly string[])[] = [];
  for (let from = 0; from < paths.length; from += size) {
    jobs.push(paths.slice(from, from + size));
  }
  const done: HandedParcel[] = [];
  const unread = new Set(paths);
  let busy = Math.min(count, jobs.length);
  let wake: () => void = () => undefined;
  const workers = Array.from({ length: busy }, () => {
    const workerData: WorkerStart = {
      root,
      weights: weightsPath(),
      files,
      keeping,
      translation: spokenHere(),
      inBackground,
    };
    const worker = new Worker(file, { workerData });
    let isOver = false;
    const over = (): void => {
      busy -= isOver ? 0 : 1;
      isOver = true;
      wake();
    };
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'read':
          onRead(message.count);
          return;
        case 'parcel': {
          for (const { path } of [...message.parcel.files, ...message.parcel.problems]) {
            unread.delete(path);
          }
          done.push(message.parcel);
          wake();
          return;
        }
        case 'idle':
          // No files: there are no more.
          worker.postMessage(jobs.shift() ?? []);
          return;
        case 'over':
          over();
      }
    });
    // What a worker that failed has not given is read by the caller.
    worker.on('error', over);
    worker.on('exit', over);
    return worker;
  });
  const stop = (): void => wake();
  signal?.addEventListener('abort', stop);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = done.shift();
      if (next) {
        yield next;
      } else if (busy === 0) {
        return [...unread];
      } else {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}
