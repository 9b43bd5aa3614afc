import { align } from './pairs-align.ts';
import { quotedShare, type Hit, type RarestPairs } from './pairs-lookup.ts';
import { articleAt, pairBucket, type Segment } from './pairs-segment.ts';

/** Votes cast a query: enough for the ten or so rarest pairs of a quotation among 10,000 articles. */
const voteBudget = 4000;
/** Cells of all alignments of a query. */
const cellBudget = 400_000;
/** Stretches aligned at most. */
const stretchLimit = 24;
/** Stretches with fewer votes than this share of the best one's are chance. */
const faintest = 0.2;

/** Neighbouring diagonals that share a vote: a split quotation leaves its diagonal by the words of the attribution. */
const binBits = 5;
const tableBits = 14;
const binsOf = new Int32Array(1 << tableBits);
const votesOf = new Int32Array(1 << tableBits);
const articlesOf = new Uint32Array(1 << tableBits);
const used = new Uint16Array(1 << tableBits);

interface Stretch {
  readonly segment: Segment;
  readonly article: number;
  /** In bins, from the article's first word. */
  readonly bin: number;
  readonly votes: number;
}

/**
 * Stretches where many pairs of a query stand along one diagonal: places where its words were altered, elided,
 * or printed apart. Rarest pairs vote first and weigh most.
 */
export function findStretches(segments: readonly Segment[], query: Uint32Array, pairs: RarestPairs): Hit[] {
  const electorate = voters(pairs);
  let total = 0;
  for (const { words } of segments) {
    total += words;
  }
  const stretches: Stretch[] = [];
  for (const segment of segments) {
    vote(segment, query, electorate, pairs.counts, total, stretches);
  }
  stretches.sort((one, other) => other.votes - one.votes);
  return alignAll(distinct(stretches), query);
}

/** The stretches worth aligning: of neighbouring bins, which share their votes, the better one. */
function distinct(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  const least = (stretches[0]?.votes ?? 0) * faintest;
  for (const stretch of stretches) {
    const beside = (other: Stretch): boolean =>
      other.segment === stretch.segment &&
      other.article === stretch.article &&
      Math.abs(other.bin - stretch.bin) <= 1;
    if (stretch.votes < least || kept.length >= stretchLimit) {
      break;
    }
    const gone = !stretch.segment.articles[stretch.article];
    if (!gone && !kept.some(beside)) {
      kept.push(stretch);
    }
  }
  return kept;
}

function voters({ order, counts }: RarestPairs): number[] {
  const chosen: number[] = [];
  let budget = voteBudget;
  for (const pair of order) {
    budget -= counts[pair] ?? 0;
    // A query of common words only still gets its rarest pair, in part.
    if (budget < 0 && chosen.length > 0) {
      break;
    }
    chosen.push(pair);
  }
  return chosen;
}

function vote(
  segment: Segment,
  query: Uint32Array,
  electorate: readonly number[],
  counts: readonly number[],
  total: number,
  stretches: Stretch[],
): void {
  const { heads, postings, hashes, bases } = segment;
  let slots = 0;
  for (const pair of electorate) {
    const one = query[pair] ?? 0;
    const other = query[pair + 1] ?? 0;
    const bucket = pairBucket(one, other, segment.shift);
    const start = heads[bucket] ?? 0;
    const end = Math.min(heads[bucket + 1] ?? 0, start + voteBudget);
    const weight = 1 + Math.round(4 * Math.log2(1 + total / (counts[pair] ?? 1)));
    for (let at = start; at < end; at++) {
      const place = postings[at] ?? 0;
      if (hashes[place] === one && hashes[place + 1] === other) {
        const article = articleAt(segment, place);
        // Overlapping bins: hits on both sides of an edge meet in one of the two.
        const bin = (place - (bases[article] ?? 0) - pair) >> binBits;
        slots = cast(article, bin, weight, slots);
        slots = cast(article, bin - 1, weight, slots);
      }
    }
  }
  const enough = stretchLimit * 2;
  let floor = 0;
  for (let index = 0; index < slots; index++) {
    const slot = used[index] ?? 0;
    const votes = votesOf[slot] ?? 0;
    if (votes > floor) {
      stretches.push({ segment, article: articlesOf[slot] ?? 0, bin: binsOf[slot] ?? 0, votes });
      if (stretches.length > enough * 4) {
        stretches.sort((one, other) => other.votes - one.votes);
        stretches.length = enough;
        floor = stretches[enough - 1]?.votes ?? 0;
      }
    }
    votesOf[slot] = 0;
  }
}

/** Adds to the votes of a bin; gives the number of slots in use. A full table turns the rarer places away. */
function cast(article: number, bin: number, weight: number, slots: number): number {
  const mask = (1 << tableBits) - 1;
  let slot = Math.imul(bin ^ Math.imul(article, 0x2c1b3c6d), 0x9e3779b1) >>> (32 - tableBits);
  while ((votesOf[slot] ?? 0) !== 0) {
    if (binsOf[slot] === bin && articlesOf[slot] === article) {
      votesOf[slot] = (votesOf[slot] ?? 0) + weight;
      return slots;
    }
    slot = (slot + 1) & mask;
  }
  if (slots > mask - (mask >>> 3)) {
    return slots;
  }
  binsOf[slot] = bin;
  votesOf[slot] = weight;
  articlesOf[slot] = article;
  used[slots] = slot;
  return slots + 1;
}

function alignAll(stretches: readonly Stretch[], query: Uint32Array): Hit[] {
  const hits: Hit[] = [];
  let cells = cellBudget;
  for (const stretch of stretches) {
    const { segment, article } = stretch;
    const base = segment.bases[article] ?? 0;
    const end = base + (segment.lengths[article] ?? 0);
    const width = 1 << binBits;
    const from = Math.max(base, base + stretch.bin * width - width / 2);
    const to = Math.min(end, base + (stretch.bin + 2) * width + query.length + width / 2);
    cells -= (to - from) * query.length;
    if (!segment.articles[article] || (cells < 0 && hits.length > 1)) {
      continue;
    }
    const found = align(query, segment.hashes, from, to);
    if (found && found.matched >= Math.min(2, query.length)) {
      // The words at the edges that were not found belong to the stretch: they are what was altered.
      const first = Math.max(base, found.first - found.queryFirst);
      const last = Math.min(end - 1, found.last + query.length - 1 - found.queryLast);
      const quoted = quotedShare(segment, found.first, found.last + 1);
      const score = found.matched / query.length;
      hits.push({ segment, article, first: first - base, last: last - base, score, quoted });
    }
  }
  return hits;
}
