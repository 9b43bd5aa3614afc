import type { Article } from './article.ts';
import { Foremost, type Stretch } from './pairs-foremost.ts';
import { isWanted, type RarestPairs } from './pairs-lookup.ts';
import type { Span } from '../text/span.ts';
import { isOfPair, placeBits, type Segment } from './pairs-segment.ts';

/** Votes cast a query at most: enough for the ten or so rarest pairs of a quotation among 10,000 articles. */
const voteBudget = 4000;
/** Where so few pairs have cast that they tell nothing, as of a few words that many say, others cast more. */
const tellingPairs = 2;
const wideBudget = 12_000;
/** With so many pairs and votes the place is clear, were three words of the quotation changed. */
const enoughPairs = 9;
const enoughVotes = 1000;
/** No more of the rarest pairs vote: a bit each tells who has. */
const mostPairs = 31;
/** A bin that adds less than this share to what the next one has belongs to that … */
const leastOwn = 0.1;
/** … but with so large a share of the votes of both it may be a place of its own, where a text says nearly the same twice. */
const leastOfPlace = 0.5;

/** Neighbouring diagonals that share a vote: a split quotation leaves its diagonal by the words of the attribution. */
const binBits = 5;
const inBin = (1 << binBits) - 1;

/** Where in its segment the query would begin, by each vote: by pair, and of a pair by segment. */
const diagonals = new Int32Array(wideBudget);
/** Units of four bins: 0 without a vote, 1 with one, 2 where others are near it. Grown as needed. */
let crowds = new Uint8Array(0);
const unitBits = binBits + 2;
const crowded = 2;

/** Bins are numbered from 1 as their first vote comes. Grown as needed, empty between segments. */
let numbers = new Uint16Array(0);
const binsOf = new Int32Array(wideBudget + 1);
const articlesOf = new Int32Array(wideBudget + 1);
/** The votes of a bin, above where in it the first and the last of its diagonals lie. */
const votesOf = new Int32Array(wideBudget + 1);
const votesShift = binBits * 2;
/** A bit a pair: which have voted for a bin. A name that an article repeats is one reason, however often it stands there. */
const votersOf = new Int32Array(wideBudget + 1);

/** The pairs of a query that voted, rarest first. */
interface Electorate {
  readonly pairs: readonly number[];
  /** What the vote of each pair counts. */
  readonly weights: readonly number[];
  /** By pair, and by segment: where its votes end in `diagonals`. They begin where those before them end. */
  readonly ends: readonly number[];
  /** Bins between articles: for queries that begin before an article does, and an empty one. */
  readonly gap: number;
}

/** The stretches with most votes, those with most first. Rarest pairs vote first and weigh most. */
export function elect(
  segments: readonly Segment[],
  pairs: RarestPairs,
  within?: ReadonlySet<Article>,
): readonly Stretch[] {
  const electorate = castVotes(segments, pairs);
  const foremost = new Foremost();
  segments.forEach((segment, index) => {
    const ballots = ballotsOf(electorate, index, segments.length);
    crowd(segment, electorate, ballots);
    vote(segment, electorate, ballots, foremost, within);
  });
  return foremost.stretches;
}

/** Casts the votes of the rarest pairs. */
function castVotes(segments: readonly Segment[], { order, counts, hashes }: RarestPairs): Electorate {
  const total = segments.reduce((sum, { words }) => sum + words, 0);
  const gap = (Math.max(0, ...order) >> binBits) + 2;
  const pairs: number[] = [];
  const weights: number[] = [];
  const ends: number[] = [];
  let cast = 0;
  for (const pair of order) {
    const budget = pairs.length < tellingPairs ? wideBudget : voteBudget;
    const isClear = pairs.length >= enoughPairs && cast >= enoughVotes;
    // A query of common words only still gets its rarest pair, in part.
    if (pairs.length > 0 && (isClear || cast + (counts[pair] ?? 0) > budget || pairs.length === mostPairs)) {
      break;
    }
    const own = gather(segments, hashes[pair] ?? 0, (gap << binBits) - pair, cast);
    const last = own.at(-1) ?? cast;
    if (last > cast) {
      pairs.push(pair);
      weights.push(1 + Math.round(4 * Math.log2(1 + total / (last - cast))));
      ends.push(...own);
      cast = last;
    }
  }
  return { pairs, weights, ends, gap };
}

/** Gathers the votes of a pair; gives where those of each segment end. */
function gather(segments: readonly Segment[], hash: number, own: number, before: number): number[] {
  let cast = before;
  return segments.map(({ heads, postings, hashes, shift }) => {
    const bits = placeBits(hashes);
    const places = 2 ** bits - 1;
    const bucket = hash >>> shift;
    const start = heads[bucket] ?? 0;
    const end = Math.min(heads[bucket + 1] ?? 0, start + wideBudget - cast);
    for (let at = start; at < end; at++) {
      const posting = postings[at] ?? 0;
      diagonals[cast] = (posting & places) + own;
      cast += isOfPair(posting, hash, bits) ? 1 : 0;
    }
    return cast;
  });
}

