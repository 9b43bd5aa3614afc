import { Session, type Profiler } from 'node:inspector';

/**
 * Counts what the core does: how often each stretch of its code runs, as V8 counts it for test coverage. The same on
 * every machine, idle or busy. What the engine does natively (regular expressions, `indexOf`) is not in it.
 *
 * Only code that is loaded after the counter was made is counted in full.
 */
export class WorkCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many stretches of the core's code ran for something. */
  count(work: () => unknown): number {
    this.#take();
    work();
    return this.#take();
  }

  #take(): number {
    let count = 0;
    this.#session.post(
      'Profiler.takePreciseCoverage',
      (error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
        if (error !== null) {
          throw error;
        }
        for (const { url, functions } of result) {
          if (url.includes('/server/src/core/')) {
            for (const { ranges } of functions) {
              count += ranges.reduce((sum, range) => sum + range.count, 0);
            }
          }
        }
      },
    );
    return count;
  }
}
