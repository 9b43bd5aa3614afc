import { hashPrime, hashSeed } from './word-hash.ts';

/** Numbers by printed word, asked for at a place in a text: no string is made, and none hashed twice. */
export class WordTable {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #words: (string | undefined)[];
  readonly #values: Int32Array;

  constructor(values: ReadonlyMap<string, number>) {
    let size = 4;
    while (size < values.size * 3) {
      size *= 2;
    }
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#words = new Array<string | undefined>(size).fill(undefined);
    this.#values = new Int32Array(size);
    for (const [word, value] of values) {
      const hash = hashAt(word, 0, word.length);
      let slot = hash & this.#mask;
      while (this.#hashes[slot] !== 0) {
        slot = (slot + 1) & this.#mask;
      }
      this.#hashes[slot] = hash;
      this.#words[slot] = word;
      this.#values[slot] = value;
    }
  }

  /** The number of the word between two offsets; 0 where it is not in the table. */
  at(text: string, start: number, end: number): number {
    const hash = hashAt(text, start, end);
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const word = this.#words[slot];
      if (word === undefined) {
        return 0;
      }
      if (this.#hashes[slot] === hash && word.length === end - start && text.startsWith(word, start)) {
        return this.#values[slot] ?? 0;
      }
    }
  }
}

/** FNV-1a of the code units, its bits mixed, since the lowest choose the slot. */
function hashAt(text: string, start: number, end: number): number {
  let hash = hashSeed;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), hashPrime);
  }
  return hash ^ (hash >>> 15);
}
