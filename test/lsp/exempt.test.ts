import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  ExecuteCommandParams,
  ShowDocumentParams,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { positionOf, pulling, Wire } from '../support/wire.ts';

const articles = {
  'articles/2024-05-03-harbour.txt':
    'Ferry crews vote\n\n“Our offer of four percent is final,” board chairman Tobias Renn said.\n',
};
const draft = '“The fares are a disgrace to the \n  islands,” Tobias Renn said.\n';
const capable = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
  window: { showDocument: { support: true } },
};

describe('ignoring a quotation of a plain text draft', () => {
  let wire: Wire;
  afterEach(() => wire.stop());

  const offered = async (uri: string, end = positionOf(draft, 'fares')): Promise<CodeAction[]> => {
    const all = await wire.codeActions(uri, { start: positionOf(draft, 'fares'), end });
    return all.filter(it => it.title.startsWith('Ignore'));
  };
  /** Does to the file what an editor would, and gives what the command then shows. */
  const apply = async ({ edit, command }: CodeAction): Promise<ShowDocumentParams> => {
    const changes = edit!.documentChanges!;
    const isNew = 'kind' in changes[0]!;
    const { textDocument, edits } = changes.at(-1) as TextDocumentEdit;
    assert.deepEqual(textDocument, { uri: wire.uri('stet.json'), version: null });
    const before = isNew ? '' : readFileSync(join(wire.root, 'stet.json'), 'utf8');
    const [change] = edits as { range: { start: { line: number; character: number } }; newText: string }[];
    const lines = before.split('\n');
    const { line, character } = change!.range.start;
    const at = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
    wire.write('stet.json', before.slice(0, at) + change!.newText + before.slice(at));
    await wire.touched('stet.json');
    const shown: ShowDocumentParams[] = [];
    wire.client.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    await wire.client.sendRequest(
      'workspace/executeCommand',
      command satisfies ExecuteCommandParams | undefined,
    );
    return shown[0]!;
  };

  it('adds an entry to stet.json, shows its reason to be typed over, and says no more of it', async () => {
    const project = '{\n  "ignore": ["old/**"],\n  "policy": "tidy"\n}\n';
    wire = await Wire.start({ ...articles, 'stet.json': project }, capable);
    const uri = await wire.openDocument('briefs/brief.txt', draft, 'plaintext');
    assert.deepEqual(await wire.codes(uri), ['quote-not-found']);
    const [action, ...others] = await offered(uri);
    assert.deepEqual(others, []);
    const { uri: file, selection, takeFocus } = await apply(action!);
    assert.deepEqual([file, takeFocus], [wire.uri('stet.json'), true]);
    const text = readFileSync(join(wire.root, 'stet.json'), 'utf8');
    assert.equal(
      text,
      project.replace(
        ']',
        ', { "draft": "briefs/brief.txt", "quotation": "The fares are a disgrace to the islands,", "reason": "reason" }]',
      ),
    );
    const line = text.split('\n')[selection!.start.line]!;
    assert.equal(line.slice(selection!.start.character, selection!.end.character), 'reason');
    assert.ok(line.slice(0, selection!.start.character).endsWith('"reason": "'));
    assert.deepEqual(await wire.codes(uri), []);
    assert.deepEqual(wire.status.at(-1)!.problems, []);
  });

  it('makes the file where there is none', async () => {
    wire = await Wire.start(articles, capable);
    const uri = await wire.openDocument('brief.txt', draft, 'plaintext');
    const [action] = await offered(uri);
    const { selection } = await apply(action!);
    assert.deepEqual(selection!.start.line, 2);
    assert.deepEqual(await wire.codes(uri), []);
  });

  it('adds to stet.json as it stands in the editor, saved or not', async () => {
    wire = await Wire.start({ ...articles, 'stet.json': '{ "drafts": ["**/*"] }\n' }, capable);
    const uri = await wire.openDocument('brief.txt', draft, 'plaintext');
    const typed = '{\n  "drafts": ["**/*"],\n  "policy": "tidy"\n}\n';
    await wire.openDocument('stet.json', typed, 'json');
    const [action] = await offered(uri);
    const [change, ...others] = action!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(others, []);
    assert.deepEqual(change!.textDocument, { uri: wire.uri('stet.json'), version: 1 });
    const [edit] = change!.edits as TextEdit[];
    assert.deepEqual(edit!.range.start, positionOf(typed, '"tidy"', '"tidy"'.length));
    const list = await wire.client.sendRequest('stet/draftList', { uri: wire.uri('stet.json') });
    assert.equal(list, null, 'and is no draft itself, whatever the globs say');
    // VS Code asks again as soon as the entry stands there; offered twice, the reason would be looked for in a second one.
    const after = typed.replace('"tidy"', `"tidy"${edit!.newText}`);
    await wire.change(wire.uri('stet.json'), after);
    assert.deepEqual(await offered(uri), []);
    await wire.change(wire.uri('stet.json'), JSON.stringify(JSON.parse(after), undefined, 4));
    assert.deepEqual(await offered(uri), [], 'laid out otherwise, it is the same entry');
  });

  it('is offered for one quotation, not for all that are selected', async () => {
    wire = await Wire.start(articles, capable);
    const text = `${draft}“Nobody asked the gulls about it,” he said.\n`;
    const uri = await wire.openDocument('brief.txt', text, 'plaintext');
    assert.equal((await offered(uri)).length, 1);
    assert.deepEqual(await offered(uri, positionOf(text, 'gulls')), []);
  });

  it('is not offered where the client cannot make the file, stet.json is broken, or the draft is no file', async () => {
    wire = await Wire.start(articles);
    assert.deepEqual(await offered(await wire.openDocument('brief.txt', draft, 'plaintext')), []);
    assert.deepEqual(await offered(await wire.openDocument('untitled:Untitled-1', draft, 'plaintext')), []);
    wire.write('stet.json', '{ "ignore": [');
    assert.deepEqual(await offered(await wire.openDocument('other.txt', draft, 'plaintext')), []);
  });
});
