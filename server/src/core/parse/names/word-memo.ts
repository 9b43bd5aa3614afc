/** Numbers kept for each word. */
export const MEMO_WIDTH = 16;
const SLOT_BITS = 13;
const KEY = 7;
const PRINTED = 15;

/**
 * Remembers what the weights say of a word by itself: the same few thousand words make up most names of a corpus, and
 * their sums never change.
 */
export class WordMemo {
  /** `MEMO_WIDTH` numbers a slot; in the two that no sum uses, what it is for: memory that lies together is waited for once. */
  readonly sums = new Int32Array(MEMO_WIDTH << SLOT_BITS);

  /**
   * The offset of a word's sums; negative (as `~offset`), with the sums set to 0, if they are still to be filled in.
   * `printed` is a hash of all its characters: `D.C.` and `DC` are one word, and the weights tell them apart.
   */
  claim(hash: number, printed: number, shape: number): number {
    const key = Math.imul(hash + shape, 0x9e3779b1) | 1;
    const slot = key >>> (32 - SLOT_BITS);
    const offset = slot * MEMO_WIDTH;
    const { sums } = this;
    if (sums[offset + KEY] === key && sums[offset + PRINTED] === printed) {
      return offset;
    }
    sums.fill(0, offset, offset + MEMO_WIDTH);
    sums[offset + KEY] = key;
    sums[offset + PRINTED] = printed;
    return ~offset;
  }
}
