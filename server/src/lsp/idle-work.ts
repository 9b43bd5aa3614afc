/** Milliseconds of work between pauses, of a pause, and without a question: only then is it idle. */
const turn = 5;
const pause = 10;
const quiet = 100;

/** Work that is done step by step while nobody asks anything. */
export class IdleWork {
  #timer: NodeJS.Timeout | undefined;
  /** When a question was last asked. */
  #asked = 0;

  asked(): void {
    this.#asked = performance.now();
  }

  /** Begins some work, in place of what was going on. A step says whether there are more. */
  begin(step: () => boolean): void {
    const work = (): void => {
      const now = performance.now();
      const isIdle = now - this.#asked >= quiet;
      let isMore = true;
      while (isIdle && isMore && performance.now() < now + turn) {
        isMore = step();
      }
      if (isMore) {
        this.#later(work, isIdle ? pause : quiet);
      }
    };
    this.#later(work, pause);
  }

  #later(work: () => void, milliseconds: number): void {
    clearTimeout(this.#timer);
    // A server that only prepares may end at any time.
    this.#timer = setTimeout(work, milliseconds).unref();
  }
}
