import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Room } from '../../server/src/core/text/room.ts';

describe('room for small arrays', () => {
  it('is had by one of them alone', () => {
    const lengths = fc.array(fc.nat(300), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lengths, counts => {
        const room = new Room(1000);
        const arrays = counts.map((count, index) => {
          const { buffer, offset } = room.take(count);
          const array = new Uint8Array(buffer, offset, count);
          assert.equal(offset % 4, 0);
          assert.ok(array.every(it => it === 0));
          return array.fill(index + 1);
        });
        arrays.forEach((array, index) => {
          assert.ok(array.every(it => it === index + 1));
        });
      }),
    );
  });
});
