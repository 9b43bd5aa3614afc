import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { realPath } from '../../server/src/fs/real-path.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('where a file really lies', () => {
  /** As Windows answers for drives that a program mounts. */
  const refuse = (path: string): Promise<string> =>
    Promise.reject(
      Object.assign(new Error(`EISDIR: illegal operation, realpath ‘${path}’`), { code: 'EISDIR' }),
    );

  it('is found step by step where the system does not say it', async () => {
    const root = temporaryFolder({ 'wire/a.txt': '' });
    mkdirSync(join(root, 'desk'));
    symlinkSync('../wire', join(root, 'desk/sources'), 'dir');
    for (const ask of [undefined, refuse]) {
      assert.equal(await realPath(join(root, 'desk/sources/a.txt'), ask), join(root, 'wire/a.txt'));
      await assert.rejects(realPath(join(root, 'nothing'), ask), { code: 'ENOENT' });
    }
  });
});
