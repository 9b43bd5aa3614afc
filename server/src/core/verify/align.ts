import type { Drafted } from './drafted.ts';
import type { SourceWords } from './source-words.ts';

/** A drafted quotation laid beside words of a source, in order. */
export interface Alignment {
  readonly drafted: Drafted;
  readonly source: SourceWords;
  /** The source's words that were looked at: indexes into `source`. */
  readonly view: Int32Array;
  /** For each drafted word the position in `view` that it matches, or -1. */
  readonly pairs: Int32Array;
  /** The stretch of `view` that was used up, words replaced at its edges included. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where every drafted word stands, in order, skipping only at ellipses. The first words are looked for everywhere, the
 * parts behind an ellipsis where they come first.
 */
export function exactAlignments(
  drafted: Drafted,
  source: SourceWords,
  view: Int32Array,
  limit: number,
): readonly Alignment[] {
  const found: Alignment[] = [];
  const parts = partsOf(drafted);
  const first = parts[0];
  if (first === undefined || view.length < drafted.length) {
    return found;
  }
  for (let start = 0; found.length < limit; start++) {
    start = findRun(drafted, first.start, first.end, source, view, start);
    if (start < 0) {
      break;
    }
    const places = [start];
    let next = start + first.end - first.start;
    for (const part of parts.slice(1)) {
      const place = findRun(drafted, part.start, part.end, source, view, next);
      if (place < 0) {
        break;
      }
      places.push(place);
      next = place + part.end - part.start;
    }
    if (places.length < parts.length) {
      break;
    }
    const pairs = new Int32Array(drafted.length);
    parts.forEach((part, index) => {
      for (let word = part.start; word < part.end; word++) {
        pairs[word] = (places[index] ?? 0) + word - part.start;
      }
    });
    found.push({ drafted, source, view, pairs, start, end: next });
  }
  return found;
}

/** The runs of words between the ellipses of a drafted quotation, as ranges of word indexes. */
export function partsOf(drafted: Drafted): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (let word = 1; word <= drafted.length; word++) {
    if (word === drafted.length || drafted.ellipsis[word] === 1) {
      parts.push({ start, end: word });
      start = word;
    }
  }
  return drafted.length === 0 ? [] : parts;
}

/** The first place at or behind `from` in a view where a run of drafted words stands; -1 for none. */
export function findRun(
  drafted: Drafted,
  start: number,
  end: number,
  source: SourceWords,
  view: Int32Array,
  from: number,
): number {
  const head = drafted.hashes[start];
  const last = view.length - (end - start);
  for (let place = from; place <= last; place++) {
    if (source.hashes[view[place] ?? -1] !== head) {
      continue;
    }
    let word = start + 1;
    while (word < end && source.hashes[view[place + word - start] ?? -1] === drafted.hashes[word]) {
      word++;
    }
    if (word === end && sameKeys(drafted, start, end, source, view, place)) {
      return place;
    }
  }
  return -1;
}

/** Equal hashes are very likely equal words; this makes sure. */
function sameKeys(
  drafted: Drafted,
  start: number,
  end: number,
  source: SourceWords,
  view: Int32Array,
  place: number,
): boolean {
  for (let word = start; word < end; word++) {
    if (!sameKey(drafted, word, source, view[place + word - start] ?? -1)) {
      return false;
    }
  }
  return true;
}

function sameKey(drafted: Drafted, word: number, source: SourceWords, index: number): boolean {
  const one = drafted.text.slice(drafted.starts[word], drafted.ends[word]);
  const other = source.article.text.slice(source.starts[index], source.ends[index]);
  return one === other || drafted.key(word) === source.key(index);
}

// Costs of one word. A gap in the source costs to open, since one long cut is likelier than many short ones.
const replaced = 100;
// A little dearer, so that a wrong word at an edge is told as replaced.
const inserted = 101;
const insertedInBrackets = 1;
const gapOpens = 85;
const gapGrows = 12;
const elidedGrows = 1;
const bracketGapGrows = 8;

/** More cells than this are not computed: the words of the source behind them are not looked at. */
const mostCells = 6_000_000;

