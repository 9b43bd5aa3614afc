import { strict as assert } from 'node:assert';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckAllResult } from '../../server/src/lsp/own-protocol.ts';
import { Wire } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';

describe('drafts that are checked all at once', () => {
  let wire: Wire;

  afterEach(() => wire.stop());

  const checkAll = (): Promise<CheckAllResult> => wire.client.sendRequest('stet/checkAll', {});
  const published = (path: string): readonly unknown[] | undefined =>
    wire.pushed.get(wire.uri(path))?.diagnostics.map(it => it.code);

  it('are checked again when stet.json changes, and those that are none any more have nothing wrong', async () => {
    wire = await Wire.start({ 'articles/council.txt': council, 'a.md': wrong, 'b.md': wrong });
    assert.equal((await checkAll()).findings, 2);
    assert.deepEqual([published('a.md'), published('b.md')], [['quote-altered'], ['quote-altered']]);
    wire.write('stet.json', JSON.stringify({ severity: { 'quote-altered': 'off' } }));
    await wire.touched('stet.json');
    await wire.until(() => published('a.md')?.length === 0 && published('b.md')?.length === 0);
    wire.write('stet.json', JSON.stringify({ ignore: ['b.md'] }));
    await wire.touched('stet.json');
    await wire.until(() => published('a.md')?.length === 1);
    assert.deepEqual(published('b.md'), []);
    wire.write('stet.json', JSON.stringify({ ignore: ['a.md'] }));
    await wire.touched('stet.json');
    await wire.until(() => published('b.md')?.length === 1);
    await wire.until(() => published('a.md')?.length === 0);
  });

  it('have nothing wrong while there are no articles', async () => {
    wire = await Wire.start({ 'articles/council.txt': council, 'a.md': wrong });
    await checkAll();
    assert.deepEqual(published('a.md'), ['quote-altered']);
    renameSync(join(wire.root, 'articles'), join(wire.root, 'elsewhere'));
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire.uri('articles'), type: 3 }],
    });
    await wire.until(() => published('a.md')?.length === 0);
    renameSync(join(wire.root, 'elsewhere'), join(wire.root, 'articles'));
    await wire.touched('articles');
    await wire.until(() => published('a.md')?.length === 1);
  });

  it('are the editor’s to ask for once they are open, also while they are checked', async () => {
    const drafts = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${String(at)}.md`, wrong]));
    wire = await Wire.start({ 'articles/council.txt': council, ...drafts });
    const checked = checkAll();
    const uris = await Promise.all(Object.keys(drafts).map(path => wire.openDocument(path, wrong)));
    assert.equal((await checked).findings, 8);
    for (const uri of uris) {
      assert.deepEqual(wire.pushed.get(uri)?.diagnostics ?? [], []);
      assert.deepEqual(await wire.codes(uri), ['quote-altered']);
    }
  });
});
