import type { Words } from '../text/words.ts';
import { HashNumbers } from './hash-numbers.ts';
import { inOrder } from './in-order.ts';

/** Numbers below 65,536 are kept in half of the memory. */
export type Numbers = Uint16Array | Uint32Array;

/** The words of some quotations: each word once, by its letters, with the quotations that have it. */
export interface QuotationWords {
  /** Where the letters of each word begin in `letters`, the words in the order of their letters; one more at the end. */
  readonly letterStarts: Uint32Array;
  /** Code units of the folded words. */
  readonly letters: Uint16Array;
  /** Where the quotations that have each word begin in `holders`; one more at the end. */
  readonly holderStarts: Uint32Array;
  /** Quotations, ascending; none where too many have a word for it to find any. */
  readonly holders: Numbers;
  /** The words of all quotations, one after the other, as their numbers. */
  readonly ids: Numbers;
}

/** A word that more quotations have finds none: it would find too many. */
export const mostHolders = 4000;

/** Takes down the words of quotations. */
export class WordsTaker {
  readonly #numbers = new HashNumbers();
  readonly #keys: string[] = [];
  readonly #words: number[] = [];
  readonly #ends: number[] = [];

  /** How many words were taken. */
  get length(): number {
    return this.#words.length;
  }

  /** Adds the words of a quotation. */
  add(folded: Words): void {
    for (let word = 0; word < folded.length; word++) {
      const number = this.#numbers.of(folded.hashes[word] ?? 0);
      if (number === this.#keys.length) {
        this.#keys.push(folded.key(word));
      }
      this.#words.push(number);
    }
    this.#ends.push(this.#words.length);
  }

  take(): QuotationWords {
    const keys = this.#keys;
    const order = inOrder(keys);
    const ids = new Uint32Array(keys.length);
    const letterStarts = new Uint32Array(keys.length + 1);
    order.forEach((number, id) => {
      ids[number] = id;
      letterStarts[id + 1] = (letterStarts[id] ?? 0) + (keys[number]?.length ?? 0);
    });
    const letters = new Uint16Array(letterStarts[keys.length] ?? 0);
    order.forEach((number, id) => {
      const key = keys[number] ?? '';
      for (let letter = 0; letter < key.length; letter++) {
        letters[(letterStarts[id] ?? 0) + letter] = key.charCodeAt(letter);
      }
    });
    const words = Uint32Array.from(this.#words, number => ids[number] ?? 0);
    const { holderStarts, holders } = holdersOf(words, this.#ends, keys.length);
    return {
      letterStarts,
      letters,
      holderStarts,
      holders: fitting(holders, this.#ends.length),
      ids: fitting(words, keys.length),
    };
  }
}

/** Numbers below a limit, in as little memory as they take. */
export function fitting(numbers: Uint32Array, limit: number): Numbers {
  return isShort(limit) ? Uint16Array.from(numbers) : numbers;
}

/** Whether numbers below a limit are kept in half of the memory. */
export function isShort(limit: number): boolean {
  return limit <= 0x10000;
}

function holdersOf(
  words: Uint32Array,
  ends: readonly number[],
  count: number,
): { readonly holderStarts: Uint32Array; readonly holders: Uint32Array } {
  const counts = new Uint32Array(count);
  eachOnce(words, ends, count, word => {
    counts[word] = (counts[word] ?? 0) + 1;
  });
  const holderStarts = new Uint32Array(count + 1);
  counts.forEach((held, word) => {
    holderStarts[word + 1] = (holderStarts[word] ?? 0) + (held > mostHolders ? 0 : held);
  });
  const holders = new Uint32Array(holderStarts[count] ?? 0);
  const next = holderStarts.slice();
  eachOnce(words, ends, count, (word, quotation) => {
    if ((counts[word] ?? 0) <= mostHolders) {
      const at = next[word] ?? 0;
      holders[at] = quotation;
      next[word] = at + 1;
    }
  });
  return { holderStarts, holders };
}

/** Visits each word of each quotation once. */
function eachOnce(
  words: Uint32Array,
  ends: readonly number[],
  count: number,
  visit: (word: number, quotation: number) => void,
): void {
  const seenIn = new Int32Array(count).fill(-1);
  let at = 0;
  ends.forEach((end, quotation) => {
    for (; at < end; at++) {
      const word = words[at] ?? 0;
      if (seenIn[word] !== quotation) {
        seenIn[word] = quotation;
        visit(word, quotation);
      }
    }
  });
}

/** The words that begin so: numbers from `start` up to `end`. */
export function wordsFrom(
  words: QuotationWords,
  prefix: string,
): { readonly start: number; readonly end: number } {
  return {
    start: firstWord(words, order => order >= 0, prefix),
    end: firstWord(words, order => order > 0, prefix),
  };
}

/** The number of a word; undefined where no quotation has it. */
export function wordNumber(words: QuotationWords, key: string): number | undefined {
  const start = firstWord(words, order => order >= 0, key);
  const { letterStarts } = words;
  const isWhole = (letterStarts[start + 1] ?? 0) - (letterStarts[start] ?? 0) === key.length;
  return isWhole && orderOf(words, start, key) === 0 ? start : undefined;
}

/** How many quotations have one of some words; more than anybody looks at where one of them is too common. */
export function heldBy({ holderStarts }: QuotationWords, start: number, end: number): number {
  for (let word = start; word < end; word++) {
    if (holderStarts[word + 1] === holderStarts[word]) {
      return Number.POSITIVE_INFINITY;
    }
  }
  return (holderStarts[end] ?? 0) - (holderStarts[start] ?? 0);
}

function firstWord(words: QuotationWords, isBehind: (order: number) => boolean, prefix: string): number {
  let low = 0;
  let high = words.letterStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(orderOf(words, middle, prefix))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** Below 0 where a word stands before all that begin so, 0 where it begins so, above 0 behind them. */
function orderOf({ letterStarts, letters }: QuotationWords, word: number, prefix: string): number {
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
