import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { FORMAT, loadNamesModel, MAGIC } from '../../server/src/core/parse/names/model.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

const path = join(import.meta.dirname, '..', '..', 'server', 'names.bin');

describe('weights for finding names', () => {
  const packed = readFileSync(path);
  const bytes = new Uint8Array(brotliDecompressSync(packed));

  it('take less than a megabyte', () => {
    assert.ok(packed.length < 1_000_000, `${packed.length} bytes`);
  });

  it('are of the format that this build reads', () => {
    assert.equal(String.fromCharCode(...bytes.subarray(0, MAGIC.length)), MAGIC);
    assert.equal(bytes[MAGIC.length], FORMAT);
    assert.ok(loadNamesModel(bytes).first.scale > 0);
  });

  it('load from bytes that lie anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    assert.deepEqual(loadNamesModel(shifted.subarray(3)).second, loadNamesModel(bytes).second);
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
      writeFileSync(damaged, packed.subarray(0, 1_000));
      assert.throws(() => readNamesModel(damaged), { message: new RegExp(`Could not read .*names\\.bin`) });
      writeFileSync(damaged, brotliCompressSync(Buffer.from('something else')));
      assert.throws(() => readNamesModel(damaged), /names\.bin: the weights for finding names do not begin/);
      assert.throws(() => readNamesModel(join(folder, 'none.bin')), /none\.bin: ENOENT/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