let cost = new Int32Array(0);
let moves = new Uint8Array(0);
/** Of each column: the hash of its word, and whether it stands in brackets of the source's. */
let hashes = new Uint32Array(0);
let optional = new Uint8Array(0);

const fromMatch = 1;
const fromReplaced = 2;
const fromInserted = 3;
const fromGap = 0;
const gapBegins = 4;

/**
 * The cheapest way to lay all drafted words beside a stretch of the source: words may be replaced, inserted and
 * dropped; at an ellipsis and for a bracket words of the source may be left out almost for nothing. In one piece: its
 * two loops go over up to six million cells.
 */
export function align(drafted: Drafted, source: SourceWords, wholeView: Int32Array): Alignment {
  const rows = drafted.length;
  const view =
    rows * wholeView.length > mostCells
      ? wholeView.subarray(0, Math.floor(mostCells / Math.max(1, rows)))
      : wholeView;
  const columns = view.length;
  const width = columns + 1;
  if (cost.length < width * 2) {
    cost = new Int32Array(width * 3);
    hashes = new Uint32Array(width * 3);
    optional = new Uint8Array(width * 3);
  }
  if (moves.length < (rows + 1) * width) {
    moves = new Uint8Array(Math.min(mostCells + rows + width + 1, (rows + 1) * width * 2));
  }
  // The engine looks a variable of the module up each time.
  const costs = cost;
  const steps = moves;
  const words = hashes;
  const aside = optional;
  for (let column = 0; column < columns; column++) {
    const index = view[column] ?? 0;
    words[column] = source.hashes[index] ?? 0;
    aside[column] = (source.bracketed[index] ?? 0) === 0 ? 0 : 1;
  }

  costs.fill(0, 0, width);
  let previous = 0;
  let current = width;
  for (let row = 1; row <= rows; row++) {
    const word = row - 1;
    const hash = drafted.hashes[word] ?? 0;
    const insert = drafted.bracket[word] === 0 ? inserted : insertedInBrackets;
    const bracketNear = drafted.bracket[word] !== 0 || (row < rows && drafted.bracket[row] !== 0);
    const elided = row < rows && drafted.ellipsis[row] === 1;
    const opens = elided || bracketNear ? 0 : gapOpens;
    const grows = elided ? elidedGrows : bracketNear ? bracketGapGrows : gapGrows;
    const base = row * width;
    let corner = costs[previous] ?? 0;
    let left = corner + insert;
    costs[current] = left;
    steps[base] = fromInserted;
    let open = 1 << 28;
    for (let column = 1; column <= columns; column++) {
      // A gap ends at this column: words of the source dropped behind this row's word.
      const isAside = aside[column - 1] === 1;
      const growth = isAside ? 2 : grows;
      const begun = left + (isAside ? 0 : opens) + growth;
      const grown = open + growth;
      let move: number = begun <= grown ? gapBegins : 0;
      open = begun <= grown ? begun : grown;
      const matches = words[column - 1] === hash;
      const top = costs[previous + column] ?? 0;
      const above = top + insert;
      let best = corner + (matches ? 0 : replaced);
      let from = matches ? fromMatch : fromReplaced;
      if (above < best) {
        best = above;
        from = fromInserted;
      }
      if (open < best) {
        best = open;
        from = fromGap;
      }
      move |= from;
      costs[current + column] = best;
      left = best;
      corner = top;
      steps[base + column] = move;
    }
    [previous, current] = [current, previous];
  }

  let column = 0;
  for (let last = 1; last <= columns; last++) {
    if ((costs[previous + last] ?? 0) < (costs[previous + column] ?? 0)) {
      column = last;
    }
  }
  const pairs = new Int32Array(rows).fill(-1);
  const end = column;
  let inGap = false;
  for (let row = rows; row > 0;) {
    const move = steps[row * width + column] ?? 0;
    if (inGap || (move & 3) === fromGap) {
      inGap = (move & gapBegins) === 0;
      column--;
      continue;
    }
    const kind = move & 3;
    row--;
    if (kind === fromInserted) {
      continue;
    }
    column--;
    if (kind === fromMatch && sameKey(drafted, row, source, view[column] ?? -1)) {
      pairs[row] = column;
    }
  }
  return { drafted, source, view, pairs, start: column, end };
}
