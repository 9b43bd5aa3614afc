import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';
import { leastFirst } from './least-first.ts';
import { align } from './pairs-align.ts';
import { commonWith } from './pairs-common.ts';
import { crowdedStretches } from './pairs-crowded.ts';
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
  const elected = elect(segments, pairs, within, known.length > 0);
  const windows = promising(
    elected ?? crowdedStretches(segments, query, pairs, within),
    query.length,
    best,
    known.slice(0, knownLimit),
  );
  return alignAll(windows, query.length, best);
}

/** A stretch with the places that it is looked for at, and an upper bound for the words of the query found in order. */
interface Window {
  readonly stretch: Stretch;
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

/**
 * The stretches to be aligned: those with most votes that may have enough of the words in order, and of as many votes those
 * with most of the words. They come with most votes first: where there are enough, the rest is not looked at.
 */
function promising(
  stretches: readonly Stretch[],
  words: number,
  best: number,
  known: readonly Hit[],
): readonly Window[] {
  const common = commonWith(table);
  const least = leastWorth(best) * words;
  const kept: Window[] = [];
  let alike: Window[] = [];
  const keepBest = (): void => {
    // Paths are compared only among those with as many words, and none behind those that fill the list.
    alike.sort((one, other) => other.most - one.most);
    for (let from = 0, to = 0; from < alike.length && kept.length < stretchLimit; from = to) {
      while (to < alike.length && alike[to]?.most === alike[from]?.most) {
        to++;
      }
      for (const window of leastFirst(alike.slice(from, to), byPath)) {
        if (kept.length === stretchLimit) {
          break;
        }
        if (isNew(window.stretch, kept, known)) {
          kept.push(window);
        }
      }
    }
    alike = [];
  };
  let votes = 0;
  for (const stretch of stretches) {
    if (stretch.votes !== votes) {
      keepBest();
      votes = stretch.votes;
    }
    if (kept.length === stretchLimit) {
      break;
    }
    const { from, to } = placesOf(stretch, words);
    const most = common === undefined ? words : common(stretch.segment.hashes, from, to);
    if (most >= least) {
      alike.push({ stretch, from, to, most });
    }
  }
  keepBest();
  // Those that may be best come first: the rest need not be aligned where it cannot be half as good.
  return kept.sort((one, other) => other.most - one.most);
}

function byPath(one: Window, other: Window): number {
  return byCodeUnits(pathOf(one.stretch), pathOf(other.stretch)) || one.stretch.bin - other.stretch.bin;
}

/** Whether a stretch is no known hit, nor beside one that was kept: neighbouring bins share their votes, the better one counts. */
function isNew(stretch: Stretch, kept: readonly Window[], known: readonly Hit[]): boolean {
  const { segment, article, bin, least, most } = stretch;
  for (const { stretch: other } of kept) {
    if (other.segment === segment && other.article === article && Math.abs(other.bin - bin) <= 1) {
      return false;
    }
  }
  for (const hit of known) {
    if (hit.segment === segment && hit.article === article && least <= hit.first && hit.first <= most) {
      return false;
    }
  }
  return true;
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
