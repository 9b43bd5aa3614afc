import type { Lexicon, WordTable } from './lexicon.ts';
import { lookUp } from './lexicon.ts';
import type { Runs } from './runs.ts';
import type { Tokens } from './tokens.ts';
import { Place, Shape } from './shapes.ts';

/** How else a word stands in the same text. */
export const Seen = {
  /** In small letters. */
  lower: 1,
  /** With a capital inside a sentence. */
  capital: 2,
  /** In a run of several words. */
  longer: 4,
} as const;

/** The distinct words of a text, one array a property. */
export interface Vocabulary {
  readonly count: number;
  /** The word of each token. */
  readonly ofToken: Int32Array;
  readonly hashes: Int32Array;
  /** What the lexicon knows of each. */
  readonly entries: Int32Array;
  readonly seen: Uint8Array;
  /** The word with a hash; -1 where the text has none. */
  wordOf(hash: number): number;
}

/** So many words are kept in mind: 2 to this. */
const ASKED_BITS = 13;

/** A vocabulary that may be written anew, for the next text. */
export class VocabularyWriter implements Vocabulary {
  count = 0;
  ofToken = new Int32Array(0);
  hashes = new Int32Array(0);
  entries = new Int32Array(0);
  seen = new Uint8Array(0);
  /** One more than the word; 0 is free. Open addressing by the lower bits of the hash. */
  #slots = new Int32Array(256);
  #mask = 255;
  #words: WordTable | undefined;
  /** Of each slot a hash, and the answer to it; no hash is 0. */
  readonly #asked = new Int32Array(2 << ASKED_BITS);

  /** Gathers the distinct words of a text. */
  gather(tokens: Tokens, lexicon: Lexicon): void {
    const { count, hashes: tokenHashes } = tokens;
    this.#clear(count);
    const { ofToken, hashes, entries } = this;
    const slots = this.#slots;
    const mask = this.#mask;
    let words = 0;
    for (let token = 0; token < count; token++) {
      const hash = tokenHashes[token] ?? 0;
      let slot = hash & mask;
      let word = (slots[slot] ?? 0) - 1;
      while (word >= 0 && hashes[word] !== hash) {
        slot = (slot + 1) & mask;
        word = (slots[slot] ?? 0) - 1;
      }
      if (word < 0) {
        word = words++;
        slots[slot] = words;
        hashes[word] = hash;
      }
      ofToken[token] = word;
    }
    // In a loop of its own, so that the processor waits for the memory of several at once.
    for (let word = 0; word < words; word++) {
      entries[word] = this.#entryOf(hashes[word] ?? 0, lexicon.words);
    }
    this.count = words;
    this.seen.fill(0, 0, words);
  }

  wordOf(hash: number): number {
    const mask = this.#mask;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#slots[slot] ?? 0) - 1;
      if (word < 0 || this.hashes[word] === hash) {
        return word;
      }
    }
  }

  /** What the lexicon, which lies far apart in memory, knows of a word: of most, it was asked not long ago. */
  #entryOf(hash: number, words: WordTable): number {
    const slot = (hash >>> (32 - ASKED_BITS)) << 1;
    if (this.#asked[slot] !== hash || this.#words !== words) {
      if (this.#words !== words) {
        this.#asked.fill(0);
        this.#words = words;
      }
      this.#asked[slot] = hash;
      this.#asked[slot + 1] = lookUp(words, hash);
    }
    return this.#asked[slot + 1] ?? 0;
  }

  #clear(tokens: number): void {
    if (tokens > this.ofToken.length) {
      const capacity = tokens * 2;
      this.ofToken = new Int32Array(capacity);
      this.hashes = new Int32Array(capacity);
      this.entries = new Int32Array(capacity);
      this.seen = new Uint8Array(capacity);
    }
    let size = 256;
    while (size < tokens * 2) {
      size *= 2;
    }
    if (size > this.#slots.length) {
      this.#slots = new Int32Array(size);
    } else {
      this.#slots.fill(0, 0, size);
    }
    this.#mask = size - 1;
  }
}

/** Notes how the words of a text are written in it. */
export function noteSeen({ ofToken, seen }: Vocabulary, tokens: Tokens, runs: Runs): void {
  const { count, shapes, places, recased } = tokens;
  for (let token = 0; token < count; token++) {
    const shape = shapes[token] ?? 0;
    if (shape < Shape.lower || recased[token] === 1) {
      continue;
    }
    const word = ofToken[token] ?? 0;
    if (shape === Shape.lower) {
      seen[word] = (seen[word] ?? 0) | Seen.lower;
    } else if (places[token] === Place.inside) {
      seen[word] = (seen[word] ?? 0) | Seen.capital;
    }
  }
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    for (let token = start; end - start > 1 && token < end; token++) {
      const word = ofToken[token] ?? 0;
      seen[word] = (seen[word] ?? 0) | Seen.longer;
    }
  }
}
