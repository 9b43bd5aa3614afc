import { align } from './pairs-align.ts';
import { commonWith } from './pairs-common.ts';
import { leastWorth, quotedShare, type Hit, type RarestPairs } from './pairs-lookup.ts';
import type { Segment } from './pairs-segment.ts';
import { elect, faintest, type Stretch } from './pairs-votes.ts';

/** Cells of all alignments of a query. */
const cellBudget = 400_000;
/** Stretches aligned at most. */
const stretchLimit = 24;
/** Words looked at on both sides of a stretch. */
const margin = 6;
/** Runs that are told from stretches: a query of common words has more than anybody wants. */
const knownLimit = 64;

/**
 * Stretches where many pairs of a query stand along one diagonal: places where its words were altered, elided,
 * or printed apart. Known hits are not given again.
 */
export function findStretches(
  segments: readonly Segment[],
  query: Uint32Array,
  pairs: RarestPairs,
  known: readonly Hit[],
): Hit[] {
  return alignAll(distinct(elect(segments, pairs), known.slice(0, knownLimit)), query, known);
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
