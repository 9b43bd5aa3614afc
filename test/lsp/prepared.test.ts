import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { Root } from '../../server/src/lsp/root.ts';
import { newsroom } from '../cli/stet.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { namesModel } from '../support/names-model.ts';
import { openDraft } from '../support/newsroom.ts';

describe('a draft that is open while the sources are read', () => {
  const text = '“We will not raise taxes this year,” Mayor Ana Ortiz said on Friday.\n';
  const draft = openDraft({ path: 'draft.md', text });

  it('has its verdicts before anybody asks', async () => {
    const root = new Root(pathToFileURL(temporaryFolder(newsroom)).toString(), namesModel(), () => undefined);
    await root.load(
      [],
      () => undefined,
      {},
      () => [draft],
    );
    const { corpus, verifier } = root.context;
    assert.equal(verifier.computed, 1);
    const met = openDraft({ path: 'draft.md', text }, corpus);
    assert.equal(met.quotations.length, 1);
    assert.equal(verifier.verify(corpus, met, met.quotations[0]!).verdict, 'verified');
    assert.equal(verifier.computed, 1);
  });

  it('keeps nobody from the sources where it cannot be checked', async () => {
    const root = new Root(pathToFileURL(temporaryFolder(newsroom)).toString(), namesModel(), () => undefined);
    const broken = { ...draft, text: undefined as unknown as string };
    await root.load(
      [],
      () => undefined,
      {},
      () => [broken],
    );
    assert.deepEqual([root.status.state, root.status.problems], ['ready', []]);
    assert.ok(root.context.corpus.whole);
  });
});
