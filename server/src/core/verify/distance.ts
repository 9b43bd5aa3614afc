import { isWhiteSpace } from '../text/shapes.ts';
import type { Comparison } from './compare.ts';

/** How far a draft is from the words of a source: what was changed, then what was not found. */
export function distance(comparison: Comparison): number {
  const changed = comparison.changes.reduce(
    (sum, it) => sum + 1 + countWords(it.draft) + countWords(it.source),
    0,
  );
  const sentences = comparison.sentences.length * 2;
  return changed + sentences + (1 - comparison.weight) * comparison.total * 2;
}

function countWords(text: string): number {
  let count = text === '' ? 0 : 1;
  let isBetween = false;
  for (let at = 0; at < text.length; at++) {
    const wasBetween = isBetween;
    isBetween = isWhiteSpace(text.charCodeAt(at));
    count += isBetween && !wasBetween ? 1 : 0;
  }
  return count;
}
