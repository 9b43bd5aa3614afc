import { hardWrapWidth } from '../parse/layout-lines.ts';
import { rowAt } from './cells.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { spliced, type Splice } from '../text/splice.ts';
import type { BlockKind } from '../parse/reading.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Span } from '../text/span.ts';

/**
 * The same edits in a draft whose lines are wrapped at a width, with its paragraphs wrapped so as well afterwards: what is put in is
 * broken into lines, and what no longer fits behind it moves on, as far as need be. Nothing but white space changes besides; the
 * lines keep the signs of their block quote and the indent of their list. All other drafts, tables and headings have no width.
 */
export function wrapped(draft: Draft, edits: readonly Edit[]): readonly Edit[] {
  const width = widthOf(draft);
  if (width === undefined) {
    return edits;
  }
  const result: Edit[] = [];
  for (let index = 0; index < edits.length;) {
    const first = edits[index];
    if (first === undefined) {
      break;
    }
    const paragraph = paragraphAt(draft, first.start);
    let next = index + 1;
    while (paragraph !== undefined && (edits[next]?.end ?? Infinity) <= paragraph.end) {
      next++;
    }
    const here = edits.slice(index, next);
    const isLine = here.every(it => it.end <= (paragraph?.end ?? 0) && !/[\r\n]/.test(it.newText));
    result.push(...(paragraph === undefined || !isLine ? here : refill(draft, paragraph, here, width)));
    index = next;
  }
  return result;
}

/** The new text of an edit alone, broken into lines: an editor that completes replaces what stands on the cursor's line. */
export function wrappedAlone(draft: Draft, edit: Edit): string {
  const [whole] = wrapped(draft, [edit]);
  if (whole === undefined || whole.newText === edit.newText) {
    return edit.newText;
  }
  // Only white space differs.
  const before = draft.written.slice(whole.start, edit.start);
  const start = past(whole.newText, before);
  return whole.newText.slice(start, start + past(whole.newText.slice(start), edit.newText));
}

/** Where the characters of some words end in a text that has other white space between them. */
export function past(text: string, words: string): number {
  let at = 0;
  for (const character of words.replace(/\s+/g, '')) {
    while (at < text.length && text.charAt(at) !== character.charAt(0)) {
      at++;
    }
    at += character.length;
  }
  return at;
}

const widths = new WeakMap<Draft, { readonly width: number | undefined }>();

function widthOf(draft: Draft): number | undefined {
  const known = widths.get(draft) ?? {
    width: draft.language === 'plaintext' ? hardWrapWidth(draft.text) : markdownWidth(draft),
  };
  widths.set(draft, known);
  return known.width;
}

const prose: ReadonlySet<BlockKind> = new Set(['paragraph', 'blockquote', 'transcript']);
const narrowest = 45;
const widest = 140;
const fewestBreaks = 2;

/** The width that nearly all lines keep which go on in the next; undefined where lines end with a sentence, or with a paragraph. */
function markdownWidth({ text, blocks }: Draft): number | undefined {
  const breaks: { readonly length: number; readonly word: number }[] = [];
  for (const block of blocks) {
    if (prose.has(block.kind)) {
      const lines = text.slice(lineStart(text, block.start), block.end).split(/\r\n|\r|\n/);
      lines.slice(0, -1).forEach((line, index) => {
        const word = /^[ \t>]*(\S*)/.exec(lines[index + 1] ?? '')?.[1]?.length ?? 0;
        breaks.push({ length: line.trimEnd().length, word });
      });
    }
  }
  const width = Math.max(0, ...breaks.map(it => it.length));
  const full = breaks.filter(it => it.length + 1 + it.word > width - 2).length;
  const isWrapped = breaks.length >= fewestBreaks && full * 3 >= breaks.length * 2;
  return isWrapped && width >= narrowest && width <= widest ? width : undefined;
}

