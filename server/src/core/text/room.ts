/** A stretch of a buffer that nobody else writes to. */
export interface Stretch {
  readonly buffer: ArrayBuffer;
  readonly offset: number;
}

/**
 * Room for small arrays: some share one buffer, which costs more to make, and to collect, than what is in it. It stays as
 * long as any of them is used. All begin where four bytes do, and hold zeros.
 */
export class Room {
  readonly #size: number;
  #buffer = new ArrayBuffer(0);
  #taken = 0;

  /** `size`: bytes of a buffer. What takes more than a quarter of it gets one of its own. */
  constructor(size: number) {
    this.#size = size;
  }

  take(bytes: number): Stretch {
    if (bytes * 4 > this.#size) {
      return { buffer: new ArrayBuffer(bytes), offset: 0 };
    }
    if (this.#taken + bytes > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(this.#size);
      this.#taken = 0;
    }
    const offset = this.#taken;
    this.#taken = (offset + bytes + 3) & ~3;
    return { buffer: this.#buffer, offset };
  }
}
