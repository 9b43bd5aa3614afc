import type { Entity } from '../parse/reading.ts';
import { hashPrime, hashSeed } from '../text/word-hash.ts';
import { writeEntity } from './article-codec-names.ts';
import { ByteWriter, type TextCodec } from './bytes.ts';
import { HashNumbers } from './hash-numbers.ts';

/** The entities of some articles as bytes: everybody once, numbered in the order in which they first come. */
export class EntityBytes {
  readonly #bytes: ByteWriter;
  /** Where the bytes of each begin; one more at the end. */
  readonly #starts = [0];
  readonly #numbers = new HashNumbers();

  constructor(codec: TextCodec) {
    this.#bytes = new ByteWriter(codec);
  }

  /** The number of an entity; of one that is new, how many came before. */
  numberOf(entity: Entity): number {
    const count = this.#starts.length - 1;
    const start = this.#bytes.length;
    writeEntity(this.#bytes, entity);
    const bytes = this.#bytes.view();
    // Where another has the same hash, the next is tried: each has one of its own.
    for (let hash = hashFrom(bytes, start); ; hash = (hash + 1) >>> 0) {
      const number = this.#numbers.of(hash);
      if (number === count) {
        this.#starts.push(bytes.length);
        return number;
      }
      if (endsWith(bytes, start, this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0)) {
        this.#bytes.cut(start);
        return number;
      }
    }
  }

  /** The bytes of all, and where those of each begin, in the order that is given. */
  take(order: Uint32Array): { readonly entities: Uint8Array; readonly entityStarts: Uint32Array } {
    const bytes = this.#bytes.view();
    const entities = new Uint8Array(bytes.length);
    const entityStarts = new Uint32Array(order.length);
    let at = 0;
    order.forEach((number, place) => {
      const start = this.#starts[number] ?? 0;
      const end = this.#starts[number + 1] ?? 0;
      entityStarts[place] = at;
      entities.set(bytes.subarray(start, end), at);
      at += end - start;
    });
    return { entities, entityStarts };
  }
}

function hashFrom(bytes: Uint8Array, start: number): number {
  let hash = hashSeed;
  for (let at = start; at < bytes.length; at++) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), hashPrime);
  }
  return hash >>> 0;
}

/** Whether the bytes from `last` on are those from `start` to `end`. */
function endsWith(bytes: Uint8Array, last: number, start: number, end: number): boolean {
  const length = end - start;
  let at = bytes.length - last === length ? 0 : -1;
  while (at >= 0 && at < length && bytes[start + at] === bytes[last + at]) {
    at++;
  }
  return at === length;
}
