import type { Article } from './article.ts';
import { binBits } from './pairs-ballots.ts';
import type { Stretch } from './pairs-foremost.ts';
import { isWanted, type RarestPairs } from './pairs-lookup.ts';
import { articleAt, isOfPair, placeBits, type Segment } from './pairs-segment.ts';

/** Where a pair stands more often, its places are not looked at: some milliseconds. */
const mostPlaces = 40_000;
/** Stretches given at most: each is looked at. */
const mostStretches = 2048;
/** Longer runs are told apart no further. */
const longestRun = 16;

/**
 * Of a query of nothing but common pairs the places where its rarest pair stands in the longest runs of its words: those of
 * two words or more where these are not too many, else those of three or more, and so on. All that are as long are given
 * or none, so that they do not depend on how articles are parted. One is as good as another.
 */
export function crowdedStretches(
  segments: readonly Segment[],
  query: Uint32Array,
  { order, counts, hashes: pairHashes }: RarestPairs,
  within?: ReadonlySet<Article>,
): readonly Stretch[] {
  const [pair] = order;
  if (pair === undefined || (counts[pair] ?? 0) > mostPlaces) {
    return [];
  }
  const hash = pairHashes[pair] ?? 0;
  const found: {
    readonly segment: Segment;
    readonly article: number;
    readonly place: number;
    readonly run: number;
  }[] = [];
  /** By length: how many runs are so long. */
  const times = new Uint32Array(longestRun + 1);
  for (const segment of segments) {
    const { heads, postings, hashes, shift, articles } = segment;
    const bits = placeBits(hashes);
    const places = 2 ** bits - 1;
    const end = heads[(hash >>> shift) + 1] ?? 0;
    for (let at = heads[hash >>> shift] ?? 0; at < end; at++) {
      const posting = postings[at] ?? 0;
      if (!isOfPair(posting, hash, bits)) {
        continue;
      }
      const place = posting & places;
      const article = articleAt(segment, place);
      if (isWanted(articles[article], within)) {
        const run = Math.min(longestRun, runAround(hashes, place, query, pair));
        times[run] = (times[run] ?? 0) + 1;
        found.push({ segment, article, place, run });
      }
    }
  }
  let least = longestRun + 1;
  for (let given = 0; least > 0; least--) {
    given += times[least - 1] ?? 0;
    if (given > mostStretches) {
      break;
    }
  }
  return found
    .filter(({ run }) => run >= least)
    .map(({ segment, article, place }) => {
      const first = place - pair - (segment.bases[article] ?? 0);
      return { segment, article, bin: first >> binBits, least: first, most: first, votes: 1 };
    });
}

/** How many words of a query stand in a row around a place of one of its words. */
function runAround(hashes: Uint32Array, place: number, query: Uint32Array, word: number): number {
  let before = 0;
  while (before < word && hashes[place - before - 1] === query[word - before - 1]) {
    before++;
  }
  let behind = 0;
  while (word + behind < query.length && hashes[place + behind] === query[word + behind]) {
    behind++;
  }
  return before + behind;
}
