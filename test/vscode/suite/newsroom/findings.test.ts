import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeInto } from '../../newsroom.ts';
import { codeOf, openDraft, placeOf, said, until, waitFor, wordsAt, workspaceFolder } from '../desk.ts';

const ALTERED = '“We will sail with fewer than six hands on deck,” said Ines Calloway.';
const VERIFIED = '“Our offer of four percent is final,” Tobias Renn said.';

describe('findings', () => {
  it('start the extension with the first draft that is opened', async () => {
    const extension = vscode.extensions.getExtension('stet.stet');
    assert.ok(extension, 'the extension is there');
    await openDraft('drafts/first.md', 'A draft without a quotation.\n');
    await until('activation', () => (extension.isActive ? true : undefined));
  });

  it('mark the altered quotation as an error, and not the verified one', async () => {
    const document = await openDraft('drafts/altered.md', `# Ferries stop\n\n${ALTERED}\n\n${VERIFIED}\n`);
    const finding = await waitFor(document, 'quote-altered');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding.range.start.line, 2);
    assert.match(finding.message, /not/);
    assert.deepEqual(said(document).map(codeOf), ['quote-altered']);
  });

  it('link to the page of their code', async () => {
    const document = await openDraft('drafts/link.md', `${ALTERED}\n`);
    const { code } = await waitFor(document, 'quote-altered');
    assert.ok(typeof code === 'object');
    assert.match(code.target.toString(), /quote-altered/);
  });

  it('open the source at the words they speak of', async () => {
    const document = await openDraft('drafts/related.md', `${ALTERED}\n`);
    const finding = await waitFor(document, 'quote-altered');
    const [related] = finding.relatedInformation ?? [];
    assert.ok(related, 'there is related information');
    assert.match(related.location.uri.path, /articles\/2024-05-03-harbour-times\.txt$/);
    assert.match(await wordsAt(related.location), /We will not sail with fewer than six hands on deck/);
  });

  it('follow what is typed', async () => {
    const document = await openDraft('drafts/typed.md', `${ALTERED}\n`);
    await waitFor(document, 'quote-altered');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, placeOf(document, 'sail'), 'not ');
    await vscode.workspace.applyEdit(edit);
    await until('no finding', () => (said(document).length === 0 ? true : undefined));
  });

  it('work in plain text', async () => {
    const document = await openDraft('drafts/plain.txt', `${ALTERED}\n`);
    await waitFor(document, 'quote-altered');
  });

  it('follow the sources on disk, as they come and go', async () => {
    const document = await openDraft(
      'drafts/later.md',
      '“The first boat leaves when the last grievance is heard,” Ines Calloway said.\n',
    );
    await waitFor(document, 'quote-not-found');
    const path = 'articles/2024-05-05-late-wire.txt';
    writeInto(
      workspaceFolder(),
      path,
      'Crews set terms\n\n“The first boat leaves when the last grievance is heard,” Ines Calloway said on Sunday.\n',
    );
    await until('the finding gone', () => (said(document).length === 0 ? true : undefined));
    rmSync(join(workspaceFolder(), path));
    await waitFor(document, 'quote-not-found');
  });

  it('say nothing of the sources themselves', async () => {
    const draft = await openDraft('drafts/beside.md', `${ALTERED}\n`);
    const folder = vscode.Uri.file(workspaceFolder());
    const article = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder, 'articles/2024-05-03-harbour-times.txt'),
    );
    await vscode.window.showTextDocument(article, vscode.ViewColumn.Beside);
    await waitFor(draft, 'quote-altered');
    assert.deepEqual(said(article), []);
  });
});
