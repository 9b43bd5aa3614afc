import { strict as assert } from 'node:assert';
import type {
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  RegistrationParams,
} from 'vscode-languageserver';
import { namesModel } from '../support/names-model.ts';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';

describe('editor and server in step', () => {
  let wire: Wire;

  afterEach(() => wire.stop());

  it('each draft is checked against the innermost folder that holds it', async () => {
    const files = {
      'articles/council.txt': council,
      'desk/articles/council.txt': council.replace('taxes', 'rents'),
    };
    wire = await Wire.start(files, pulling, { folders: ['.', 'desk'] });
    assert.deepEqual(await wire.codes(await wire.openDocument('brief.md', wrong)), ['quote-altered']);
    assert.deepEqual(await wire.codes(await wire.openDocument('desk/brief.md', wrong)), []);
  });

  it('nothing is said of an article that has been changed until it is read again', async () => {
    wire = await Wire.start({ 'articles/council.txt': council });
    const uri = await wire.openDocument('articles/council.txt', council);
    const symbols = async (): Promise<readonly DocumentSymbol[]> =>
      wire.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    assert.notDeepEqual(await symbols(), []);
    const seen = wire.status.length;
    await wire.change(uri, `A line that was not there.\n\n${council}`);
    assert.deepEqual(await symbols(), [], 'what was read stands elsewhere now');
    await wire.until(() => wire.status.length > seen);
    const quotation = (await symbols()).find(it => it.name.includes('raise taxes'));
    assert.equal(quotation?.range.start.line, 4);
  });

  it('the details of a suggestion are never those of another list', async () => {
    wire = await Wire.start({
      'articles/council.txt': `${council}\n“The park was never for sale,” councillor Tobias Hahn said.\n`,
    });
    const offered = async (path: string, text: string): Promise<CompletionItem> => {
      const uri = await wire.openDocument(path, text);
      const list = (await wire.completion(uri, positionOf(text, '“', 1))) as CompletionList;
      return list.items[0]!;
    };
    const resolve = (item: CompletionItem): Promise<CompletionItem> =>
      wire.client.sendRequest('completionItem/resolve', item);
    const first = await offered('a.md', 'Rosa Lindgren said: “\n');
    assert.match(JSON.stringify((await resolve(first)).documentation), /raise taxes/u);
    const second = await offered('b.md', 'Tobias Hahn said: “\n');
    assert.equal((await resolve(first)).documentation, undefined);
    assert.match(JSON.stringify((await resolve(second)).documentation), /never for sale/u);
  });

  it('what was said of a draft is forgotten when the sources are read anew, though they are as many as before', async () => {
    wire = await Wire.start({ 'articles/council.txt': council });
    const uri = await wire.openDocument('brief.md', wrong);
    assert.deepEqual(await wire.codes(uri), ['quote-altered']);
    // Nobody tells of it, as on some network drives.
    wire.write('articles/council.txt', council.replace('taxes', 'rents'));
    await wire.client.sendRequest('stet/rebuild', {});
    assert.deepEqual(await wire.codes(uri), []);
  });

  it('an article counts as it stands in the editor, though what was typed is taken back while it is read', async () => {
    let isTyping = false;
    const model = new Proxy(namesModel(), {
      get(target, key) {
        if (isTyping) {
          isTyping = false;
          void wire.change(article, long);
        }
        return Reflect.get(target, key) as unknown;
      },
    });
    // Long enough that others have their turn before it is taken in.
    const long = `${council}\n${'The session went on and on, and Tobias Hahn left early.\n\n'.repeat(400)}`;
    wire = await Wire.start({ 'articles/council.txt': long, 'articles/other.txt': 'Nothing yet.' }, pulling, {
      model: () => model,
    });
    const article = await wire.openDocument('articles/council.txt', long, 'plaintext');
    isTyping = true;
    await wire.change(article, long.replace('taxes', 'rents'));
    await wire.until(() => wire.status.length > 2);
    wire.write('articles/other.txt', 'Nothing new.');
    await wire.touched('articles/other.txt');
    const uri = await wire.openDocument('brief.md', wrong);
    assert.deepEqual(await wire.codes(uri), ['quote-altered']);
  });

  it('what stands beside a draft is asked for again when a source changes', async () => {
    const refresh = { refreshSupport: true };
    const workspace = {
      ...pulling.workspace,
      codeLens: refresh,
      inlayHint: refresh,
      semanticTokens: refresh,
    };
    wire = await Wire.start({ 'articles/council.txt': council }, { ...pulling, workspace });
    await wire.until(() => wire.refreshed.size === 3);
    wire.refreshed.clear();
    wire.write('articles/council.txt', council.replace('taxes', 'rents'));
    await wire.touched('articles/council.txt');
    await wire.until(() => wire.refreshed.size === 3);
    assert.deepEqual([...wire.refreshed].sort(), ['codeLens', 'inlayHint', 'semanticTokens']);
  });

  it('the project file, the folders of articles and what is in them are watched, and those of before no more', async () => {
    wire = await Wire.start({ 'articles/council.txt': council, 'wire/council.txt': council });
    const watched = (): readonly string[] =>
      [...wire.watched.values()].flat().map(it => it.slice(wire.uri('.').length + 1));
    assert.deepEqual(watched(), ['stet.json', 'articles', 'articles/**/*']);
    wire.write('stet.json', '{ "articles": ["wire"] }');
    await wire.touched('stet.json');
    await wire.until(() => wire.watched.size === 1 && watched().includes('wire'));
    assert.deepEqual(watched(), ['stet.json', 'wire', 'wire/**/*']);
  });

  it('files are watched once, though two folders say at the same time what is to be watched', async () => {
    const files = { 'news/articles/council.txt': council, 'sport/articles/match.txt': council };
    wire = await Wire.start(files, pulling, { folders: ['news', 'sport'] });
    await wire.until(() => wire.watched.size === 1);
    const watched = (): string => JSON.stringify([...wire.watched.values()]);
    const answers: (() => void)[] = [];
    wire.client.onRequest('client/registerCapability', async ({ registrations }: RegistrationParams) => {
      wire.watches(registrations);
      await new Promise<void>(resolve => answers.push(resolve));
      return null;
    });
    const rename = async (folder: string): Promise<void> => {
      wire.write(`${folder}/stet.json`, '{ "articles": ["wire"] }');
      await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: wire.uri(`${folder}/stet.json`), type: 1 }],
      });
    };
    await rename('news');
    await wire.until(() => watched().includes('news/wire'));
    await rename('sport');
    // The editor takes its time to answer.
    const seen = wire.status.length;
    await wire.until(() => wire.status.length > seen);
    for (let times = 0; times < 100; times++) {
      await wire.client.sendRequest('workspace/symbol', { query: '' });
    }
    while (!watched().includes('sport/wire') || wire.watched.size > 1) {
      answers.shift()?.();
      await wire.client.sendRequest('workspace/symbol', { query: '' });
    }
    assert.ok(watched().includes('news/wire'));
  });

  const plain = { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  for (const [patterns, capabilities, expected] of [
    ['relative', pulling, ['stet.json', 'wire [{]1', 'wire {1/**/*']],
    [
      'whole',
      { ...pulling, workspace: plain },
      ['stet.json', 'wire [{]1', 'wire [{]1/**/*'].map(it => `<root>/news [[]desk[]]/${it}`),
    ],
  ] as const) {
    it(`a folder is watched that is named like a pattern, and nothing else, by ${patterns} patterns`, async () => {
      const files = {
        'news [desk]/stet.json': '{ "articles": ["wire {1"] }',
        'news [desk]/wire {1/council.txt': council,
      };
      wire = await Wire.start(files, capabilities, { folders: ['news [desk]'] });
      const watched = [...wire.watched.values()]
        .flat()
        .map(it => decodeURIComponent(it.replace(`${wire.uri('news [desk]')}/`, '')))
        .map(it => it.replace(wire.root, '<root>'));
      assert.deepEqual(watched, expected);
    });
  }

  it('what changed is read though changes never end', async () => {
    wire = await Wire.start({ 'articles/council.txt': council });
    const uri = await wire.openDocument('brief.md', wrong);
    wire.write('articles/council.txt', council.replace('taxes', 'rents'));
    const seen = wire.status.length;
    const change = { uri: wire.uri('articles/council.txt'), type: 2 };
    for (let times = 0; wire.status.length === seen && times < 10_000; times++) {
      await wire.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [change] });
      await wire.client.sendRequest('textDocument/documentHighlight', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    }
    assert.ok(wire.status.length > seen);
    assert.deepEqual(await wire.codes(uri), []);
  });
});
