import type { Span } from './span.ts';
import { scanWords } from './word-scan.ts';

/**
 * The words of a text as they are compared: what never counts as a difference folds to one key. A structure of arrays,
 * since millions of words are folded. Two words of one key have one hash; the reverse is only very likely.
 */
export interface Words {
  readonly length: number;
  /** UTF-16 offsets into the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** FNV-1a of the key, 32 bit. */
  readonly hashes: Uint32Array;
  key(index: number): string;
}

/** The words of a text, or of a span of it. Hidden spans are not there: a word goes on behind them. */
export function foldWords(text: string, span?: Span, hidden?: readonly Span[]): Words {
  return scanWords(text, span, hidden).close();
}

/** The same for who is done with them before others are folded: nothing is copied, and the arrays go on behind the last. */
export function foldWordsForNow(text: string, span?: Span, hidden?: readonly Span[]): Words {
  return scanWords(text, span, hidden).open();
}
