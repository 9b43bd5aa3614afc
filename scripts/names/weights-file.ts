import { BUCKET_BITS } from '../../server/src/core/parse/names/features.ts';
import { PLAIN_WORD } from '../../server/src/core/parse/names/lexicon.ts';
import { FORMAT, MAGIC } from '../../server/src/core/parse/names/model.ts';
import { TAG_COUNT } from '../../server/src/core/parse/names/tags.ts';
import { WEIGHT_ZERO } from '../../server/src/core/parse/names/weights.ts';
import type { BuiltLexicon } from './build-lexicon.ts';
import type { ConditionalRandomField } from './crf.ts';

const BUCKETS = 1 << BUCKET_BITS;
/** Weights this small are worth no byte. */
const SMALLEST_WEIGHT = 0.07;
/** Weights are kept in steps of this, of the 127 that a byte has on each side: fewer compress better. */
const STEP = 2;
/** Weights beyond this share of all are cut. */
const PERCENTILE = 0.9995;

/** Writes what was learned as the bytes that `loadNamesModel` reads. */
export function writeWeights(
  lexicon: BuiltLexicon,
  passes: readonly [ConditionalRandomField, ConditionalRandomField],
  bias: readonly number[],
): Uint8Array {
  const writer = new Writer();
  writer.bytes([...MAGIC].map(it => it.charCodeAt(0)));
  writer.bytes([FORMAT]);
  const keys = [...new Set([...lexicon.lists.keys(), ...lexicon.groups.keys()])].sort(
    (one, other) => one - other,
  );
  writer.planes([keys.length], 4);
  writer.ascending(keys);
  writer.planes(
    keys.map(it => lexicon.lists.get(it) ?? 0),
    2,
  );
  writer.planes(
    keys.map(it => (lexicon.groups.get(it) ?? 0) | (lexicon.plain.has(it) ? PLAIN_WORD >>> 16 : 0)),
    2,
  );
  const phrases = [...lexicon.phrases].sort((one, other) => one[0] - other[0]);
  writer.planes([phrases.length], 4);
  writer.ascending(phrases.map(it => it[0]));
  writer.bytes(phrases.map(it => it[1]));
  writer.bytes(lexicon.wide);
  writer.bytes(lexicon.widest);
  const scales = passes.map(scaleOf);
  for (const [index, pass] of passes.entries()) {
    writer.floats([
      scales[index] ?? 0,
      ...pass.between,
      ...pass.start,
      ...(index === 1 ? bias : bias.map(() => 0)),
    ]);
  }
  for (const [index, pass] of passes.entries()) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      writer.bytes(plane(pass, tag, scales[index] ?? 0));
    }
  }
  return writer.all();
}

function scaleOf(pass: ConditionalRandomField): number {
  const sizes = pass.weights
    .map(Math.abs)
    .filter(it => it >= SMALLEST_WEIGHT)
    .sort();
  return (sizes[Math.floor(sizes.length * PERCENTILE)] ?? 1) / (WEIGHT_ZERO - 1);
}

function plane(pass: ConditionalRandomField, tag: number, scale: number): Uint8Array {
  const bytes = new Uint8Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const weight = pass.weights[bucket * TAG_COUNT + tag] ?? 0;
    const steps = Math.abs(weight) < SMALLEST_WEIGHT ? 0 : STEP * Math.round(weight / scale / STEP);
    bytes[bucket] = WEIGHT_ZERO + Math.max(1 - WEIGHT_ZERO, Math.min(WEIGHT_ZERO - 1, steps));
  }
  return bytes;
}

class Writer {
  readonly #parts: Uint8Array[] = [];

  bytes(bytes: ArrayLike<number>): void {
    this.#parts.push(Uint8Array.from(bytes));
  }

  planes(numbers: readonly number[], width: number): void {
    for (let plane = 0; plane < width; plane++) {
      this.bytes(numbers.map(it => (it >>> (plane * 8)) & 0xff));
    }
  }

  ascending(numbers: readonly number[]): void {
    this.planes(
      numbers.map((it, index) => it - (index === 0 ? 0 : (numbers[index - 1] ?? 0))),
      3,
    );
  }

  floats(numbers: readonly number[]): void {
    const view = new DataView(new ArrayBuffer(numbers.length * 4));
    for (const [index, number] of numbers.entries()) {
      view.setFloat32(index * 4, number, true);
    }
    this.bytes(new Uint8Array(view.buffer));
  }

  all(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
