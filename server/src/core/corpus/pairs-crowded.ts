import type { Article } from './article.ts';
import { binBits } from './pairs-ballots.ts';
import type { Stretch } from './pairs-foremost.ts';
import { isWanted, type RarestPairs } from './pairs-lookup.ts';
import { articleAt, isOfPair, placeBits, placeMask, type Segment } from './pairs-segment.ts';

/** Where a pair stands more often, its places are not looked at: some milliseconds. */
const mostPlaces = 40_000;
/** Stretches given at most: each is looked at. */
const mostStretches = 2048;
/** A pair that stands there: what only shares its bucket does not. */
const shortestRun = 2;
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
  found.find(segments, query, pair, pairHashes[pair] ?? 0);
  const given: Stretch[] = [];
  for (let run = longestRun; run >= shortestRun; run--) {
    const before = given.length;
    for (const at of found.withRun(run)) {
      const segment = segments[found.segments[at] ?? 0];
      const place = found.places[at] ?? 0;
      // Which article it is is asked of few: the answer lies elsewhere in memory for each.
      const article = segment === undefined ? -1 : articleAt(segment, place);
      if (segment !== undefined && isWanted(segment.articles[article], within)) {
        if (given.length === mostStretches) {
          return given.slice(0, before);
        }
        const first = place - pair - (segment.bases[article] ?? 0);
        given.push({ segment, article, bin: first >> binBits, least: first, most: first, votes: 1 });
      }
    }
  }
  return given;
}

/** The places of a pair with the runs around them; filled for one query after the other, since an object a place takes longer. */
class Found {
  places = new Uint32Array(0);
  /** Index of the segment that each lies in. */
  segments = new Uint32Array(0);
  #runs = new Uint8Array(0);
  /** The places by their runs, those of the shortest first. */
  #byRun = new Uint32Array(0);
  /** By run: where in `#byRun` its places begin; one more at the end. */
  readonly #starts = new Uint32Array(longestRun + 2);

  find(segments: readonly Segment[], query: Uint32Array, pair: number, hash: number): void {
    if (this.places.length === 0) {
      this.places = new Uint32Array(mostPlaces);
      this.segments = new Uint32Array(mostPlaces);
      this.#runs = new Uint8Array(mostPlaces);
      this.#byRun = new Uint32Array(mostPlaces);
    }
    let count = 0;
    for (const [index, { heads, postings, hashes, shift }] of segments.entries()) {
      const bits = placeBits(hashes);
      const mask = placeMask(bits);
      const end = heads[(hash >>> shift) + 1] ?? 0;
      for (let at = heads[hash >>> shift] ?? 0; at < end; at++) {
        const posting = postings[at] ?? 0;
        if (isOfPair(posting, hash, bits)) {
          const place = posting & mask;
          this.places[count] = place;
          this.segments[count] = index;
          this.#runs[count] = Math.min(longestRun, runAround(hashes, place, query, pair));
          count++;
        }
      }
    }
    this.#sort(count);
  }

  /** Those with a run of so many words, in the order they were found in. */
  withRun(run: number): Uint32Array {
    return this.#byRun.subarray(this.#starts[run], this.#starts[run + 1]);
  }

  #sort(count: number): void {
    const starts = this.#starts.fill(0);
    for (let at = 0; at < count; at++) {
      const behind = (this.#runs[at] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
    for (let run = 1; run < starts.length; run++) {
      starts[run] = (starts[run] ?? 0) + (starts[run - 1] ?? 0);
    }
    const fill = starts.slice();
    for (let at = 0; at < count; at++) {
      const run = this.#runs[at] ?? 0;
      const to = fill[run] ?? 0;
      this.#byRun[to] = at;
      fill[run] = to + 1;
    }
  }
}

const found = new Found();

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
