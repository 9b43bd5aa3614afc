import type { Transitions } from './decode.ts';
import { makeTransitions } from './decode.ts';
import { BUCKET_BITS } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { GROUP_COUNT, UPPER_COUNT } from './lexicon.ts';
import { TAG_COUNT } from './tags.ts';
import { BUCKET_BYTES } from './weights.ts';
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

/** First bytes of a weights file; its format follows. */
export const MAGIC = 'STETNAME';
/** Grows with every change of the features or of the file's layout. */
export const FORMAT = 3;
/** Magic, format and three bytes unused: what follows lies where 32-bit words begin. */
export const HEADER_BYTES = 12;

/**
 * Reads the weights from the bytes of the file, which belong to the model from then on: most of it is
 * used as it lies there.
 *
 * @throws an Error that says what is wrong with the file.
 */
export function loadNamesModel(bytes: Uint8Array): NamesModel {
  const reader = new Reader(bytes);
  if (String.fromCharCode(...reader.bytes(Math.min(MAGIC.length, bytes.length))) !== MAGIC) {
    throw new Error('the weights for finding names do not begin as such a file does');
  }
  const [format] = reader.bytes(HEADER_BYTES - MAGIC.length);
  if (format !== FORMAT) {
    throw new Error(
      `the weights for finding names have format ${format}, and this build reads format ${FORMAT}`,
    );
  }
  const [wordCount = 0, phraseCount = 0] = reader.words(2);
  // A copy, since one begins where a row may: as the rows lie in the file, a quarter of them takes two lines of the
  // processor's cache, and fetching rows is a twentieth of what reading an article takes.
  const weights = new Int32Array(reader.words((BUCKET_BYTES / 4) << BUCKET_BITS));
  const entries = reader.words(wordCount);
  const phraseKeys = reader.words(phraseCount);
  const first = reader.pass();
  const second = reader.pass();
  const starts = ends(reader.bytes(UPPER_COUNT));
  const lows = reader.bytes(wordCount);
  const phraseKinds = reader.bytes(phraseCount);
  const wide = reader.bytes(GROUP_COUNT);
  const widest = reader.bytes(GROUP_COUNT);
  reader.end();
  const phrases = new Map<number, number>();
  for (let index = 0; index < phraseCount; index++) {
    phrases.set(phraseKeys[index] ?? 0, phraseKinds[index] ?? 0);
  }
  return {
    lexicon: { words: { starts, lows, entries }, phrases, wide, widest },
    weights,
    memo: new WordMemo(),
    first,
    second,
  };
}

/** Where each group ends, and before it, where the first begins. */
function ends(counts: Uint8Array): Uint32Array {
  const found = new Uint32Array(counts.length + 1);
  let end = 0;
  for (let group = 0; group < counts.length; group++) {
    end += counts[group] ?? 0;
    found[group + 1] = end;
  }
  return found;
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

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

  /** Words of 32 bits, the lowest byte first; used as they lie where the machine has them so, too. */
  words(count: number): Int32Array {
    const { buffer, byteOffset, length } = this.bytes(count * 4);
    if (isLittleEndian && byteOffset % 4 === 0) {
      return new Int32Array(buffer, byteOffset, count);
    }
    const view = new DataView(buffer, byteOffset, length);
    return Int32Array.from({ length: count }, (_, word) => view.getInt32(word * 4, true));
  }

  pass(): Pass {
    const words = this.words(1 + TAG_COUNT * (TAG_COUNT + 2));
    const numbers = Float64Array.from(new Float32Array(words.buffer, words.byteOffset, words.length));
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
