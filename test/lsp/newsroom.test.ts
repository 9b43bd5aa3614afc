import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CheckAllResult,
  CitationItem,
  DraftList,
  Insertion,
  PersonItem,
  QuotationItem,
  Report,
  SearchItem,
  SourceItem,
} from '../../server/src/lsp/own-protocol.ts';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const council = `Council passes budget

Mayor Rosa Lindgren opened the session.

“We will not raise taxes this year, and we will not sell the park,” Lindgren said.

“The park was never for sale,” said councillor Tobias Hahn.
`;
const files = { 'articles/2024-05-03-council.txt': council };
const right = '“We will not raise taxes this year,” Rosa Lindgren said.\n';
const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';

describe('what the extension asks', () => {
  let wire: Wire;

  const start = async (given: Readonly<Record<string, string>> = files): Promise<void> => {
    wire = await Wire.start(given);
  };
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    wire.client.sendRequest(`stet/${method}`, params);

  afterEach(() => wire.stop());

  it('finds a quotation by a word of it, and puts it in', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', '# Budget\n\n');
    const position = { line: 2, character: 0 };
    const [item] = await ask<QuotationItem[]>('findQuotations', { uri, position, words: 'park sale' });
    assert.equal(item?.speaker, 'Tobias Hahn');
    assert.match(item.words, /never for sale/u);
    assert.match(item.source, /2024-05-03/u);
    assert.match(item.context, /said councillor Tobias Hahn/u);
    assert.equal(item.location.uri, wire.uri('articles/2024-05-03-council.txt'));
    const range = { start: position, end: position };
    const insertion = await ask<Insertion>('insertQuotation', { uri, range, reference: item.reference });
    assert.deepEqual(insertion.edits, [
      { range, newText: '“The park was never for sale,” Tobias Hahn said.' },
    ]);
    assert.deepEqual(insertion.cursor, { line: 2, character: 48 });
    assert.equal(insertion.version, 1);
  });

  it('puts nothing in once the source has changed', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', '');
    const position = { line: 0, character: 0 };
    const [item] = await ask<QuotationItem[]>('findQuotations', { uri, position, words: 'sale' });
    wire.write('articles/2024-05-03-council.txt', `A new first line.\n\n${council}`);
    await wire.touched('articles/2024-05-03-council.txt');
    const range = { start: position, end: position };
    assert.equal(await ask('insertQuotation', { uri, range, reference: item!.reference }), null);
  });

  it('puts nothing in from the sources of another folder', async () => {
    const path = 'articles/2024-05-03-council.txt';
    const folders = { [`one/${path}`]: council, [`two/${path}`]: council.replace('park was', 'mill was') };
    wire = await Wire.start(folders, pulling, { folders: ['one', 'two'] });
    const [here, there] = await Promise.all(
      ['one/brief.md', 'two/brief.md'].map(it => wire.openDocument(it, '')),
    );
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    const [item] = await ask<QuotationItem[]>('findQuotations', { uri: there, position, words: 'sale' });
    const insert = (uri?: string): Promise<Insertion | null> =>
      ask('insertQuotation', { uri, range, reference: item!.reference });
    assert.match((await insert(there))?.newText ?? '', /mill was never for sale/u);
    assert.equal(await insert(here), null);
  });

  it('cites the source of the quotation before the cursor first', async () => {
    await start({ ...files, 'articles/2024-06-01-other.txt': 'Another story\n\nNothing was said.\n' });
    const uri = await wire.openDocument('brief.md', right);
    const position = positionOf(right, 'Rosa');
    const items = await ask<CitationItem[]>('findCitations', { uri, position, words: '' });
    assert.deepEqual(
      items.map(it => [it.key, it.paragraph]),
      [
        ['2024-05-03-council', 3],
        ['2024-06-01-other', null],
      ],
    );
    const { paragraph, reference } = items[0]!;
    const insertion = await ask<Insertion>('insertCitation', { uri, position, paragraph, reference });
    assert.equal(insertion.newText, '[@2024-05-03-council, ¶3]');
    const [fitting, ...others] = await ask<CitationItem[]>('findCitations', {
      uri,
      position,
      words: 'another',
    });
    assert.equal(fitting?.key, '2024-06-01-other');
    assert.deepEqual(others, []);
  });

  it('turns pasted text into a verified quotation, and leaves the rest alone', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', '');
    const at = { line: 0, character: 0 };
    const range = { start: at, end: at };
    const text = 'The park was never for sale';
    const pasted = await ask<Insertion>('pasteQuotation', { uri, range, text, from: null });
    assert.equal(pasted.newText, '“The park was never for sale,” Tobias Hahn said.');
    const article = await wire.openDocument('articles/2024-05-03-council.txt', council, 'plaintext');
    const start_ = positionOf(council, text);
    const from = {
      uri: article,
      range: { start: start_, end: { ...start_, character: start_.character + text.length } },
    };
    assert.equal(
      (await ask<Insertion>('pasteQuotation', { uri, range, text, from })).newText,
      pasted.newText,
    );
    assert.equal(
      await ask('pasteQuotation', { uri, range, text: 'Mayor Rosa Lindgren opened', from: null }),
      null,
    );
    assert.equal(await ask('pasteQuotation', { uri: article, range, text, from: null }), null, 'in a source');
  });

  it('searches people, headlines and quotations', async () => {
    await start();
    const kinds = async (words: string): Promise<readonly string[]> =>
      (await ask<SearchItem[]>('search', { words })).map(it => `${it.kind}: ${it.label}`);
    assert.ok((await kinds('lindgren')).includes('person: Rosa Lindgren'));
    assert.ok((await kinds('council budget')).includes('article: Council passes budget'));
    assert.ok((await kinds('never for sale')).some(it => it.startsWith('quotation: “The park was')));
    assert.deepEqual(await kinds(' '), []);
  });

  it('lists the sources by date, and what is in one', async () => {
    await start({ ...files, 'articles/2024-06-01-other.txt': 'Another story\n\nNothing was said.\n' });
    const root = wire.uri('.').replace(/\/$/u, '');
    const sources = await ask<SourceItem[]>('sources', { root, period: null });
    assert.deepEqual(
      sources.map(it => (it.kind === 'article' ? [it.title, it.date, it.quotations] : it)),
      [
        ['Another story', '2024-06-01', 0],
        ['Council passes budget', '2024-05-03', 2],
      ],
    );
    const people = await ask<PersonItem[]>('sourceContents', {
      uri: wire.uri('articles/2024-05-03-council.txt'),
    });
    assert.deepEqual(
      people.map(it => [it.name, it.quotations.length]),
      [
        ['Rosa Lindgren', 1],
        ['Tobias Hahn', 1],
      ],
    );
    assert.deepEqual(await ask('sourceContents', { uri: wire.uri('articles/none.txt') }), []);
  });

  it('lists the quotations of a draft with what is wrong of each', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', `${right}\n${wrong}\nRosa Lindgrn left.\n`);
    const list = await ask<DraftList>('draftList', { uri });
    assert.deepEqual(
      list.quotations.map(it => [it.verdict, it.speaker, it.fixable, it.messages.length, it.severity]),
      [
        ['verified', 'Rosa Lindgren', false, 0, null],
        ['altered', 'Rosa Lindgren', true, 1, 'warning'],
      ],
    );
    assert.deepEqual(
      list.quotations.map(it => [it.words, it.source]),
      [
        ['We will not raise taxes this year,', 'Rosa Lindgren, “Council passes budget”, 2024-05-03'],
        ['We will not raise rents this year,', 'Rosa Lindgren, “Council passes budget”, 2024-05-03'],
      ],
    );
    assert.deepEqual(list.quotations[0]?.range.start, { line: 0, character: 1 });
    assert.equal(list.quotations[1]?.location?.uri, wire.uri('articles/2024-05-03-council.txt'));
    assert.deepEqual(
      list.others.map(it => [it.code, it.severity]),
      [['name-misspelled', 'warning']],
    );
    assert.equal(list.summary, '2 quotations: 1 verified, 1 altered');
    assert.equal(await ask('draftList', { uri: wire.uri('elsewhere.md') }), null);
  });

  it('names no speaker of a source that has but words like those of a quotation', async () => {
    await start();
    const text = '“The park has been up for sale since the winter,” Rosa Lindgren said.\n';
    const list = await ask<DraftList>('draftList', { uri: await wire.openDocument('brief.md', text) });
    assert.deepEqual(
      list.quotations.map(it => [it.verdict, it.source]),
      [['not-found', '“Council passes budget”, 2024-05-03']],
    );
  });

  it('writes the record of a draft as it stands in the editor', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', wrong);
    for (const [format, expected] of [
      ['markdown', /rents/u],
      ['html', /<html/u],
      ['csv', /altered/u],
    ] as const) {
      const report = await ask<Report>('report', { uri, format, day: '2024-05-04' });
      assert.match(report.text, expected, format);
    }
  });

  it('finds no fault with a record that is saved among the drafts', async () => {
    await start();
    const uri = await wire.openDocument('brief.md', wrong);
    const { text } = await ask<Report>('report', { uri, format: 'markdown', day: '2024-05-04' });
    assert.deepEqual(await wire.codes(await wire.openDocument('brief.report.md', text)), []);
  });

  it('serves a draft that was never saved, and each folder from its own sources', async () => {
    wire = await Wire.start(
      { 'one/notes.md': '', 'two/articles/2024-05-03-council.txt': council },
      undefined,
      { folders: ['one', 'two'] },
    );
    const at = { line: 0, character: 0 };
    const range = { start: at, end: at };
    await wire.until(() => wire.status.some(it => it.state === 'ready'));
    const untitled = await wire.openDocument('untitled:Untitled-1', '');
    const [item] = await ask<QuotationItem[]>('findQuotations', {
      uri: untitled,
      position: at,
      words: 'sale',
    });
    const { newText } = await ask<Insertion>('insertQuotation', {
      uri: untitled,
      range,
      reference: item!.reference,
    });
    assert.equal(newText, '“The park was never for sale,” Tobias Hahn said.');
    const silent = await wire.openDocument('one/notes.md', '');
    assert.deepEqual(await ask('findQuotations', { uri: silent, position: at, words: 'sale' }), []);
    assert.equal(await ask('insertQuotation', { uri: silent, range, reference: item!.reference }), null);
  });

  it('checks all drafts: what is wrong in those that are not open is published, and follows', async () => {
    await start({ ...files, 'one.md': wrong, 'two.md': right, 'open.md': wrong });
    const open = await wire.openDocument('open.md', right);
    const result = await ask<CheckAllResult>('checkAll', {});
    assert.deepEqual(result, { drafts: 3, quotations: 3, verified: 2, findings: 1, problems: [] });
    const codes = (path: string): readonly unknown[] =>
      wire.pushed.get(wire.uri(path))?.diagnostics.map(it => it.code) ?? [];
    await wire.until(() => codes('one.md').length > 0);
    assert.deepEqual(codes('one.md'), ['quote-altered']);
    assert.deepEqual(codes('two.md'), []);
    assert.equal(wire.pushed.has(open), false, 'an open draft is the editor’s to ask for');

    const one = await wire.openDocument('one.md', wrong);
    await wire.until(() => codes('one.md').length === 0);
    assert.deepEqual(await wire.codes(one), ['quote-altered'], 'and then asked for');
    await wire.client.sendNotification('textDocument/didClose', { textDocument: { uri: one } });
    await wire.until(() => codes('one.md').length === 1);

    wire.write('two.md', wrong);
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire.uri('two.md'), type: 2 }],
    });
    await wire.until(() => codes('two.md').length === 1);
    wire.write('articles/2024-05-03-council.txt', council.replace('raise taxes', 'raise rents'));
    await wire.touched('articles/2024-05-03-council.txt');
    await wire.until(() => codes('one.md').length === 0 && codes('two.md').length === 0);

    wire.write('articles/2024-05-03-council.txt', council);
    await wire.touched('articles/2024-05-03-council.txt');
    await wire.until(() => codes('one.md').length === 1);
    rmSync(join(wire.root, 'one.md'));
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire.uri('one.md'), type: 3 }],
    });
    await wire.until(() => codes('one.md').length === 0);
  });

  it('says nothing any more of the drafts of a folder that is taken away', async () => {
    const folders = {
      'one/articles/council.txt': council,
      'two/articles/council.txt': council,
      'one/wrong.md': wrong,
      'two/wrong.md': wrong,
    };
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } };
    wire = await Wire.start(folders, capabilities, { folders: ['one', 'two'] });
    const told = (): readonly (number | undefined)[] =>
      ['one/wrong.md', 'two/wrong.md'].map(it => wire.pushed.get(wire.uri(it))?.diagnostics.length);
    await ask<CheckAllResult>('checkAll', {});
    await wire.until(() => told().join() === '1,1');
    await wire.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: wire.uri('two'), name: 'two' }] },
    });
    await wire.until(() => told()[1] === 0);
    assert.deepEqual(told(), [1, 0]);
  });

  it('checks all drafts once the sources are read, however early it is asked', async () => {
    await start({ ...files, 'one.md': wrong });
    const rebuilt = ask('rebuild', {});
    const { quotations, findings } = await ask<CheckAllResult>('checkAll', {});
    assert.deepEqual([quotations, findings], [1, 1]);
    await rebuilt;
  });

  it('says of a draft the same whether it is open or not, also of a speaker whom only the sources know', async () => {
    const choir =
      'Choir sings\n\nAnna Falk, the choir leader, said: “The roof alone costs more than the grant.” ' +
      'Mark Will, the treasurer, said: “Nobody sings in the rain.” Will said he would resign.\n';
    const brief = 'Will said “the roof alone costs more than the grant”.\n';
    await start({ 'articles/choir.txt': choir, 'brief.md': brief });
    await ask<CheckAllResult>('checkAll', {});
    const uri = wire.uri('brief.md');
    const closed = wire.pushed.get(uri)?.diagnostics.map(it => it.code);
    assert.deepEqual(closed, ['quote-misattributed']);
    await wire.openDocument('brief.md', brief);
    assert.deepEqual(await wire.codes(uri), closed);

    wire.write(
      'articles/choir.txt',
      choir.replace(' Mark Will, the treasurer, said', ' A man said').replace('Will said', 'He said'),
    );
    await wire.touched('articles/choir.txt');
    assert.deepEqual(await wire.codes(uri), [], 'now nobody knows who that is');
    wire.write('articles/choir.txt', choir);
    await wire.touched('articles/choir.txt');
    assert.deepEqual(await wire.codes(uri), closed);
  });

  it('names a draft that cannot be read', async () => {
    await start({ ...files, 'bad.md': 'PNG\0\u0001\u0002\0\0\u0003'.repeat(40) });
    const { problems } = await ask<CheckAllResult>('checkAll', {});
    assert.deepEqual(
      problems.map(it => it.path),
      ['bad.md'],
    );
  });
});
