import { strict as assert } from 'node:assert';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens } from 'vscode-languageserver';
import type { CheckAllResult, DraftList, Report } from '../../server/src/lsp/own-protocol.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { positionOf, Wire, type WireOptions } from '../support/wire.ts';

const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
const brief =
  '“We will not raise rents this year,” Rosa Lindgren said. “We would rather swim,” she said.\n\nRosa Lindgrn left.\n';
const nothing = 'Nothing is checked: there is no source';
const named = { 'stet.json': '{ "articles": ["wire"] }', 'brief.md': brief };
const sources = { ...named, 'wire/2024-05-03-council.txt': council };

describe('where there is no source to check against', () => {
  let wire: Wire;
  let uri: string;

  const start = async (files: Readonly<Record<string, string>>, options?: WireOptions): Promise<void> => {
    wire = await Wire.start(files, undefined, options);
    uri = await wire.openDocument('brief.md', brief);
  };
  const lenses = async (): Promise<readonly (string | undefined)[]> => {
    const found = await wire.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    return found.map(it => it.command?.title);
  };
  /** As when a drive is taken away, and the editor is told. */
  const takeAway = async (folder: string): Promise<void> => {
    renameSync(join(wire.root, folder), join(wire.root, 'elsewhere'));
    await wire.touched(folder);
    await wire.until(() => isReady() && wire.status.at(-1)!.problems.some(it => it.path === folder));
  };
  const bringBack = async (folder: string): Promise<void> => {
    renameSync(join(wire.root, 'elsewhere'), join(wire.root, folder));
    await wire.touched(folder);
    await wire.until(() => isReady() && wire.status.at(-1)!.problems.length === 0);
  };
  const isReady = (): boolean => wire.status.at(-1)?.state === 'ready';
  const codes = (): Promise<readonly unknown[]> => wire.codes(uri);
  const reasons = (): readonly string[] =>
    wire.status.at(-1)!.problems.map(({ path, reason }) => `${path}: ${reason}`);

  afterEach(() => wire.stop());

  const empty: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    options: WireOptions,
    reason: RegExp,
  ])[] = [
    ['a folder that is not there', named, {}, /^wire: there is no such folder/],
    [
      'a folder that a setting names and that is not there',
      { 'brief.md': brief },
      { settings: { articles: ['desk'] }, initializationOptions: { articles: ['desk'] } },
      /^desk: there is no such folder: put the source articles there, or mend “stet.articles”/,
    ],
    [
      'a folder that holds no article',
      { ...named, 'wire/photo.png': '' },
      {},
      /^wire: the folder holds no article \(\.txt/,
    ],
    [
      'a folder in which no article can be read',
      { ...named, 'wire/scan.txt': '%PDF-1.4\n…' },
      {},
      /^wire\/scan.txt: not read: it is a PDF/,
    ],
  ];
  for (const [what, files, options, reason] of empty) {
    it(`says so once, by name, and nothing of quotations: ${what}`, async () => {
      await start(files, options);
      await wire.until(() => wire.messages.length > 0);
      assert.equal(wire.messages.length, 1);
      assert.match(wire.messages[0]!, /^Stet: nothing is checked\. /);
      assert.match(wire.messages[0]!.replace('Stet: nothing is checked. ', ''), reason);
      assert.match(reasons().join('; '), reason);
      assert.deepEqual(await codes(), []);
      assert.deepEqual(await lenses(), [nothing]);
      assert.equal(await wire.hover(uri, positionOf(brief, 'raise rents')), null);
      await wire.until(() => wire.drafts.length > 0);
      assert.deepEqual(wire.drafts.at(-1), { uri, total: 0, verified: 0, summary: nothing });
      const list = await wire.client.sendRequest<DraftList>('stet/draftList', { uri });
      assert.deepEqual(list, { summary: nothing, isChecked: false, quotations: [], others: [] });
      const params = { uri, format: 'markdown', day: '2024-05-04' };
      const { text } = await wire.client.sendRequest<Report>('stet/report', params);
      assert.match(text, new RegExp(`\n${nothing}\\. Checked on 2024-05-04\\.\n`, 'u'));
    });
  }

  it('gives the missing folder as the reason, and not a slip in stet.json', async () => {
    await start({ 'stet.json': '{ "articles": ["wire"], "drafst": [] }', 'brief.md': brief });
    await wire.until(() => wire.messages.length > 0);
    assert.match(
      wire.messages[0]!,
      /^Stet: nothing is checked\. wire: there is no such folder.* \(and 1 more/,
    );
  });

  it('says nothing over a draft without quotations', async () => {
    await start(named);
    uri = await wire.openDocument('list.md', 'Milk, bread and ink.\n');
    assert.deepEqual(await lenses(), []);
  });

  it('takes all back when the folder goes, and knows all again when it comes back, as often as it does', async () => {
    await start(sources);
    const before = ['quote-altered', 'quote-not-found', 'name-misspelled'];
    const count = '2 quotations: 1 not found, 1 altered';
    for (const time of [1, 2]) {
      assert.deepEqual(await codes(), before);
      assert.deepEqual(await lenses(), [count]);
      await wire.until(() => wire.drafts.at(-1)?.summary === count);
      await takeAway('wire');
      assert.deepEqual(await codes(), []);
      assert.deepEqual(await lenses(), [nothing]);
      await wire.until(() => wire.drafts.at(-1)?.summary === nothing);
      await wire.until(() => wire.messages.length === 2 * time - 1);
      assert.match(wire.messages.at(-1)!, /^Stet: nothing is checked\. wire: there is no such folder/);
      await bringBack('wire');
      // The message above may still be on the screen.
      await wire.until(() => wire.messages.length === 2 * time);
      assert.equal(wire.messages.at(-1), 'Stet: there is a source again: the drafts are checked');
    }
    assert.deepEqual(await codes(), before);
  });

  it('finds by itself that the folder came back', async () => {
    await start(named);
    assert.deepEqual(await codes(), []);
    wire.write('wire/2024-05-03-council.txt', council);
    await wire.until(() => wire.status.at(-1)?.articles === 1);
    assert.deepEqual(await codes(), ['quote-altered', 'quote-not-found', 'name-misspelled']);
  });

  it('begins to check with the first article, and ends with the last', async () => {
    await start({ ...named, 'wire/photo.png': '' });
    wire.write('wire/2024-05-03-council.txt', council);
    await wire.touched('wire/2024-05-03-council.txt');
    assert.deepEqual(await codes(), ['quote-altered', 'quote-not-found', 'name-misspelled']);
    rmSync(join(wire.root, 'wire/2024-05-03-council.txt'));
    await wire.touched('wire/2024-05-03-council.txt');
    assert.deepEqual(await codes(), []);
    assert.match(reasons().join(), /^wire: the folder holds no article/);
  });

  it('speaks where a link to the articles leads nowhere, though nobody named them', async () => {
    const drive = temporaryFolder({ 'council.txt': council });
    await start({ 'brief.md': brief });
    assert.equal(wire.status.at(-1)?.state, 'silent');
    symlinkSync(join(drive, 'mounted'), join(wire.root, 'articles'));
    await wire.touched('articles');
    await wire.until(() => wire.messages.length > 0);
    assert.match(wire.messages[0]!, /articles: it is a symbolic link to a folder that is not there$/);
    mkdirSync(join(drive, 'mounted'));
    writeFileSync(join(drive, 'mounted', 'council.txt'), council);
    await wire.touched('articles');
    await wire.until(() => wire.status.at(-1)?.articles === 1);
    assert.deepEqual(await codes(), ['quote-altered', 'quote-not-found', 'name-misspelled']);
  });

  it('still verifies against the folders that are there, and says where else the words may stand', async () => {
    await start({
      ...sources,
      'stet.json': '{ "articles": ["wire", "archive"] }',
      'archive/swim.txt': 'At the pond\n\n“We would rather swim,” Rosa Lindgren said.\n',
    });
    const rather = async (): Promise<string> =>
      JSON.stringify((await wire.pull(uri)).find(it => it.code === 'quote-not-found'));
    assert.deepEqual(await codes(), ['quote-altered', 'name-misspelled']);
    await takeAway('archive');
    assert.deepEqual(await codes(), ['quote-altered', 'quote-not-found', 'name-misspelled']);
    assert.match(await rather(), /paraphrase\. They may stand in “archive”: it could not be read\."/u);
    const hover = await wire.hover(uri, positionOf(brief, 'rather swim'));
    assert.match(JSON.stringify(hover), /Stands in no source\*\*\\n\\nThey may stand in “archive”/u);
    await bringBack('archive');
    assert.deepEqual(await codes(), ['quote-altered', 'name-misspelled']);
  });

  it('publishes nothing of drafts that are not open', async () => {
    await start({ ...sources, 'other.md': brief });
    const checkAll = (): Promise<CheckAllResult> => wire.client.sendRequest('stet/checkAll', {});
    const published = (): number | undefined => wire.pushed.get(wire.uri('other.md'))?.diagnostics.length;
    assert.equal((await checkAll()).drafts, 2);
    assert.equal(published(), 3);
    await takeAway('wire');
    await wire.until(() => published() === 0);
    const { problems, ...counts } = await checkAll();
    assert.deepEqual(counts, { drafts: 0, quotations: 0, verified: 0, findings: 0 });
    assert.match(problems.map(it => `${it.path}: ${it.reason}`).join(), /^wire: there is no such folder/);
    await bringBack('wire');
    await wire.until(() => published() === 3);
  });
});
