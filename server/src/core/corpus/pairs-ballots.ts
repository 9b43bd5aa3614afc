import { isOfPair, placeBits, placeMask, type Segment } from './pairs-segment.ts';
import { mostPairs, wideBudget, type Voter } from './pairs-voters.ts';

/** Neighbouring diagonals that share a vote: a split quotation leaves its diagonal by the words of the attribution. */
export const binBits = 5;
const bin = 1 << binBits;
/** Units of two bins. */
const unitBits = binBits + 1;
/** What votes near each other count is noted in fours, so that a byte is enough: more is as good as that. */
const mostNoted = 255;

/**
 * The votes of one segment, but for those that decide nothing, which most are: those of common pairs where none of the
 * rarer ones votes. Filled for one segment after the other: making the arrays would take longer.
 */
export class Ballots {
  /** Where the query would begin, by each vote, counted from `gap` bins before the segment; those of the rarest pair first. */
  readonly diagonals = new Int32Array(wideBudget);
  /** By pair: where its votes end. They begin where those before them end. */
  readonly ends = new Int32Array(mostPairs);
  /** By unit: what its votes count, as if each were another pair's. 0 between segments. */
  crowds = new Uint8Array(0);
  #count = 0;

  /**
   * Gathers the votes of a segment that may belong to a stretch whose votes count more than `floor`:
   * the common pairs that all together count no more than that cannot make one alone.
   */
  cast(segment: Segment, voters: readonly Voter[], gap: number, floor: number): void {
    const { heads, postings, hashes, shift } = segment;
    const { diagonals, ends } = this;
    const units = ((hashes.length + gap * bin) >> unitBits) + 3;
    if (this.crowds.length < units) {
      this.crowds = new Uint8Array(units);
    }
    const crowds = this.crowds;
    const bits = placeBits(hashes);
    const places = placeMask(bits);
    let cast = 0;
    for (const [index, { hash, pair, weight, rest }] of voters.entries()) {
      const own = gap * bin - pair;
      const noted = (weight + 3) >> 2;
      const end = heads[(hash >>> shift) + 1] ?? 0;
      const isMute = rest <= floor;
      for (let at = heads[hash >>> shift] ?? 0; at < end; at++) {
        const posting = postings[at] ?? 0;
        const diagonal = (posting & places) + own;
        if ((!isMute || crowdAt(crowds, diagonal) !== 0) && isOfPair(posting, hash, bits)) {
          const unit = diagonal >> unitBits;
          diagonals[cast++] = diagonal;
          crowds[unit] = Math.min(mostNoted, (crowds[unit] ?? 0) + noted);
        }
      }
      ends[index] = cast;
    }
    this.#count = cast;
  }

  /** Forgets all votes. */
  clear(): void {
    for (let at = 0; at < this.#count; at++) {
      this.crowds[(this.diagonals[at] ?? 0) >> unitBits] = 0;
    }
  }
}

/** Of crowds that votes are in: one that is no more than this cannot count more than `floor`. */
export function leastCrowd(floor: number): number {
  return Math.min(mostNoted - 1, floor >> 2);
}

/** What votes count, in fours, in the bin of a vote, those beside it, and at times the next. */
export function crowdAt(crowds: Uint8Array, diagonal: number): number {
  const unit = (diagonal - bin) >> unitBits;
  return (crowds[unit] ?? 0) + (crowds[unit + 1] ?? 0);
}
