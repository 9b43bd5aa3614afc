import type { RarestPairs } from './pairs-lookup.ts';
import { placeBits, type Segment } from './pairs-segment.ts';

/** Votes cast a query at most: enough for the ten or so rarest pairs of a quotation among 10,000 articles. */
const voteBudget = 4000;
/** With so many pairs and votes the place is clear, were three words of the quotation changed. */
const enoughPairs = 9;
const enoughVotes = 1000;
/** Stretches given at most. */
const foremost = 48;
/** Stretches with fewer votes than this share of the best one's are chance. */
export const faintest = 0.2;

/** Neighbouring diagonals that share a vote: a split quotation leaves its diagonal by the words of the attribution. */
const binBits = 5;
const inBin = (1 << binBits) - 1;

/** The votes of a segment by pair: where in it the query would begin. */
const diagonals = new Int32Array(voteBudget + 1);
const ends = new Int32Array(voteBudget + 1);
/** Units of four bins: 0 without a vote, 1 with one, 2 where others are near it. Grown as needed. */
let crowds = new Uint8Array(0);
const unitBits = binBits + 2;
const crowded = 2;

/** Bins are numbered from 1 as their first vote comes. Grown as needed, empty between segments. */
let numbers = new Uint16Array(0);
const binsOf = new Int32Array(voteBudget + 1);
const articlesOf = new Int32Array(voteBudget + 1);
/** The votes of a bin, above where in it the first and the last of its diagonals lie. */
const votesOf = new Int32Array(voteBudget + 1);
const votesShift = binBits * 2;

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

/** The pairs of a query that vote, rarest first. */
interface Electorate {
  readonly pairs: readonly number[];
  readonly hashes: readonly number[];
  /** What the vote of each pair counts. */
  readonly weights: readonly number[];
  /** Bins between articles: for queries that begin before an article does, and an empty one. */
  readonly gap: number;
}

/** The stretches with most votes, those with most first. Rarest pairs vote first and weigh most. */
export function elect(segments: readonly Segment[], pairs: RarestPairs): readonly Stretch[] {
  const electorate = voters(segments, pairs);
  const stretches: Stretch[] = [];
  let best = 0;
  for (const segment of segments) {
    gather(segment, electorate);
    best = vote(segment, electorate, best, stretches);
  }
  return stretches;
}

function voters(segments: readonly Segment[], { order, counts, hashes }: RarestPairs): Electorate {
  const chosen: number[] = [];
  let budget = voteBudget;
  for (const pair of order) {
    budget -= counts[pair] ?? 0;
    // A query of common words only still gets its rarest pair, in part.
    const clear = chosen.length >= enoughPairs && budget < voteBudget - enoughVotes;
    if (chosen.length > 0 && (budget < 0 || clear)) {
      break;
    }
    chosen.push(pair);
  }
  const total = segments.reduce((sum, { words }) => sum + words, 0);
  return {
    pairs: chosen,
    hashes: chosen.map(pair => hashes[pair] ?? 0),
    weights: chosen.map(pair => 1 + Math.round(4 * Math.log2(1 + total / (counts[pair] ?? 1)))),
    gap: (Math.max(0, ...chosen) >> binBits) + 2,
  };
}

/** Gathers the votes of a segment: postings lie all over memory, and are fetched side by side where nothing waits for them. */
function gather({ heads, postings, hashes: words, shift }: Segment, electorate: Electorate): void {
  const { pairs, hashes, gap } = electorate;
  const bits = placeBits(words);
  const places = 2 ** bits - 1;
  const offset = gap << binBits;
  let count = 0;
  for (let index = 0; index < pairs.length; index++) {
    const hash = hashes[index] ?? 0;
    const own = offset - (pairs[index] ?? 0);
    const bucket = hash >>> shift;
    const start = heads[bucket] ?? 0;
    const end = Math.min(heads[bucket + 1] ?? 0, start + voteBudget);
    for (let at = start; at < end; at++) {
      const posting = postings[at] ?? 0;
      diagonals[count] = (posting & places) + own;
      // So much of the hash is enough to vote.
      count += (posting ^ (hash << bits)) >>> bits === 0 ? 1 : 0;
    }
    ends[index] = count;
  }
  crowd(((words.length + offset) >> unitBits) + 2, count);
}

