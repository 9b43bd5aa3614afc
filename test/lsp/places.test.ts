import { strict as assert } from 'node:assert';
import type { DocumentLink, InlayHint, InlineCompletionItem, Location } from 'vscode-languageserver';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const council = `Council passes budget

Mayor Rosa Lindgren opened the session.

“We will not raise taxes this year, and we will not sell the park,” Lindgren said.
`;
const files = { 'articles/2024-05-03-council.txt': council };

/** What stands beside a text, and where. */
describe('places in a draft', () => {
  let wire: Wire;

  afterEach(() => wire.stop());

  /** The words that a client colours, by the relative numbers that it gets. */
  function coloured(text: string, data: readonly number[]): readonly (readonly [string, number])[] {
    const lines = text.split('\n');
    const found: [string, number][] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [lineStep = 0, step = 0, length = 0, type = 0] = data.slice(at, at + 4);
      line += lineStep;
      character = lineStep === 0 ? character + step : step;
      assert.ok(character + length <= lines[line]!.length, 'a token never goes over the end of its line');
      found.push([lines[line]!.slice(character, character + length), type]);
    }
    return found;
  }

  it('coloured are the words of a quotation, line by line', async () => {
    wire = await Wire.start(files);
    const text =
      '🌉 “We will not raise\ntaxes this year,” Lindgren said.\n\n“We will sell the park,” Lindgren said.\n';
    const uri = await wire.openDocument('brief.md', text);
    const { data } = await wire.client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    assert.deepEqual(coloured(text, data), [
      ['We will not raise', 0],
      ['taxes this year,', 0],
      ['We will sell the park,', 1],
    ]);
    const article = await wire.openDocument('articles/2024-05-03-council.txt', council, 'plaintext');
    const none = await wire.client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri: article },
    });
    assert.deepEqual(none.data, [], 'in drafts only');
  });

  it('beyond the end of a line are its end', async () => {
    wire = await Wire.start(files);
    const text = 'She spoke.\r\n“We will not raise taxes this year,” Rosa Lindgren said.\r\n';
    const uri = await wire.openDocument('brief.md', text);
    assert.notEqual(await wire.hover(uri, { line: 1, character: 8 }), null);
    assert.equal(await wire.hover(uri, { line: 0, character: 20 }), null);
    assert.equal(await wire.hover(uri, { line: 9, character: 0 }), null);
  });

  it('of citations lead to the paragraph, and to all that cite it', async () => {
    wire = await Wire.start(files);
    const text = '“We will not raise taxes this year,” Lindgren said. [@2024-05-03-council, ¶3]\n';
    const uri = await wire.openDocument('brief.md', text);
    const [link, ...others] = await wire.client.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.deepEqual(others, []);
    assert.equal(link?.target, `${wire.uri('articles/2024-05-03-council.txt')}#L5`);
    const references = await wire.client.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: positionOf(text, '@2024', 3),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(it => it.uri),
      [uri],
    );
  });

  const roots: readonly (readonly [where: string, root: string, articles: string])[] = [
    ['beside the folder', 'desk', '../shared'],
    ['in a folder that is named with a stroke behind it', 'desk/', 'shared'],
  ];
  for (const [where, root, articles] of roots) {
    it(`in a source ${where} are told as an editor has it open`, async () => {
      const path = articles === 'shared' ? 'desk/shared/council.txt' : 'shared/council.txt';
      const project = JSON.stringify({ articles: [articles] });
      wire = await Wire.start({ [path]: council, 'desk/stet.json': project }, pulling, { folders: [root] });
      const text = '“We will not raise rents this year,” Lindgren said.\n';
      const uri = await wire.openDocument('desk/brief.md', text);
      const [finding] = await wire.pull(uri);
      assert.equal(finding?.relatedInformation?.[0]?.location.uri, wire.uri(path));
      const hover = await wire.hover(uri, positionOf(text, 'rents'));
      assert.ok(JSON.stringify(hover?.contents).includes(`(${wire.uri(path)}#L5)`));
    });
  }

  it('behind a verified quotation have the key of its source, where that is set', async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    const text = '“We will not raise taxes this year,” Lindgren said.\n';
    const keys = async (settings: object): Promise<readonly InlayHint[]> => {
      wire = await Wire.start(files, capabilities, { settings });
      const uri = await wire.openDocument('brief.md', text);
      return wire.client.sendRequest('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      });
    };
    assert.deepEqual(await keys({}), []);
    await wire.stop();
    const [hint, ...others] = await keys({ inlayKeys: true });
    assert.deepEqual(others, []);
    assert.match(JSON.stringify(hint?.label), /2024-05-03-council/u);
    assert.deepEqual(hint?.position, positionOf(text, ' Lindgren'));
  });

  it('are completed on lines of their own, whose indent an editor leaves as it is', async () => {
    wire = await Wire.start(files);
    const wrapped =
      '- Rain fell on the roof of the old hall by the quay, and\n  the clerk read the long agenda aloud to all who had come\n  in from the boats.\n';
    const text = `${wrapped}${wrapped}- Lindgren said on Friday: “We will not raise`;
    const uri = await wire.openDocument('brief.md', text);
    const position = { line: 6, character: text.length - text.lastIndexOf('\n') - 1 };
    const list = await wire.completion(uri, position);
    const [item] = list!.items;
    assert.equal(item!.insertTextMode, 1);
    assert.equal(
      item!.textEdit?.newText,
      'We will not raise taxes this\n  year, and we will not sell the park.”',
    );
  });

  it('in an opened quotation go on as the source does', async () => {
    wire = await Wire.start(files);
    const text = 'Lindgren said: “We will not raise';
    const uri = await wire.openDocument('brief.md', text);
    const items = await wire.client.sendRequest<InlineCompletionItem[]>('textDocument/inlineCompletion', {
      textDocument: { uri },
      position: { line: 0, character: text.length },
      context: { triggerKind: 1 },
    });
    assert.deepEqual(
      items.map(it => it.insertText),
      [' taxes this year, and we will not sell the park.”'],
    );
    const article = await wire.openDocument('articles/2024-05-03-council.txt', council, 'plaintext');
    assert.equal(await wire.completion(article, positionOf(council, 'We will', 5)), null, 'none in a source');
  });
});
