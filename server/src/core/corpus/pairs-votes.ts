import { align } from './pairs-align.ts';
import { commonWith } from './pairs-common.ts';
import { leastWorth, quotedShare, type Hit, type RarestPairs } from './pairs-lookup.ts';
import { articleAt, pairHash, placeBits, type Segment } from './pairs-segment.ts';

/** Votes cast a query at most: enough for the ten or so rarest pairs of a quotation among 10,000 articles. */
const voteBudget = 4000;
/** With so many pairs and votes the place is clear, were three words of the quotation changed. */
const enoughPairs = 9;
const enoughVotes = 1000;
/** Cells of all alignments of a query. */
const cellBudget = 400_000;
/** Stretches aligned at most; and looked at, of which some are known. */
const stretchLimit = 24;
const foremost = 48;
/** Stretches with fewer votes than this share of the best one's are chance. */
const faintest = 0.2;

/** Neighbouring diagonals that share a vote: a split quotation leaves its diagonal by the words of the attribution. */
const binBits = 5;
const tableBits = 13;
/** Bins are numbered from 1 as their first vote comes; the number of each by its hash. A full table turns more away. */
const numbers = new Uint16Array(1 << tableBits);
const mostBins = (1 << tableBits) - (1 << (tableBits - 3));
const binsOf = new Int32Array(mostBins + 2);
const articlesOf = new Int32Array(mostBins + 2);
const votesOf = new Int32Array(mostBins + 2);
const leastOf = new Int32Array(mostBins + 2);
const mostOf = new Int32Array(mostBins + 2);
/** The bins with votes enough, with those of the neighbouring one; and how many have so many, the highest together. */
const worthy = new Uint16Array(mostBins + 2);
const joints = new Int32Array(mostBins + 2);
const tally = new Int32Array(4096);
/** The votes of a pair. The articles lie all over memory: fetched before they are counted, they are fetched side by side. */
const fetchedArticles = new Int32Array(voteBudget);
const fetchedDiagonals = new Int32Array(voteBudget);
/** Words looked at on both sides of a stretch. */
const margin = 6;

/** Runs that are told from stretches: a query of common words has more than anybody wants. */
const knownLimit = 64;

interface Stretch {
  readonly segment: Segment;
  readonly article: number;
  readonly bin: number;
  /** Where the query would begin, by the first and by the last of its votes; words from the article's first. */
  readonly least: number;
  readonly most: number;
  readonly votes: number;
}

/**
 * Stretches where many pairs of a query stand along one diagonal: places where its words were altered, elided,
 * or printed apart. Rarest pairs vote first and weigh most. Known hits are not given again.
 */
export function findStretches(
  segments: readonly Segment[],
  query: Uint32Array,
  pairs: RarestPairs,
  known: readonly Hit[],
): Hit[] {
  const electorate = voters(pairs);
  let total = 0;
  for (const { words } of segments) {
    total += words;
  }
  const stretches: Stretch[] = [];
  let best = 0;
  for (const segment of segments) {
    best = vote(segment, query, electorate, pairs.counts, total, best, stretches);
  }
  stretches.sort((one, other) => other.votes - one.votes);
  stretches.length = Math.min(stretches.length, foremost);
  return alignAll(distinct(stretches, known.slice(0, knownLimit)), query, known);
}

