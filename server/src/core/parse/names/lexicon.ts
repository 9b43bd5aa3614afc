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
  /** Pairs of key + 1 and entry, by open addressing; key 0 is a free slot. */
  readonly words: Int32Array;
  readonly phrases: ReadonlyMap<number, number>;
  /** For each group the wider group and the widest. */
  readonly wide: Uint8Array;
  readonly widest: Uint8Array;
}

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

/** Lays the words out so that one is found in about one step. */
export function indexWords(keys: Int32Array, entries: Int32Array): Int32Array {
  let size = 1024;
  while (size < keys.length * 2) {
    size *= 2;
  }
  const table = new Int32Array(size * 2);
  for (const [index, key] of keys.entries()) {
    let slot = slotOf(key, size - 1);
    while (table[slot * 2] !== 0) {
      slot = (slot + 1) & (size - 1);
    }
    table[slot * 2] = key + 1;
    table[slot * 2 + 1] = entries[index] ?? 0;
  }
  return table;
}

function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 9) & mask;
}

/** The entry of a word by its hash; 0 for an unknown word. */
export function lookUp(words: Int32Array, hash: number): LexiconEntry {
  const mask = (words.length >> 1) - 1;
  const key = lexiconKey(hash);
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const found = words[slot * 2] ?? 0;
    if (found === key + 1) {
      return words[slot * 2 + 1] ?? 0;
    }
    if (found === 0) {
      return 0;
    }
  }
}
