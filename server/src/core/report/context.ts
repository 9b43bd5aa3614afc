import { collapse } from '../features/escape.ts';
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

const sentenceEnd = /[.!?…]["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{N}])/gu;
const abbreviation = /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|St|Jr|Sr|vs|No|[A-Z])\.$/;

/** The sentence that a stretch of a block stands in, for a reader: a boundary missed shows a little more. */
export function sentenceAround(text: string, inner: Span, around: Span): Span {
  const block = {
    start: Math.max(around.start, inner.start - longestSentence),
    end: Math.min(around.end, inner.end + longestSentence),
  };
  // With the opening mark and what follows it: they tell that a sentence has ended before.
  const before = text.slice(block.start, inner.start + 2);
  let start = block.start;
  for (const match of before.matchAll(sentenceEnd)) {
    if (!abbreviation.test(before.slice(0, match.index + 1))) {
      start = block.start + match.index + match[0].length;
    }
  }
  // A sentence may end within the marks: the search begins with the last character inside them.
  const from = Math.max(inner.start, inner.end - 2);
  const after = text.slice(from, block.end);
  for (const match of after.matchAll(sentenceEnd)) {
    const end = from + match.index + match[0].length;
    if (end >= inner.end && !abbreviation.test(after.slice(0, match.index + 1))) {
      return { start: skipSpace(text, start), end };
    }
  }
  return { start: skipSpace(text, start), end: block.end };
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text.charAt(at))) {
    at++;
  }
  return at;
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
