import { slotOf, type QueryTable } from './pairs-query.ts';

const limbBits = 32;
/** Longer queries are aligned without being looked at before. */
const mostWords = 128;
/** By number of a word: a bit for each place of the query that it stands at. */
const masks = new Int32Array((mostWords + 1) * (mostWords / limbBits));
const row = new Uint32Array(mostWords / limbBits);

/**
 * Counts the words of a query that stand in the same order in a stretch of words: the length of the longest common
 * subsequence, a bit a word of the query (Hyyrö, 2004). No alignment finds more. Undefined for a very long query.
 */
export function commonWith(
  query: QueryTable,
): ((words: Uint32Array, from: number, to: number) => number) | undefined {
  const { length } = query.words;
  if (length > mostWords) {
    return undefined;
  }
  const limbs = Math.ceil(length / limbBits);
  masks.fill(0, 0, (query.different + 1) * limbs);
  for (let number = 1; number <= query.different; number++) {
    for (let place = query.first[number] ?? -1; place >= 0; place = query.next[place] ?? -1) {
      const at = number * limbs + (place >>> 5);
      masks[at] = (masks[at] ?? 0) | (1 << (place & 31));
    }
  }
  return limbs === 1
    ? (words, from, to) => shortCommon(query, words, from, to)
    : (words, from, to) => longCommon(query, limbs, words, from, to);
}

/** Of a query of one limb, as most are: nothing is carried. */
function shortCommon(
  { keys, numbers, words: { length } }: QueryTable,
  words: Uint32Array,
  from: number,
  to: number,
): number {
  let places = -1;
  for (let place = from; place < to; place++) {
    const here = places & (masks[numbers[slotOf(keys, words[place] ?? 0)] ?? 0] ?? 0);
    places = (places + here) | (places - here);
  }
  return bitsIn(~places & (-1 >>> (limbBits - length)));
}

function longCommon(
  { keys, numbers, words: { length } }: QueryTable,
  limbs: number,
  words: Uint32Array,
  from: number,
  to: number,
): number {
  row.fill(0xffffffff);
  for (let place = from; place < to; place++) {
    const number = numbers[slotOf(keys, words[place] ?? 0)] ?? 0;
    let carry = 0;
    for (let limb = 0; number !== 0 && limb < limbs; limb++) {
      const old = row[limb] ?? 0;
      const here = (old & (masks[number * limbs + limb] ?? 0)) >>> 0;
      const sum = old + here + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[limb] = sum | (old - here);
    }
  }
  let common = 0;
  for (let limb = 0; limb < limbs; limb++) {
    const rest = Math.min(limbBits, length - limb * limbBits);
    common += bitsIn(~(row[limb] ?? 0) & (-1 >>> (limbBits - rest)));
  }
  return common;
}

/** How many bits of a number of 32 are set. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
