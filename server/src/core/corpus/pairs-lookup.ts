import type { Article } from './article.ts';
import {
  articleAt,
  isOfPair,
  isQuoted,
  pairHash,
  placeBits,
  placeMask,
  type Segment,
} from './pairs-segment.ts';
import { mayPass } from './word-sieve.ts';

/** A stretch of an article that a query was found at. Words are counted from the article's first. */
export interface Hit {
  readonly segment: Segment;
  /** Index of the article in its segment. */
  readonly article: number;
  readonly first: number;
  readonly last: number;
  /** The share of the query's words found, in order. */
  readonly score: number;
  /** The share of the hit's words that stand inside quotation marks. */
  readonly quoted: number;
}

/** Pairs looked at to find a run of nothing but common words; what it leaves is beyond any use. */
const runBudget = 200_000;
/** Runs gathered before the best are chosen. */
const runLimit = 4096;

/** The least score that is of any help where there is one so good: a share of the query's words, and half of its. */
export function leastWorth(best: number): number {
  return Math.max(0.3, best * 0.5);
}

/** The pairs of a query, rarest first, leaving out those that no article has. */
export interface RarestPairs {
  /** Index of the pair's first word in the query. */
  readonly order: readonly number[];
  /** By that index: how often each stands somewhere. */
  readonly counts: Uint32Array;
  readonly hashes: Int32Array;
  /** Whether every pair of the query stands somewhere: else no run can be found. */
  readonly complete: boolean;
}

/** Counts the pairs of a query in all segments, and puts them in order. `query`: hashes of its words. */
export function rarestPairs(segments: readonly Segment[], query: Uint32Array): RarestPairs {
  const pairs = query.length - 1;
  const hashes = new Int32Array(pairs);
  const counts = new Uint32Array(pairs);
  const common = commonPairs(segments);
  const others: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const hash = pairHash(query[pair] ?? 0, query[pair + 1] ?? 0);
    const known = common.get(hash);
    hashes[pair] = hash;
    if (known === undefined) {
      others.push(pair);
    } else {
      counts[pair] = known;
    }
  }
  // Where all are looked up before any is counted, the processor waits for the next while it reads the first.
  for (const { heads, shift } of segments) {
    for (const pair of others) {
      const bucket = (hashes[pair] ?? 0) >>> shift;
      counts[pair] = (counts[pair] ?? 0) + (heads[bucket + 1] ?? 0) - (heads[bucket] ?? 0);
    }
  }
  for (const pair of others) {
    const hash = hashes[pair] ?? 0;
    const count = counts[pair] === 0 ? 0 : countOf(segments, hash);
    counts[pair] = count;
    if (count >= commonFrom) {
      common.set(hash, count);
    }
  }
  const order: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    if (counts[pair] !== 0) {
      order.push(pair);
    }
  }
  order.sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
  return { order, counts, hashes, complete: order.length === pairs };
}

/** How often a pair stands somewhere. */
function countOf(segments: readonly Segment[], hash: number): number {
  let count = 0;
  for (const { heads, postings, hashes, shift } of segments) {
    const bits = placeBits(hashes);
    const bucket = hash >>> shift;
    const end = heads[bucket + 1] ?? 0;
    for (let at = heads[bucket] ?? 0; at < end; at++) {
      count += isOfPair(postings[at] ?? 0, hash, bits) ? 1 : 0;
    }
  }
  return count;
}

/** Pairs that stand so often are counted once: drafts have them again and again. */
const commonFrom = 64;
/** More of them are not remembered: then all are counted anew. */
const mostCommon = 50_000;

const remembered = new WeakMap<readonly Segment[], Map<number, number>>();

/** How often common pairs stand in some segments, by hash; what is not there is not known. */
function commonPairs(segments: readonly Segment[]): Map<number, number> {
  const known = remembered.get(segments);
  if (known !== undefined && known.size < mostCommon) {
    return known;
  }
  const none = new Map<number, number>();
  remembered.set(segments, none);
  return none;
}

/** Places where the words of a query stand one after the other, by its rarest pair. */
export function findRuns(
  segments: readonly Segment[],
  query: Uint32Array,
  pairs: RarestPairs,
  within?: ReadonlySet<Article>,
): Hit[] {
  const hits: Hit[] = [];
  const [rarest] = pairs.order;
  if (rarest === undefined || !pairs.complete) {
    return hits;
  }
  const hash = pairs.hashes[rarest] ?? 0;
  let budget = runBudget;
  for (const segment of segments) {
    const { heads, postings, hashes } = segment;
    const bucket = hash >>> segment.shift;
    const bits = placeBits(hashes);
    const places = placeMask(bits);
    const end = heads[bucket + 1] ?? 0;
    for (let at = heads[bucket] ?? 0; at < end && budget > 0 && hits.length < runLimit; at++) {
      const posting = postings[at] ?? 0;
      budget--;
      if (!isOfPair(posting, hash, bits)) {
        continue;
      }
      const start = (posting & places) - rarest;
      let word = 0;
      while (word < query.length && hashes[start + word] === query[word]) {
        word++;
      }
      if (word === query.length) {
        pushRun(hits, segment, start, query.length, within);
      }
    }
  }
  return hits;
}

/**
 * Places of one single word. No pair can be looked up, so every word of the segments that may have it is passed over,
 * those in quotation marks first: some milliseconds in 10,000 articles, and drafts quote single words rarely.
 */
export function findWord(segments: readonly Segment[], word: number, within?: ReadonlySet<Article>): Hit[] {
  const hits: Hit[] = [];
  const wanted = segments.filter(segment => mayPass(segment.sieve, word));
  for (const inside of [1, 0]) {
    for (const segment of wanted) {
      const { hashes } = segment;
      let place = hashes.indexOf(word);
      while (place !== -1 && hits.length < runLimit) {
        if (isQuoted(segment, place) === inside) {
          pushRun(hits, segment, place, 1, within);
        }
        place = hashes.indexOf(word, place + 1);
      }
    }
  }
  return hits;
}

/** Whether an article that is still there has a word. */
export function hasWord(segment: Segment, word: number): boolean {
  let place = mayPass(segment.sieve, word) ? segment.hashes.indexOf(word) : -1;
  while (place !== -1 && !segment.articles[articleAt(segment, place)]) {
    place = segment.hashes.indexOf(word, place + 1);
  }
  return place !== -1;
}

function pushRun(
  hits: Hit[],
  segment: Segment,
  start: number,
  length: number,
  within: ReadonlySet<Article> | undefined,
): void {
  const article = articleAt(segment, start);
  if (isWanted(segment.articles[article], within)) {
    const first = start - (segment.bases[article] ?? 0);
    const quoted = quotedShare(segment, start, start + length);
    hits.push({ segment, article, first, last: first + length - 1, score: 1, quoted });
  }
}

/** Whether an article is still there, and among those asked for. */
export function isWanted(article: Article | undefined, within: ReadonlySet<Article> | undefined): boolean {
  return article !== undefined && (within === undefined || within.has(article));
}

/** The share of the words `from` to `to` (end exclusive) that stand inside quotation marks. */
export function quotedShare(segment: Segment, from: number, to: number): number {
  let count = 0;
  for (let place = from; place < to; place++) {
    count += isQuoted(segment, place);
  }
  return count / Math.max(1, to - from);
}
