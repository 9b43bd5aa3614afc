import type { RarestPairs } from './pairs-lookup.ts';
import type { Segment } from './pairs-segment.ts';

/** Votes cast a query at most: enough for the ten or so rarest pairs of a quotation among 10,000 articles. */
const voteBudget = 4000;
/** Where so few pairs have cast that they tell nothing, as of a few words that many say, others cast more. */
const tellingPairs = 2;
/** So many at most, then. */
export const wideBudget = 12_000;
/** With so many pairs and votes the place is clear, were three words of the quotation changed. */
const enoughPairs = 9;
const enoughVotes = 1000;
/** No more of the rarest pairs vote: a bit each tells who has. */
export const mostPairs = 31;

/** A pair of a query that votes for the places it stands at. */
export interface Voter {
  /** Index of its first word in the query. */
  readonly pair: number;
  readonly hash: number;
  /** What its vote counts. */
  readonly weight: number;
  /** What its vote and those of all commoner pairs count together. */
  readonly rest: number;
}

/**
 * The pairs of a query that vote, rarest first: they weigh most. Each votes for all places it stands at or for none, so that
 * votes do not depend on how articles are parted; where even the rarest stands at too many, nobody votes.
 */
export function votersAmong(segments: readonly Segment[], pairs: RarestPairs): readonly Voter[] {
  const { order, counts, hashes } = pairs;
  const total = segments.reduce((sum, { words }) => sum + words, 0);
  const voters: (Voter & { rest: number })[] = [];
  let cast = 0;
  for (const pair of order) {
    const count = counts[pair] ?? 0;
    const budget = voters.length < tellingPairs ? wideBudget : voteBudget;
    const isClear = voters.length >= enoughPairs && cast >= enoughVotes;
    if (isClear || cast + count > budget || voters.length === mostPairs) {
      break;
    }
    const hash = hashes[pair] ?? 0;
    voters.push({ pair, hash, weight: 1 + Math.round(4 * Math.log2(1 + total / count)), rest: 0 });
    cast += count;
  }
  let rest = 0;
  for (const voter of voters.toReversed()) {
    rest += voter.weight;
    voter.rest = rest;
  }
  return voters;
}
