import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { layNewsroom } from '../../newsroom.ts';
import { hoverText, openDraft, placeOf, said, until, waitFor } from '../desk.ts';

const DRAFT = '“We will sail with fewer than six hands on deck,” said Ines Calloway.\n';

describe('a folder without articles and without stet.json', () => {
  it('hears nothing from Stet', async () => {
    const document = await openDraft('notes.md', DRAFT);
    const extension = vscode.extensions.getExtension('stet.stet');
    await until('activation', () => (extension?.isActive ? true : undefined));
    // The server answers in order: with this answer, its check of the document is done too.
    const shown = await hoverText(document, placeOf(document, 'Calloway'));
    assert.equal(shown, '');
    assert.deepEqual(said(document), []);
  });

  it('is checked once a setting names articles outside it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'stet-sources-'));
    const settings = vscode.workspace.getConfiguration('stet');
    try {
      layNewsroom(elsewhere);
      await settings.update('articles', [join(elsewhere, 'articles')], vscode.ConfigurationTarget.Workspace);
      const document = await openDraft('brief.md', DRAFT);
      await waitFor(document, 'quote-altered');
      await settings.update('articles', undefined, vscode.ConfigurationTarget.Workspace);
      await until('silence again', () => (said(document).length === 0 ? true : undefined));
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});
