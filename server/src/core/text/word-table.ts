import { hashPrime, hashSeed } from './word-hash.ts';

/** Numbers by printed word, asked for at a place in a text: no string is made, and none hashed twice. */
export class WordTable {
  readonly #mask: number;
  /** 0 where there is no word. */
  readonly #hashes: Int32Array;
  readonly #firsts: Uint16Array;
  /** The words without their first characters. */
  readonly #rests: string[];
  readonly #values: Int32Array;

  constructor(values: ReadonlyMap<string, number>) {
    let size = 4;
    while (size < values.size * 3) {
      size *= 2;
    }
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#firsts = new Uint16Array(size);
    this.#rests = new Array<string>(size).fill('');
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
      // Most words are none of them: only this is read of the table, then.
      const known = this.#hashes[slot];
      if (known === 0) {
        return 0;
      }
      const rest = known === hash && this.#firsts[slot] === first ? (this.#rests[slot] ?? '') : undefined;
      if (rest?.length === end - start - 1 && text.startsWith(rest, start + 1)) {
        return this.#values[slot] ?? 0;
      }
    }
  }
}

/** FNV-1a of the code units, its bits mixed, since the lowest choose the slot; never 0. */
function hashAt(text: string, start: number, end: number, first: number): number {
  let hash = Math.imul(hashSeed ^ first, hashPrime);
  for (let at = start + 1; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), hashPrime);
  }
  return hash ^ (hash >>> 15) || 1;
}
