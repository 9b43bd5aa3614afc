import { hashPrime, hashSeed } from './word-hash.ts';

/** Longer runs of letters are no words; they are cut, so that hostile text cannot grow the buffer. */
export const longest = 1000;

/** The folded characters of the word that is being scanned. Scanning is synchronous: one buffer is enough. */
export const folded = new Uint16Array(longest + 32);

/** The hash of the first characters in the buffer, not yet unsigned. */
export function hashFolded(size: number): number {
  let hash = hashSeed;
  for (let index = 0; index < size; index++) {
    hash = Math.imul(hash ^ (folded[index] ?? 0), hashPrime);
  }
  return hash;
}

/** The first characters in the buffer. */
export function foldedText(size: number): string {
  return String.fromCharCode.apply(null, folded.subarray(0, size) as unknown as number[]);
}
