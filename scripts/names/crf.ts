import type { Transitions } from '../../server/src/core/parse/names/decode.ts';
import { makeTransitions } from '../../server/src/core/parse/names/decode.ts';
import { BUCKET_BITS } from '../../server/src/core/parse/names/features.ts';
import { TAG_COUNT } from '../../server/src/core/parse/names/tags.ts';
import type { Random } from './random.ts';

/** A run of words with its features and the tags it should get. */
export interface Chain {
  /** The buckets of each word. */
  readonly buckets: readonly Int32Array[];
  readonly tags: Uint8Array;
  readonly weight: number;
}

/** How long and how fast to learn. */
export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** Share of the features left out at random at each step. */
  readonly dropped: number;
  /** Of how many last epochs the weights are averaged. */
  readonly averaged: number;
}

/** A linear-chain conditional random field over hashed features, trained by AdaGrad. */
export class ConditionalRandomField {
  readonly weights = new Float32Array(TAG_COUNT << BUCKET_BITS);
  readonly between = new Float64Array(TAG_COUNT * TAG_COUNT);
  readonly start = new Float64Array(TAG_COUNT);
  readonly #squares = new Float32Array(TAG_COUNT << BUCKET_BITS);
  readonly #betweenSquares = new Float64Array(TAG_COUNT * TAG_COUNT);
  readonly #startSquares = new Float64Array(TAG_COUNT);

  transitions(): Transitions {
    return makeTransitions(this.between, this.start);
  }

  /** Scores of one word for all tags, written to `scores` from `offset` on. */
  score(buckets: Int32Array, scores: Float64Array, offset: number): void {
    scores.fill(0, offset, offset + TAG_COUNT);
    for (const bucket of buckets) {
      const row = bucket * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        scores[offset + tag] = (scores[offset + tag] ?? 0) + (this.weights[row + tag] ?? 0);
      }
    }
  }

  train(chains: readonly Chain[], schedule: Schedule, random: Random): void {
    const order = Int32Array.from(chains.keys());
    const sums = new Float64Array(this.weights.length);
    const averaged = Math.min(schedule.averaged, schedule.epochs);
    for (let epoch = 0; epoch < schedule.epochs; epoch++) {
      random.shuffle(order);
      for (const index of order) {
        const chain = chains[index];
        if (chain !== undefined) {
          this.#step(chain, schedule, random);
        }
      }
      if (epoch >= schedule.epochs - averaged) {
        for (let at = 0; at < sums.length; at++) {
          sums[at] = (sums[at] ?? 0) + (this.weights[at] ?? 0) / averaged;
        }
      }
    }
    this.weights.set(sums);
  }

  #step(chain: Chain, schedule: Schedule, random: Random): void {
    const length = chain.tags.length;
    const kept = chain.buckets.map(buckets => buckets.filter(() => random.next() >= schedule.dropped));
    const scores = new Float64Array(length * TAG_COUNT);
    for (const [token, buckets] of kept.entries()) {
      this.score(buckets, scores, token * TAG_COUNT);
    }
    const { between, start } = this.transitions();
    const forward = new Float64Array(length * TAG_COUNT);
    const backward = new Float64Array(length * TAG_COUNT);
    const terms = new Float64Array(TAG_COUNT);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      forward[tag] = (start[tag] ?? 0) + (scores[tag] ?? 0);
    }
    for (let token = 1; token < length; token++) {
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        for (let from = 0; from < TAG_COUNT; from++) {
          terms[from] =
            (forward[(token - 1) * TAG_COUNT + from] ?? 0) + (between[from * TAG_COUNT + tag] ?? 0);
        }
        forward[token * TAG_COUNT + tag] = logSum(terms) + (scores[token * TAG_COUNT + tag] ?? 0);
      }
    }
    for (let token = length - 2; token >= 0; token--) {
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        for (let to = 0; to < TAG_COUNT; to++) {
          const at = (token + 1) * TAG_COUNT + to;
          terms[to] = (between[tag * TAG_COUNT + to] ?? 0) + (scores[at] ?? 0) + (backward[at] ?? 0);
        }
        backward[token * TAG_COUNT + tag] = logSum(terms);
      }
    }
    const total = logSum(forward.subarray((length - 1) * TAG_COUNT));
    for (const [token, buckets] of kept.entries()) {
      const gold = chain.tags[token] ?? 0;
      const row = token * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const probability = Math.exp((forward[row + tag] ?? 0) + (backward[row + tag] ?? 0) - total);
        const gradient = chain.weight * (probability - (tag === gold ? 1 : 0));
        if (Math.abs(gradient) < 1e-4) {
          continue;
        }
        for (const bucket of buckets) {
          descend(this.weights, this.#squares, bucket * TAG_COUNT + tag, gradient, schedule.rate);
        }
        if (token === 0) {
          descend(this.start, this.#startSquares, tag, gradient, schedule.rate);
        }
      }
      if (token > 0) {
        const before = chain.tags[token - 1] ?? 0;
        for (let from = 0; from < TAG_COUNT; from++) {
          for (let tag = 0; tag < TAG_COUNT; tag++) {
            const at = from * TAG_COUNT + tag;
            if (between[at] === -Infinity) {
              continue;
            }
            const probability = Math.exp(
              (forward[row - TAG_COUNT + from] ?? 0) +
                (between[at] ?? 0) +
                (scores[row + tag] ?? 0) +
                (backward[row + tag] ?? 0) -
                total,
            );
            const gradient = chain.weight * (probability - (from === before && tag === gold ? 1 : 0));
            descend(this.between, this.#betweenSquares, at, gradient, schedule.rate);
          }
        }
      }
    }
  }
}

/** One step of AdaGrad: the more a number has moved, the less it moves. */
function descend(
  values: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  squares[at] = (squares[at] ?? 0) + gradient * gradient;
  values[at] = (values[at] ?? 0) - (rate * gradient) / Math.sqrt((squares[at] ?? 0) + 1e-8);
}

function logSum(terms: Float64Array): number {
  let most = -Infinity;
  for (let index = 0; index < TAG_COUNT; index++) {
    most = Math.max(most, terms[index] ?? 0);
  }
  let sum = 0;
  for (let index = 0; index < TAG_COUNT; index++) {
    sum += Math.exp((terms[index] ?? 0) - most);
  }
  return most + Math.log(sum);
}