/** The lines of the paragraph that an offset lies in, or of an empty place; undefined for what is no running text. */
function paragraphAt(draft: Draft, offset: number): Span | undefined {
  const { text, blocks } = draft;
  const block = blocks.findLast(it => lineStart(text, it.start) <= offset);
  const isIn = block !== undefined && offset <= lineEnd(text, block.end);
  const isHeading =
    draft.language === 'markdown' && emptyHeading.test(text.slice(lineStart(text, offset), offset));
  if (isIn ? !prose.has(block.kind) : isHeading || rowAt(draft, offset) !== undefined) {
    return undefined;
  }
  return isIn
    ? { start: lineStart(text, block.start), end: lineEnd(text, block.end) }
    : { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

const emptyHeading = /^[ \t>]*#{1,6}[ \t]+$/;

/** The edits of one paragraph as one, if any line of it has to be broken elsewhere. */
function refill(draft: Draft, paragraph: Span, edits: readonly Edit[], width: number): readonly Edit[] {
  const { written, language } = draft;
  const [start, end] = [edits[0]?.start ?? paragraph.start, edits.at(-1)?.end ?? paragraph.end];
  const first = lineStart(written, start);
  const put = spliced(written, { start: first, end }, edits);
  const text = put + written.slice(end, paragraph.end);
  const lineBreak = breakIn(draft, paragraph, first);
  const range = { start: start - first, end: put.length };
  const filled = fill(text, range, width, lineBreak, language === 'plaintext');
  if (filled === undefined) {
    return edits;
  }
  const from = Math.min(range.start, filled.start);
  const to = Math.max(range.end, filled.end);
  return [
    { start: first + from, end: end + to - range.end, newText: filled.textOf({ start: from, end: to }) },
  ];
}

/** A text with other white space in a stretch of it. */
interface Filled extends Span {
  /** A stretch that holds that one, as it is then. */
  textOf(stretch: Span): string;
}

/**
 * Breaks lines from a stretch on that was put in, greedily, up to where the lines below are as they were; `isTight`: a line that got
 * shorter takes words from the next, since one that is not full would end the paragraph.
 */
function fill(
  text: string,
  put: Span,
  width: number,
  lineBreak: string,
  isTight: boolean,
): Filled | undefined {
  const splices: Splice[] = [];
  const opening = opensLine.exec(text)?.[0].length ?? 0;
  const prefix = lineBreak.replace(/^[\r\n]+/, '').length;
  let column = opening;
  let isCarried = false;
  let isTouched = false;
  const rest = text.slice(opening);
  for (const found of rest.matchAll(gapAndWord)) {
    const [, gap = '', { length }] = [found, found[1], found[2] ?? ''];
    const last = opening + found.index;
    const start = last + gap.length;
    const fits = column + 1 + length <= width;
    const isBreak = /[\r\n]/.test(gap);
    const mayJoin = isCarried || (isTouched && isTight);
    if (isBreak && fits && mayJoin && !hardBreak.test(gap) && text.charAt(last - 1) !== '\\') {
      splices.push({ start: last, end: start, newText: ' ' });
      isCarried = true;
      column += 1 + length;
    } else if (isBreak) {
      if (last >= put.end) {
        break;
      }
      isCarried = isTouched = false;
      column = gap.replace(/^[^]*[\r\n]/, '').length + length;
    } else if (fits || gap === '' || beginsLine.test(text.slice(start, start + 120))) {
      column += gap.length + length;
    } else {
      splices.push({ start: last, end: start, newText: lineBreak });
      isCarried = true;
      column = prefix + length;
    }
    isTouched ||= start < put.end && put.start <= start + length;
  }
  const [one, other] = [splices[0], splices.at(-1)];
  return one === undefined || other === undefined
    ? undefined
    : { start: one.start, end: other.end, textOf: stretch => spliced(text, stretch, splices) };
}

/** A line that goes on in the next takes what begins that along. A citation is not broken. */
const gapAndWord = /([ \t]*(?:\r\n|\r|\n)[ \t>]*|[ \t]*)((?:\[[-?@][^\]\r\n]*\]|[^ \t\r\n])+)/g;
const hardBreak = /^ {2}/;
/** What stands before the first word of a line. */
const opensLine = /^[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:\[\^[^\]\s]+\]:[ \t]*)?/;
/** What would be a heading, a list, a quote, a rule or somebody's label at the beginning of a line. */
const beginsLine =
  /^(?:#{1,6}(?:\s|$)|[>|<]|(?:[-+*=_•·▪●◦‣■□–—]+|\d{1,9}[.)])(?:\s|$)|~~~|```|\[[^\]]*\]:|(?:\p{Lu}[\p{L}.'’-]* ){0,5}\p{Lu}[\p{L}.'’-]*:(?:\s|$))/u;

/** A line break with what begins the next line: the signs of block quotes and the indent of a list, as the paragraph has them. */
function breakIn({ written }: Draft, paragraph: Span, line: number): string {
  const lineBreak = /\r\n|\r|\n/.exec(written)?.[0] ?? '\n';
  const below = /(?:\r\n|\r|\n)([ \t>]*)/.exec(written.slice(line, paragraph.end))?.[1];
  if (below !== undefined) {
    return lineBreak + below;
  }
  const own = written.slice(line, paragraph.end);
  const opening = opensLine.exec(own)?.[0] ?? '';
  const indent =
    line > paragraph.start ? /^[ \t>]*/.exec(own)?.[0] : opening.replace(/\[[^\]]*\]:?[ \t]*$/, '    ');
  return lineBreak + (indent ?? '').replace(/[^ \t>]/g, ' ');
}
