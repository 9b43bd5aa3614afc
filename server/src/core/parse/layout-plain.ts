import type { Span } from '../text/span.ts';
import { addressEnd } from './layout-address.ts';
import { readCitations, type CitationMark } from './layout-brackets.ts';
import { commentEnd, struckEnd, tagEnd } from './layout-tags.ts';

/** What stands in a block beside its words. */
export interface Inline {
  /** In order, disjoint. */
  readonly hidden: Span[];
  /** HTML comments, which may hold orders to Stet. */
  readonly comments: Span[];
  readonly citations: CitationMark[];
}

const plainMarks = /<!--|<\/?[a-z]|\[-?@|https?:\/\/|\bwww\.|pic\.twitter\.com\//g;

/** Finds what is no word in a block of plain text: addresses, tags, comments and citations only. */
export function scanPlain(text: string, start: number, end: number): Inline {
  const hidden: { start: number; end: number }[] = [];
  const comments: Span[] = [];
  const citations: CitationMark[] = [];
  const block = text.slice(start, end);
  const unstruck = new Set<string>();
  let unclosed = false;
  plainMarks.lastIndex = 0;
  for (let found = plainMarks.exec(block); found !== null; found = plainMarks.exec(block)) {
    const at = start + found.index;
    let close = at + found[0].length;
    if (found[0] === '<!--') {
      close = commentEnd(text, at, end);
      comments.push({ start: at, end: close });
      hidden.push({ start: at, end: close });
    } else if (found[0].startsWith('<')) {
      const after = struckEnd(text, at, end, unstruck) ?? tagEnd(text, at, end);
      if (after > 0) {
        close = after;
        hidden.push({ start: at, end: close });
      }
    } else if (found[0].startsWith('[')) {
      // Only one search may fail: after it, no bracket closes.
      const closing: number = unclosed ? -1 : block.indexOf(']', found.index);
      unclosed ||= closing < 0;
      const bracket = closing + start;
      if (closing >= 0) {
        close = bracket + 1;
        readCitations(text, at, close, citations);
        hidden.push({ start: at, end: close });
      }
    } else {
      close = addressEnd(text, at, end);
      hidden.push({ start: at, end: close });
    }
    plainMarks.lastIndex = Math.max(close - start, found.index + 1);
  }
  return { hidden, comments, citations };
}
