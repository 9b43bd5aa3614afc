import { markupIn } from '../parse/markup.ts';
import { contains, overlaps } from '../text/span.ts';
import { spliced, type Splice } from '../text/splice.ts';
import { collapse } from './escape.ts';
import type { Article } from '../corpus/article.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** The marks that a quotation is printed in, and those for a quotation inside it. */
export interface Marks {
  readonly open: string;
  readonly close: string;
  readonly nested: readonly [string, string];
}

/** The marks that belong to an opening one; without one, the draft's usual double marks. */
export function marksOf(open: string | undefined, style: Draft['marks']): Marks {
  switch (open) {
    case '“':
      return { open, close: '”', nested: ['‘', '’'] };
    case '"':
      return { open, close: '"', nested: ["'", "'"] };
    case '‘':
      return { open, close: '’', nested: ['“', '”'] };
    case "'":
      return { open, close: "'", nested: ['"', '"'] };
    case '«':
      return { open, close: '»', nested: ['“', '”'] };
    case "''":
    case '``':
      return { ...marksOf(undefined, style), open, close: "''" };
    case '„':
      return { open, close: '“', nested: ['‚', '‘'] };
    default:
      return marksOf(style === 'curly' ? '“' : '"', style);
  }
}

/** The words of an article, character for character, on one line, with nested marks in the given style. */
export function sourceWords(article: Article, span: Span, marks: Marks): string {
  return paired(
    collapse(
      spliced(
        article.text,
        span,
        inOrder(span, [...hiddenIn(article, span), ...nestedMarksIn(article, span, marks)]),
      ),
    ),
  );
}

/** Without a double mark at an edge that nothing pairs with: a source may have lost the other, and the draft closes its own. */
function paired(words: string): string {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  const curly = count(/“/g) - count(/”/g);
  if (curly < 0 && words.endsWith('”')) {
    return words.slice(0, -1).trimEnd();
  }
  return curly > 0 && words.startsWith('“') ? words.slice(1).trimStart() : words;
}

/** Words of a source that are no longer at their place, with nested marks in the given style as far as they can be told. */
export function restyled(text: string, marks: Marks): string {
  const [open, close] = marks.nested;
  const pair = (words: string): string => opened + words + closed;
  return closedWithin(
    collapse(text)
      .replace(/[“„«]([^“”„«»"]*)[”»]|"([^"“”]*)"/g, (_, curly?: string, straight?: string) =>
        pair(curly ?? straight ?? ''),
      )
      .replace(/(?<![\p{L}\p{N}])‘([^‘’]*)’(?![\p{L}\p{N}])/gu, (_, words: string) => pair(words)),
  )
    .replaceAll(opened, open)
    .replaceAll(closed, close);
}

/** Stand for the marks of a pair, so that no other is taken for one of them. */
const [opened, closed] = ['\u0002', '\u0003'];

/** Marks, but neither inches nor what stands for left-out letters: `‘em`, `‘90s`. */
const unpaired = /[“„«]|(?<!\d)["”»]|‘(?!(?:em|til|cause|bout|n|tis|twas)\b|\d)/gi;

/** A nested quotation through which words were cut is closed, or opened, where they end. */
function closedWithin(text: string): string {
  const [mark, ...more] = [...text.matchAll(unpaired)];
  if (mark === undefined || more.length > 0) {
    return text;
  }
  const { index } = mark;
  const isOpening = /^$|[\s(—–-]$/u.test(text.slice(0, index));
  const before = text.slice(0, index);
  const behind = text.slice(index + 1);
  // The draft's own closing mark may have been kept.
  return isOpening
    ? before + opened + behind.replace(/['’]?([.,;:]*)$/u, `${closed}$1`)
    : opened + before + closed + behind;
}

/** Of splices that overlap the first stays, and none that begins before a span. */
function inOrder(span: Span, splices: readonly Splice[]): readonly Splice[] {
  let end = span.start;
  return splices
    .toSorted((one, other) => one.start - other.start)
    .filter(it => {
      const isFree = it.start >= end;
      end = isFree ? it.end : end;
      return isFree;
    });
}

/** Emphasis marks, the addresses of links and comments of a source written in Markdown are no words of it. */
function hiddenIn(article: Article, span: Span): Splice[] {
  return markupIn(article, span)
    .filter(hidden => contains(span, hidden))
    .map(hidden => ({ start: hidden.start, end: hidden.end, newText: '' }));
}

function nestedMarksIn(article: Article, span: Span, marks: Marks): Splice[] {
  const splices: Splice[] = [];
  for (const quotation of article.quotations) {
    if (!overlaps(quotation, span)) {
      continue;
    }
    for (const nested of quotation.nested) {
      const opening = markBefore(article.text, nested.start);
      const closing = markAfter(article.text, nested.end);
      // A backtick that no mark answers is code, or a slip.
      if (article.text.slice(opening.start, opening.end) === '`' && closing.end === closing.start) {
        continue;
      }
      const opens = span.start <= opening.start && opening.end <= span.end;
      const closes = closing.end <= span.end && span.start <= closing.start;
      if (opens) {
        splices.push({ ...opening, newText: marks.nested[0] });
      } else if (closes && closing.start > span.start) {
        splices.push({ start: span.start, end: span.start, newText: marks.nested[0] });
      }
      if (closes && closing.end > closing.start) {
        splices.push({ ...closing, newText: marks.nested[1] });
      } else if (opens && opening.end < span.end) {
        splices.push({ start: span.end, end: span.end, newText: marks.nested[1] });
      }
    }
  }
  return splices;
}

function markBefore(text: string, offset: number): Span {
  const width = /(?:''|``)$/.test(text.slice(Math.max(0, offset - 2), offset)) ? 2 : 1;
  return { start: offset - width, end: offset };
}

function markAfter(text: string, offset: number): Span {
  const next = text.slice(offset, offset + 2);
  const width = next === "''" ? 2 : /^[’'”"»›“‘]/.test(next) ? 1 : 0;
  return { start: offset, end: offset + width };
}
