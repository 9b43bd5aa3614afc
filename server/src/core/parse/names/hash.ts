import { foldOf } from './characters.ts';

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Starts the hash of a word, one folded character after the other. */
export function startHash(): number {
  return SEED;
}

/** Adds a folded code unit. */
export function addToHash(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, PRIME);
}

/** Spreads the bits, so that any of them may be used for a bucket. Never 0, which stands for "no word". */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** The hash of a word as the tokeniser makes it: folded, 32 bits, signed. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let index = 0; index < word.length; index++) {
    hash = addToHash(hash, foldOf(word.charCodeAt(index)));
  }
  return finishHash(hash);
}

/** The hashes of the words of a list, which may go over several lines. */
export function hashedWords(list: string): ReadonlySet<number> {
  return new Set(list.split(/\s+/).map(hashWord));
}
