import { strict as assert } from 'node:assert';
import type { ClientCapabilities, CodeLens } from 'vscode-languageserver';
import { defaultSettings, readOptions, readSettings } from '../../server/src/lsp/settings.ts';
import { pulling, Wire } from '../support/wire.ts';

describe('the settings of an editor', () => {
  const unusable: readonly (readonly [given: object | string | number | boolean, problem: string])[] = [
    [{ articles: 'wire' }, '“stet.articles” must be a list of strings, not “wire”'],
    [{ articles: { 0: 'wire' } }, '“stet.articles” must be a list of strings, not an object'],
    [{ articles: [7] }, '“stet.articles[0]” must be a string, not 7'],
    [{ articles: [''] }, '“stet.articles[0]” must not be empty'],
    [{ codeLens: 'no' }, '“stet.codeLens” must be true or false, not “no”'],
    [{ codeLens: 0 }, '“stet.codeLens” must be true or false, not 0'],
    [{ inlayKeys: ['on'] }, '“stet.inlayKeys” must be true or false, not a list'],
    [
      { trace: { server: 'verbos' } },
      '“stet.trace.server” must be “off”, “messages”, “compact” or “verbose”, not “verbos”; did you mean “verbose”?',
    ],
    [{ article: ['wire'] }, 'unknown key “stet.article”; did you mean “stet.articles”?'],
    [['wire'], '“stet” must be an object of settings, not a list'],
    ['wire', '“stet” must be an object of settings, not “wire”'],
    [false, '“stet” must be an object of settings, not false'],
  ];
  for (const [given, problem] of unusable) {
    it(`count as not set where they cannot be used: ${JSON.stringify(given)}`, () => {
      assert.deepEqual(readSettings(given), { settings: defaultSettings, problems: [problem] });
    });
  }

  it('are all told of what is wrong with them, and the rest counts', () => {
    const { settings, problems } = readSettings({
      articles: ['wire', null, 'notes'],
      codeLens: null,
      inlayKeys: true,
      trace: { server: { verbosity: 'verbose' } },
    });
    assert.deepEqual(settings, { articles: ['wire', 'notes'], codeLens: true, inlayKeys: true });
    assert.deepEqual(problems, ['“stet.articles[1]” must be a string, not null']);
    assert.equal(readSettings({ codeLens: false }).settings.codeLens, false);
  });

  it('may be missing', () => {
    for (const given of [
      undefined,
      null,
      {},
      [],
      { articles: null, inlayKeys: null, trace: { server: null } },
    ]) {
      assert.deepEqual(readSettings(given), { settings: defaultSettings, problems: [] });
    }
  });

  it('may be among the options that the server is started with', () => {
    const translation = { 'No quotations': 'Keine Zitate' };
    assert.deepEqual(readOptions({ articles: ['wire'], storage: '/var/stet', translation }), {
      settings: { ...defaultSettings, articles: ['wire'] },
      problems: [],
    });
    assert.deepEqual(readOptions({ articles: 'wire', storage: 7, translations: 'de.json' }).problems, [
      'unknown key “initializationOptions.translations”; did you mean “initializationOptions.translation”?',
      '“initializationOptions.articles” must be a list of strings, not “wire”',
      '“initializationOptions.storage” must be a string, not 7',
    ]);
    assert.deepEqual(readOptions('wire').problems, [
      '“initializationOptions” must be an object of settings, not “wire”',
    ]);
    assert.deepEqual([...readOptions(undefined).problems, ...readOptions([]).problems], []);
  });
});

describe('an editor whose settings cannot be used', () => {
  const council = 'Council passes budget\n\n“We will not raise taxes this year,” Mayor Rosa Lindgren said.\n';
  const wrong = '“We will not raise rents this year,” Rosa Lindgren said.\n';
  const files = { 'articles/council.txt': council, 'wire/other.txt': council.replace('taxes', 'rents') };
  const asked: ClientCapabilities = {
    ...pulling,
    workspace: { ...pulling.workspace, configuration: true },
  };
  let wire: Wire;

  afterEach(() => wire.stop());

  const changed = async (settings: unknown): Promise<void> => {
    await wire.client.sendNotification('workspace/didChangeConfiguration', { settings });
  };
  const lenses = async (uri: string): Promise<number> => {
    const textDocument = { uri };
    return (await wire.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument })).length;
  };

  it('is told so once, by name, and again only where they were mended in between', async () => {
    wire = await Wire.start(files, asked, { settings: { articles: 'wire' } });
    const uri = await wire.openDocument('brief.md', wrong);
    const told =
      'Stet: “stet.articles” must be a list of strings, not “wire” (what cannot be used counts as not set)';
    await wire.until(() => wire.messages.length > 0);
    assert.deepEqual(await wire.codes(uri), ['quote-altered'], 'as by the folder that needs no name');
    wire.settings = { articles: 'wire', codeLens: false };
    await changed(null);
    while ((await lenses(uri)) > 0);
    assert.deepEqual(wire.messages, [told]);
    wire.settings = { articles: ['wire'] };
    await changed(null);
    await wire.until(() => wire.status.at(-1)?.state === 'ready' && wire.status.length > 2);
    assert.deepEqual(await wire.codes(uri), []);
    wire.settings = { articles: 'wire' };
    await changed(null);
    await wire.until(() => wire.messages.length > 1);
    assert.deepEqual(wire.messages, [told, told]);
    assert.equal(wire.logged.filter(it => it.includes('stet.articles')).length, 2);
  });

  it('is told of several in one message, with all of them in the log', async () => {
    wire = await Wire.start(files, asked, {
      settings: { codeLens: 'no', inlayKeys: 'yes', artciles: [] },
    });
    await wire.until(() => wire.messages.length > 0);
    assert.match(
      wire.messages[0]!,
      /^Stet: unknown key “stet\.artciles”; did you mean “stet\.articles”\? \(and 2 more: see the log\) \(what/u,
    );
    for (const name of ['stet.codeLens', 'stet.inlayKeys', 'stet.artciles']) {
      assert.equal(wire.logged.filter(it => it.includes(name)).length, 1, name);
    }
  });

  it('is told of the options that it starts the server with, be they settings or a translation', async () => {
    const initializationOptions = { articles: 'wire', translation: '/nowhere/de.json', codeLens: false };
    wire = await Wire.start(files, {}, { initializationOptions });
    await wire.until(() => wire.messages.length > 0);
    const [message = '', ...others] = wire.messages;
    assert.match(message, /^Stet: the translation is not used: there is no such file \(and 1 more/u);
    assert.deepEqual(others, []);
    assert.ok(wire.logged.some(it => it.includes('“initializationOptions.articles” must be a list')));
    assert.equal(await lenses(await wire.openDocument('brief.md', wrong)), 0, 'what can be used counts');
  });

  for (const [what, capabilities] of [
    ['asked', asked],
    ['told', {}],
  ] as const) {
    it(`keeps what it set at the start while it says nothing else, be it ${what} or not`, async () => {
      const initializationOptions = { articles: ['wire'] };
      wire = await Wire.start(files, capabilities, { initializationOptions, settings: null });
      const uri = await wire.openDocument('brief.md', wrong);
      assert.deepEqual(await wire.codes(uri), []);
      await changed({});
      await wire.client.sendRequest('stet/rebuild', {});
      assert.deepEqual(await wire.codes(uri), []);
      assert.deepEqual(wire.messages, []);
    });
  }
});
