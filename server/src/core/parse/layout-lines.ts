/** The lines of a text that hold anything, white space cut off at both ends. */
export interface Lines {
  readonly count: number;
  /** Where the line begins, indent included. */
  readonly margins: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** 1 where a blank line, or the top of the text, stands above. */
  readonly fresh: readonly number[];
}

/** Wider lines than this are never the work of a wrapping mail client or wire service. */
export const widestWrap = 140;
const narrowestWrap = 45;

/** Whether a code unit is white space, or invisible at the edge of a line. */
export function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    (code >= 0x7f &&
      (code === 0xa0 ||
        code === 0xad ||
        code === 0x85 ||
        (code >= 0x2000 && code <= 0x200f) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x2060 ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}

/** Finds the lines of a text from a place on, without those that are blank. */
export function findLines(text: string, from: number): Lines {
  const margins: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const fresh: number[] = [];
  const length = text.length;
  let blank = 1;
  const plain = !hasOddBreak(text);
  for (let margin = from; margin < length;) {
    let stop = margin;
    if (plain) {
      stop = text.indexOf('\n', margin);
      if (stop < 0) stop = length;
    } else {
      while (stop < length && !isBreak(text.charCodeAt(stop))) stop++;
    }
    let start = margin;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      margins.push(margin);
      starts.push(start);
      ends.push(end);
      fresh.push(blank);
      blank = 0;
    } else {
      blank = 1;
    }
    margin = stop + 1;
    if (text.charCodeAt(stop) === 13 && text.charCodeAt(margin) === 10) margin++;
  }
  return { count: starts.length, margins, starts, ends, fresh };
}

/** A line break that is no `\\n`, with or without a `\\r` before it. */
const oddBreak = /\r(?!\n)|[\u2028\u2029]/;

/** A text without any of these, as most are, is looked through at the speed of memory. */
function hasOddBreak(text: string): boolean {
  return (text.includes('\r') || text.includes('\u2028') || text.includes('\u2029')) && oddBreak.test(text);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** The width to which the lines of a plain text are hard-wrapped; undefined where they are not. */
export function hardWrapWidth(text: string): number | undefined {
  const lines = findLines(text, 0);
  const width = wrapWidth(text, lines, 0, lines.count);
  return width === 0 ? undefined : width;
}

/**
 * The width to which lines are hard-wrapped, or 0. They are if most lines are so full that the next line's first
 * word would not have fitted.
 */
export function wrapWidth(text: string, lines: Lines, from: number, to: number): number {
  let pairs = 0;
  let wide = 0;
  let width = 0;
  let characters = 0;
  let spaces = 0;
  for (let line = from; line + 1 < to; line++) {
    if (lines.fresh[line + 1] === 1) continue;
    const length = (lines.ends[line] ?? 0) - (lines.margins[line] ?? 0);
    pairs++;
    if (length > widestWrap) {
      wide++;
    } else {
      width = Math.max(width, length);
      characters += length;
      spaces += countSpaces(text, lines.starts[line] ?? 0, lines.ends[line] ?? 0);
    }
  }
  // Lists of single words fill their lines too: words of nine characters on average are no prose.
  if (pairs < 2 || wide * 20 > pairs || width < narrowestWrap || spaces * 9 < characters) return 0;
  let full = 0;
  let open = 0;
  for (let line = from; line + 1 < to; line++) {
    if (lines.fresh[line + 1] === 0 && isFull(text, lines, line, width)) {
      full++;
      open += startsLower(text, lines.starts[line + 1] ?? 0) ? 1 : 0;
    }
  }
  const isWrapped = pairs < fewPairs ? full === pairs && open * 2 >= pairs : full * 5 >= pairs * 3;
  return isWrapped ? width : 0;
}

/** Of fewer lines that go on, all must be full, and half of them break off within a sentence: else they may be a headline and its deck. */
const fewPairs = 4;

function countSpaces(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 32) count++;
  return count;
}

/** Whether the first word of the next line would not have fitted on this one; two columns are forgiven. */
export function isFull(text: string, lines: Lines, line: number, width: number): boolean {
  const next = lines.starts[line + 1] ?? 0;
  const nextEnd = lines.ends[line + 1] ?? 0;
  let word = next;
  while (word < nextEnd && !isSpace(text.charCodeAt(word))) word++;
  const length = (lines.ends[line] ?? 0) - (lines.margins[line] ?? 0);
  return length + 1 + (word - next) > width - 2;
}

/** Whether a small letter, or what never begins a sentence, stands at a place. */
export function startsLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 44 || code === 59) return true;
  if (code < 128) return code >= 97 && code <= 122;
  const first = text.charAt(at);
  return first !== first.toUpperCase();
}
