import { restOfLine, rowAt } from './cells.ts';
import { fitEnd, withinNested } from './fit.ts';
import { lastSentence } from './introduction.ts';
import { blockTyped } from './opened.ts';
import { endBetween, isOutsideMarks, type End } from './sentence-around.ts';
import type { Draft } from '../draft/draft.ts';
import type { Marks } from './marks.ts';
import type { Span } from '../text/span.ts';

/** The words of a quotation as a draft's sentence wants them to end. */
export interface ClosedWords {
  readonly words: string;
  /** What goes behind the closing mark: a comma or a stop, where the draft has them there. */
  readonly behind: ',' | '.' | '';
}

/** Words that end with a comma, a stop or neither, inside the marks or behind these, as the draft has its own. */
export function closedWith(draft: Draft, words: string, end: End, marks: Marks): ClosedWords {
  if (end === '' || !isOutsideMarks(draft, end)) {
    return { words: withinNested(fitEnd(words, end, '.'), '', marks), behind: '' };
  }
  const bare = fitEnd(words, '', '.');
  // Behind a question or exclamation mark there is none.
  return { words: bare, behind: /[?!][’”'"]*$/.test(bare) ? '' : end };
}

/** The same, as what stands before and behind the place wants it; as the source has them where nobody can tell. */
export function closedAt(draft: Draft, place: Span, words: string, marks: Marks): ClosedWords {
  const end = endBetween(sentenceBefore(draft, place.start), restOfParagraph(draft, place.end));
  // A part of a sentence that leads in may go on.
  const isOpen = end === '.' && !/[.,;:?!][’”'"]*$/.test(words) && /^[^\p{L}\p{N}]*\p{Ll}/u.test(words);
  return end === undefined || isOpen ? { words, behind: '' } : closedWith(draft, words, end, marks);
}

/** The words of its sentence before a place; none behind the end of another. */
export function sentenceBefore(draft: Draft, offset: number): string {
  const block = blockTyped(draft, offset);
  const start = block === undefined || block.start > offset ? offset : block.start;
  return draft.text.slice(lastSentence(draft.text, { start, end: offset }).start, offset);
}

/** What follows an offset in its paragraph, or in its cell. */
export function restOfParagraph(draft: Draft, offset: number): string {
  const block = draft.blocks.find(it => it.start <= offset && offset <= it.end);
  return rowAt(draft, offset) === undefined
    ? draft.text.slice(offset, block?.end ?? offset)
    : restOfLine(draft, offset);
}
