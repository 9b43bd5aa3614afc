import { slotOf, type QueryTable } from './pairs-query.ts';

/** How a query lies along the words of an article. Indexes of words, `first` and `last` included. */
export interface Alignment {
  /** In the segment's places. */
  readonly first: number;
  readonly last: number;
  /** The first and last word of the query that was found. */
  readonly queryFirst: number;
  readonly queryLast: number;
  /** Words of the query found, in order. */
  readonly matched: number;
}

// A gap in the source is cheap: an attribution of some words may stand between the parts of a split quotation.
const match = 8;
const replaced = 4;
const inserted = 2;
/** Meetings that the way to another is looked for among: only words said over and over have more that are near enough. */
const mostBefore = 200;

/** Meetings: where a place of the source has a word of the query. Grown as needed and reused. */
let room = 0;
let columns = new Int32Array(0);
let rows = new Int32Array(0);
/** Of the best alignment that ends with a meeting: its score, the meeting that it starts with, how many it has. */
let scores = new Int32Array(0);
let starts = new Int32Array(0);
let counts = new Int32Array(0);

/**
 * The best local alignment of a query with the places `from` to `to` (end exclusive) of an array of words, after
 * Smith and Waterman (1981): a stretch, not a scatter of common words. Undefined where no word agrees.
 *
 * Of their table only the cells in which words meet are worked out, one in thirty: what lies between two of them costs
 * what the cheapest way from one to the other does.
 */
export function align(
  query: QueryTable,
  hashes: Uint32Array,
  from: number,
  to: number,
): Alignment | undefined {
  const { keys, numbers, first, next } = query;
  let count = 0;
  let best = 0;
  for (let column = from; column < to; column++) {
    const before = count;
    for (
      let row = first[numbers[slotOf(keys, hashes[column] ?? 0)] ?? 0] ?? -1;
      row >= 0;
      row = next[row] ?? -1
    ) {
      if (count === room) {
        grow();
      }
      const top = scores[best] ?? 0;
      const way = before === 0 ? -1 : wayTo(row, column, before, top);
      rows[count] = row;
      columns[count] = column;
      const score = match + (way < 0 ? 0 : gained(way, row, column));
      scores[count] = score;
      starts[count] = way < 0 ? count : (starts[way] ?? 0);
      counts[count] = way < 0 ? 1 : (counts[way] ?? 0) + 1;
      if (count === 0 || score > top || (score === top && row < (rows[best] ?? 0))) {
        best = count;
      }
      count++;
    }
  }
  const start = starts[best] ?? 0;
  return count === 0
    ? undefined
    : {
        first: columns[start] ?? 0,
        last: columns[best] ?? 0,
        queryFirst: rows[start] ?? 0,
        queryLast: rows[best] ?? 0,
        matched: counts[best] ?? 0,
      };
}

/** The meeting, of so many, that the best way to a cell comes from; -1 where it is best to start there. */
function wayTo(row: number, column: number, before: number, top: number): number {
  let best = 0;
  let rank = 0;
  let way = -1;
  for (let at = before - 1; at >= Math.max(0, before - mostBefore); at--) {
    // No word of the query is found twice; and what is left out of the source costs.
    const limit = Math.min(top, match * row) - inserted * (column - (columns[at] ?? 0) - 1);
    if (limit <= 0 || limit < best) {
      break;
    }
    const score = (rows[at] ?? 0) < row ? gained(at, row, column) : 0;
    if (score > 0 && score >= best) {
      const own = rankOf(row - (rows[at] ?? 0), column - (columns[at] ?? 0));
      if (score > best || own > rank) {
        best = score;
        rank = own;
        way = at;
      }
    }
  }
  return way;
}

/** What is left of the score of a meeting on the way to a later one. */
function gained(at: number, row: number, column: number): number {
  const dropped = row - (rows[at] ?? 0) - 1;
  const skipped = column - (columns[at] ?? 0) - 1;
  return (scores[at] ?? 0) - replaced * dropped - (skipped > dropped ? inserted * (skipped - dropped) : 0);
}

/**
 * Of ways that cost the same the one that a trace back through the table takes: as many words replaced as may be, none
 * left over if possible; then those of the query dropped before those of the source; then the nearest.
 */
function rankOf(down: number, right: number): number {
  const steps = Math.min(down, right);
  const over = down - right;
  if (over === 0) {
    return Number.MAX_SAFE_INTEGER - steps;
  }
  return steps * manySteps + (over > 0 ? manySteps / 2 : 0) - Math.abs(over);
}

/** More than a way has on one side alone. */
const manySteps = 2 ** 26;

function grow(): void {
  room = Math.max(64, room * 2);
  const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
    const more = new Int32Array(room);
    more.set(old);
    return more;
  };
  columns = grown(columns);
  rows = grown(rows);
  scores = grown(scores);
  starts = grown(starts);
  counts = grown(counts);
}
