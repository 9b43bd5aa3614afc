import type { Article } from './article.ts';
import { Ballots, binBits, crowdAt, leastCrowd } from './pairs-ballots.ts';
import { Foremost, type Stretch } from './pairs-foremost.ts';
import { isWanted, type RarestPairs } from './pairs-lookup.ts';
import type { Segment } from './pairs-segment.ts';
import { votersAmong, wideBudget, type Voter } from './pairs-voters.ts';

/** A bin that adds less than this share to what the next one has belongs to that … */
const leastOwn = 0.1;
/** … but with so large a share of the votes of both it may be a place of its own, where a text says nearly the same twice. */
const leastOfPlace = 0.5;

const ballots = new Ballots();
const inBin = (1 << binBits) - 1;
/** Bins are numbered from 1 as their first vote comes. Grown as needed, empty between segments. */
let numbers = new Uint16Array(0);
const binsOf = new Int32Array(wideBudget + 1);
const articlesOf = new Int32Array(wideBudget + 1);
/** The votes of a bin, above where in it the first and the last of its diagonals lie. */
const votesOf = new Int32Array(wideBudget + 1);
const votesShift = binBits * 2;
/** A bit a pair: which have voted for a bin. A name that an article repeats is one reason, however often it stands there. */
const votersOf = new Int32Array(wideBudget + 1);

/**
 * The stretches with most votes, those with most first. Rarest pairs vote first and weigh most. Where all words of the query
 * are known to stand somewhere in order, there all pairs vote: what has few votes beside that is never counted. Undefined
 * where nobody votes, or too many have as many votes as the best.
 */
export function elect(
  segments: readonly Segment[],
  pairs: RarestPairs,
  within?: ReadonlySet<Article>,
  isKnown = false,
): readonly Stretch[] | undefined {
  const voters = votersAmong(segments, pairs);
  if (voters.length === 0) {
    return undefined;
  }
  // Bins between articles: for queries that begin before an article does, and an empty one.
  const gap = (Math.max(0, ...pairs.order) >> binBits) + 2;
  const foremost = new Foremost(isKnown ? (voters[0]?.rest ?? 0) : 0);
  // The sooner the best stretch is known, the fewer of the others are counted: those that have the rarest pair come first.
  for (const isLikely of [true, false]) {
    for (const segment of segments) {
      if (mayHave(segment, voters[0]) === isLikely) {
        ballots.cast(segment, voters, gap, foremost.floor);
        const bins = countVotes(segment, voters, gap, foremost.floor);
        collect(segment, voters, gap, bins, foremost, within);
        for (let number = 1; number <= bins; number++) {
          numbers[binsOf[number] ?? 0] = 0;
        }
        ballots.clear();
      }
    }
  }
  return foremost.isCrowded ? undefined : foremost.stretches;
}

/** Whether a segment may have a pair: others may lie in its bucket. */
function mayHave({ heads, shift }: Segment, voter: Voter | undefined): boolean {
  const bucket = (voter?.hash ?? 0) >>> shift;
  return (heads[bucket] ?? 0) < (heads[bucket + 1] ?? 0);
}

/** Counts the votes of a segment by bin, but for those that cannot make more than so many; gives how many bins have any. */
function countVotes(
  { owners, articles }: Segment,
  voters: readonly Voter[],
  gap: number,
  floor: number,
): number {
  const size = owners.length + (articles.length + 1) * gap + 1;
  if (numbers.length < size) {
    numbers = new Uint16Array(size);
  }
  const { diagonals, ends, crowds } = ballots;
  const least = leastCrowd(floor);
  const known = numbers;
  let bins = 0;
  let at = 0;
  for (const [index, { pair, weight }] of voters.entries()) {
    const voter = 1 << index;
    const own = (gap << binBits) - pair;
    const end = ends[index] ?? 0;
    for (; at < end; at++) {
      const diagonal = diagonals[at] ?? 0;
      if (crowdAt(crowds, diagonal) <= least) {
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
        const known = votersOf[number] ?? 0;
        const votes = (old >> votesShift) + ((known & voter) === 0 ? weight : 0);
        const first = Math.min((old >> binBits) & inBin, place);
        votersOf[number] = known | voter;
        votesOf[number] = (votes << votesShift) | (first << binBits) | Math.max(old & inBin, place);
      }
    }
  }
  return bins;
}

/** Takes out the best stretches. Neighbouring bins count together: votes fall at their edge. */
function collect(
  segment: Segment,
  voters: readonly Voter[],
  gap: number,
  bins: number,
  foremost: Foremost,
  within: ReadonlySet<Article> | undefined,
): void {
  for (let number = 1; number <= bins; number++) {
    const known = votesOf[number] ?? 0;
    const next = numbers[(binsOf[number] ?? 0) + 1] ?? 0;
    const beside = next === 0 ? 0 : (votesOf[next] ?? 0);
    const own = known >> votesShift;
    if (own + (beside >> votesShift) <= foremost.floor) {
      continue;
    }
    const both = next === 0 ? 0 : (votersOf[number] ?? 0) & (votersOf[next] ?? 0);
    const added = own - weigh(both, voters);
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
function weigh(some: number, voters: readonly Voter[]): number {
  let votes = 0;
  for (let rest = some; rest !== 0; rest &= rest - 1) {
    votes += voters[31 - Math.clz32(rest & -rest)]?.weight ?? 0;
  }
  return votes;
}
