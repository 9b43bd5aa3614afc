import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { keyOf, placesFrom, type KeyPart } from '../../server/src/core/text/key.ts';

describe('a key of several parts', () => {
  const part: fc.Arbitrary<KeyPart> = fc.letrec<{ part: KeyPart }>(tie => ({
    part: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: fc.constantFrom('a', '1', ':', ' ', '[', ']') }),
      fc.integer({ min: -3, max: 20 }),
      fc.boolean(),
      fc.constant(undefined),
      fc.array(tie('part'), { maxLength: 3 }),
    ),
  })).part;

  it('is another wherever one of them is, or ends elsewhere', () => {
    const parts = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const isSame = JSON.stringify(one, told) === JSON.stringify(other, told);
        assert.equal(keyOf(one) === keyOf(other), isSame);
      }),
      { numRuns: 2000 },
    );
    assert.notEqual(keyOf(['a', 'bc']), keyOf(['ab', 'c']));
    assert.notEqual(keyOf([['a'], 'b']), keyOf([['a', 'b']]));
    assert.notEqual(keyOf([12, 3]), keyOf([1, 23]));
    assert.notEqual(keyOf([1]), keyOf(['1']));
  });

  it('is the same where all that moved has moved together', () => {
    const spans = [
      { start: 12, end: 15 },
      { start: 20, end: 21 },
    ];
    const moved = spans.map(({ start, end }) => ({ start: start + 7, end: end + 7 }));
    assert.deepEqual(placesFrom(10, spans), [2, 5, 10, 11]);
    assert.deepEqual(placesFrom(17, moved), placesFrom(10, spans));
  });
});

/** JSON writes `undefined` as null, and a list in a list has no other way to tell. */
function told(_: string, value: unknown): unknown {
  return value === undefined ? { undefined: true } : value;
}
