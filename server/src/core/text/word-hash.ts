import { unsettledWords } from './settle-word.ts';

/** Where an FNV-1a hash begins. */
export const hashSeed = 0x811c9dc5 | 0;
/** What each unit multiplies it by. */
export const hashPrime = 0x01000193;

/** The FNV-1a hash of a key: what `Words.hashes` holds for it. */
export function hashKey(key: string): number {
  let hash = hashSeed;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), hashPrime);
  }
  return hash >>> 0;
}

/** One bit a hash: set for the words that folding letter by letter does not settle, and for one in fifty of the others. */
const bits = 18;
const unsettled = new Uint32Array(1 << (bits - 5));
for (const word of unsettledWords()) {
  unsettle(hashKey(word));
  unsettle(hashKey(`${word}'s`));
}

function unsettle(hash: number): void {
  const bit = hash >>> (32 - bits);
  unsettled[bit >>> 5] = (unsettled[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Whether a folded word of this hash is its own key wherever it stands. */
export function isSettled(hash: number): boolean {
  const bit = hash >>> (32 - bits);
  return ((unsettled[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0;
}
