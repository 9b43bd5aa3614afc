import type { Span } from '../text/span.ts';
import type { Stage } from './attribution-scene.ts';

/** Fewer letters may well be said twice. */
const leastPulled = 25;

/**
 * A pull quote that nobody signs: a paragraph of nothing but words that another one quotes with its own around them. It
 * may stand below anybody's paragraph, and goes on with nobody's speech.
 */
export function isPulled(stage: Stage, first: number): boolean {
  const { text, blocks, quotations } = stage;
  const quotation = quotations[first];
  const block = blocks[quotation?.block ?? -1];
  if (quotation === undefined || block === undefined || !isAlone(text, block, quotation.outer)) {
    return false;
  }
  const words = text.slice(quotation.start, quotation.end).replace(/[\p{P}\s]+$/u, '');
  return words.length >= leastPulled && stage.quotedInPassing.includes(words);
}

/** Whether a block has nothing but a quotation. */
export function isAlone(text: string, block: Span, outer: Span): boolean {
  return text.slice(block.start, outer.start).trim() === '' && text.slice(outer.end, block.end).trim() === '';
}
