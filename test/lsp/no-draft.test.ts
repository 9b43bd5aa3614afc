import { strict as assert } from 'node:assert';
import type { NoDraft } from '../../server/src/lsp/status.ts';
import { Wire } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
const brief = '“We will not raise taxes this year,” Rosa Lindgren said.\n';

describe('an open document that is no draft any more', () => {
  let wire: Wire;
  afterEach(() => wire.stop());

  it('is told to be none, once, and to be one again', async () => {
    wire = await Wire.start({ 'articles/council.txt': council, 'brief.md': brief });
    const gone: string[] = [];
    wire.client.onNotification('$/stet/noDraft', ({ uri }: NoDraft) => {
      gone.push(uri);
    });
    const uri = await wire.openDocument('brief.md', brief);
    await wire.codes(uri);
    assert.equal(wire.drafts.at(-1)?.verified, 1);

    wire.write('stet.json', '{ "drafts": ["briefs/*.md"] }');
    await wire.touched('stet.json');
    await wire.codes(uri);
    const before = wire.drafts.length;
    await wire.codes(uri);
    assert.deepEqual(gone, [uri]);
    assert.equal(wire.drafts.length, before, 'nothing is told of how it stands');

    wire.write('stet.json', '{ "drafts": ["*.md"] }');
    await wire.touched('stet.json');
    await wire.codes(uri);
    assert.equal(wire.drafts.length, before + 1);
    assert.deepEqual([gone, wire.drafts.at(-1)?.uri], [[uri], uri]);
  });
});
