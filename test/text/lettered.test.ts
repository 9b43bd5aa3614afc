import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lettered } from '../../server/src/core/text/lettered.ts';

const patterns = [
  /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu,
  /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}’'.-]*(?:\s(?:de|la)\s)?/gu,
  /^(?:\p{L}+ )?\p{Lu}\.? \[\p{Ll}+\]/iu,
  /(\p{M}|[\p{M}’])\\?[\]\p{Ll}-]/u,
];

describe('a pattern of letters', () => {
  it('finds the same in text of whatever letters', () => {
    const units = fc.constantFrom(
      ..."aZé9 .-’'[]\\ÀłΣя漢Đ٣½",
      '\u0301',
      '\u00a0',
      '…',
      '“',
      '𝐀',
      '\ud83d',
      'K',
      'ſ',
    );
    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 12 }), text => {
        for (const pattern of patterns) {
          const lettered = new Lettered(pattern.source, pattern.flags);
          assert.deepEqual(text.match(lettered.on(text)), text.match(pattern), String(pattern));
        }
      }),
    );
  });

  it('takes the twin for plain text alone', () => {
    const lettered = new Lettered(String.raw`\p{Lu}[\p{Ll}’-]+`, 'u');
    assert.equal(lettered.on('“Ana O’Lane” — 3 May').source, '[A-Z][a-z’-]+');
    assert.equal(lettered.on('Zoë Lane').source, String.raw`\p{Lu}[\p{Ll}’-]+`);
    assert.equal(lettered.exec('mayor Zoë')?.[0], 'Zoë');
    assert.equal(lettered.test('mayor'), false);
  });

  it('knows no twin for other classes', () => {
    assert.throws(() => new Lettered(String.raw`\p{Sc}`, 'u').on('5'), /no plain letters are known/);
  });
});
