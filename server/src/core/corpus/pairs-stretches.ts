import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';
import { align } from './pairs-align.ts';
import { commonWith } from './pairs-common.ts';
import type { Stretch } from './pairs-foremost.ts';
import { QueryTable } from './pairs-query.ts';
import { leastWorth, quotedShare, type Hit, type RarestPairs } from './pairs-lookup.ts';
import { pathOf, type Segment } from './pairs-segment.ts';
import { elect } from './pairs-votes.ts';

/** Cells of all alignments of a query. */
const cellBudget = 400_000;
/** Stretches aligned at most. */
const stretchLimit = 16;
/** Words looked at on both sides of a stretch. */
const margin = 6;
/** Runs that are told from stretches: a query of common words has more than anybody wants. */
const knownLimit = 64;
/** Filled for one query after the other. */
const table = new QueryTable();

/**
 * Stretches where many pairs of a query stand along one diagonal: places where its words were altered, elided,
 * or printed apart. Known hits are not given again.
 */
export function findStretches(
  segments: readonly Segment[],
  query: Uint32Array,
  pairs: RarestPairs,
  known: readonly Hit[],
  within?: ReadonlySet<Article>,
): Hit[] {
  const best = known.reduce((most, { score }) => Math.max(most, score), 0);
  table.fill(query);
  const windows = promising(elect(segments, pairs, within), query.length, best);
  return alignAll(distinct(windows, known.slice(0, knownLimit)), query.length, best);
}

/** A stretch with the places that it is looked for at, and an upper bound for the words of the query found in order. */
interface Window {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

/** The stretches that may have enough of the words in order; with most votes first, and then with most of the words. */
function promising(stretches: readonly Stretch[], words: number, best: number): readonly Window[] {
  const common = commonWith(table);
  const least = leastWorth(best) * words;
  const windows: Window[] = [];
  for (const stretch of stretches) {
    const { from, to } = placesOf(stretch, words);
    const most = common === undefined ? words : common(stretch.segment.hashes, from, to);
    if (most >= least) {
      windows.push({ stretch, from, to, most });
    }
  }
  return windows.sort(
    (one, other) =>
      other.stretch.votes - one.stretch.votes || other.most - one.most || byPlace(one.stretch, other.stretch),
  );
}

function byPlace(one: Stretch, other: Stretch): number {
  return byCodeUnits(pathOf(one), pathOf(other)) || one.bin - other.bin;
}

/** The stretches to be aligned: of neighbouring bins, which share their votes, the better one. */
function distinct(windows: readonly Window[], known: readonly Hit[]): readonly Window[] {
  const kept: Window[] = [];
  for (const window of windows) {
    const { segment, article, bin, least, most } = window.stretch;
    const isBeside = ({ stretch: other }: Window): boolean =>
      other.segment === segment && other.article === article && Math.abs(other.bin - bin) <= 1;
    const isKnown = (hit: Hit): boolean =>
      hit.segment === segment && hit.article === article && least <= hit.first && hit.first <= most;
    if (!kept.some(isBeside) && !known.some(isKnown) && kept.push(window) === stretchLimit) {
      break;
    }
  }
  // Those that may be best come first: the rest need not be aligned where it cannot be half as good.
  return kept.sort((one, other) => other.most - one.most);
}

function alignAll(windows: readonly Window[], words: number, known: number): Hit[] {
  const hits: Hit[] = [];
  let best = known;
  let cells = cellBudget;
  for (const { stretch, from, to, most } of windows) {
    const { segment, article } = stretch;
    cells -= (to - from) * words;
    if (most < leastWorth(best) * words || (cells < 0 && hits.length > 1)) {
      continue;
    }
    const found = align(table, segment.hashes, from, to);
    if (found && found.matched >= Math.min(2, words)) {
      const base = segment.bases[article] ?? 0;
      const end = base + (segment.lengths[article] ?? 0);
      // The words at the edges that were not found belong to the stretch: they are what was altered.
      const first = Math.max(base, found.first - found.queryFirst);
      const last = Math.min(end - 1, found.last + words - 1 - found.queryLast);
      const quoted = quotedShare(segment, found.first, found.last + 1);
      const score = found.matched / words;
      best = Math.max(best, score);
      hits.push({ segment, article, first: first - base, last: last - base, score, quoted });
    }
  }
  return hits;
}

/** The places of a segment that a stretch is looked for at. */
function placesOf({ segment, article, least, most }: Stretch, words: number): { from: number; to: number } {
  const base = segment.bases[article] ?? 0;
  const end = base + (segment.lengths[article] ?? 0);
  return { from: Math.max(base, base + least - margin), to: Math.min(end, base + most + words + margin) };
}
