import { foldWords } from '../text/words.ts';

/** The words of a draft's paragraph, to be found in quotations: a bit each. */
export interface RankingWords {
  /** The bits of the words that stand in a stretch of hashed words. */
  maskOf(words: Uint32Array, from: number, to: number): number;
  /** Once all quotations are seen: what the words of a mask say, rare ones more than common ones. */
  weights(): (mask: number) => number;
}

const mostWords = 32;
/** Shorter words (`the`, `said`) stand in every paragraph. */
const shortest = 5;
const tableBits = 8;

export function rankingWords(text: string): RankingWords {
  const keys = new Uint32Array(1 << tableBits);
  const bits = new Uint8Array(1 << tableBits);
  const counts = new Uint32Array(mostWords);
  const folded = foldWords(text);
  let size = 0;
  let seen = 0;
  // From the end: the words beside the cursor tell most.
  for (let word = folded.length - 1; word >= 0 && size < mostWords; word--) {
    const long = (folded.ends[word] ?? 0) - (folded.starts[word] ?? 0) >= shortest;
    const hash = folded.hashes[word] ?? 0;
    let slot = hash & ((1 << tableBits) - 1);
    while (keys[slot] !== 0 && keys[slot] !== hash) {
      slot = (slot + 1) & ((1 << tableBits) - 1);
    }
    if (long && keys[slot] === 0) {
      keys[slot] = hash;
      bits[slot] = size++;
    }
  }

  function maskOf(words: Uint32Array, from: number, to: number): number {
    let mask = 0;
    if (size > 0) {
      for (let word = from; word < to; word++) {
        const hash = words[word] ?? 0;
        let slot = hash & ((1 << tableBits) - 1);
        while (keys[slot] !== 0) {
          if (keys[slot] === hash) {
            mask |= 1 << (bits[slot] ?? 0);
            break;
          }
          slot = (slot + 1) & ((1 << tableBits) - 1);
        }
      }
    }
    seen++;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      counts[bit] = (counts[bit] ?? 0) + 1;
    }
    return mask;
  }

  function weights(): (mask: number) => number {
    return mask => {
      let weight = 0;
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        weight += Math.log2(1 + seen / (counts[31 - Math.clz32(rest & -rest)] ?? 1));
      }
      return weight;
    };
  }

  return { maskOf, weights };
}
