import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeInto } from '../../newsroom.ts';
import { codeOf, hoverText, openDraft, placeOf, said, until, waitFor, workspaceFolder } from '../desk.ts';

const ALTERED = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';

describe('commands', () => {
  it('are there, all of them', async () => {
    const extension = vscode.extensions.getExtension('stet.stet');
    await extension?.activate();
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands());
    assert.deepEqual(
      manifest.contributes.commands.map(it => it.command).filter(it => !known.has(it)),
      [],
    );
  });

  it('insert the quotation that is chosen, with its attribution, in one undo step', async () => {
    const document = await openDraft('drafts/insert.md', 'bread Tuesday patience\n');
    await checked(document);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 'bread Tuesday patience'.length);
    const done = vscode.commands.executeCommand('stet.insertQuotation');
    const expected =
      '“The bread will be gone by Tuesday, and the patience by Wednesday,” Magnus Thorvald said.\n';
    await until('the quotation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() === expected ? true : undefined;
    });
    await done;
    assert.equal(editor.selection.active.character, expected.length - 1);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'bread Tuesday patience\n');
  });

  it('open the source beside the draft, at the passage', async () => {
    const document = await openDraft('drafts/beside-source.md', ALTERED);
    await waitFor(document, 'quote-altered');
    const editor = await vscode.window.showTextDocument(document);
    const at = placeOf(document, 'hands');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('stet.openSourceBeside');
    const source = await until('the source', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('2024-05-03-harbour-times.txt') === true ? active : undefined;
    });
    assert.match(source.document.lineAt(source.selection.active.line).text, /We will not sail/);
    assert.notEqual(source.viewColumn, editor.viewColumn);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('check the drafts that are not open', async () => {
    writeInto(workspaceFolder(), 'drafts/closed.md', ALTERED);
    const uri = vscode.Uri.joinPath(vscode.Uri.file(workspaceFolder()), 'drafts/closed.md');
    await vscode.commands.executeCommand('stet.checkAllDrafts');
    const found = await until('a diagnostic', () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return diagnostics.length > 0 ? diagnostics : undefined;
    });
    assert.deepEqual(found.map(codeOf), ['quote-altered']);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('each finding once', () => (said(document).length === 1 ? true : undefined));
  });
});

describe('the server', () => {
  it('starts again, and reads the sources again, on command', async () => {
    const document = await openDraft('drafts/restart.md', ALTERED);
    await waitFor(document, 'quote-altered');
    await vscode.commands.executeCommand('stet.restartServer');
    await waitFor(document, 'quote-altered');
    await vscode.commands.executeCommand('stet.rebuildIndex');
    await waitFor(document, 'quote-altered');
    assert.equal(said(document).length, 1);
  });
});

describe('ghost text', () => {
  it('shows the rest of the one quotation that starts so', async () => {
    const document = await openDraft('drafts/ghost.md', 'Magnus Thorvald said: “The bread will');
    await checked(document);
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await until('the rest', async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      await new Promise(resolve => setTimeout(resolve, 200));
      await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
      return document.getText().includes('by Wednesday') ? true : undefined;
    });
    assert.match(document.getText(), /“The bread will be gone by Tuesday, and the patience by Wednesday/);
  });
});

describe('annotations', () => {
  it('count the quotations over the draft, one click from the list of them', async () => {
    const document = await openDraft('drafts/lens.md', ALTERED);
    await waitFor(document, 'quote-altered');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    );
    assert.deepEqual(
      lenses.map(it => [it.command?.title, it.command?.command]),
      [['1 quotation: 1 altered', 'stet.showDraft']],
    );
  });

  it('can be turned off, and the keys of sources on', async () => {
    const document = await openDraft(
      'drafts/annotated.md',
      '“Our offer of four percent is final,” Tobias Renn said.\n',
    );
    await checked(document);
    const settings = vscode.workspace.getConfiguration('stet');
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    const hints = (): Thenable<vscode.InlayHint[]> =>
      vscode.commands.executeCommand(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, 1, 0),
      );
    assert.equal((await lenses()).length, 1);
    assert.deepEqual(await hints(), []);
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update('codeLens', false, target);
      await settings.update('inlayKeys', true, target);
      const [hint] = await until('a hint', async () => {
        const shown = await hints();
        return shown.length > 0 ? shown : undefined;
      });
      assert.equal(hint?.label, '2024-05-03-harbour-times');
      assert.deepEqual(await lenses(), []);
    } finally {
      await settings.update('codeLens', undefined, target);
      await settings.update('inlayKeys', undefined, target);
    }
  });
});

describe('stet.json', () => {
  it('completes its keys and explains them', async () => {
    // Elsewhere than at the root, so that this newsroom keeps its settings.
    const document = await openDraft('other/stet.json', '{\n  "citation": "link",\n  \n}\n');
    const labels = await until('the keys', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(2, 2),
      );
      const shown = list.items.map(it => (typeof it.label === 'string' ? it.label : it.label.label));
      return shown.includes('articles') || shown.includes('"articles"') ? shown : undefined;
    });
    assert.ok(
      labels.some(it => it.includes('minimumWords')),
      labels.join(),
    );
    const text = await until('a hover', async () => {
      const shown = await hoverText(document, new vscode.Position(1, 4));
      return shown === '' ? undefined : shown;
    });
    assert.match(text, /cit/i);
  });
});

/** Shows a draft, once the server has read the sources; it answers in order, so it knows the draft, too. */
async function checked(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await until('the sources', async () => {
    const people = await vscode.commands.executeCommand<unknown[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Calloway',
    );
    return people.length > 0 ? true : undefined;
  });
}
