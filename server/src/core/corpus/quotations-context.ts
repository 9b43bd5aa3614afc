import { foldWords } from '../text/words.ts';
import type { QuotationTable } from './quotations-table.ts';
import { wordNumber } from './sorted-words.ts';

/** The words of a draft's paragraph, to be found in quotations: a bit each. */
export interface RankingWords {
  /** Folded, those beside the cursor first. */
  readonly words: readonly string[];
  /** Gives the bits of the words that a quotation of a table has. */
  maskIn(table: QuotationTable): (at: number) => number;
  /** Once all quotations are seen: what the words of a mask say, rare ones more than common ones. */
  weights(): (mask: number) => number;
}

const mostWords = 32;
/** Shorter words (`the`, `said`) stand in every paragraph. */
const shortest = 5;
const slots = 256;

/** The telling words of a draft’s paragraph, to rank quotations by how many of them they share. */
export function rankingWords(text: string): RankingWords {
  const words = longWords(text);
  const counts = new Uint32Array(mostWords);
  let seen = 0;

  function maskIn(table: QuotationTable): (at: number) => number {
    const bits = bitsOf(table, words);
    const { ids } = table.words;
    return at => {
      const mask =
        bits === undefined ? 0 : bits(ids, table.wordStarts[at] ?? 0, table.wordStarts[at + 1] ?? 0);
      seen++;
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        counts[bit] = (counts[bit] ?? 0) + 1;
      }
      return mask;
    };
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

  return { words, maskIn, weights };
}

/** From the end: the words beside the cursor tell most. */
function longWords(text: string): readonly string[] {
  const folded = foldWords(text);
  const words = new Set<string>();
  for (let word = folded.length - 1; word >= 0 && words.size < mostWords; word--) {
    if ((folded.ends[word] ?? 0) - (folded.starts[word] ?? 0) >= shortest) {
      words.add(folded.key(word));
    }
  }
  return [...words];
}

type BitsOf = (ids: ArrayLike<number>, from: number, to: number) => number;

/** Undefined where a table has none of the words. */
function bitsOf({ words: known }: QuotationTable, words: readonly string[]): BitsOf | undefined {
  const keys = new Uint32Array(slots);
  const bits = new Uint8Array(slots);
  let isEmpty = true;
  words.forEach((word, bit) => {
    const id = wordNumber(known, word);
    if (id !== undefined) {
      let slot = id % slots;
      while (keys[slot] !== 0) {
        slot = (slot + 1) % slots;
      }
      // 0 is an empty slot.
      keys[slot] = id + 1;
      bits[slot] = bit;
      isEmpty = false;
    }
  });
  return isEmpty
    ? undefined
    : (ids, from, to) => {
        let mask = 0;
        for (let word = from; word < to; word++) {
          const key = (ids[word] ?? 0) + 1;
          let slot = (key - 1) % slots;
          while (keys[slot] !== 0) {
            if (keys[slot] === key) {
              mask |= 1 << (bits[slot] ?? 0);
              break;
            }
            slot = (slot + 1) % slots;
          }
        }
        return mask;
      };
}
