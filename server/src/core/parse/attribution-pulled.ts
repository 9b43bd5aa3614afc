import type { Span } from '../text/span.ts';
import type { Stage } from './attribution-scene.ts';

/** Fewer letters may well be said twice. */
const leastPulled = 25;

/**
 * A pull quote that nobody signs: a paragraph of nothing but words that another one quotes with its own around them. It
 * may stand below anybody's paragraph, and goes on with nobody's speech.
 */
export function isPulled({ text, blocks, quotations }: Stage, first: number): boolean {
  const quotation = quotations[first];
  const block = blocks[quotation?.block ?? -1];
  if (quotation === undefined || block === undefined || !isAlone(text, block, quotation.outer)) {
    return false;
  }
  const words = text.slice(quotation.start, quotation.end).replace(/[\p{P}\s]+$/u, '');
  if (words.length < leastPulled) {
    return false;
  }
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const other = quotations.find(it => it.start <= at && at + words.length <= it.end);
    const around = blocks[other?.block ?? -1];
    if (other && around && other.block !== quotation.block && !isAlone(text, around, other.outer)) {
      return true;
    }
  }
  return false;
}

function isAlone(text: string, block: Span, outer: Span): boolean {
  return text.slice(block.start, outer.start).trim() === '' && text.slice(outer.end, block.end).trim() === '';
}
