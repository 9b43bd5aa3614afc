import { hashPrime, hashSeed } from './word-hash.ts';

/** Numbers by printed word, asked for at a place in a text: no string is made, and none hashed twice. */
export class WordTable {
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #firsts: Uint16Array;
  /** The words without their first characters. */
  readonly #rests: (string | undefined)[];
  readonly #values: Int32Array;

  constructor(values: ReadonlyMap<string, number>) {
    let size = 4;
    while (size < values.size * 3) {
      size *= 2;
    }
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#firsts = new Uint16Array(size);
    this.#rests = new Array<string | undefined>(size).fill(undefined);
    this.#values = new Int32Array(size);
    for (const [word, value] of values) {
      const first = word.charCodeAt(0);
      const hash = hashAt(word, 0, word.length, first);
      let slot = hash & this.#mask;
      while (this.#hashes[slot] !== 0) {
        slot = (slot + 1) & this.#mask;
      }
      this.#hashes[slot] = hash;
      this.#firsts[slot] = first;
      this.#rests[slot] = word.slice(1);
      this.#values[slot] = value;
    }
  }

  /** The number of the word between two offsets; 0 where it is not in the table. `first` may be looked for as its first character. */
  at(text: string, start: number, end: number, first = text.charCodeAt(start)): number {
    const hash = hashAt(text, start, end, first);
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const rest = this.#rests[slot];
      if (rest === undefined) {
        return 0;
      }
      if (
        this.#hashes[slot] === hash &&
        this.#firsts[slot] === first &&
        rest.length === end - start - 1 &&
        text.startsWith(rest, start + 1)
      ) {
        return this.#values[slot] ?? 0;
      }
    }
  }
}

/** FNV-1a of the code units, its bits mixed, since the lowest choose the slot. */
function hashAt(text: string, start: number, end: number, first: number): number {
  let hash = Math.imul(hashSeed ^ first, hashPrime);
  for (let at = start + 1; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), hashPrime);
  }
  return hash ^ (hash >>> 15);
}
