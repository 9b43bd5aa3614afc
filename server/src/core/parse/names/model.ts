import type { Transitions } from './decode.ts';
import { makeTransitions } from './decode.ts';
import { BUCKET_BITS } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { GROUP_COUNT, indexWords } from './lexicon.ts';
import { TAG_COUNT } from './tags.ts';
import { weightRows } from './weights.ts';
import { WordMemo } from './word-memo.ts';

/** What was learned of names, as read from the weights file. */
export interface NamesModel {
  readonly lexicon: Lexicon;
  /** Four words of 32 bits a bucket; see `weights.ts`. */
  readonly weights: Int32Array;
  /** Speeds up what is asked again; holds nothing of its own. */
  readonly memo: WordMemo;
  readonly first: Pass;
  readonly second: Pass;
}

/** What one of the two passes has of its own. */
export interface Pass {
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly transitions: Transitions;
  /** Added to each tag: how readily a kind is found. */
  readonly bias: Float64Array;
}

/** First bytes of a weights file. */
export const MAGIC = 'STETNAME';
/** Grows with every change of the features or of the file's layout. */
export const FORMAT = 2;

/**
 * Reads the weights from the bytes of the (decompressed) file.
 *
 * @throws an Error that says what is wrong with the file.
 */
export function loadNamesModel(bytes: Uint8Array): NamesModel {
  const reader = new Reader(bytes);
  if (String.fromCharCode(...reader.bytes(Math.min(MAGIC.length, bytes.length))) !== MAGIC) {
    throw new Error('the weights for finding names do not begin as such a file does');
  }
  const format = reader.planes(1, 1)[0] ?? 0;
  if (format !== FORMAT) {
    throw new Error(
      `the weights for finding names have format ${format}, and this build reads format ${FORMAT}`,
    );
  }
  const wordCount = reader.planes(1, 4)[0] ?? 0;
  const keys = reader.ascending(wordCount);
  const lists = reader.planes(wordCount, 2);
  const groups = reader.planes(wordCount, 2);
  const entries = lists.map((list, index) => list | ((groups[index] ?? 0) << 16));
  const phraseCount = reader.planes(1, 4)[0] ?? 0;
  const phraseKeys = reader.ascending(phraseCount);
  const phraseKinds = reader.bytes(phraseCount);
  const phrases = new Map<number, number>();
  for (const [index, key] of phraseKeys.entries()) {
    phrases.set(key, phraseKinds[index] ?? 0);
  }
  const wide = reader.bytes(GROUP_COUNT);
  const widest = reader.bytes(GROUP_COUNT);
  const first = reader.pass();
  const second = reader.pass();
  const weights = weightRows(reader.bytes((TAG_COUNT * 2) << BUCKET_BITS));
  reader.end();
  return {
    lexicon: { words: indexWords(keys, entries), phrases, wide, widest },
    weights,
    memo: new WordMemo(),
    first,
    second,
  };
}

/** Reads one part after the other and refuses to read beyond the end. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bytes(count: number): Uint8Array {
    if (count > this.#bytes.length - this.#at) {
      throw new Error('the weights for finding names are cut short');
    }
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** Whole numbers, first the lowest byte of all of them, then the next. */
  planes(count: number, width: number): Int32Array {
    const numbers = new Int32Array(count);
    for (let plane = 0; plane < width; plane++) {
      const bytes = this.bytes(count);
      for (let index = 0; index < count; index++) {
        numbers[index] = (numbers[index] ?? 0) | ((bytes[index] ?? 0) << (plane * 8));
      }
    }
    return numbers;
  }

  /** Numbers in ascending order, kept as what each adds to the one before. */
  ascending(count: number): Int32Array {
    const numbers = this.planes(count, 3);
    for (let index = 1; index < count; index++) {
      numbers[index] = (numbers[index] ?? 0) + (numbers[index - 1] ?? 0);
    }
    return numbers;
  }

  pass(): Pass {
    const count = 1 + TAG_COUNT * (TAG_COUNT + 2);
    const { buffer, byteOffset } = this.bytes(count * 4);
    const view = new DataView(buffer, byteOffset);
    const numbers = Float64Array.from({ length: count }, (_, index) => view.getFloat32(index * 4, true));
    const start = 1 + TAG_COUNT * TAG_COUNT;
    return {
      scale: numbers[0] ?? 0,
      transitions: makeTransitions(numbers.subarray(1, start), numbers.subarray(start, start + TAG_COUNT)),
      bias: numbers.slice(start + TAG_COUNT),
    };
  }

  end(): void {
    if (this.#at !== this.#bytes.length) {
      throw new Error('the weights for finding names are longer than they should be');
    }
  }
}
