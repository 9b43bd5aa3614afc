import type { Words } from '../text/words.ts';
import { HashNumbers } from './hash-numbers.ts';
import { inOrder } from './in-order.ts';
import { packWords, type SortedWords } from './sorted-words.ts';

/** Numbers below 65,536 are kept in half of the memory. */
export type Numbers = Uint16Array | Uint32Array;

/** The words of some quotations: each word once, by its letters, with the quotations that have it. */
export interface QuotationWords extends SortedWords {
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
    order.forEach((number, id) => {
      ids[number] = id;
    });
    // In place: `from` goes through an iterator, which takes ten times as long.
    const words = new Uint32Array(this.#words);
    for (let at = 0; at < words.length; at++) {
      words[at] = ids[words[at] ?? 0] ?? 0;
    }
    const { holderStarts, holders } = holdersOf(words, this.#ends, keys.length);
    return {
      ...packWords(Array.from(order, number => keys[number] ?? '')),
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

/** How many quotations have one of some words; more than anybody looks at where one of them is too common. */
export function heldBy({ holderStarts }: QuotationWords, start: number, end: number): number {
  for (let word = start; word < end; word++) {
    if (holderStarts[word + 1] === holderStarts[word]) {
      return Number.POSITIVE_INFINITY;
    }
  }
  return (holderStarts[end] ?? 0) - (holderStarts[start] ?? 0);
}
