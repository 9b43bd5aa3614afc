import type { Segment } from './pairs-segment.ts';

/** Where many pairs of a query stand along one diagonal. */
export interface Stretch {
  readonly segment: Segment;
  readonly article: number;
  readonly bin: number;
  /** Where the query would begin, by the first and by the last of its votes; words from the article's first. */
  readonly least: number;
  readonly most: number;
  readonly votes: number;
}

/** Stretches with fewer votes than this share of the best one's are chance. */
const faintest = 0.35;
/** And of more than so many those with fewest, where they have less than this share. */
const enough = 48;
const clear = 0.75;
/** More stretches with nearly as many votes as the best are not told apart by a closer look: they are chance. */
const mostAlike = 1024;

/**
 * The stretches with most votes. Of those with as many all are taken or none: which they are does not depend on the order
 * they come in, nor on how the articles are parted into segments.
 */
export class Foremost {
  readonly #stretches: Stretch[] = [];
  #best = 0;
  #floor = 0;

  /** @param best - So many votes are known to be had. */
  constructor(best: number) {
    this.#outdo(best);
  }

  /** So many votes are not enough. */
  get floor(): number {
    return this.#floor;
  }

  /** Whether too many have as many votes as the best. */
  get isCrowded(): boolean {
    return this.#best > 0 && this.#floor >= this.#best;
  }

  /** Those taken, with most votes first. */
  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  add(stretch: Stretch): void {
    this.#outdo(stretch.votes);
    const stretches = this.#stretches;
    if (stretch.votes <= this.#floor) {
      return;
    }
    let place = stretches.push(stretch) - 1;
    for (; place > 0; place--) {
      const better = stretches[place - 1];
      if (better === undefined || better.votes >= stretch.votes) {
        break;
      }
      stretches[place] = better;
    }
    stretches[place] = stretch;
    this.#trim();
  }

  #outdo(votes: number): void {
    if (votes > this.#best) {
      this.#best = votes;
      this.#floor = Math.max(this.#floor, Math.ceil(votes * faintest) - 1);
    }
  }

  /** Drops those with fewest votes, as long as there are too many. */
  #trim(): void {
    const stretches = this.#stretches;
    for (let last = stretches.at(-1); last !== undefined; last = stretches.at(-1)) {
      const isFaint = last.votes <= this.#floor;
      const isClear = last.votes >= this.#best * clear && stretches.length <= mostAlike;
      if (!isFaint && (stretches.length <= enough || isClear)) {
        return;
      }
      this.#floor = Math.max(this.#floor, last.votes);
      stretches.pop();
    }
  }
}
