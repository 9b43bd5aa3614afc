const limbBits = 32;
const mask = 511;
/** Longer queries are aligned without being looked at before. */
const mostWords = 128;
const slots = new Uint8Array(mask + 1);
const hashes = new Uint32Array(mostWords);

/**
 * Counts the words of a query that stand in the same order in a stretch of words: the length of the longest common
 * subsequence, a bit a word of the query (Hyyrö, 2004). No alignment finds more. Undefined for a very long query.
 */
export function commonWith(
  query: Uint32Array,
): ((words: Uint32Array, from: number, to: number) => number) | undefined {
  const { length } = query;
  if (length > mostWords) {
    return undefined;
  }
  const limbs = Math.ceil(length / limbBits);
  const masks = new Uint32Array(length * limbs);
  slots.fill(0);
  let distinct = 0;
  for (let word = 0; word < length; word++) {
    const hash = query[word] ?? 0;
    let slot = hash & mask;
    while ((slots[slot] ?? 0) !== 0 && hashes[(slots[slot] ?? 0) - 1] !== hash) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] === 0) {
      hashes[distinct] = hash;
      slots[slot] = ++distinct;
    }
    const at = ((slots[slot] ?? 0) - 1) * limbs + (word >>> 5);
    masks[at] = (masks[at] ?? 0) | (1 << (word & 31));
  }
  const row = new Uint32Array(limbs);
  return (words, from, to) => {
    if (limbs === 1) {
      return shortCommon(masks, length, words, from, to);
    }
    row.fill(0xffffffff);
    for (let place = from; place < to; place++) {
      const hash = words[place] ?? 0;
      let slot = hash & mask;
      while ((slots[slot] ?? 0) !== 0 && hashes[(slots[slot] ?? 0) - 1] !== hash) {
        slot = (slot + 1) & mask;
      }
      const known = slots[slot] ?? 0;
      let carry = 0;
      for (let limb = 0; known !== 0 && limb < limbs; limb++) {
        const old = row[limb] ?? 0;
        const here = (old & (masks[(known - 1) * limbs + limb] ?? 0)) >>> 0;
        const sum = old + here + carry;
        carry = sum > 0xffffffff ? 1 : 0;
        row[limb] = sum | (old - here);
      }
    }
    let common = 0;
    for (let word = 0; word < length; word++) {
      common += ((row[word >>> 5] ?? 0) >>> (word & 31)) & 1 ? 0 : 1;
    }
    return common;
  };
}

/** The same for a query of one limb, as most are: nothing is carried. */
function shortCommon(
  masks: Uint32Array,
  length: number,
  words: Uint32Array,
  from: number,
  to: number,
): number {
  let row = -1;
  for (let place = from; place < to; place++) {
    const hash = words[place] ?? 0;
    let slot = hash & mask;
    let known = slots[slot] ?? 0;
    while (known !== 0 && hashes[known - 1] !== hash) {
      slot = (slot + 1) & mask;
      known = slots[slot] ?? 0;
    }
    if (known !== 0) {
      const here = row & (masks[known - 1] ?? 0);
      row = (row + here) | (row - here);
    }
  }
  let common = 0;
  for (let word = 0; word < length; word++) {
    common += (row >>> word) & 1 ? 0 : 1;
  }
  return common;
}
