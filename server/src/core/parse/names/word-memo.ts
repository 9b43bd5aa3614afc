/** Numbers kept for each word. */
export const MEMO_WIDTH = 16;
const SLOT_BITS = 13;

/**
 * Remembers what the weights say of a word by itself: the same few thousand words make up most names of a corpus, and
 * their sums never change.
 */
export class WordMemo {
  /** `MEMO_WIDTH` numbers a slot. */
  readonly sums = new Int32Array(MEMO_WIDTH << SLOT_BITS);
  readonly #keys = new Int32Array(1 << SLOT_BITS);
  readonly #printed = new Int32Array(1 << SLOT_BITS);

  /**
   * The offset of a word's sums; negative (as `~offset`), with the sums set to 0, if they are still to be filled in.
   * `printed` is a hash of all its characters: `D.C.` and `DC` are one word, and the weights tell them apart.
   */
  claim(hash: number, printed: number, shape: number): number {
    const key = Math.imul(hash + shape, 0x9e3779b1) | 1;
    const slot = key >>> (32 - SLOT_BITS);
    const offset = slot * MEMO_WIDTH;
    if (this.#keys[slot] === key && this.#printed[slot] === printed) {
      return offset;
    }
    this.#keys[slot] = key;
    this.#printed[slot] = printed;
    this.sums.fill(0, offset, offset + MEMO_WIDTH);
    return ~offset;
  }
}