/** The stretches worth aligning: of neighbouring bins, which share their votes, the better one. */
function distinct(stretches: readonly Stretch[], known: readonly Hit[]): Stretch[] {
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
    const isKnown = (hit: Hit): boolean =>
      hit.segment === stretch.segment &&
      hit.article === stretch.article &&
      stretch.least <= hit.first &&
      hit.first <= stretch.most;
    const gone = !stretch.segment.articles[stretch.article];
    if (!gone && !kept.some(beside) && !known.some(isKnown)) {
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
    const clear = chosen.length >= enoughPairs && budget < voteBudget - enoughVotes;
    if (chosen.length > 0 && (budget < 0 || clear)) {
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
  best: number,
  stretches: Stretch[],
): number {
  const { heads, postings, hashes, bases } = segment;
  const bits = placeBits(hashes);
  const places = 2 ** bits - 1;
  let bins = 0;
  for (const pair of electorate) {
    const one = query[pair] ?? 0;
    const other = query[pair + 1] ?? 0;
    const hash = pairHash(one, other);
    const bucket = hash >>> segment.shift;
    const start = heads[bucket] ?? 0;
    const end = Math.min(heads[bucket + 1] ?? 0, start + voteBudget);
    const weight = 1 + Math.round(4 * Math.log2(1 + total / (counts[pair] ?? 1)));
    let count = 0;
    for (let at = start; at < end; at++) {
      const posting = postings[at] ?? 0;
      const place = posting & places;
      const article = articleAt(segment, place);
      fetchedArticles[count] = article;
      fetchedDiagonals[count] = place - (bases[article] ?? 0) - pair;
      // So much of the hash is enough to vote.
      count += (posting ^ (hash << bits)) >>> bits === 0 ? 1 : 0;
    }
    for (let index = 0; index < count; index++) {
      bins = cast(fetchedArticles[index] ?? 0, fetchedDiagonals[index] ?? 0, weight, bins);
    }
  }
  const most = collect(segment, bins, best, stretches);
  numbers.fill(0);
  return most;
}

/** Takes out the best stretches. Neighbouring bins count together: votes fall at their edge. */
function collect(segment: Segment, bins: number, before: number, stretches: Stretch[]): number {
  let best = before;
  for (let bin = 1; bin <= bins; bin++) {
    best = Math.max(best, votesOf[bin] ?? 0);
  }
  // Alone it is too faint; and with its neighbour.
  const leastOwn = (best * faintest) / 2;
  const least = best * faintest;
  const most = Math.min(best * 2, tally.length - 1);
  tally.fill(0, 0, most + 1);
  let left = 0;
  for (let bin = 1; bin <= bins; bin++) {
    const votes = votesOf[bin] ?? 0;
    const joint = votes < leastOwn ? 0 : votes + (votesOf[nextTo(bin)] ?? 0);
    if (joint >= least) {
      worthy[left] = bin;
      joints[left++] = joint;
      const height = Math.min(joint, most);
      tally[height] = (tally[height] ?? 0) + 1;
    }
  }
  // Thousands of bins may have a vote or two: only the foremost become stretches, of equals those that come first.
  let enough = most;
  let above = 0;
  while (enough > 0 && above + (tally[enough] ?? 0) < foremost) {
    above += tally[enough] ?? 0;
    enough--;
  }
  let equals = enough === most ? left : foremost - above;
  for (let index = 0; index < left; index++) {
    const joint = joints[index] ?? 0;
    if (joint > enough || (joint === enough && equals-- > 0)) {
      stretches.push(stretchAt(segment, worthy[index] ?? 0, joint));
      best = Math.max(best, joint);
    }
  }
  return best;
}

function stretchAt(segment: Segment, number: number, votes: number): Stretch {
  const next = nextTo(number);
  const most = (next > 0 ? mostOf[next] : mostOf[number]) ?? 0;
  return {
    segment,
    article: articlesOf[number] ?? 0,
    bin: binsOf[number] ?? 0,
    least: leastOf[number] ?? 0,
    most,
    votes,
  };
}

/** The number of the neighbouring bin; 0 where it has no vote. */
function nextTo(number: number): number {
  return numbers[slotOf(articlesOf[number] ?? 0, (binsOf[number] ?? 0) + 1)] ?? 0;
}

/** The slot of a bin in the table, or the empty one where it belongs. */
function slotOf(article: number, bin: number): number {
  const mask = (1 << tableBits) - 1;
  let slot = Math.imul(bin ^ Math.imul(article, 0x2c1b3c6d), 0x9e3779b1) >>> (32 - tableBits);
  for (let number = numbers[slot] ?? 0; number !== 0; number = numbers[slot] ?? 0) {
    if (binsOf[number] === bin && articlesOf[number] === article) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** Adds to the votes of a diagonal's bin; gives how many bins there are. */
function cast(article: number, diagonal: number, weight: number, bins: number): number {
  const bin = diagonal >> binBits;
  const slot = slotOf(article, bin);
  const known = numbers[slot] ?? 0;
  if (known > 0) {
    votesOf[known] = (votesOf[known] ?? 0) + weight;
    leastOf[known] = Math.min(leastOf[known] ?? 0, diagonal);
    mostOf[known] = Math.max(mostOf[known] ?? 0, diagonal);
    return bins;
  }
  if (bins > mostBins) {
    return bins;
  }
  const number = bins + 1;
  numbers[slot] = number;
  binsOf[number] = bin;
  articlesOf[number] = article;
  leastOf[number] = diagonal;
  mostOf[number] = diagonal;
  votesOf[number] = weight;
  return number;
}

function alignAll(stretches: readonly Stretch[], query: Uint32Array, known: readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  const windows = stretches.map(it => windowOf(it, query.length));
  const isCheap = windows.reduce((sum, { from, to }) => sum + (to - from) * query.length, 0) <= cellBudget;
  const common = isCheap ? commonWith(query) : undefined;
  let best = known.reduce((most, { score }) => Math.max(most, score), 0);
  let cells = cellBudget;
  stretches.forEach(({ segment, article }, index) => {
    const { from, to } = windows[index] ?? { from: 0, to: 0 };
    cells -= (to - from) * query.length;
    if (!segment.articles[article] || (cells < 0 && hits.length > 1)) {
      return;
    }
    // What cannot have enough of the words in order is not aligned.
    if (common !== undefined && common(segment.hashes, from, to) / query.length < leastWorth(best)) {
      return;
    }
    const found = align(query, segment.hashes, from, to);
    if (found && found.matched >= Math.min(2, query.length)) {
      const base = segment.bases[article] ?? 0;
      const end = base + (segment.lengths[article] ?? 0);
      // The words at the edges that were not found belong to the stretch: they are what was altered.
      const first = Math.max(base, found.first - found.queryFirst);
      const last = Math.min(end - 1, found.last + query.length - 1 - found.queryLast);
      const quoted = quotedShare(segment, found.first, found.last + 1);
      const score = found.matched / query.length;
      best = Math.max(best, score);
      hits.push({ segment, article, first: first - base, last: last - base, score, quoted });
    }
  });
  return hits;
}

/** The places of a segment that a stretch is looked for at. */
function windowOf({ segment, article, least, most }: Stretch, words: number): { from: number; to: number } {
  const base = segment.bases[article] ?? 0;
  const end = base + (segment.lengths[article] ?? 0);
  return { from: Math.max(base, base + least - margin), to: Math.min(end, base + most + words + margin) };
}
