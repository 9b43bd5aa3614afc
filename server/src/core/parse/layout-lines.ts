import { nameParticles } from '../text/name-particles.ts';
import type { Span } from '../text/span.ts';

/** The lines of a text that hold anything, white space cut off at both ends. */
interface Lines {
  readonly count: number;
  /** Where the line begins, indent included. */
  readonly margins: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** 1 where a blank line, or the top of the text, stands above. */
  readonly fresh: readonly number[];
}

/** Wider lines than this are never the work of a wrapping mail client or wire service. */
const widestWrap = 140;
const narrowestWrap = 45;

/**
 * The paragraphs of plain text, white space cut off at both ends. A blank line always parts two paragraphs. A single
 * newline does too, as much scraped copy has one line a paragraph, unless the lines are seen to be hard-wrapped or
 * the next line goes on in the middle of a sentence.
 */
export function findParagraphs(text: string, from = 0): Span[] {
  const lines = findLines(text, from);
  const paragraphs: { start: number; end: number }[] = [];
  const width = wrapWidth(text, lines, 0, lines.count);
  let groupEnd = 0;
  let groupWidth = 0;
  let last: { start: number; end: number } | undefined;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line] ?? 0;
    const end = lines.ends[line] ?? 0;
    if (lines.fresh[line] === 1) {
      last = undefined;
      if (width === 0) {
        groupEnd = line + 1;
        while (groupEnd < lines.count && lines.fresh[groupEnd] === 0) groupEnd++;
        groupWidth = groupEnd - line > 4 ? wrapWidth(text, lines, line, groupEnd) : 0;
      } else {
        groupWidth = width;
      }
    }
    if (last !== undefined && goesOn(text, lines, line - 1, groupWidth)) {
      last.end = end;
    } else {
      last = { start, end };
      paragraphs.push(last);
    }
  }
  return paragraphs;
}

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

function findLines(text: string, from: number): Lines {
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
function wrapWidth(text: string, lines: Lines, from: number, to: number): number {
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
  if (pairs < 4 || wide * 20 > pairs || width < narrowestWrap || spaces * 9 < characters) return 0;
  let full = 0;
  for (let line = from; line + 1 < to; line++) {
    if (lines.fresh[line + 1] === 0 && isFull(text, lines, line, width)) full++;
  }
  return full * 5 >= pairs * 3 ? width : 0;
}

function countSpaces(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 32) count++;
  return count;
}

/** Whether the first word of the next line would not have fitted on this one; two columns are forgiven. */
function isFull(text: string, lines: Lines, line: number, width: number): boolean {
  const next = lines.starts[line + 1] ?? 0;
  const nextEnd = lines.ends[line + 1] ?? 0;
  let word = next;
  while (word < nextEnd && !isSpace(text.charCodeAt(word))) word++;
  const length = (lines.ends[line] ?? 0) - (lines.margins[line] ?? 0);
  return length + 1 + (word - next) > width - 2;
}

const bullet = /[•·▪●◦‣■□–—*+-][ \t\u00a0]|\d{1,2}[.)] /y;
/** A speaker's label, with the time that transcripts put before it. */
const label = new RegExp(
  String.raw`(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?(?:\*\*)?(?:(?:${nameParticles}) ){0,3}\p{Lu}[\p{L}.'’-]*(?: (?:${nameParticles}|\p{Lu}[\p{L}.'’-]*|\([^()\n]{1,40}\))){0,5}(?:\*\*)?:(?:\*\*)?(?:\s|$)`,
  'uy',
);

/** Whether the line after this one, with no blank line between, belongs to the same paragraph. */
function goesOn(text: string, lines: Lines, line: number, width: number): boolean {
  const start = lines.starts[line] ?? 0;
  const end = lines.ends[line] ?? 0;
  const next = lines.starts[line + 1] ?? 0;
  const lower = startsLower(text, next);
  const stopped = isStopped(text, start, end);
  bullet.lastIndex = next;
  if (bullet.test(text) && (text.charCodeAt(next) > 0x2020 || stopped || !lower)) return false;
  label.lastIndex = next;
  if (label.test(text)) return false;
  const indent = start - (lines.margins[line] ?? 0);
  const nextIndent = next - (lines.margins[line + 1] ?? 0);
  if (width > 0) {
    if (nextIndent > indent + 1 && !bulleted(text, start)) return false;
    if (isFull(text, lines, line, width)) return true;
    return !stopped && lower;
  }
  if (text.charCodeAt(end - 1) === 58 && isLabelOnly(text, start, end)) return true;
  if (closesNext(text, start, end, next, lines.ends[line + 1] ?? next)) return true;
  // A link or a tag inside a sentence often leaves a line break behind.
  if (stopped || !text.slice(start, end).includes(' ')) return false;
  return lower || endsOpen(text, start, end) || leavesOpen(text, start, end, next);
}

/** Whether a quotation is open at the end of a line: the next line goes on with it, unless it opens another. */
function leavesOpen(text: string, start: number, end: number, next: number): boolean {
  if ('“"‘\'«„'.includes(text.charAt(next))) return false;
  let depth = 0;
  let straight = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c) depth++;
    else if (code === 0x201d) depth--;
    else if (code === 34) straight++;
  }
  return depth > 0 || straight % 2 === 1;
}

/** Whether a quotation that is open at the end of a line closes on the next, where none opens before. */
function closesNext(text: string, start: number, end: number, next: number, nextEnd: number): boolean {
  let open = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    open = code === 0x201c || (open && code !== 0x201d);
  }
  const straight = open || countStraight(text, start, end) % 2 === 0 ? 0 : 34;
  if (!open && straight === 0) return false;
  for (let at = next; at < nextEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c) return false;
    if (code === 0x201d && open) return true;
    if (code === 34 && straight === 34) {
      const closes = at > next && ',.?!'.includes(text.charAt(at - 1));
      // A pull quote has its speaker, and a stray mark, at the end.
      return closes && text.charCodeAt(at + 1) === 32 && countStraight(text, next, nextEnd) % 2 === 1;
    }
  }
  return false;
}

function countStraight(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 34) count++;
  return count;
}

function bulleted(text: string, at: number): boolean {
  bullet.lastIndex = at;
  return bullet.test(text);
}

/** `ORTIZ:` alone on its line: what she said follows. */
function isLabelOnly(text: string, start: number, end: number): boolean {
  label.lastIndex = start;
  return label.test(text) && label.lastIndex >= end;
}

function startsLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 44 || code === 59) return true;
  if (code < 128) return code >= 97 && code <= 122;
  const first = text.charAt(at);
  return first !== first.toUpperCase();
}

/** Whether a line ends as a sentence, a lead-in or a quotation does. */
function isStopped(text: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && '"”’\')»]'.includes(text.charAt(at))) at--;
  return '.!?:;…'.includes(text.charAt(at));
}

const openWord = /(?:^|\s)(?:an?|and|at|by|for|from|in|of|on|or|the|to|with|Mrs?\.?|Ms\.?|Dr\.?)$|[,–—-]$/u;

/** Whether a line breaks off where no line of its own would: after a comma, or a word that wants another. */
function endsOpen(text: string, start: number, end: number): boolean {
  return openWord.test(text.slice(Math.max(start, end - 8), end));
}
