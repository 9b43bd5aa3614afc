import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverText, openDraft, placeOf, until, waitFor, wordsAt } from '../desk.ts';

const ALTERED = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';

describe('hover', () => {
  it('on a name tells who it is, and cites the sources', async () => {
    const document = await openDraft('drafts/name.md', 'Calloway spoke on Friday.\n');
    const text = await until('a hover', async () => {
      const shown = await hoverText(document, placeOf(document, 'loway'));
      return shown === '' ? undefined : shown;
    });
    assert.match(text, /Ines Calloway/);
    assert.match(text, /general secretary/);
    assert.match(text, /2024-05-03-harbour-times\.txt/);
  });

  it('on a quotation shows the source’s words', async () => {
    const document = await openDraft('drafts/quotation.md', ALTERED);
    const text = await until('a hover', async () => {
      const shown = await hoverText(document, placeOf(document, 'hands'));
      return shown === '' ? undefined : shown;
    });
    assert.match(text, /\*\*not\*\*/);
    assert.match(text, /Harbour Times/);
  });
});

describe('completion', () => {
  it('offers a name of the sources after a capital letter', async () => {
    const document = await openDraft('drafts/complete-name.md', 'The shopkeeper Magn');
    const item = await offered(document, /^Magnus Thorvald/);
    assert.equal(inserted(item), 'Magnus Thorvald');
    assert.equal(replaced(document, item), 'Magn');
  });

  it('offers the speaker’s quotations after an opening mark, with the source’s own words', async () => {
    const document = await openDraft('drafts/complete-quotation.md', 'Magnus Thorvald said: “');
    const item = await offered(document, /The bread will be gone/, '“');
    assert.match(inserted(item), /The bread will be gone by Tuesday, and the patience by Wednesday/);
  });

  it('offers nothing in the middle of plain prose', async () => {
    await offered(await openDraft('drafts/complete-ready.md', 'The shopkeeper Magn'), /^Magnus Thorvald/);
    const document = await openDraft('drafts/complete-nothing.md', 'the quay was ');
    const list = await completions(document);
    assert.deepEqual(
      list.items.filter(item => /Calloway|Thorvald|Renn|bread/.test(labelOf(item))),
      [],
    );
  });
});

describe('quick fixes', () => {
  it('put the verified words in, and one undo takes them out again', async () => {
    const document = await openDraft('drafts/fix.md', ALTERED);
    const finding = await waitFor(document, 'quote-altered');
    const fixes = await fixesAt(document, finding.range);
    const fix = fixes.find(it => it.isPreferred);
    assert.ok(fix?.edit, `a preferred fix among ${JSON.stringify(fixes.map(it => it.title))}`);
    await vscode.window.showTextDocument(document);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(
      document.getText(),
      '“We will not sail with fewer than six hands on deck,” said Ines Calloway.\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ALTERED);
  });

  it('correct a name', async () => {
    const document = await openDraft('drafts/fix-name.md', 'Ines Caloway met the board.\n');
    const finding = await waitFor(document, 'name-misspelled');
    const [fix] = await fixesAt(document, finding.range);
    assert.ok(fix?.edit, 'there is a fix');
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), 'Ines Calloway met the board.\n');
  });
});

describe('definition', () => {
  it('of a quotation is the place in the source', async () => {
    const document = await openDraft(
      'drafts/definition.md',
      '“Our offer of four percent is final,” Renn said.\n',
    );
    const place = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, 'percent'),
      );
      return found[0];
    });
    const location = 'targetUri' in place ? new vscode.Location(place.targetUri, place.targetRange) : place;
    assert.match(location.uri.path, /2024-05-03-harbour-times\.txt$/);
    assert.match(await wordsAt(location), /Our offer of four percent is final/);
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function completions(document: vscode.TextDocument, trigger?: string): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().length),
    trigger,
  );
}

function offered(
  document: vscode.TextDocument,
  label: RegExp,
  trigger?: string,
): Promise<vscode.CompletionItem> {
  return until(`${label} among the completions`, async () => {
    const { items } = await completions(document, trigger);
    return items.find(item => label.test(labelOf(item)));
  });
}

function inserted({ insertText, label }: vscode.CompletionItem): string {
  const text = insertText ?? label;
  return typeof text === 'string' ? text : 'value' in text ? text.value : text.label;
}

/** What stands where the text is to go; VS Code may be told of two ranges, to insert in and to replace. */
function replaced(document: vscode.TextDocument, { range }: vscode.CompletionItem): string {
  assert.ok(range, 'the item has a range');
  return document.getText('inserting' in range ? range.inserting : range);
}

function fixesAt(document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}
