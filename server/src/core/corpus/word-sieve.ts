/**
 * Of many words, hashed, what tells at once that another is none of them: a bit for each of so many that few words
 * share one.
 */
export type WordSieve = Uint32Array;

/** One bit for each two words at least: most stand more than once, and fewer than one bit in ten is set. */
const wordsABit = 2;

/** Passes over words once. 0 is no word. */
export function sieveOf(hashes: Uint32Array): WordSieve {
  const bits = Math.max(5, Math.ceil(Math.log2(hashes.length / wordsABit + 1)));
  const sieve = new Uint32Array(2 ** (bits - 5));
  for (let place = 0; place < hashes.length; place++) {
    const hash = hashes[place] ?? 0;
    if (hash !== 0) {
      const bit = hash >>> (32 - bits);
      sieve[bit >>> 5] = (sieve[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
  return sieve;
}

/** Whether a word may be among those of a sieve; where not, it is not. */
export function mayPass(sieve: WordSieve, hash: number): boolean {
  const bit = hash >>> (Math.clz32(sieve.length) - 4);
  return (((sieve[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
