import { readFileSync } from 'node:fs';

/** One figure that a run gives, or the reason why it could not. */
export interface Measure {
  /** The operation's name: what `--only` takes. */
  readonly operation: string;
  /** What is measured, in words; the same at every size. */
  readonly what: string;
  readonly unit: Unit;
  /** Undefined where it was not measured. */
  readonly value: number | undefined;
  /** Articles it was measured among; undefined where that makes no difference. */
  readonly articles: number | undefined;
  /** Why it was not measured, or what must be known to read it. */
  readonly note: string | undefined;
}

/** `MB` are of memory (2^20), those of `MB/s` of text (10^6 bytes). */
export type Unit = 'ms' | 's' | 'MB' | 'MB/s' | '%';

/** What an operation is given to write down its figures. */
export class Log {
  readonly #operation: string;
  readonly #articles: number | undefined;
  readonly #measures: Measure[];

  constructor(operation: string, articles: number | undefined, measures: Measure[]) {
    this.#operation = operation;
    this.#articles = articles;
    this.#measures = measures;
  }

  add(what: string, value: number, unit: Unit, note?: string): void {
    this.#measures.push({
      operation: this.#operation,
      what,
      unit,
      value,
      articles: this.#articles,
      note,
    });
  }

  skip(what: string, unit: Unit, reason: string): void {
    this.#measures.push({
      operation: this.#operation,
      what,
      unit,
      value: undefined,
      articles: this.#articles,
      note: reason,
    });
  }
}

/** The value that the given share of all lies at or below (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds, from some moment on. */
export type Clock = () => number;

let byProcessor = false;

/** From now on, time is what the processor gives to the work: what others do on the machine counts little. */
export function countProcessorTime(): void {
  byProcessor = true;
}

export function countsProcessorTime(): boolean {
  return byProcessor;
}

/** The time of this process. */
export const ownClock: Clock = () => {
  if (!byProcessor) {
    return performance.now();
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The time of another process: that of its main thread, where processor time counts. */
export function clockOf(pid: number | undefined): Clock {
  return () =>
    byProcessor
      ? Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6
      : performance.now();
}

/** The time of another process with all of its threads; to 10 ms where processor time counts. */
export function wholeClockOf(pid: number | undefined): Clock {
  return () => (byProcessor ? ticks(`/proc/${String(pid)}/stat`, 11) : performance.now());
}

/** The time of this process and of those that it ran and waited for; theirs to 10 ms where processor time counts. */
export const familyClock: Clock = () =>
  byProcessor ? ownClock() + ticks('/proc/self/stat', 13) : performance.now();

/** Milliseconds of two neighbouring counters of a process, in user and in system mode; counted from behind its name. */
function ticks(file: string, first: number): number {
  const counters = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(counters[first]) + Number(counters[first + 1])) * 10;
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown, clock: Clock = ownClock): Promise<number> {
  const started = clock();
  await work();
  return clock() - started;
}

/** Milliseconds of the quickest of several runs: what the work costs where nobody else is at work. */
export function quickest(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = ownClock();
    work();
    best = Math.min(best, ownClock() - started);
  }
  return best;
}
