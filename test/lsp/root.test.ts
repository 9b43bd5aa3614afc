import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Root } from '../../server/src/lsp/root.ts';
import { temporaryFolder, write } from '../fs/temporary-folder.ts';
import { namesModel } from '../support/names-model.ts';

const council = '“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';

describe('a workspace folder', () => {
  it('whose reading was cancelled says so until it is read again, whatever changes in it', async () => {
    const files = { 'articles/council.txt': council };
    const root = new Root(pathToFileURL(temporaryFolder(files)).toString(), namesModel(), () => undefined);
    const load = (signal?: AbortSignal): Promise<void> => root.load([], () => undefined, { signal });
    const problems = (): readonly string[] => root.status.problems.map(it => `${it.path}: ${it.reason}`);

    await load(AbortSignal.abort(new Error('enough')));
    const cancelled = problems();
    assert.match(cancelled.join(), /^\.: nothing is verified: enough\./);
    const paths = Object.keys(files);
    assert.equal(await root.apply({ changed: paths, removed: paths }), false);
    assert.deepEqual([root.status.articles, problems()], [0, cancelled]);

    await load();
    assert.deepEqual([root.status.articles, problems()], [1, []]);
  });

  it('is to be read anew when a folder of articles comes, goes or is emptied, and not when a file does', async () => {
    const path = temporaryFolder({
      'stet.json': '{ "articles": ["wire", "drive"] }',
      'wire/a.txt': council,
      'wire/b.txt': 'The pond froze over.\n',
    });
    const root = new Root(pathToFileURL(path).toString(), namesModel(), () => undefined);
    const load = (): Promise<void> => root.load([], () => undefined, {});
    assert.equal(await root.hasMoved(), false, 'nothing is read yet');
    await load();
    assert.equal(await root.hasMoved(), false);
    rmSync(join(path, 'wire/a.txt'));
    assert.equal(await root.hasMoved(), false);
    rmSync(join(path, 'wire/b.txt'));
    assert.equal(await root.hasMoved(), true, 'emptied');
    await load();
    assert.equal(root.isUnsourced, true);
    assert.equal(await root.hasMoved(), false);
    write(path, { 'drive/c.txt': council });
    assert.equal(await root.hasMoved(), true, 'come');
    await load();
    assert.deepEqual([root.isUnsourced, await root.hasMoved()], [false, false]);
    rmSync(join(path, 'drive'), { recursive: true });
    assert.equal(await root.hasMoved(), true, 'gone');
  });
});
