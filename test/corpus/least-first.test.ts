import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leastFirst } from '../../server/src/core/corpus/least-first.ts';

describe('values taken in order', () => {
  const values = fc
    .array(fc.nat(40), { maxLength: 300, size: 'max' })
    .map(keys => keys.map((key, index) => ({ key, index })));
  const byKey = (one: { readonly key: number }, other: { readonly key: number }): number =>
    one.key - other.key;

  it('are those of a whole sort, of equal ones the first first', () => {
    fc.assert(
      fc.property(values, drawn => {
        assert.deepEqual([...leastFirst(drawn, byKey)], drawn.toSorted(byKey));
      }),
    );
  });

  it('cost about one comparison each where only the first are asked for', () => {
    const drawn = Array.from({ length: 5000 }, (_, index) => ({ key: (index * 7919) % 5003, index }));
    let compared = 0;
    const counting = (one: { readonly key: number }, other: { readonly key: number }): number => {
      compared++;
      return byKey(one, other);
    };
    const [least] = leastFirst(drawn, counting);
    assert.equal(least?.key, 0);
    assert.ok(compared < 1.7 * drawn.length, String(compared));
  });
});
