import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { asLexicon } from '../../scripts/names/as-lexicon.ts';
import { ConditionalRandomField } from '../../scripts/names/crf.ts';
import { writeWeights } from '../../scripts/names/weights-file.ts';
import {
  GROUP_COUNT,
  lookUp,
  Phrase,
  PLAIN_WORD,
  WordList,
} from '../../server/src/core/parse/names/lexicon.ts';
import { FORMAT, loadNamesModel, MAGIC } from '../../server/src/core/parse/names/model.ts';
import { TAG_COUNT } from '../../server/src/core/parse/names/tags.ts';
import { addRows } from '../../server/src/core/parse/names/weights.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

const path = join(import.meta.dirname, '..', '..', 'server', 'names.bin');

describe('weights for finding names', () => {
  const bytes = new Uint8Array(readFileSync(path));

  it('take less than a megabyte of a package', () => {
    const packed = deflateSync(bytes).length;
    assert.ok(packed < 1_000_000, `${packed} bytes`);
  });

  it('are of the format that this build reads', () => {
    assert.equal(String.fromCharCode(...bytes.subarray(0, MAGIC.length)), MAGIC);
    assert.equal(bytes[MAGIC.length], FORMAT);
    assert.ok(loadNamesModel(bytes).first.scale > 0);
  });

  it('load from bytes that lie anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    assert.deepEqual(loadNamesModel(shifted.subarray(3)), loadNamesModel(bytes));
  });

  it('are read as they were written', () => {
    const keys = [0x000000, 0x000007, 0x0100ff, 0x010100, 0xffffff];
    const lexicon = asLexicon({
      lists: new Map(keys.map((key, index) => [key, WordList.city << index])),
      groups: new Map([
        [0x010100, 1023],
        [0x555555, 7],
      ]),
      plain: new Set([0x555555]),
      phrases: new Map([
        [0xabcdef, Phrase.country],
        [3, Phrase.city],
      ]),
      wide: Uint8Array.from({ length: GROUP_COUNT }, (_, group) => group % 251),
      widest: Uint8Array.from({ length: GROUP_COUNT }, (_, group) => group % 13),
    });
    const [first, second] = [new ConditionalRandomField(), new ConditionalRandomField()];
    first.weights[5 * TAG_COUNT + 2] = 1;
    second.weights.set([-1, 0, 0.5], 9 * TAG_COUNT + 4);
    second.between.fill(0.25);
    first.start[1] = -3;
    const bias = [0, 1, 2, 3, 4, 5, 6];
    const read = loadNamesModel(writeWeights(lexicon, [first, second], bias));
    const found = (key: number): number => lookUp(read.lexicon.words, key << 8);
    assert.deepEqual([...keys, 0x555555, 0x000006, 0x010101].map(found), [
      4,
      8,
      16,
      32 | (1023 << 16),
      64,
      PLAIN_WORD | (7 << 16),
      0,
      0,
    ]);
    assert.deepEqual(
      read.lexicon.phrases,
      new Map([
        [3, Phrase.city],
        [0xabcdef, Phrase.country],
      ]),
    );
    assert.deepEqual([read.lexicon.wide[300], read.lexicon.widest[300]], [49, 1]);
    const sums = new Int32Array(15);
    addRows(read.weights, Int32Array.of(5, 9), 2, sums, 0, sums, 0);
    assert.deepEqual([...sums], [0, 0, 127, 0, 0, 0, 0, 0, 0, 0, 0, 0, -126, 0, 64]);
    assert.deepEqual(
      [read.first.scale, read.first.transitions.start[1], read.second.transitions.between[1]],
      [Math.fround(1 / 127), -3, 0.25],
    );
    assert.deepEqual([[...read.first.bias], [...read.second.bias]], [[0, 0, 0, 0, 0, 0, 0], bias]);
  });

  it('say what is wrong with a file that is another, newer, cut short or too long', () => {
    const newer = bytes.slice();
    newer[MAGIC.length] = FORMAT + 1;
    assert.throws(() => loadNamesModel(new Uint8Array(0)), /do not begin as such a file does/);
    assert.throws(
      () => loadNamesModel(new TextEncoder().encode('{"weights": []}')),
      /do not begin as such a file does/,
    );
    assert.throws(
      () => loadNamesModel(newer),
      new RegExp(`have format ${FORMAT + 1}, and this build reads format ${FORMAT}`),
    );
    for (const length of [9, 12, 5_000, bytes.length - 1]) {
      assert.throws(() => loadNamesModel(bytes.subarray(0, length)), /cut short/);
    }
    assert.throws(
      () => loadNamesModel(Uint8Array.from([...bytes.subarray(0), 0])),
      /longer than they should be/,
    );
  });

  it('name the file that is missing or damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-names-'));
    try {
      const damaged = join(folder, 'names.bin');
      writeFileSync(damaged, bytes.subarray(0, 1_000));
      assert.throws(() => readNamesModel(damaged), /Could not read .*names\.bin: .* cut short/);
      writeFileSync(damaged, 'something else');
      assert.throws(() => readNamesModel(damaged), /names\.bin: the weights for finding names do not begin/);
      assert.throws(() => readNamesModel(join(folder, 'none.bin')), /none\.bin: ENOENT/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
