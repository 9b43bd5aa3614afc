/** Typed arrays one after the other in one stretch of bytes, so that it can be handed over, or written, as a whole. */
export type Packable = Uint8Array | Uint16Array | Uint32Array;

/** Reads as itself only on machines that put the bytes of a number in the same order. */
const order = 0x01020304;
const alignment = 8;

/** Gives so many bytes to write to, all zero, that begin where their buffer does. */
export type MakeRoom = (size: number) => Uint8Array;

const ownRoom: MakeRoom = size => new Uint8Array(size);

/** Packs arrays into one. */
export function packArrays(arrays: readonly Packable[], makeRoom = ownRoom): Uint8Array {
  const table = (2 + arrays.length) * 4;
  let size = aligned(table);
  for (const array of arrays) {
    size += aligned(array.byteLength);
  }
  const bytes = makeRoom(size);
  new Uint32Array(bytes.buffer, 0, 2 + arrays.length).set([
    order,
    arrays.length,
    ...arrays.map(array => array.byteLength),
  ]);
  let at = aligned(table);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  return bytes;
}

/** Gives the arrays of a packed one in turn, as views. */
export class PackedArrays {
  readonly #bytes: Uint8Array;
  readonly #lengths: Uint32Array;
  #next = 0;
  #at: number;

  /**
   * The bytes begin at a multiple of eight in their buffer.
   *
   * @throws a RangeError where they are no packed arrays.
   */
  constructor(bytes: Uint8Array) {
    const head = bytes.byteLength < 8 ? undefined : new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
    const count = head?.[1] ?? 0;
    if (head?.[0] !== order || (2 + count) * 4 > bytes.byteLength) {
      throw new RangeError('the bytes are no arrays');
    }
    this.#bytes = bytes;
    this.#lengths = new Uint32Array(bytes.buffer, bytes.byteOffset + 8, count);
    this.#at = aligned((2 + count) * 4);
  }

  bytes(): Uint8Array {
    const { offset, length } = this.#take();
    return new Uint8Array(this.#bytes.buffer, offset, length);
  }

  halves(): Uint16Array {
    const { offset, length } = this.#take();
    return new Uint16Array(this.#bytes.buffer, offset, length / 2);
  }

  words(): Uint32Array {
    const { offset, length } = this.#take();
    return new Uint32Array(this.#bytes.buffer, offset, length / 4);
  }

  #take(): { readonly offset: number; readonly length: number } {
    const length = this.#lengths[this.#next++];
    if (length === undefined || this.#at + length > this.#bytes.byteLength) {
      throw new RangeError('the arrays are cut short');
    }
    const offset = this.#bytes.byteOffset + this.#at;
    this.#at += aligned(length);
    return { offset, length };
  }
}

function aligned(size: number): number {
  return Math.ceil(size / alignment) * alignment;
}
