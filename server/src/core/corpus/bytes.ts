/** Turns text into bytes and back, as the machine does it fastest; any string comes back as it went in. ASCII stays as it is. */
export interface TextCodec {
  /** The bytes hold until the next text is encoded. */
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

/** Shorter texts are looked at letter by letter; the length of one fits into one byte. */
const shortText = 64;

/** Puts numbers and strings one after the other, small numbers in one byte. */
export class ByteWriter {
  readonly #codec: TextCodec;
  #bytes = new Uint8Array(1024);
  #length = 0;

  constructor(codec: TextCodec) {
    this.#codec = codec;
  }

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2^53. */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number, small where it is near zero on either side. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  string(text: string): void {
    if (text.length >= shortText || !this.#ascii(text)) {
      const bytes = this.#codec.encode(text);
      this.number(bytes.length);
      this.raw(bytes);
    }
  }

  optional(text: string | undefined): void {
    this.number(text === undefined ? 0 : 1);
    if (text !== undefined) {
      this.string(text);
    }
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Takes off what was put in behind so many bytes. */
  cut(length: number): void {
    this.#length = length;
  }

  /** What was put in, as long as nothing more is. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A copy of all that was put in. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  /** Puts a short text in if it is ASCII, whose bytes are its codes: calling the codec would take several times as long. */
  #ascii(text: string): boolean {
    this.#reserve(text.length + 1);
    const bytes = this.#bytes;
    const from = this.#length + 1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        return false;
      }
      bytes[from + at] = code;
    }
    bytes[from - 1] = text.length;
    this.#length = from + text.length;
    return true;
  }

  #reserve(more: number): void {
    if (this.#length + more > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  readonly #codec: TextCodec;
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, codec: TextCodec, at = 0) {
    this.#bytes = bytes;
    this.#codec = codec;
    this.#at = at;
  }

  /** How far it has read. */
  get at(): number {
    return this.#at;
  }

  number(): number {
    const byte = this.#bytes[this.#at++] ?? cutShort();
    // Nearly all are small.
    return byte < 128 ? byte : this.#large(byte);
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  string(): string {
    const length = this.number();
    return this.#codec.decode(this.raw(length));
  }

  optional(): string | undefined {
    return this.number() === 0 ? undefined : this.string();
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) {
      cutShort();
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The rest of a number that does not fit into its first byte. */
  #large(first: number): number {
    let value = first - 128;
    for (let worth = 128; ; worth *= 128) {
      const byte = this.#bytes[this.#at++] ?? cutShort();
      if (byte < 128) {
        return value + byte * worth;
      }
      value += (byte - 128) * worth;
    }
  }
}

function cutShort(): never {
  throw new RangeError('the bytes are cut short');
}
