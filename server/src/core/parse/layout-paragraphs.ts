import { nameParticles } from '../text/name-particles.ts';
import { isShortTitle } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { findLines, isFull, type Lines, startsLower, widestWrap, wrapWidth } from './layout-lines.ts';

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
  let marks = noMarks;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line] ?? 0;
    const end = lines.ends[line] ?? 0;
    if (lines.fresh[line] === 1) {
      last = undefined;
      if (width === 0) {
        groupEnd = line + 1;
        while (groupEnd < lines.count && lines.fresh[groupEnd] === 0) groupEnd++;
        groupWidth = wrapWidth(text, lines, line, groupEnd);
      } else {
        groupWidth = width;
      }
    }
    if (last !== undefined && goesOn(text, lines, line - 1, groupWidth, marks)) {
      last.end = end;
    } else {
      last = { start, end };
      marks = noMarks;
      paragraphs.push(last);
    }
    if (lines.fresh[line + 1] === 0) marks = marksBehind(text, start, end, marks);
  }
  return paragraphs;
}

const bullet = /[•·▪●◦‣■□–—*+-][ \t\u00a0]|\d{1,2}[.)] /y;
/** Of what may begin an item of a list, what stands within a sentence as well. */
const dashes = '–—-';
/** A speaker's label, with the time that transcripts put before it. */
const label = new RegExp(
  String.raw`(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?(?:\*\*)?(?:(?:${nameParticles}) ){0,3}\p{Lu}[\p{L}.'’-]*(?: (?:${nameParticles}|\p{Lu}[\p{L}.'’-]*|\([^()\n]{1,40}\))){0,5}(?:\*\*)?:(?:\*\*)?(?:\s|$)`,
  'uy',
);

/** Marks of quotation in a paragraph so far: how many more opened than closed, and how many straight ones there are. */
interface Marks {
  readonly open: number;
  readonly straight: number;
}

const noMarks: Marks = { open: 0, straight: 0 };

function marksBehind(text: string, start: number, end: number, before: Marks): Marks {
  let { open, straight } = before;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c) open++;
    else if (code === 0x201d) open--;
    else if (code === 34) straight++;
  }
  return open === before.open && straight === before.straight ? before : { open, straight };
}

/** Whether the line after this one, with no blank line between, belongs to the same paragraph, which has some marks so far. */
function goesOn(text: string, lines: Lines, line: number, width: number, marks: Marks): boolean {
  const start = lines.starts[line] ?? 0;
  const end = lines.ends[line] ?? 0;
  const next = lines.starts[line + 1] ?? 0;
  const lower = startsLower(text, next);
  const isShort = text.charCodeAt(end - 1) === 46 && endsShort(text, start, end);
  const stopped = !isShort && isStopped(text, start, end);
  const isOpen = leavesOpen(text, marks, next);
  bullet.lastIndex = next;
  const isBullet = bullet.test(text) && !(isOpen && !stopped && dashes.includes(text.charAt(next)));
  if (isBullet && (text.charCodeAt(next) > 0x2020 || stopped || !lower)) return false;
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
  if (closesAhead(text, lines, line, marks)) return true;
  // A link or a tag inside a sentence often leaves a line break behind.
  if (stopped || !text.slice(start, end).includes(' ')) return false;
  return lower || endsOpen(text, start, end) || isOpen || breaksName(text, start, end) || isShort;
}

/** Whether a quotation is open at the end of a line: the next line goes on with it, unless it opens another. */
function leavesOpen(text: string, { open, straight }: Marks, next: number): boolean {
  return !'“"‘\'«„'.includes(text.charAt(next)) && (open > 0 || straight % 2 === 1);
}

/** So many wrapped lines further an open quotation is looked through for its end. */
const furthest = 8;

/** Whether a quotation that is open at the end of a line closes on the next, or a few wrapped lines further, where none opens before. */
function closesAhead(text: string, lines: Lines, line: number, marks: Marks): boolean {
  if (marks.open <= 0) {
    return marks.straight % 2 === 1 && closesStraight(text, lines, line + 1);
  }
  for (let ahead = line + 1; ahead <= line + furthest; ahead++) {
    const end = lines.ends[ahead] ?? 0;
    for (let at = lines.starts[ahead] ?? 0; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x201c || code === 0x201d) return code === 0x201d;
    }
    const isNarrow = (lines.ends[ahead - 1] ?? 0) - (lines.margins[ahead - 1] ?? 0) <= widestWrap;
    if (!isNarrow || lines.fresh[ahead + 1] !== 0) return false;
  }
  return false;
}

function closesStraight(text: string, lines: Lines, next: number): boolean {
  const start = lines.starts[next] ?? 0;
  const end = lines.ends[next] ?? 0;
  const at = text.indexOf('"', start);
  const closes = at > start && at < end && ',.?!'.includes(text.charAt(at - 1));
  // A pull quote has its speaker, and a stray mark, at the end.
  return (
    closes && text.charCodeAt(at + 1) === 32 && marksBehind(text, start, end, noMarks).straight % 2 === 1
  );
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

/** Whether a line ends as a sentence, a lead-in or a quotation does. */
function isStopped(text: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && '"”’\')»]'.includes(text.charAt(at))) at--;
  return '.!?:;…'.includes(text.charAt(at));
}

/** `Sen.`, and where somebody is named behind a closing mark, an initial. */
function endsShort(text: string, start: number, end: number): boolean {
  const word = shortWord.exec(text.slice(Math.max(start, end - 8), end))?.[1] ?? '';
  return word.length === 1 ? breaksName(text, start, end) : isShortTitle(word) && !/^[JS]r$/.test(word);
}

const shortWord = /(?<![\p{L}\d])(\p{Lu}\p{Ll}{0,5})\.$/u;

/** Whether a line ends with a few words behind a closing mark, which no stop ends: who said it, cut in two. */
function breaksName(text: string, start: number, end: number): boolean {
  return nameBehind.test(text.slice(Math.max(start, end - 60), end));
}

const nameBehind = /[,?!][”"’'] (?:[\p{L}.’'-]+ ){0,3}[\p{L}.’'-]+$/u;

const openWord = /(?:^|\s)(?:an?|and|at|by|for|from|in|of|on|or|the|to|with|Mrs?|Ms|Dr)$|[,–—-]$|,[”"’']$/u;

/** Whether a line breaks off where no line of its own would: after a comma, or a word that wants another. */
function endsOpen(text: string, start: number, end: number): boolean {
  return openWord.test(text.slice(Math.max(start, end - 8), end));
}
