import { BUCKET_BITS } from '../../server/src/core/parse/names/features.ts';
import type { Lexicon } from '../../server/src/core/parse/names/lexicon.ts';
import { FORMAT, HEADER_BYTES, MAGIC } from '../../server/src/core/parse/names/model.ts';
import { TAG_COUNT } from '../../server/src/core/parse/names/tags.ts';
import { BUCKET_BYTES, SECOND_PASS, WEIGHT_ZERO } from '../../server/src/core/parse/names/weights.ts';
import type { ConditionalRandomField } from './crf.ts';

const BUCKETS = 1 << BUCKET_BITS;
/** Weights this small are worth no byte. */
const SMALLEST_WEIGHT = 0.07;
/** Weights are kept in steps of this, of the 127 that a byte has on each side: fewer compress better. */
const STEP = 2;
/** Weights beyond this share of all are cut. */
const PERCENTILE = 0.9995;

type Learned = Pick<ConditionalRandomField, 'weights' | 'between' | 'start'>;

/**
 * Writes what was learned as the bytes that `loadNamesModel` reads, in the order in which it uses them. They are not
 * packed: at every start somebody would wait until they are unpacked, and a package is packed as a whole.
 */
export function writeWeights(
  { words, phrases, wide, widest }: Lexicon,
  passes: readonly [Learned, Learned],
  bias: readonly number[],
): Uint8Array {
  const sorted = [...phrases].sort((one, other) => one[0] - other[0]);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header[MAGIC.length] = FORMAT;
  const rows = new Uint8Array(BUCKETS * BUCKET_BYTES).fill(WEIGHT_ZERO);
  const numbers: number[] = [];
  for (const [index, pass] of passes.entries()) {
    const scale = scaleOf(pass);
    writeRows(rows, index * SECOND_PASS, pass, scale);
    numbers.push(scale, ...pass.between, ...pass.start, ...(index === 1 ? bias : bias.map(() => 0)));
  }
  return Buffer.concat([
    header,
    inWords([words.entries.length, sorted.length], 'Int32'),
    rows,
    inWords(words.entries, 'Int32'),
    inWords(
      sorted.map(([key]) => key),
      'Int32',
    ),
    inWords(numbers, 'Float32'),
    Uint8Array.from(words.starts.subarray(1), (end, index) => end - (words.starts[index] ?? 0)),
    words.lows,
    Uint8Array.from(sorted, ([, kind]) => kind),
    wide,
    widest,
  ]);
}

function scaleOf(pass: Learned): number {
  const sizes = pass.weights
    .map(Math.abs)
    .filter(it => it >= SMALLEST_WEIGHT)
    .sort();
  return (sizes[Math.floor(sizes.length * PERCENTILE)] ?? 1) / (WEIGHT_ZERO - 1);
}

function writeRows(rows: Uint8Array, column: number, pass: Learned, scale: number): void {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const weight = pass.weights[bucket * TAG_COUNT + tag] ?? 0;
      const steps = Math.abs(weight) < SMALLEST_WEIGHT ? 0 : STEP * Math.round(weight / scale / STEP);
      rows[bucket * BUCKET_BYTES + column + tag] =
        WEIGHT_ZERO + Math.max(1 - WEIGHT_ZERO, Math.min(WEIGHT_ZERO - 1, steps));
    }
  }
}

/** The lowest byte first. */
function inWords(numbers: ArrayLike<number>, kind: 'Int32' | 'Float32'): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (let index = 0; index < numbers.length; index++) {
    view[`set${kind}`](index * 4, numbers[index] ?? 0, true);
  }
  return new Uint8Array(view.buffer);
}
