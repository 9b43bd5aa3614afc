import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, DocumentLink, InlayHint } from 'vscode-languageserver';
import { check } from '../../server/src/core/features/check.ts';
import { speak, spokenHere } from '../../server/src/core/text/say.ts';
import type { DraftList, Report, SearchItem } from '../../server/src/lsp/own-protocol.ts';
import { temporaryFolder } from '../fs/temporary-folder.ts';
import { examples } from '../support/documentation.ts';
import { openDraft, openNewsroom } from '../support/newsroom.ts';
import { pseudoTranslation, untranslated } from '../support/pseudo-language.ts';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const samples = join(import.meta.dirname, '../../samples');
const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(samples, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:md|txt)$/u.test(name))
      .map(name => [`${folder}/${name}`, readFileSync(join(samples, folder, name), 'utf8')]),
  );
const briefs = read('briefs');
const spanish =
  'El gobierno anunció que las obras de la presa no se han terminado y que los vecinos del valle esperan una respuesta. '.repeat(
    4,
  );
const files = read('articles');
const unread = {
  'articles/scan.pdf': '',
  'articles/presa.txt': spanish,
  'stet.json': '{ "policy": "tidi", "drafst": [] }\n',
};

describe('what the server says, in another language', () => {
  const english = spokenHere();
  const translation = pseudoTranslation();
  /** What may stand in an answer: words of sources and drafts, names of files and what people do not read. */
  const texts = [
    ...Object.values({ ...files, ...briefs }),
    ...Object.keys({ ...files, ...briefs }),
    ...[
      'Stet',
      'stet json',
      'quote',
      'policy',
      'strict',
      'tidy',
      'tidi',
      'drafst',
      'drafts',
      'MB',
      'txt md',
      'md',
    ],
  ];
  let wire: Wire;

  const start = async (options: object, more: Readonly<Record<string, string>> = {}): Promise<void> => {
    const capabilities = { ...pulling, window: { workDoneProgress: true } };
    wire = await Wire.start({ ...files, ...more }, capabilities, { initializationOptions: options });
  };
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    wire.client.sendRequest(method, params);
  const assertTranslated = (answers: readonly (string | undefined)[], more: readonly string[] = []): void => {
    const said = answers.filter(it => it !== undefined);
    for (const answer of said) {
      assert.deepEqual(untranslated(answer, [...texts, ...more]), [], answer);
      assert.doesNotMatch(answer, /\{\d\}/u);
    }
    assert.match(said.join('\n'), /⟦[^⟧]*\p{Script=Latin}/u);
  };

  afterEach(async () => {
    await wire.stop();
    speak(english);
  });

  it('has no English left in findings, fixes, the count and the lists', async () => {
    await start({ translation, inlayKeys: true });
    for (const [path, text] of Object.entries(briefs)) {
      const uri = await wire.openDocument(path, text);
      const textDocument = { uri };
      const diagnostics = await wire.pull(uri);
      assertTranslated([
        ...diagnostics.map(it => it.message as string),
        ...(await ask<CodeLens[]>('textDocument/codeLens', { textDocument })).map(it => it.command?.title),
      ]);
      const related = diagnostics.flatMap(it => it.relatedInformation ?? []).map(it => it.message);
      related.forEach(it => assert.deepEqual(untranslated(it, texts), []));
      for (const { range } of diagnostics) {
        assertTranslated((await wire.codeActions(uri, range)).map(it => it.title.replace(/“[a-z-]+”/u, '')));
      }
      const list = await ask<DraftList>('stet/draftList', { uri });
      assertTranslated([list.summary, ...list.quotations.flatMap(it => [it.statement, ...it.messages])]);
      const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const hints = await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });
      hints.forEach(it => assert.deepEqual(untranslated(it.tooltip as string, texts), []));
    }
  });

  it('has no English left in hovers, completions, links and the search', async () => {
    await start({ translation });
    const draft = `${briefs['briefs/verified.md']!}\nHelena Marsh said on the quay. [@2024-05-03-harbour-times, ¶99]\n\nMarsh said: “`;
    const uri = await wire.openDocument('briefs/new.md', draft);
    const hovers = await Promise.all(
      ['emphasize', 'Helena', 'harbour-times', 'Back pay', 'ferry timetable'].map(it =>
        wire.hover(uri, positionOf(draft, it, 1)),
      ),
    );
    assertTranslated(
      hovers.map(it => (it?.contents as { value: string } | undefined)?.value ?? assert.fail('no hover')),
      [draft],
    );
    const offered = await wire.completion(uri, positionOf(draft, 'Marsh said: “', 13));
    const items = await Promise.all(
      offered!.items.map(it => ask<{ documentation: { value: string } }>('completionItem/resolve', it)),
    );
    assert.ok(items.length > 3);
    assertTranslated(
      items.map(it => it.documentation.value),
      [draft],
    );
    const links = await ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    const found = await ask<SearchItem[]>('stet/search', { words: 'Marsh' });
    assertTranslated([...links.map(it => it.tooltip), found.find(it => it.kind === 'person')!.detail]);
  });

  it('has no English left in the record', async () => {
    await start({ translation });
    for (const [path, text] of Object.entries(briefs)) {
      const ignored = text.replace(/^([^#\n].*)$/mu, '$1 <!-- stet-ignore: agreed -->');
      const uri = await wire.openDocument(path, ignored);
      for (const format of ['markdown', 'html'] as const) {
        const report = await ask<Report>('stet/report', { uri, format, day: '2024-07-01' });
        const shown = report.text.replace('<!-- stet-disable -->', '').replace('<!doctype html>', '');
        assertTranslated([shown], ['agreed']);
        assert.doesNotMatch(
          shown,
          /<(?:html|span class="said") lang="en"|<blockquote(?! class="drafted" lang="en"| lang="en")/u,
        );
      }
    }
  });

  it('has no English left in what cannot be read, and while the sources are', async () => {
    await start({ translation }, unread);
    const { problems } = wire.status.find(it => it.state === 'ready')!;
    assert.deepEqual(
      problems.map(it => it.path),
      ['stet.json', 'stet.json', 'articles/presa.txt', 'articles/scan.pdf'],
    );
    await wire.until(() => wire.messages.length > 0);
    assert.ok(wire.progress.length > 1);
    assertTranslated([
      ...problems.map(it => it.reason),
      ...wire.messages,
      ...wire.progress.map(it => it.message),
    ]);
  });

  it('puts every value where the other language has it', async () => {
    await start({ translation });
    const draft = '“Back pay is not a favour,” said Helena Marsh.\n';
    const uri = await wire.openDocument('briefs/new.md', draft);
    const [finding] = await wire.pull(uri);
    assert.match(
      finding!.message as string,
      /^⟦Helena Marsh [^A-Za-z]+ Ward, [^A-Za-z]+ ⟦2024-06-13 .*⟧[^A-Za-z]+⟧$/u,
    );
  });

  it('comes from a file that the client names', async () => {
    const folder = await Wire.start({ 'de.json': '{ "No quotations": "Keine Zitate" }' });
    await start({ translation: join(folder.root, 'de.json') });
    const uri = await wire.openDocument('briefs/new.md', 'Nothing.\n');
    assert.equal((await ask<DraftList>('stet/draftList', { uri })).summary, 'Keine Zitate');
    await folder.stop();
  });

  for (const [encoding, mark] of [
    ['utf8', '\uFEFF'],
    ['utf16le', '\uFEFF'],
  ] as const) {
    it(`comes from a file in ${encoding} that begins with a byte-order mark`, async () => {
      const text = `${mark}{ "No quotations": "Keine Zitate" }`;
      const file = join(temporaryFolder({ 'de.json': Buffer.from(text, encoding) }), 'de.json');
      await start({ translation: file });
      const uri = await wire.openDocument('briefs/new.md', 'Nothing.\n');
      assert.equal((await ask<DraftList>('stet/draftList', { uri })).summary, 'Keine Zitate');
    });
  }

  for (const [what, given] of [
    ['that is not there', join(samples, 'de.json')],
    ['that is no JSON', join(samples, 'briefs/verified.md')],
    ['of something else', { verdicts: { verified: 'geprüft' } }],
    ['that is a list', ['geprüft']],
  ] as const) {
    it(`stays English for a translation ${what}, and says so once in the log`, async () => {
      await start({ translation: given });
      const uri = await wire.openDocument('briefs/new.md', 'Nothing.\n');
      assert.equal((await ask<DraftList>('stet/draftList', { uri })).summary, 'No quotations');
      assert.equal(wire.logged.filter(it => it.startsWith('the translation is not used: ')).length, 1);
    });
  }
});

describe('every finding of the documentation, in another language', () => {
  const english = spokenHere();

  before(() => {
    speak(new Map(Object.entries(pseudoTranslation())));
  });
  after(() => {
    speak(english);
  });

  for (const { line, heading, fixture } of examples()) {
    it(`has no English left: line ${line}, ${heading}`, () => {
      const context = openNewsroom(fixture);
      const { findings } = check(context, openDraft(fixture.draft!, context.corpus));
      const texts = [fixture.draft!, ...fixture.articles].flatMap(it => [it.path, it.text]);
      for (const { message, related, fixes } of findings) {
        for (const said of [message, ...related.map(it => it.message), ...fixes.map(it => it.title)]) {
          assert.deepEqual(untranslated(said, texts), [], said);
        }
      }
    });
  }
});
