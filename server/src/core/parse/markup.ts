import { overlapping, overlaps } from '../text/span.ts';
import type { Reading } from './reading.ts';
import type { Span } from '../text/span.ts';

/**
 * What in a stretch of a text shows nothing: emphasis marks, the brackets and the address of a link, tags, comments, citations.
 * A bare address is no words, but it is there to be read.
 */
export function markupIn({ text, blocks }: Pick<Reading, 'text' | 'blocks'>, span: Span): readonly Span[] {
  return blocks
    .filter(block => overlaps(block, span))
    .flatMap(({ hidden }) => overlapping(hidden, it => it, span))
    .filter(it => !bareAddress.test(text.slice(it.start, it.start + longestScheme)));
}

const bareAddress = /^(?:https?:\/\/|www\.|pic\.twitter\.com\/)/;
const longestScheme = 16;
