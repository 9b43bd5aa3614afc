import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';

/** Different words in the order of their code units: in typed arrays, no object a word. */
export interface SortedWords {
  /** Where the letters of each word begin in `letters`; one more at the end. */
  readonly letterStarts: Uint32Array;
  /** Code units. */
  readonly letters: Uint16Array;
}

/** Packs words that are in order. */
export function packWords(words: readonly string[]): SortedWords {
  const letterStarts = new Uint32Array(words.length + 1);
  words.forEach((word, number) => {
    letterStarts[number + 1] = (letterStarts[number] ?? 0) + word.length;
  });
  const letters = new Uint16Array(letterStarts[words.length] ?? 0);
  words.forEach((word, number) => {
    const start = letterStarts[number] ?? 0;
    for (let letter = 0; letter < word.length; letter++) {
      letters[start + letter] = word.charCodeAt(letter);
    }
  });
  return { letterStarts, letters };
}

/** A word by its number. */
export function wordAt({ letterStarts, letters }: SortedWords, number: number): string {
  const end = letterStarts[number + 1] ?? 0;
  let word = '';
  for (let letter = letterStarts[number] ?? 0; letter < end; letter++) {
    word += String.fromCharCode(letters[letter] ?? 0);
  }
  return word;
}

/** The number of a word; undefined where it is none of them. */
export function wordNumber(words: SortedWords, key: string): number | undefined {
  const start = firstWord(words, order => order >= 0, key);
  const { letterStarts } = words;
  const isWhole = (letterStarts[start + 1] ?? 0) - (letterStarts[start] ?? 0) === key.length;
  return isWhole && orderOf(words, start, key) === 0 ? start : undefined;
}

/** The words that begin so: numbers from `start` up to `end`. */
export function wordsFrom(words: SortedWords, prefix: string): Span {
  return {
    start: firstWord(words, order => order >= 0, prefix),
    end: firstWord(words, order => order > 0, prefix),
  };
}

function firstWord(words: SortedWords, isBehind: (order: number) => boolean, prefix: string): number {
  const count = words.letterStarts.length - 1;
  return partitionPoint(count, index => !isBehind(orderOf(words, index, prefix)));
}

/** Below 0 where a word stands before all that begin so, 0 where it begins so, above 0 behind them. */
function orderOf({ letterStarts, letters }: SortedWords, word: number, prefix: string): number {
  return compareLetters(letters, letterStarts[word] ?? 0, letterStarts[word + 1] ?? 0, prefix);
}

/** Below 0 where some letters stand before all that begin with a prefix, 0 where they do, above 0 behind them. */
export function compareLetters(letters: Uint16Array, start: number, end: number, prefix: string): number {
  for (let letter = 0; letter < prefix.length; letter++) {
    const at = start + letter;
    const order = at < end ? (letters[at] ?? 0) - prefix.charCodeAt(letter) : -1;
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}