/** Notes where votes are not alone, in one bin or two neighbouring ones, and at times elsewhere. */
function crowd(units: number, votes: number): void {
  if (crowds.length < units) {
    crowds = new Uint8Array(units);
  } else {
    crowds.fill(0, 0, units);
  }
  const states = crowds;
  for (let at = 0; at < votes; at++) {
    const diagonal = diagonals[at] ?? 0;
    const one = (diagonal - inBin - 1) >> unitBits;
    const other = (diagonal + inBin + 1) >> unitBits;
    const state = ((states[one] ?? 0) | (states[other] ?? 0)) === 0 ? 1 : crowded;
    states[one] = state;
    states[other] = state;
  }
}

/** Counts the votes of a segment, and adds the best stretches to the ones known; gives the most votes of all bins. */
function vote(segment: Segment, electorate: Electorate, before: number, stretches: Stretch[]): number {
  const { pairs, weights, gap } = electorate;
  const { owners, articles } = segment;
  const size = owners.length + (articles.length + 1) * gap + 1;
  if (numbers.length < size) {
    numbers = new Uint16Array(size);
  }
  const known = numbers;
  const states = crowds;
  const floor = Math.max(floorOf(stretches), Math.ceil(before * faintest) - 1);
  let best = before;
  let bins = 0;
  let at = 0;
  for (let index = 0; index < pairs.length; index++) {
    const weight = weights[index] ?? 0;
    const end = ends[index] ?? 0;
    const own = (gap << binBits) - (pairs[index] ?? 0);
    // Most votes stand alone, and there are others as good.
    const isEnough = weight > floor;
    best = at < end ? Math.max(best, weight) : best;
    for (; at < end; at++) {
      const diagonal = diagonals[at] ?? 0;
      if (
        !isEnough &&
        ((states[(diagonal - inBin - 1) >> unitBits] ?? 0) |
          (states[(diagonal + inBin + 1) >> unitBits] ?? 0)) <
          crowded
      ) {
        continue;
      }
      const article = owners[(diagonal - own) >>> binBits] ?? 0;
      const bin = (diagonal >> binBits) + article * gap;
      const within = diagonal & inBin;
      const number = known[bin] ?? 0;
      if (number === 0) {
        known[bin] = ++bins;
        binsOf[bins] = bin;
        articlesOf[bins] = article;
        votesOf[bins] = (weight << votesShift) | (within << binBits) | within;
      } else {
        const old = votesOf[number] ?? 0;
        const votes = (old >> votesShift) + weight;
        const least = Math.min((old >> binBits) & inBin, within);
        votesOf[number] = (votes << votesShift) | (least << binBits) | Math.max(old & inBin, within);
        best = Math.max(best, votes);
      }
    }
  }
  const most = collect(segment, bins, gap, best, stretches);
  for (let number = 1; number <= bins; number++) {
    known[binsOf[number] ?? 0] = 0;
  }
  return most;
}

/** Takes out the best stretches. Neighbouring bins count together: votes fall at their edge. */
function collect(segment: Segment, bins: number, gap: number, own: number, stretches: Stretch[]): number {
  let best = own;
  // Alone it is too faint; and with its neighbour.
  const leastOwn = (best * faintest) / 2;
  const least = best * faintest;
  let floor = floorOf(stretches);
  for (let number = 1; number <= bins; number++) {
    const known = votesOf[number] ?? 0;
    const votes = known >> votesShift;
    const next = numbers[(binsOf[number] ?? 0) + 1] ?? 0;
    const beside = next === 0 ? 0 : (votesOf[next] ?? 0);
    const joint = votes + (beside >> votesShift);
    if (votes < leastOwn || joint < least || joint <= floor) {
      continue;
    }
    best = Math.max(best, joint);
    const article = articlesOf[number] ?? 0;
    const base = segment.bases[article] ?? 0;
    const first = (((binsOf[number] ?? 0) - (article + 1) * gap) << binBits) - base;
    insert(stretches, {
      segment,
      article,
      bin: first >> binBits,
      least: first + ((known >> binBits) & inBin),
      most: first + (beside > 0 ? inBin + 1 + (beside & inBin) : known & inBin),
      votes: joint,
    });
    floor = floorOf(stretches);
  }
  return best;
}

/** So many votes are not enough to be among the foremost. */
function floorOf(stretches: readonly Stretch[]): number {
  return stretches.length < foremost ? 0 : (stretches[foremost - 1]?.votes ?? 0);
}

/** Puts a stretch where it belongs: behind those of as many votes. The last goes where there are too many. */
function insert(stretches: Stretch[], stretch: Stretch): void {
  if (stretches.length === foremost) {
    stretches.pop();
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
}
