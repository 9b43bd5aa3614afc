import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CompletionItem,
  type MarkupContent,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { foldersOf } from '../../server/src/lsp/initialization.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { namesModel } from '../support/names-model.ts';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
const files = { 'articles/council.txt': council };
const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';

describe('a client that can do little', () => {
  let wire: Wire | undefined;

  afterEach(async () => {
    await wire?.stop();
    wire = undefined;
  });

  const edits: readonly (readonly [kind: string, path: string])[] = [
    ['a quick fix', 'brief.md'],
    ['an exemption in the project file', 'brief.txt'],
  ];
  for (const [kind, path] of edits) {
    it(`that knows no edits by version takes ${kind} as plain changes`, async () => {
      wire = await Wire.start({ ...files, 'stet.json': '{}\n' }, {});
      const uri = await wire.openDocument(path, wrong, path.endsWith('.md') ? 'markdown' : 'plaintext');
      const at = positionOf(wrong, 'rents');
      const actions = await wire.codeActions(uri, { start: at, end: at });
      assert.ok(actions.length > 1);
      for (const { edit } of actions) {
        const changes = Object.values(edit?.changes ?? {}).flat();
        assert.equal(edit?.documentChanges, undefined);
        assert.ok(changes.length > 0 && changes.every(it => typeof it.newText === 'string'));
      }
      const changed = actions.flatMap(it => Object.keys(it.edit?.changes ?? {}));
      assert.equal(changed.includes(wire.uri('stet.json')), path.endsWith('.txt'));
      const [all] = await wire.codeActions(uri, { start: at, end: at }, ['source.fixAll']);
      assert.deepEqual(Object.keys(all?.edit?.changes ?? {}), [uri]);
    });
  }

  it('that has another word for Markdown is answered as the command line has it', async () => {
    wire = await Wire.start(files);
    const code = `~~~\n${wrong}~~~\n`;
    for (const languageId of ['markdown', 'gfm', 'pandoc', 'plaintext']) {
      const uri = await wire.openDocument(`${languageId}.md`, code, languageId);
      assert.deepEqual(await wire.codes(uri), [], languageId);
    }
    const plain = await wire.openDocument('brief.txt', code, 'markdown');
    assert.deepEqual(await wire.codes(plain), ['quote-altered']);
    const unsaved = ['markdown', 'plaintext'].map(it => wire!.openDocument(`untitled:${it}`, code, it));
    assert.deepEqual(await Promise.all(unsaved.map(async it => wire!.codes(await it))), [
      [],
      ['quote-altered'],
    ]);
  });

  it('that refuses to tell of what it said it would is checked for all the same', async () => {
    const capabilities: ClientCapabilities = {
      ...pulling,
      workspace: { ...pulling.workspace, didChangeConfiguration: { dynamicRegistration: true } },
    };
    wire = await Wire.start(files, capabilities, { refuses: true });
    assert.deepEqual(await wire.codes(await wire.openDocument('brief.md', wrong)), ['quote-altered']);
    assert.deepEqual(wire.registered, [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
    assert.ok(wire.logged.some(it => /does not tell of workspace\/didChangeWatchedFiles/u.test(it)));
    assert.equal(
      await wire.client.sendRequest<{ drafts: number }>('stet/checkAll', {}).then(it => it.drafts),
      0,
    );
  });

  it('is told of nothing beyond the protocol that it may not pass over', async () => {
    const up = new PassThrough();
    const down = new PassThrough();
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), namesModel);
    const editor = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const told = new Set<string>();
    const diagnostics = new Promise<void>(resolve => {
      editor.onUnhandledNotification(said => {
        told.add(said.method);
        if (JSON.stringify(said).includes('quote-altered')) {
          resolve();
        }
      });
    });
    editor.listen();
    const folder = temporaryFolder({ ...files, 'brief.md': wrong });
    const rootUri = pathToFileURL(folder).toString();
    await editor.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
    await editor.sendNotification('initialized', {});
    const textDocument = { uri: `${rootUri}/brief.md`, languageId: 'markdown', version: 1, text: wrong };
    await editor.sendNotification('textDocument/didOpen', { textDocument });
    await diagnostics;
    await editor.sendRequest('shutdown');
    editor.dispose();
    const others = [...told].filter(it => !it.startsWith('$/'));
    assert.deepEqual(others, ['textDocument/publishDiagnostics']);
    assert.ok(told.has('$/stet/status') && told.has('$/stet/draft'));
  });

  it('that opens a folder of the web is told that nothing is read, and nothing is looked for on disk', async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
    wire = await Wire.start(files, capabilities);
    const { path } = URI.parse(wire.uri('.'));
    const uri = `vscode-vfs:${path}`;
    const asked = wire.watched.size;
    await wire.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri, name: 'web' }], removed: [] },
    });
    await wire.until(() => wire!.status.some(it => it.root === uri));
    assert.deepEqual(
      wire.status.filter(it => it.root === uri).map(it => [it.state, it.articles]),
      wire.status.filter(it => it.root === uri).map(() => ['silent', 0]),
    );
    assert.equal(wire.watched.size, asked);
    // Nor are its documents taken for those of the folder on disk, or these for its.
    assert.deepEqual(await wire.codes(await wire.openDocument('brief.md', wrong)), ['quote-altered']);
    const textDocument = { uri: `${uri}/brief.md`, languageId: 'markdown', version: 1, text: wrong };
    await wire.client.sendNotification('textDocument/didOpen', { textDocument });
    assert.deepEqual(await wire.codes(textDocument.uri), []);
  });

  it('that shows no Markdown gets hovers and details of completions in plain text', async () => {
    const plain: ClientCapabilities = {
      textDocument: {
        hover: { contentFormat: ['plaintext'] },
        completion: { completionItem: { documentationFormat: ['plaintext'] } },
      },
    };
    const marked = council.replace('Council passes', 'Council [2] passes the');
    wire = await Wire.start({ 'articles/council.txt': marked }, plain);
    const uri = await wire.openDocument('brief.md', `${wrong}\nMayor Rosa L`);
    const hover = await wire.hover(uri, positionOf(wrong, 'rents'));
    assert.deepEqual(hover?.contents, {
      kind: 'plaintext',
      value:
        'Stands in other words in this source\n\n“We will not raise ~~rents~~ taxes this year,” ' +
        '(Rosa Lindgren, “Council [2] passes the budget”, articles/council.txt)',
    });
    const list = await wire.completion(uri, { line: 2, character: 'Mayor Rosa L'.length });
    const item = await wire.client.sendRequest<CompletionItem>('completionItem/resolve', list?.items[0]);
    const { kind, value } = item.documentation as MarkupContent;
    assert.equal(kind, 'plaintext');
    assert.match(value, /^Rosa Lindgren, /u);
  });

  it('that knows no nested symbols gets each with its place', async () => {
    wire = await Wire.start(files, {});
    const uri = await wire.openDocument('brief.md', wrong);
    const symbols = await wire.client.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(it => [it.name, it.location.uri, 'range' in it]),
      [
        ['“We will not raise rents this year,”', uri, false],
        ['Rosa Lindgren', uri, false],
      ],
    );
  });

  it('that names its folder by a link, and files as the disk does, is served as any other', async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
    wire = await Wire.start({ 'desk/articles/council.txt': council }, capabilities, { folders: [] });
    symlinkSync('desk', join(wire.root, 'linked'), 'dir');
    await wire.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: wire.uri('linked'), name: 'linked' }], removed: [] },
    });
    await wire.until(() => wire!.status.some(it => it.state === 'ready'));
    const brief = await wire.openDocument('desk/brief.md', wrong);
    assert.deepEqual(await wire.codes(brief), ['quote-altered']);
    const seen = wire.refreshes;
    await wire.openDocument('desk/articles/council.txt', council.replace('taxes', 'rents'), 'plaintext');
    await wire.until(() => wire!.refreshes > seen);
    assert.deepEqual(await wire.codes(brief), []);
    assert.deepEqual(await wire.codes(wire.uri('desk/articles/council.txt')), []);
  });

  it('is taken at its word about its folders, however old the words are', () => {
    const rootUri = 'file:///news';
    const workspaceFolders = [{ uri: 'file:///desk', name: 'desk' }];
    assert.deepEqual(foldersOf({ workspaceFolders, rootUri, rootPath: '/old' }, {}), ['file:///desk']);
    assert.deepEqual(foldersOf({ workspaceFolders: [], rootUri }, {}), []);
    assert.deepEqual(foldersOf({ workspaceFolders: null, rootUri, rootPath: '/old' }, {}), [rootUri]);
    assert.deepEqual(foldersOf({ rootUri: null, rootPath: '/old news' }, {}), ['file:///old%20news']);
    assert.deepEqual(foldersOf({ rootPath: '/old' }, {}), ['file:///old']);
    assert.deepEqual(foldersOf({ rootUri: null, rootPath: null }, {}), []);
    assert.deepEqual(foldersOf({}, {}), []);
    assert.deepEqual(foldersOf({ rootUri }, { root: '/given' }), ['file:///given']);
  });
});
