import { strict as assert } from 'node:assert';
import type { CheckAllResult, DraftList } from '../../server/src/lsp/own-protocol.ts';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ResponseError, type ClientCapabilities, type TextDocumentEdit } from 'vscode-languageserver';
import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import type { DraftStatus } from '../../server/src/lsp/status.ts';
import { namesModel } from '../support/names-model.ts';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const council = `Council passes budget

Mayor Rosa Lindgren opened the session.

“We will not raise taxes this year, and we will not sell the park,” Lindgren said.

“The park was never for sale,” said councillor Tobias Hahn.
`;
const right = '“We will not raise taxes this year,” Rosa Lindgren said.\n';
const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';

describe('language server', () => {
  let wire: Wire | undefined;
  const start = async (...args: Parameters<typeof Wire.start>): Promise<Wire> =>
    (wire = await Wire.start(...args));

  afterEach(async () => {
    await wire?.stop();
    wire = undefined;
  });

  it('says what is wrong with a quotation, with the passage to open', async () => {
    const { pull, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', wrong);
    const [diagnostic, ...others] = await pull(uri);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, 'quote-altered');
    assert.equal(diagnostic.source, 'stet');
    assert.match(String(diagnostic.message), /rents/u);
    assert.match(String(diagnostic.message), /taxes/u);
    assert.match(diagnostic.codeDescription?.href ?? '', /diagnostics\.md#quote-altered$/u);
    const place = diagnostic.relatedInformation?.[0]?.location;
    assert.equal(place?.uri, wire!.uri('articles/council.txt'));
    assert.equal(place.range.start.line, 4);
    assert.deepEqual(diagnostic.range.start, positionOf(wrong, 'We will'));
  });

  it('has nothing to say of a right quotation, nor of an article', async () => {
    const { pull, openDocument } = bind(await start({ 'articles/council.txt': council }));
    assert.deepEqual(await pull(await openDocument('brief.md', right)), []);
    assert.deepEqual(await pull(await openDocument('articles/council.txt', council, 'plaintext')), []);
  });

  const others: Readonly<Record<string, ClientCapabilities>> = {
    'does not pull': {},
    'pulls only once, and may do so before the sources are read': { textDocument: { diagnostic: {} } },
  };
  for (const [what, capabilities] of Object.entries(others)) {
    it(`pushes to a client that ${what}`, async () => {
      const { openDocument } = bind(await start({ 'articles/council.txt': council }, capabilities));
      const uri = await openDocument('brief.md', wrong);
      await wire!.until(() => wire!.pushed.has(uri));
      assert.deepEqual(
        wire!.pushed.get(uri)?.diagnostics.map(it => it.code),
        ['quote-altered'],
      );
      await wire!.change(uri, right);
      await wire!.until(() => wire!.pushed.get(uri)?.diagnostics.length === 0);
      await wire!.change(uri, wrong);
      await wire!.until(() => wire!.pushed.get(uri)?.diagnostics.length === 1);
      await wire!.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await wire!.until(() => wire!.pushed.get(uri)?.diagnostics.length === 0);
      assert.equal(wire!.capabilities?.diagnosticProvider, undefined, 'and is not asked to pull as well');
    });
  }

  it('lets a client pull that is told when to pull again, and pushes nothing', async () => {
    const { pull, openDocument } = bind(await start({ 'articles/council.txt': council }));
    assert.equal((await pull(await openDocument('brief.md', wrong))).length, 1);
    assert.notEqual(wire!.capabilities?.diagnosticProvider, undefined);
    assert.equal(wire!.pushed.size, 0);
  });

  it('says nothing in a folder without articles and without stet.json', async () => {
    const { pull, openDocument } = bind(await start({ 'notes.md': wrong }));
    assert.equal(wire!.status.at(-1)?.state, 'silent');
    assert.deepEqual(await pull(await openDocument('notes.md', wrong)), []);
    assert.deepEqual(wire!.messages, []);
  });

  it('speaks as soon as there is an articles folder', async () => {
    const { codes, openDocument } = bind(await start({ 'notes.md': wrong }));
    const uri = await openDocument('notes.md', wrong);
    wire!.write('articles/council.txt', council);
    await wire!.touched('articles/council.txt');
    assert.deepEqual(await codes(uri), ['quote-altered']);
  });

  it('checks drafts again when an article changes, comes or goes', async () => {
    const { codes, openDocument } = bind(
      await start({ 'articles/council.txt': council, 'articles/other.txt': 'The pond froze over.\n' }),
    );
    const uri = await openDocument('brief.md', wrong);
    assert.deepEqual(await codes(uri), ['quote-altered']);
    const refreshes = wire!.refreshes;
    wire!.write('articles/council.txt', council.replace('raise taxes', 'raise rents'));
    await wire!.touched('articles/council.txt');
    await wire!.until(() => wire!.refreshes > refreshes);
    assert.deepEqual(await codes(uri), []);
    rmSync(join(wire!.root, 'articles/council.txt'));
    await wire!.touched('articles/council.txt');
    assert.deepEqual(await codes(uri), ['quote-not-found']);
  });

  it('reads the articles that a setting names, once, and others when it changes', async () => {
    const files = { 'mine/council.txt': council, 'yours/council.txt': council.replace('taxes', 'rents') };
    const workspace = {
      ...pulling.workspace,
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
    };
    const settings = { articles: ['mine'] };
    const { codes, openDocument } = bind(await start(files, { ...pulling, workspace }, { settings }));
    const uri = await openDocument('brief.md', wrong);
    assert.deepEqual(await codes(uri), ['quote-altered']);
    assert.deepEqual(
      wire!.status.map(it => it.state),
      ['indexing', 'ready'],
    );
    wire!.settings = { articles: ['yours'] };
    await wire!.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await wire!.until(() => wire!.status.length === 4);
    assert.deepEqual(await codes(uri), []);
  });

  it('registers nothing with an editor that does not take it, and asks it for its settings all the same', async () => {
    const capabilities = { workspace: { configuration: true } };
    await start({ 'mine/council.txt': council }, capabilities, { settings: { articles: ['mine'] } });
    assert.deepEqual(wire!.registered, []);
    assert.equal(wire!.status.at(-1)?.articles, 1);
  });

  it('finds by itself what no client says has changed', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', wrong);
    assert.deepEqual(await codes(uri), ['quote-altered']);
    const refreshes = wire!.refreshes;
    wire!.write('articles/council.txt', council.replace('raise taxes', 'raise rents'));
    await wire!.until(() => wire!.refreshes > refreshes);
    assert.deepEqual(await codes(uri), []);
  });

  it('finds by itself that there are articles now', async () => {
    const { codes, openDocument } = bind(await start({ 'notes.md': wrong }));
    const uri = await openDocument('notes.md', wrong);
    assert.deepEqual(await codes(uri), []);
    wire!.write('articles/council.txt', council);
    await wire!.until(() => wire!.status.at(-1)?.state === 'ready');
    assert.deepEqual(await codes(uri), ['quote-altered']);
  });

  it('reads an articles folder in whatever letters its name is, and checks nothing in it', async () => {
    const { codes, openDocument } = bind(await start({ 'Articles/council.txt': council }));
    assert.deepEqual(await codes(await openDocument('brief.md', wrong)), ['quote-altered']);
    assert.deepEqual(await codes(await openDocument('Articles/other.txt', wrong)), []);
  });

  it('finds by itself that there are articles now, or that their folder is spelled otherwise', async () => {
    const { codes, openDocument } = bind(await start({ 'notes.md': wrong }));
    const uri = await openDocument('notes.md', wrong);
    wire!.write('ARTICLES/council.txt', council);
    await wire!.until(() => wire!.status.at(-1)?.state === 'ready');
    assert.deepEqual(await codes(uri), ['quote-altered']);
    const told = wire!.status.length;
    renameSync(join(wire!.root, 'ARTICLES'), join(wire!.root, 'Articles'));
    wire!.write('Articles/council.txt', council.replace('raise taxes', 'raise rents'));
    await wire!.until(() => wire!.status.length > told && wire!.status.at(-1)?.state === 'ready');
    assert.deepEqual(await codes(uri), []);
    assert.deepEqual(wire!.messages, []);
  });

  it('follows an articles folder that is renamed away and back', async () => {
    const { codes, openDocument } = bind(
      await start({
        'articles/council.txt': council,
        'articles/other.txt': council.replace('taxes', 'rents'),
      }),
    );
    const uri = await openDocument('brief.md', right);
    assert.deepEqual(await codes(uri), ['quote-variants']);
    renameSync(join(wire!.root, 'articles'), join(wire!.root, 'elsewhere'));
    await wire!.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire!.uri('articles'), type: 3 }],
    });
    await wire!.until(() => wire!.status.at(-1)?.state === 'silent');
    assert.equal(wire!.status.at(-1)?.articles, 0);
    assert.deepEqual(await codes(uri), [], 'as in a folder that never had articles');
    assert.deepEqual(wire!.messages, []);
    renameSync(join(wire!.root, 'elsewhere'), join(wire!.root, 'articles'));
    await wire!.touched('articles');
    await wire!.until(() => wire!.status.at(-1)?.state === 'ready');
    assert.equal(wire!.status.at(-1)?.articles, 2);
    assert.deepEqual(await codes(uri), ['quote-variants']);
  });

  it('misses an articles folder that stet.json names', async () => {
    const { codes, openDocument } = bind(
      await start({ 'stet.json': '{ "articles": ["articles"] }', 'articles/council.txt': council }),
    );
    const uri = await openDocument('brief.md', right);
    assert.deepEqual(await codes(uri), []);
    renameSync(join(wire!.root, 'articles'), join(wire!.root, 'elsewhere'));
    await wire!.touched('articles');
    assert.equal(wire!.status.at(-1)?.articles, 0);
    assert.deepEqual(
      wire!.status.at(-1)?.problems.map(it => it.path),
      ['articles'],
    );
    await wire!.until(() => wire!.messages.some(it => it.includes('articles')));
    assert.deepEqual(
      await codes(await openDocument('bad.md', wrong)),
      [],
      'there is nothing to check against',
    );
  });

  it('takes an article that is being edited as it stands in the editor', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const draft = await openDocument('brief.md', wrong);
    const article = await openDocument('articles/council.txt', council, 'plaintext');
    const seen = wire!.status.length;
    await wire!.change(article, council.replace('raise taxes', 'raise rents'));
    await wire!.until(() => wire!.status.length > seen);
    assert.deepEqual(await codes(draft), []);
    await wire!.client.sendRequest('stet/rebuild', {});
    assert.deepEqual(await codes(draft), [], 'also where all is read anew');
    const rebuilt = wire!.status.length;
    await wire!.client.sendNotification('textDocument/didClose', { textDocument: { uri: article } });
    await wire!.until(() => wire!.status.length > rebuilt);
    assert.deepEqual(await codes(draft), ['quote-altered'], 'what was not saved is gone');
  });

  it('does not read the sources again while stet.json is typed, though it lies among them', async () => {
    await start({ 'stet.json': '{ "articles": ["."] }', 'council.txt': council });
    const project = await wire!.openDocument('stet.json', '{ "articles": ["."] }', 'json');
    await wire!.change(project, '{ "articles": ["."], "pol');
    const article = await wire!.openDocument('council.txt', council, 'plaintext');
    await wire!.change(article, council.replace('raise taxes', 'raise rents'));
    await wire!.until(() => wire!.status.length > 2);
    assert.deepEqual(
      wire!.status.map(it => it.state),
      ['indexing', 'ready', 'ready'],
    );
  });

  it('names the key of a bad stet.json, and the rest works', async () => {
    const { codes, openDocument } = bind(
      await start({
        'sources/council.txt': council,
        'stet.json': '{ "articles": ["sources"], "minimumWord": 3 }',
      }),
    );
    await wire!.until(() =>
      wire!.messages.some(it => it.includes('stet.json') && it.includes('minimumWord')),
    );
    assert.deepEqual(await codes(await openDocument('brief.md', wrong)), ['quote-altered']);
    wire!.write('stet.json', '{ "articles": ["sources"], "severity": { "quote-altered": "off" } }');
    await wire!.touched('stet.json');
    assert.deepEqual(await codes(wire!.uri('brief.md')), []);
  });

  it('names the key of a bad stet.json until it is mended, whatever folders come', async () => {
    await start({ 'articles/council.txt': council, 'stet.json': '{ "minimumWord": 3 }' });
    wire!.write('articles/more/hall.txt', council);
    await wire!.touched('articles/more');
    const { articles, problems } = wire!.status.at(-1)!;
    assert.equal(articles, 2);
    assert.deepEqual(
      problems.map(it => it.path),
      ['stet.json'],
    );
  });

  it('outlives an editor that fails when it is told to ask again', async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }, capabilities));
    const uri = await openDocument('brief.md', wrong);
    await wire!.until(() => wire!.refreshes > 0);
    wire!.client.onRequest('workspace/diagnostic/refresh', () => new ResponseError(-32603, 'not today'));
    await wire!.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [] },
    });
    await wire!.until(() => wire!.logged.some(it => it.includes('not today')));
    assert.deepEqual(await codes(uri), ['quote-altered']);
  });

  it('reads the sources for an editor that fails to say what is set, and to show how far they are read', async () => {
    const capabilities = { workspace: { configuration: true }, window: { workDoneProgress: true } };
    await start({ 'articles/council.txt': council }, capabilities);
    wire!.client.onRequest('workspace/configuration', () => new ResponseError(-32603, 'nothing is set'));
    wire!.client.onRequest('window/workDoneProgress/create', () => new ResponseError(-32603, 'no bar'));
    await wire!.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await wire!.until(() => wire!.logged.some(it => it.includes('nothing is set')));
    await wire!.client.sendRequest('stet/rebuild', {});
    assert.ok(wire!.logged.some(it => it.includes('no bar')));
    assert.deepEqual(
      wire!.status.map(it => it.state).filter(it => it !== 'indexing'),
      ['ready', 'ready'],
    );
  });

  it('names a source that cannot be read, once', async () => {
    const { codes, openDocument } = bind(
      await start({
        'articles/council.txt': council,
        'articles/picture.txt': 'PNG\0\u0001\u0002\0\0\u0003'.repeat(40),
      }),
    );
    await wire!.until(() => wire!.messages.some(it => it.includes('articles/picture.txt')));
    assert.deepEqual(await codes(await openDocument('brief.md', wrong)), ['quote-altered']);
    wire!.write('articles/council.txt', `${council}\n`);
    await wire!.touched('articles/council.txt');
    assert.equal(wire!.messages.filter(it => it.includes('articles/picture.txt')).length, 1);
  });

  describe('on a draft on which it fails', () => {
    const reply = 'a stone in the shoe';
    const failing = (): { break: () => void; model: () => NamesModel } => {
      let isBroken = false;
      const model = new Proxy(namesModel(), {
        get(target, key) {
          if (isBroken) {
            throw new Error(reply);
          }
          return Reflect.get(target, key) as unknown;
        },
      });
      return { break: () => (isBroken = true), model: () => model };
    };

    it('says so to an editor that pulls, which goes on asking, and takes back how the draft stood', async () => {
      const { model, break: fail } = failing();
      const { codes, openDocument } = bind(
        await start({ 'articles/council.txt': council }, pulling, { model }),
      );
      const uri = await openDocument('brief.md', right);
      assert.deepEqual(await codes(uri), []);
      const stood = await told();
      fail();
      await wire!.change(uri, wrong);
      assert.deepEqual(await codes(uri), ['check-failed']);
      assert.ok(wire!.logged.some(it => it.includes(reply)));
      const stands = await told(stood.length + 1);
      assert.deepEqual(
        stands.map(it => [it.verified, it.total]),
        [
          [1, 1],
          [0, 0],
        ],
      );
      assert.match(stands.at(-1)!.summary, /nothing in it is verified/);
    });

    it('says so to an editor that is pushed to, and lives', async () => {
      const { model, break: fail } = failing();
      const { openDocument } = bind(await start({ 'articles/council.txt': council }, {}, { model }));
      fail();
      const uri = await openDocument('brief.md', wrong);
      for (const text of [wrong, right]) {
        wire!.pushed.clear();
        await wire!.change(uri, text);
        await wire!.until(() => wire!.pushed.has(uri));
        assert.deepEqual(
          wire!.pushed.get(uri)?.diagnostics.map(it => it.code),
          ['check-failed'],
        );
      }
    });

    it('checks all others, also where that one is open', async () => {
      const { model, break: fail } = failing();
      const uri = await bind(
        await start({ 'articles/council.txt': council }, pulling, { model }),
      ).openDocument('brief.md', wrong);
      wire!.write('brief.md', wrong);
      wire!.write('other.md', 'Nothing is quoted.\n');
      fail();
      assert.deepEqual(await wire!.codes(uri), ['check-failed']);
      const { problems } = await wire!.client.sendRequest<CheckAllResult>('stet/checkAll', {});
      assert.deepEqual(
        problems.map(it => it.path),
        ['brief.md', 'other.md'],
      );
    });

    it('goes on reading the sources, for all other drafts', async () => {
      const { model, break: fail } = failing();
      await start({ 'articles/council.txt': council }, pulling, { model });
      await wire!.openDocument('brief.md', wrong);
      fail();
      await wire!.client.sendRequest('stet/rebuild', {});
      // It fails on that article as well; of the whole folder nothing is said.
      assert.deepEqual(
        wire!.status.at(-1)?.problems.map(it => it.path),
        ['articles/council.txt'],
      );
    });

    /** What was told of how drafts stand, once there is so much of it. */
    async function told(count = 1): Promise<readonly DraftStatus[]> {
      await wire!.until(() => wire!.drafts.length >= count);
      return [...wire!.drafts];
    }
  });

  it('lets a writer finish a quotation before it misses the closing mark', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const open = `An “opening mark that never closes.\n\nRosa Lindgren said: `;
    const uri = await openDocument('brief.md', open);
    assert.deepEqual(await codes(uri), ['quote-unbalanced'], 'one that was there before');
    await wire!.change(uri, `${open}“We will`);
    assert.deepEqual(await codes(uri), ['quote-unbalanced'], 'the other is being typed');
    const listed = await wire!.client.sendRequest<DraftList>('stet/draftList', { uri });
    assert.equal(listed.others.length, 1, 'nor does the Draft view miss it');
    const refreshes = wire!.refreshes;
    await wire!.until(() => wire!.refreshes > refreshes);
    assert.deepEqual(await codes(uri), ['quote-unbalanced', 'quote-unbalanced'], 'the writer has paused');
  });

  it('shows the source in a hover, and who a name is', async () => {
    const { openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', wrong);
    const quotation = await wire!.hover(uri, positionOf(wrong, 'raise'));
    assert.match(JSON.stringify(quotation?.contents), /taxes/u);
    const name = await wire!.hover(uri, positionOf(wrong, 'Lindgren'));
    assert.match(JSON.stringify(name?.contents), /Rosa Lindgren/u);
    assert.match(JSON.stringify(name?.contents), /council\.txt#L/u);
    assert.equal(await wire!.hover(uri, positionOf(wrong, 'said', 2)), null);
  });

  it('completes a quotation after an opening mark, with the passage on demand', async () => {
    const { openDocument } = bind(await start({ 'articles/council.txt': council }));
    const text = 'Tobias Hahn said: “The pa”\n';
    const uri = await openDocument('brief.md', text);
    const list = await wire!.completion(uri, positionOf(text, 'The pa', 6));
    const item = list?.items.find(it => it.textEdit?.newText.includes('The park was never for sale'));
    assert.ok(item, JSON.stringify(list));
    const resolved = await wire!.client.sendRequest<{ documentation?: unknown }>(
      'completionItem/resolve',
      item,
    );
    assert.match(JSON.stringify(resolved.documentation), /Hahn/u);
    assert.deepEqual((await wire!.completion(uri, positionOf(text, 'said')))?.items, [], 'nothing elsewhere');
  });

  it('puts the verified words in, in one versioned edit', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', wrong);
    const at = positionOf(wrong, 'rents');
    const fix = (await wire!.codeActions(uri, { start: at, end: at })).find(it => it.isPreferred === true);
    assert.ok(fix);
    const [edit, ...others] = fix.edit?.documentChanges as TextDocumentEdit[];
    assert.deepEqual(others, []);
    assert.deepEqual(edit?.textDocument, { uri, version: 1 });
    await wire!.change(uri, applied(wrong, edit));
    assert.deepEqual(await codes(uri), []);
  });

  it('asks for the reason of an exemption in a snippet, and keeps it out of the findings', async () => {
    const { openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', wrong);
    const at = positionOf(wrong, 'rents');
    const actions = await wire!.codeActions(uri, { start: at, end: at });
    const ignore = actions.find(it => /ignore/iu.test(it.title));
    const [edit] = ignore?.edit?.documentChanges as TextDocumentEdit[];
    assert.match(JSON.stringify(edit?.edits), /stet-ignore quote-altered: \$\{1:/u);
  });

  it('mends all that is safe on request', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    const text = `${wrong}\n“The park was seldom for sale,” said Tobias Hahn.\n`;
    const uri = await openDocument('brief.md', text);
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const [action, ...others] = await wire!.codeActions(uri, all, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.stet');
    const [edit] = action.edit?.documentChanges as TextDocumentEdit[];
    await wire!.change(uri, applied(text, edit!));
    assert.deepEqual(await codes(uri), []);
  });

  it('keeps the corpora of several folders apart', async () => {
    await start(
      { 'one/articles/council.txt': council, 'two/articles/council.txt': council.replace('taxes', 'rents') },
      pulling,
      { folders: ['one', 'two'] },
    );
    assert.deepEqual(await wire!.codes(await wire!.openDocument('one/brief.md', wrong)), ['quote-altered']);
    assert.deepEqual(await wire!.codes(await wire!.openDocument('two/brief.md', wrong)), []);
  });

  const folding = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
  const copies = (counts: Readonly<Record<string, number>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([folder, count]) =>
        Array.from({ length: count }, (_, index) => [`${folder}/articles/${String(index)}.txt`, council]),
      ),
    );
  const changeFolders = (added: readonly string[], removed: readonly string[]): Promise<void> => {
    const [here, gone] = [added, removed].map(it => it.map(name => ({ uri: wire!.uri(name), name })));
    return wire!.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: here, removed: gone },
    });
  };

  it('has nothing to say of a folder that is taken away while it is read', async () => {
    await start(copies({ one: 120, two: 60 }), folding, { folders: ['one'] });
    await changeFolders(['two'], []);
    await wire!.until(() => wire!.status.length === 3);
    await changeFolders([], ['two']);
    await wire!.client.sendRequest('stet/rebuild', {});
    assert.deepEqual(
      wire!.status.slice(2).map(it => `${it.state} ${String(it.articles)}`),
      ['indexing 0', 'indexing 0', 'ready 120'],
    );
  });

  it('has nothing to say of a folder that is taken away before it is read', async () => {
    await start(copies({ one: 1, two: 1 }), folding, { folders: ['one'] });
    await Promise.all([changeFolders(['two'], []), changeFolders([], ['two'])]);
    await wire!.client.sendRequest('stet/rebuild', {});
    assert.deepEqual([...new Set(wire!.status.map(it => it.root))], [wire!.uri('one')]);
  });

  it('reads no further in a folder that is taken away', async () => {
    await start(
      copies({ one: 1, two: 400 }),
      { ...folding, window: { workDoneProgress: true } },
      { folders: ['one'] },
    );
    const ended = (): number => wire!.progress.filter(it => it.kind === 'end').length;
    await wire!.until(() => ended() === 1);
    await changeFolders(['two'], []);
    await wire!.until(() => wire!.progress.some(it => it.message?.endsWith(' of 400 sources') === true));
    await changeFolders([], ['two']);
    await wire!.until(() => ended() === 2);
    assert.deepEqual(
      wire!.progress.filter(it => it.message?.startsWith('400 of') === true),
      [],
    );
    assert.deepEqual(wire!.logged, []);
  });

  it('reads a folder once that is named twice', async () => {
    const { codes, openDocument } = bind(
      await start({ 'one/articles/council.txt': council }, folding, { folders: ['one'] }),
    );
    await changeFolders(['one'], []);
    await wire!.client.sendRequest('stet/rebuild', {});
    const seen = wire!.status.length;
    await wire!.client.sendRequest('stet/rebuild', {});
    const states = wire!.status.slice(seen).map(it => it.state);
    assert.deepEqual(states, ['indexing', 'ready']);
    assert.deepEqual(await codes(await openDocument('one/brief.md', wrong)), ['quote-altered']);
  });

  it('watches a folder no more that is taken away, and tells again of what cannot be read when it comes back', async () => {
    await start({ ...copies({ one: 1, two: 1 }), 'two/articles/scan.pdf': '' }, folding, {
      folders: ['one'],
    });
    await changeFolders(['two'], []);
    await wire!.until(() => wire!.messages.length === 1);
    const watched = wire!.registered.length;
    await changeFolders([], ['two']);
    await wire!.until(() => wire!.registered.length > watched);
    await changeFolders(['two'], []);
    await wire!.until(() => wire!.messages.length === 2);
    assert.match(wire!.messages[0] ?? '', /scan\.pdf: not read/);
    assert.equal(wire!.messages[1], wire!.messages[0]);
  });

  it('serves the folder and the articles of the command line', async () => {
    const files = {
      'news/sources/council.txt': council,
      'news/articles/council.txt': council.replace('taxes', 'rents'),
      'other/articles/council.txt': council,
    };
    const given = { root: 'news', articles: ['sources'] };
    const { codes, openDocument } = bind(await start(files, folding, { folders: ['other'], given }));
    assert.deepEqual(await codes(await openDocument('news/brief.md', wrong)), ['quote-altered']);
    assert.deepEqual(await codes(await openDocument('other/brief.md', wrong)), []);
    await changeFolders(['other'], ['news']);
    await wire!.client.sendRequest('stet/rebuild', {});
    assert.deepEqual([...new Set(wire!.status.map(it => it.root))], [wire!.uri('news')]);
  });

  it('serves the articles that the editor has set, whatever the command line says', async () => {
    const files = { 'sources/council.txt': council, 'others/council.txt': council.replace('taxes', 'rents') };
    const settings = { articles: ['others'] };
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    const { codes, openDocument } = bind(
      await start(files, capabilities, { settings, given: { articles: ['sources'] } }),
    );
    assert.deepEqual(await codes(await openDocument('brief.md', wrong)), []);
  });

  it('checks a draft that was never saved', async () => {
    const { codes, openDocument } = bind(await start({ 'articles/council.txt': council }));
    assert.deepEqual(await codes(await openDocument('untitled:Untitled-1', wrong)), ['quote-altered']);
  });

  it('leads from a quotation to its source, and lists what a file holds', async () => {
    const { openDocument } = bind(await start({ 'articles/council.txt': council }));
    const uri = await openDocument('brief.md', right);
    const links = await wire!.client.sendRequest<{ targetUri: string }[]>('textDocument/definition', {
      textDocument: { uri },
      position: positionOf(right, 'taxes'),
    });
    assert.equal(links[0]?.targetUri, wire!.uri('articles/council.txt'));
    const symbols = await wire!.client.sendRequest<{ name: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.ok(symbols.some(it => it.name.includes('raise taxes')));
    const people = await wire!.client.sendRequest<{ name: string }[]>('workspace/symbol', {
      query: 'Lindgren',
    });
    assert.ok(people.some(it => it.name === 'Rosa Lindgren'));
    const lenses = await wire!.client.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.equal(lenses[0]?.command.title, '1 quotation: 1 verified');
  });
});

function bind(wire: Wire): Pick<Wire, 'pull' | 'codes' | 'openDocument'> {
  return {
    pull: uri => wire.pull(uri),
    codes: uri => wire.codes(uri),
    openDocument: (...args) => wire.openDocument(...args),
  };
}

function applied(text: string, { edits }: TextDocumentEdit): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, 0) + character;
  return [...edits]
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce((result, edit) => {
      assert.ok('newText' in edit);
      return result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end));
    }, text);
}
