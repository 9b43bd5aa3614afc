/** What a word is known as. One bit each, so that a word may be several things. */
export const WordList = {
  firstName: 1,
  lastName: 2,
  city: 4,
  bigCity: 8,
  country: 16,
  nationality: 32,
  common: 64,
  title: 128,
  organisationWord: 256,
  organisation: 512,
  placeWord: 1024,
  calendar: 2048,
  shortSurname: 4096,
  cue: 8192,
  /** Begins sentences and is never a name by itself: `The`, `But`. */
  stop: 16384,
  /** First word of a phrase of the lexicon; says nothing by itself. */
  startsPhrase: 32768,
} as const;

/** What a phrase of several words is known as. */
export const Phrase = { none: 0, city: 1, organisation: 2, country: 3 } as const;

/** The number of groups that words of like use fall into. Group 0 holds the words that are in none. */
export const GROUP_COUNT = 1024;

/** Words and phrases by their hashes. 24 bits of each are kept. */
export interface Lexicon {
  readonly words: WordTable;
  readonly phrases: ReadonlyMap<number, number>;
  /** For each group the wider group and the widest. */
  readonly wide: Uint8Array;
  readonly widest: Uint8Array;
}

/** Words in the order of their keys. It is laid out as it lies in the weights file: nothing is built at a start. */
export interface WordTable {
  /** Where the words begin whose keys have the same upper 16 bits; one more for the end. */
  readonly starts: Uint32Array;
  /** The lower 8 bits of each key. */
  readonly lows: Uint8Array;
  readonly entries: Int32Array;
}

/** The number of different upper halves of a key. */
export const UPPER_COUNT = 1 << 16;
const LOW_BITS = 8;

/** Lists in the lower 16 bits, ten bits of group above, then whether the word is seldom a name. */
export type LexiconEntry = number;
/** Set where a word is hardly ever a name, or part of one. */
export const PLAIN_WORD = 1 << 26;

/** The group of a word. */
export function groupOf(entry: LexiconEntry): number {
  return (entry >>> 16) & (GROUP_COUNT - 1);
}

const KEY_SHIFT = 8;

/** The part of a hash that the lexicon knows words by. */
export function lexiconKey(hash: number): number {
  return hash >>> KEY_SHIFT;
}

/** Joins the hashes of a phrase's words, from left to right, starting with 0. */
export function addToPhrase(phrase: number, hash: number): number {
  return Math.imul(phrase ^ hash, 0x9e3779b1) + 0x7f4a7c15;
}

/** The entry of a word by its hash; 0 for an unknown word. */
export function lookUp({ starts, lows, entries }: WordTable, hash: number): LexiconEntry {
  const key = lexiconKey(hash);
  const upper = key >>> LOW_BITS;
  const low = key & ((1 << LOW_BITS) - 1);
  const end = starts[upper + 1] ?? 0;
  for (let word = starts[upper] ?? 0; word < end; word++) {
    if (lows[word] === low) {
      return entries[word] ?? 0;
    }
  }
  return 0;
}
