import assert from 'node:assert/strict';
import { fewAtOnce } from '../../server/src/fs/few-at-once.ts';

describe('work on many, few at once', () => {
  for (const [count, most] of [
    [20, 4],
    [3, 4],
    [0, 4],
    [5, 1],
  ] as const) {
    it(`gives what comes of each in order: ${String(count)}, ${String(most)} at once`, async () => {
      const items = Array.from({ length: count }, (_, index) => index);
      let [now, greatest] = [0, 0];
      const results = await fewAtOnce(items, most, async item => {
        now += 1;
        greatest = Math.max(greatest, now);
        for (let turn = 0; turn <= (item * 7) % 5; turn++) {
          await new Promise(resolve => setImmediate(resolve));
        }
        now -= 1;
        return item * 2;
      });
      assert.deepEqual(
        results,
        items.map(it => it * 2),
      );
      assert.equal(greatest, Math.min(count, most));
    });
  }

  it('fails as one of them does', async () => {
    const work = (item: number): Promise<number> =>
      item === 3 ? Promise.reject(new Error('three')) : Promise.resolve(item);
    await assert.rejects(fewAtOnce([1, 2, 3, 4], 2, work), /three/);
  });
});
