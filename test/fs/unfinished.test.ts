import assert from 'node:assert/strict';
import { finish } from '../../server/src/fs/cache/unfinished.ts';

describe('a file that gets its name', () => {
  /** Renames only when it was asked to so many times. */
  function held(times: number, code: string): { readonly asked: string[]; move(): Promise<void> } {
    const asked: string[] = [];
    return {
      asked,
      move(...names: readonly string[]) {
        asked.push(names.join(' '));
        const error = Object.assign(new Error(code), { code });
        return asked.length > times ? Promise.resolve() : Promise.reject(error);
      },
    };
  }

  it('gets it though another program looks into it at first', async () => {
    for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
      const { asked, move } = held(2, code);
      await finish('x.unfinished', 'x.parcel', move);
      assert.deepEqual(asked, Array(3).fill('x.unfinished x.parcel'));
    }
  });

  it('does not get it where that goes on, or at once where nothing can be written', async () => {
    const busy = held(100, 'EBUSY');
    await assert.rejects(finish('a', 'b', busy.move), { code: 'EBUSY' });
    assert.ok(busy.asked.length > 1);
    const full = held(100, 'ENOSPC');
    await assert.rejects(finish('a', 'b', full.move), { code: 'ENOSPC' });
    assert.equal(full.asked.length, 1);
  });
});