/** The votes of one segment: of each pair where they begin and end. */
function ballotsOf({ pairs, ends }: Electorate, segment: number, segments: number): readonly Span[] {
  return pairs.map((_, index) => {
    const at = index * segments + segment;
    return { start: ends[at - 1] ?? 0, end: ends[at] ?? 0 };
  });
}

/** Notes where votes are not alone, in one bin or two neighbouring ones, and at times elsewhere. */
function crowd({ hashes }: Segment, { gap }: Electorate, ballots: readonly Span[]): void {
  const units = ((hashes.length + (gap << binBits)) >> unitBits) + 2;
  if (crowds.length < units) {
    crowds = new Uint8Array(units);
  } else {
    crowds.fill(0, 0, units);
  }
  const states = crowds;
  for (const { start, end } of ballots) {
    for (let at = start; at < end; at++) {
      const diagonal = diagonals[at] ?? 0;
      const one = (diagonal - inBin - 1) >> unitBits;
      const other = (diagonal + inBin + 1) >> unitBits;
      const state = ((states[one] ?? 0) | (states[other] ?? 0)) === 0 ? 1 : crowded;
      states[one] = state;
      states[other] = state;
    }
  }
}

/** Counts the votes of a segment. */
function vote(
  segment: Segment,
  electorate: Electorate,
  ballots: readonly Span[],
  foremost: Foremost,
  within: ReadonlySet<Article> | undefined,
): void {
  const { owners, articles } = segment;
  const { pairs, weights, gap } = electorate;
  const size = owners.length + (articles.length + 1) * gap + 1;
  if (numbers.length < size) {
    numbers = new Uint16Array(size);
  }
  const known = numbers;
  const states = crowds;
  let bins = 0;
  for (let index = 0; index < pairs.length; index++) {
    const weight = weights[index] ?? 0;
    const voter = 1 << index;
    const { start, end } = ballots[index] ?? { start: 0, end: 0 };
    const own = (gap << binBits) - (pairs[index] ?? 0);
    // Most votes stand alone, and there are others as good.
    const isEnough = weight > foremost.floor;
    for (let at = start; at < end; at++) {
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
      const place = diagonal & inBin;
      const number = known[bin] ?? 0;
      if (number === 0) {
        known[bin] = ++bins;
        binsOf[bins] = bin;
        articlesOf[bins] = article;
        votersOf[bins] = voter;
        votesOf[bins] = (weight << votesShift) | (place << binBits) | place;
      } else {
        const old = votesOf[number] ?? 0;
        const voters = votersOf[number] ?? 0;
        const votes = (old >> votesShift) + ((voters & voter) === 0 ? weight : 0);
        const least = Math.min((old >> binBits) & inBin, place);
        votersOf[number] = voters | voter;
        votesOf[number] = (votes << votesShift) | (least << binBits) | Math.max(old & inBin, place);
      }
    }
  }
  collect(segment, bins, electorate, foremost, within);
  for (let number = 1; number <= bins; number++) {
    known[binsOf[number] ?? 0] = 0;
  }
}

/** Takes out the best stretches. Neighbouring bins count together: votes fall at their edge. */
function collect(
  segment: Segment,
  bins: number,
  { weights, gap }: Electorate,
  foremost: Foremost,
  within: ReadonlySet<Article> | undefined,
): void {
  for (let number = 1; number <= bins; number++) {
    const known = votesOf[number] ?? 0;
    const next = numbers[(binsOf[number] ?? 0) + 1] ?? 0;
    const beside = next === 0 ? 0 : (votesOf[next] ?? 0);
    const both = next === 0 ? 0 : (votersOf[number] ?? 0) & (votersOf[next] ?? 0);
    const own = known >> votesShift;
    const added = own - weigh(both, weights);
    const joint = added + (beside >> votesShift);
    const article = articlesOf[number] ?? 0;
    const isNext = added < joint * leastOwn && own < joint * leastOfPlace;
    if (joint <= foremost.floor || isNext || !isWanted(segment.articles[article], within)) {
      continue;
    }
    const base = segment.bases[article] ?? 0;
    const first = (((binsOf[number] ?? 0) - (article + 1) * gap) << binBits) - base;
    const isOne = next === 0 || (both === votersOf[next] && beside >> votesShift < joint * leastOfPlace);
    foremost.add({
      segment,
      article,
      bin: first >> binBits,
      least: first + ((known >> binBits) & inBin),
      most: first + (isOne ? known & inBin : inBin + 1 + (beside & inBin)),
      votes: joint,
    });
  }
}

/** What the votes of some pairs count together. */
function weigh(voters: number, weights: readonly number[]): number {
  let votes = 0;
  for (let rest = voters; rest !== 0; rest &= rest - 1) {
    votes += weights[31 - Math.clz32(rest & -rest)] ?? 0;
  }
  return votes;
}
