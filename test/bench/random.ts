/** A small seeded generator: the same text on every machine. Mulberry32, by Tommy Ettinger (public domain). */
export class Random {
  #state: number;

  constructor(...seeds: readonly number[]) {
    let state = 0x9e3779b9;
    for (const seed of seeds) {
      state = Math.imul(state ^ (seed + 0x7f4a7c15), 0x85ebca6b);
      state ^= state >>> 13;
    }
    this.#state = state >>> 0;
  }

  /** From 0 to below 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  /** A whole number from the first to the last, both included. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) {
      throw new RangeError('nothing to pick from');
    }
    return value;
  }
}

/** Ranks 0 to `count` − 1, the rank r drawn in proportion to 1 / (r + shift): how often words are used (Zipf, Mandelbrot). */
export class Zipf {
  readonly #sums: Float64Array;

  constructor(count: number, shift = 2.7) {
    this.#sums = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + shift);
      this.#sums[rank] = sum;
    }
  }

  draw(random: Random): number {
    const sums = this.#sums;
    const goal = random.share() * (sums[sums.length - 1] ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= goal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
