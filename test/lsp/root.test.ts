import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { Root } from '../../server/src/lsp/root.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
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
});
