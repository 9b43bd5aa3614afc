import { collapse } from '../features/escape.ts';
import { findSentences } from '../text/sentences.ts';
import type { Block } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** Words in the text around them, each part on one line. */
export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A block may be a whole file: no further than this is looked for the edge of a sentence. */
const longestSentence = 2000;
/** Longer text on either side is cut between words, with an ellipsis. */
const longestSide = 600;
/** No block quote stands in more than a few others. */
const longestMarker = 40;

/** The words of a span within a stretch of text around them. */
export function contextOf(text: string, span: Span, around: Span): Context {
  const start = Math.min(around.start, span.start);
  const end = Math.max(around.end, span.end);
  return {
    before: cutStart(text.slice(start, span.start)),
    words: inOneLine(text.slice(span.start, span.end)),
    after: cutEnd(text.slice(span.end, end)),
  };
}

/** A text, as long as it was, with spaces for the `> ` that begin the further lines of block quotes: they are none of its words. */
export function withoutQuoteMarkers(text: string, blocks: readonly Pick<Block, 'hidden'>[]): string {
  let result = '';
  let at = 0;
  for (const { hidden } of blocks) {
    for (const { start, end } of hidden) {
      if (start >= at && /^[ \t]*>[ \t>]*$/.test(text.slice(start, Math.min(end, start + longestMarker)))) {
        result += text.slice(at, start) + ' '.repeat(end - start);
        at = end;
      }
    }
  }
  return result + text.slice(at);
}

/** The sentence, or the sentences, of a block that a stretch of it stands in. */
export function sentenceAround(text: string, inner: Span, around: Span): Span {
  const block = {
    start: Math.max(around.start, inner.start - longestSentence),
    end: Math.min(around.end, inner.end + longestSentence),
  };
  const sentences = findSentences(text, block);
  const first = sentences.findLast(it => it.start <= inner.start);
  const last = sentences.find(it => it.end >= inner.end);
  return { start: first?.start ?? block.start, end: last?.end ?? block.end };
}

function cutStart(text: string): string {
  if (text.length <= longestSide) {
    return inOneLine(text).trimStart();
  }
  return `…${inOneLine(text.slice(-longestSide).replace(/^\S*\s/, '')).trimStart()}`;
}

function cutEnd(text: string): string {
  if (text.length <= longestSide) {
    return inOneLine(text).trimEnd();
  }
  return `${inOneLine(text.slice(0, longestSide).replace(/\s\S*$/, '')).trimEnd()}…`;
}

/** White space collapses, but a space at an edge stays one: it keeps the parts of a context apart. */
function inOneLine(text: string): string {
  const line = collapse(text);
  if (line === '') {
    return text === '' ? '' : ' ';
  }
  return `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) ? ' ' : ''}`;
}
