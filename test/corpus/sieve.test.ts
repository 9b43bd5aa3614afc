import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayPass, sieveOf } from '../../server/src/core/corpus/word-sieve.ts';
import { hashKey } from '../../server/src/core/text/word-hash.ts';

describe('a sieve of words', () => {
  it('lets all of its words pass, however few or many', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 300 }), hashes => {
        const sieve = sieveOf(hashes);
        const held = hashes.filter(hash => hash !== 0 && !mayPass(sieve, hash));
        assert.deepEqual([...held], []);
      }),
    );
  });

  it('holds nearly all others, where words stand more than once', () => {
    const words = Uint32Array.from({ length: 20_000 }, (_, place) => hashKey(`word${String(place % 1000)}`));
    const sieve = sieveOf(words);
    const others = Array.from({ length: 2000 }, (_, other) => hashKey(`other${String(other)}`));
    const passed = others.filter(hash => mayPass(sieve, hash)).length;
    assert.ok(passed < 200, `${String(passed)} of 2000 pass`);
  });
});
