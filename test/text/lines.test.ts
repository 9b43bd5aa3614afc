import assert from 'node:assert/strict';
import fc from 'fast-check';
import { didYouMean } from '../../server/src/core/text/did-you-mean.ts';
import { lineEnd, Lines, lineStart, linesOf } from '../../server/src/core/text/lines.ts';

const texts = fc
  .array(fc.constantFrom('a', '𝒜', '“', ' ', '\n', '\r\n', '\r', '\u2028'), { maxLength: 40 })
  .map(it => it.join(''));

describe('lines', () => {
  it('end at LF, CRLF and CR, and count from 1', () => {
    const lines = new Lines('ab\ncd\r\ne\r\rf');
    assert.equal(lines.count, 5);
    assert.deepEqual(
      [0, 2, 3, 5, 6, 7, 8, 9, 10, 11, 99, -1].map(offset => Object.values(lines.position(offset)).join(':')),
      ['1:1', '1:3', '2:1', '2:3', '2:4', '3:1', '3:2', '4:1', '5:1', '5:2', '5:2', '1:1'],
    );
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map(line => Object.values(lines.span(line)).join('-')),
      ['0-2', '3-5', '7-8', '9-9', '10-11', '11-11'],
    );
  });

  it('are where counting from the start finds them', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        // An offset between CR and LF is still on the line that they end.
        const before = text.replaceAll('\r\n', '-\n').replaceAll('\r', '\n').slice(0, offset).split('\n');
        const expected = { line: before.length, column: before.at(-1)!.length + 1 };
        assert.deepEqual(new Lines(text).position(offset), expected);
      }),
    );
  });

  it('begin behind the last end of a line before a place', () => {
    const text = 'ab\ncd\r\ne\r\rf';
    const starts = [0, 2, 3, 4, 7, 8, 9, 10, 11].map(offset => lineStart(text, offset));
    assert.deepEqual(starts, [0, 0, 3, 3, 7, 7, 9, 10, 10]);
  });

  it('end before the next end of a line, or where the text does', () => {
    const text = 'ab\ncd\r\ne\r\rf';
    const ends = [0, 2, 3, 5, 7, 8, 9, 10, 11].map(offset => lineEnd(text, offset));
    assert.deepEqual(ends, [2, 2, 5, 5, 8, 8, 9, 11, 11]);
  });

  it('of one reading are counted once', () => {
    const reading = { text: 'a\nb' };
    assert.equal(linesOf(reading), linesOf(reading));
    assert.equal(linesOf(reading).count, 2);
  });
});

describe('a mistyped word', () => {
  const table: readonly (readonly [typed: string, meant: string | undefined])[] = [
    ['artciles', 'articles'],
    ['Articles', 'articles'],
    ['article', 'articles'],
    ['minimumwords', 'minimumWords'],
    ['ploicy', 'policy'],
    ['x', undefined],
    ['', undefined],
    ['quotations', undefined],
  ];
  for (const [typed, meant] of table) {
    it(`“${typed}” ${meant === undefined ? 'is no other' : `stands for “${meant}”`}`, () => {
      assert.equal(didYouMean(typed, ['articles', 'drafts', 'policy', 'minimumWords', 'people']), meant);
    });
  }
});
