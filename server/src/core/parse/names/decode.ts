import { isInside, mayFollow, TAG_COUNT } from './tags.ts';

/** What one pass weighs beside its features. */
export interface Transitions {
  /** `from * TAG_COUNT + to`; minus infinity where `to` may not follow. */
  readonly between: Float64Array;
  /** For the first tag of a run; minus infinity for inside tags. */
  readonly start: Float64Array;
}

/** Completes learned transitions with what the tags forbid. */
export function makeTransitions(between: ArrayLike<number>, start: ArrayLike<number>): Transitions {
  const allowed = new Float64Array(TAG_COUNT * TAG_COUNT);
  const allowedStart = new Float64Array(TAG_COUNT);
  for (let to = 0; to < TAG_COUNT; to++) {
    allowedStart[to] = mayFollow(0, to) ? (start[to] ?? 0) : -Infinity;
    for (let from = 0; from < TAG_COUNT; from++) {
      const at = from * TAG_COUNT + to;
      allowed[at] = mayFollow(from, to) ? (between[at] ?? 0) : -Infinity;
    }
  }
  return { between: allowed, start: allowedStart };
}

/** Finds the best row of tags for a run by the Viterbi algorithm. */
export class Decoder {
  #best = new Float64Array(64 * TAG_COUNT);
  #from = new Uint8Array(64 * TAG_COUNT);

  /** Writes the tags of a run of `length` tokens into `tags` from `offset` on; `scores` has `TAG_COUNT` numbers a token. */
  decode(
    scores: Float64Array,
    length: number,
    transitions: Transitions,
    tags: Uint8Array,
    offset: number,
  ): void {
    const { between, start } = transitions;
    if (length * TAG_COUNT > this.#best.length) {
      this.#best = new Float64Array(length * TAG_COUNT);
      this.#from = new Uint8Array(length * TAG_COUNT);
    }
    const best = this.#best;
    const from = this.#from;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      best[tag] = (scores[tag] ?? 0) + (start[tag] ?? 0);
    }
    for (let token = 1; token < length; token++) {
      const row = token * TAG_COUNT;
      const before = row - TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        let highest = -Infinity;
        let origin = 0;
        // Only its own kind may go before the inside of a name.
        const inside = isInside(tag);
        const last = inside ? tag : TAG_COUNT - 1;
        for (let other = inside ? tag - 1 : 0; other <= last; other++) {
          const value = (best[before + other] ?? 0) + (between[other * TAG_COUNT + tag] ?? 0);
          if (value > highest) {
            highest = value;
            origin = other;
          }
        }
        best[row + tag] = highest + (scores[row + tag] ?? 0);
        from[row + tag] = origin;
      }
    }
    const last = (length - 1) * TAG_COUNT;
    let tag = 0;
    for (let other = 1; other < TAG_COUNT; other++) {
      if ((best[last + other] ?? 0) > (best[last + tag] ?? 0)) {
        tag = other;
      }
    }
    for (let token = length - 1; token >= 0; token--) {
      tags[offset + token] = tag;
      tag = from[token * TAG_COUNT + tag] ?? 0;
    }
  }
}
