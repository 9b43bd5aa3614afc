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
const replaced = -4;
const dropped = -4;
const inserted = -2;

const stop = 0;
const diagonal = 1;
const up = 2;
const left = 3;

/** Grown as needed and reused: an alignment is made some ten times a query. */
let scores = new Int32Array(0);
let ways = new Uint8Array(0);

/**
 * The best local alignment of a query with the places `from` to `to` (end exclusive) of an array of words, after
 * Smith and Waterman (1981): a stretch, not a scatter of common words. Undefined where no word agrees.
 */
export function align(
  query: Uint32Array,
  hashes: Uint32Array,
  from: number,
  to: number,
): Alignment | undefined {
  const rows = query.length;
  const width = to - from + 1;
  if (rows === 0 || width < 2) {
    return undefined;
  }
  if (ways.length < (rows + 1) * width) {
    ways = new Uint8Array((rows + 1) * width * 2);
  }
  if (scores.length < width) {
    scores = new Int32Array(width * 2);
  }
  scores.fill(0, 0, width);
  let best = 0;
  let bestRow = 0;
  let bestColumn = 0;
  for (let row = 1; row <= rows; row++) {
    const word = query[row - 1] ?? 0;
    const line = row * width;
    let corner = 0;
    let before = 0;
    ways[line] = stop;
    for (let column = 1; column < width; column++) {
      const above = scores[column] ?? 0;
      let score = corner + (word === hashes[from + column - 1] ? match : replaced);
      let way = diagonal;
      if (above + dropped > score) {
        score = above + dropped;
        way = up;
      }
      if (before + inserted > score) {
        score = before + inserted;
        way = left;
      }
      if (score <= 0) {
        score = 0;
        way = stop;
      }
      ways[line + column] = way;
      scores[column] = score;
      corner = above;
      before = score;
      if (score > best) {
        best = score;
        bestRow = row;
        bestColumn = column;
      }
    }
  }
  return best > 0 ? trace(query, hashes, from, width, bestRow, bestColumn) : undefined;
}

function trace(
  query: Uint32Array,
  hashes: Uint32Array,
  from: number,
  width: number,
  endRow: number,
  endColumn: number,
): Alignment {
  let row = endRow;
  let column = endColumn;
  let matched = 0;
  let first = 0;
  let queryFirst = 0;
  while (row > 0) {
    const way = ways[row * width + column];
    if (way === diagonal) {
      row--;
      column--;
      if (query[row] === hashes[from + column]) {
        matched++;
        first = from + column;
        queryFirst = row;
      }
    } else if (way === up) {
      row--;
    } else if (way === left) {
      column--;
    } else {
      break;
    }
  }
  return { first, last: from + endColumn - 1, queryFirst, queryLast: endRow - 1, matched };
}
