import { strict as assert } from 'node:assert';
import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { positionOf, Wire } from '../support/wire.ts';

const files = {
  'articles/2024-05-03-harbour.txt': `Ferry crews vote

MARLOW QUAY, May 3 (Harbour Times) — Ines Calloway, the general secretary, spoke on the quay.

“We will not sail with fewer than six hands on deck,” Calloway said. “We emphasise the safety of every passenger on the line.”

“Our offer of four percent is final,” board chairman Tobias Renn said.

“There will be no use of force against the crews,” Renn said.
`,
  'articles/2024-05-04-courier.txt': `Crews vote

OUTER SKERRY, May 4 (Island Courier) — “We will not sail with less than six hands on deck,” Ines Calloway said on the quay on Friday.
`,
};

/** One case a row: what it is, the draft, where the cursor stands, the action, what the draft is then. */
const cases: readonly {
  readonly what: string;
  readonly draft: string;
  readonly at: string;
  readonly title: RegExp;
  readonly then: string;
  readonly preferred?: true;
  readonly citation?: string;
}[] = [
  {
    what: 'puts the verified words in',
    draft: '“Our offer of five percent is final,” Tobias Renn said.\n',
    at: 'five',
    title: /^Use the words of Harbour Times/,
    then: '“Our offer of four percent is final,” Tobias Renn said.\n',
    preferred: true,
  },
  {
    what: 'puts back what was cut',
    draft: 'Tobias Renn spoke of “use of force against the crews.”\n',
    at: 'force',
    title: /^Put back what was cut/,
    then: 'Tobias Renn spoke of “no use of force against the crews.”\n',
  },
  {
    what: 'uses another outlet’s wording',
    draft: '“We will not sail with fewer than six hands on deck,” Ines Calloway said.\n',
    at: 'fewer',
    title: /^Use the wording of Island Courier/,
    then: '“We will not sail with less than six hands on deck,” Ines Calloway said.\n',
  },
  {
    what: 'corrects the speaker',
    draft: '“Our offer of four percent is final,” Ines Calloway said.\n',
    at: 'four',
    title: /Tobias Renn/,
    then: '“Our offer of four percent is final,” Tobias Renn said.\n',
  },
  {
    what: 'drops the marks',
    draft: '“The fares are a disgrace to the islands,” Tobias Renn said.\n',
    at: 'fares',
    title: /^Take off the quotation marks/,
    then: 'The fares are a disgrace to the islands, Tobias Renn said.\n',
  },
  {
    what: 'cites',
    draft: '“Our offer of four percent is final,” Tobias Renn said.\n',
    at: 'four',
    title: /^Cite Harbour Times/,
    then: '“Our offer of four percent is final,” [@2024-05-03-harbour, ¶4] Tobias Renn said.\n',
    citation: 'pandoc',
  },
  {
    what: 'uses the source’s spelling',
    draft: '“We emphasize the safety of every passenger on the line,” Ines Calloway said.\n',
    at: 'emphasize',
    title: /^Use the source’s spelling/,
    then: '“We emphasise the safety of every passenger on the line,” Ines Calloway said.\n',
  },
  {
    what: 'closes the quotation',
    draft: '“Our offer of four percent is final, Tobias Renn said.\n',
    at: '“Our',
    title: /[Cc]lose/,
    then: '“Our offer of four percent is final,” Tobias Renn said.\n',
  },
  {
    what: 'corrects a name',
    draft: 'Ines Caloway met the board.\n',
    at: 'Caloway',
    title: /Ines Calloway/,
    then: 'Ines Calloway met the board.\n',
  },
  {
    what: 'inserts a quotation by the person at the cursor',
    draft: 'Tobias Renn\n',
    at: 'Renn',
    title: /^Insert “Our offer/,
    then: 'Tobias Renn said: “Our offer of four percent is final.”\n',
  },
  {
    what: 'ignores with a reason',
    draft: '“The fares are a disgrace to the islands,” Tobias Renn said.\n',
    at: 'fares',
    title: /^Ignore “quote-not-found”/,
    then: '“The fares are a disgrace to the islands,” Tobias Renn said. <!-- stet-ignore quote-not-found: ${1:reason} -->\n',
  },
  {
    what: 'mends all of one code',
    draft:
      '“Our offer of five percent is final,” Tobias Renn said.\n\n“Our offer of six percent is final,” Tobias Renn said.\n',
    at: 'five',
    title: /^Mend both findings “quote-altered”/,
    then: '“Our offer of four percent is final,” Tobias Renn said.\n\n“Our offer of four percent is final,” Tobias Renn said.\n',
  },
];

describe('quick fixes', () => {
  let wire: Wire;
  afterEach(() => wire.stop());

  for (const { what, draft, at, title, then, preferred, citation } of cases) {
    it(what, async () => {
      wire = await Wire.start(
        citation === undefined ? files : { ...files, 'stet.json': JSON.stringify({ citation }) },
      );
      const uri = await wire.openDocument('brief.md', draft);
      const cursor = positionOf(draft, at, 1);
      const offered = await wire.codeActions(uri, { start: cursor, end: cursor });
      const action = offered.find(it => title.test(it.title));
      assert.ok(action, `among ${offered.map(it => it.title).join(' | ')}`);
      assert.equal(applied(draft, action, uri), then);
      if (preferred) {
        assert.equal(action.isPreferred, true);
      }
    });
  }

  it('mend on save what is safe, and nothing else', async () => {
    wire = await Wire.start(files);
    const draft =
      '“Our offer of five percent is final,” Tobias Renn said.\n\n“The fares are a disgrace to the islands,” Tobias Renn said.\n';
    const uri = await wire.openDocument('brief.md', draft);
    const everything = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    // As VS Code asks with `"editor.codeActionsOnSave": { "source.fixAll.stet": "explicit" }`.
    const [action, ...others] = await wire.codeActions(uri, everything, ['source.fixAll.stet']);
    assert.ok(action);
    assert.deepEqual(others, []);
    assert.equal(applied(draft, action, uri), draft.replace('five', 'four'));
    assert.deepEqual(await wire.codeActions(uri, everything, ['source.organizeImports']), []);
  });
});

/** One document edit, of the version that is open: one undo step. */
function applied(text: string, action: CodeAction, uri: string): string {
  const [change, ...others] = action.edit?.documentChanges as TextDocumentEdit[];
  assert.deepEqual(others, []);
  assert.deepEqual(change?.textDocument, { uri, version: 1 });
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, 0) + character;
  return ([...change.edits] as (TextEdit | SnippetTextEdit)[])
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce((result, edit) => {
      const newText = 'snippet' in edit ? edit.snippet.value : edit.newText;
      return result.slice(0, offset(edit.range.start)) + newText + result.slice(offset(edit.range.end));
    }, text);
}
