/** Milliseconds between the first looks: an editor says that it watches before its watchers see anything. */
const early: readonly number[] = [0, 3000, 10_000];
/** Milliseconds between later ones, and how many times the duration of a look lies between two. */
const pause = 30_000;
const share = 50;

/** When something is looked at again: a few times by itself, and then when somebody asks, now and then. */
export class Rounds {
  readonly #look: () => Promise<void>;
  #made = 0;
  #begun = 0;
  #due = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** `look` must not fail. */
  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Starts from the beginning. */
  begin(): void {
    this.#made = 0;
    this.#begun += 1;
    this.#wait(0);
  }

  /** Somebody is at work. */
  asked(): void {
    if (performance.now() >= this.#due) {
      void this.#go();
    }
  }

  end(): void {
    this.#begun += 1;
    this.#rest();
  }

  async #go(): Promise<void> {
    this.#rest();
    this.#made += 1;
    const begun = this.#begun;
    const started = performance.now();
    await this.#look();
    // Begun anew meanwhile: that goes on.
    if (begun === this.#begun) {
      this.#wait((performance.now() - started) * share);
    }
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
  }

  #wait(least: number): void {
    this.#rest();
    const milliseconds = Math.max(early[this.#made] ?? pause, least);
    if (this.#made < early.length) {
      this.#timer = setTimeout(() => void this.#go(), milliseconds).unref();
    } else {
      this.#due = performance.now() + milliseconds;
    }
  }
}
