import { foldWords } from '../text/words.ts';
import type { Span } from '../text/span.ts';

/** The words of a text in one key: texts that differ in nothing that counts have the same. */
export function foldedWords(text: string, span?: Span): string {
  const words = foldWords(text, span);
  return Array.from({ length: words.length }, (_, index) => words.key(index)).join(' ');
}
