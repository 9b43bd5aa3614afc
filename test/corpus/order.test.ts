import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashNumbers } from '../../server/src/core/corpus/hash-numbers.ts';
import { inOrder } from '../../server/src/core/corpus/in-order.ts';

describe('strings put in order', () => {
  /** Few letters, so that many begin alike, on both sides of where letters stop being told apart as numbers. */
  const unit = fc.constantFrom('\0', 'a', 'b', '~', '\x7f', '\x80', 'é', 'è', '\ud83e');

  it('stand as comparing all of them puts them, equal ones as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 7 }), { maxLength: 60 }), strings => {
        const numbers = [...strings.keys()].sort((one, other) => {
          const [first = '', second = ''] = [strings[one], strings[other]];
          return first < second ? -1 : first > second ? 1 : one - other;
        });
        assert.deepEqual([...inOrder(strings)], numbers);
      }),
    );
  });
});

describe('numbers of hashes', () => {
  it('are given in the order in which the hashes first come, however many', () => {
    const numbers = new HashNumbers();
    const known = new Map<number, number>();
    for (let index = 0; index < 5000; index++) {
      // Every third comes again; zero and the greatest are among them.
      const seed = index % 3 === 2 ? index >>> 1 : index;
      const hash = seed === 7 ? 0 : seed === 8 ? 0xffffffff : Math.imul(seed, 0x9e3779b1) >>> 0;
      const expected = known.get(hash) ?? known.size;
      known.set(hash, expected);
      assert.equal(numbers.of(hash), expected);
    }
  });
});
