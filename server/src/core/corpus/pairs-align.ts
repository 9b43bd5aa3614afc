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

/** All scores of an alignment, row by row. Grown as needed and reused: an alignment is made some ten times a query. */
let scores = new Int32Array(0);

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
  if (scores.length < (rows + 1) * width) {
    scores = new Int32Array((rows + 1) * width * 2);
  }
  const table = scores;
  table.fill(0, 0, width);
  let best = 0;
  let bestAt = 0;
  for (let row = 1; row <= rows; row++) {
    const word = query[row - 1] ?? 0;
    const line = row * width;
    let corner = 0;
    let before = 0;
    table[line] = 0;
    for (let column = 1; column < width; column++) {
      const above = table[line - width + column] ?? 0;
      const met = corner + (word === hashes[from + column - 1] ? match : replaced);
      const score = Math.max(met, above + dropped, before + inserted, 0);
      table[line + column] = score;
      corner = above;
      before = score;
      if (score > best) {
        best = score;
        bestAt = line + column;
      }
    }
  }
  return best > 0 ? trace(query, hashes, from, width, bestAt) : undefined;
}

/** Goes back from the best score as it came about: by a pair of words, else by one of the query, else by one of the source. */
function trace(query: Uint32Array, hashes: Uint32Array, from: number, width: number, end: number): Alignment {
  const endRow = Math.floor(end / width);
  const endColumn = end % width;
  let row = endRow;
  let column = endColumn;
  let matched = 0;
  let first = 0;
  let queryFirst = 0;
  for (;;) {
    const at = row * width + column;
    const score = scores[at] ?? 0;
    if (score === 0) {
      return { first, last: from + endColumn - 1, queryFirst, queryLast: endRow - 1, matched };
    }
    const agrees = query[row - 1] === hashes[from + column - 1];
    if (score === (scores[at - width - 1] ?? 0) + (agrees ? match : replaced)) {
      row--;
      column--;
      if (agrees) {
        matched++;
        first = from + column;
        queryFirst = row;
      }
    } else if (score === (scores[at - width] ?? 0) + dropped) {
      row--;
    } else {
      column--;
    }
  }
}
