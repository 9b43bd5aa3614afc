import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { nativeText } from '../../server/src/fs/native-text.ts';

const units = (most: number): fc.Arbitrary<string> => fc.nat(most).map(code => String.fromCharCode(code));
/** ASCII, Latin 1, and others: few or many, one after the other or far apart, halves of pairs among them. */
const pieces = fc.oneof(
  fc.string({ unit: units(0x7f), maxLength: 20 }),
  fc.string({ unit: units(0xff), maxLength: 20 }),
  fc.string({ unit: units(0xffff), maxLength: 5 }),
  fc.constantFrom('“', '”', '’', '\ud83d', '\ude00', 'ÿ', 'þ'),
  fc
    .tuple(units(0xff), fc.constantFrom(252, 253, 254, 255, 508, 40_000))
    .map(([it, times]) => it.repeat(times)),
  fc
    .nat(0xff00)
    .map(from =>
      Array.from({ length: 254 + (from & 3) }, (_, it) => String.fromCharCode(from + it)).join(''),
    ),
);
const texts = fc.array(pieces, { maxLength: 8 }).map(it => it.join(''));

const bytesOf = (text: string): Uint8Array => Uint8Array.from(nativeText.encode(text));

describe('a text as bytes', () => {
  it('comes back as it was, whatever stood there before', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), many => {
        const kept = many.map(bytesOf);
        assert.deepEqual(
          kept.map(it => nativeText.decode(it)),
          many,
        );
      }),
    );
  });

  it('is itself where it is ASCII, and never much longer than UTF-16', () => {
    assert.deepEqual(
      [...bytesOf('We do.')],
      [...'We do.'].map(it => it.charCodeAt(0)),
    );
    fc.assert(
      fc.property(texts, text => {
        assert.ok(bytesOf(text).length <= text.length * 2 + 1);
      }),
    );
  });

  it('is about as long as it has letters, its quotation marks aside', () => {
    const text = '“We do,” she said – “and always did.” '.repeat(50);
    assert.ok(bytesOf(text).length < Buffer.byteLength(text));
  });
});
