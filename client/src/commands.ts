import * as vscode from 'vscode';
import type { Location, LocationLink } from 'vscode-languageclient';
import { checkAllDrafts } from './check-all.ts';
import { chooseArticles } from './choose-articles.ts';
import type { Desk } from './desk.ts';
import { fixInDraft, openSourceOf, revealInDraft, type DraftNode } from './draft-view.ts';
import { exportReport } from './export-report.ts';
import { findInSources, insertQuotation, pickCitation, pickQuotation } from './insert.ts';
import type { Newsroom } from './newsroom.ts';
import { fromPosition } from './places.ts';
import { openSampleNewsroom } from './sample-newsroom.ts';
import type { Server } from './server.ts';
import type { SourceOpener } from './source-opener.ts';
import type { SourceNode } from './sources-view.ts';
import { openUnread, type UnreadSource } from './unread-source.ts';

/** All commands, those of the palette first. */
export function registerCommands(desk: Desk): vscode.Disposable {
  const { server, newsroom, opener, extension } = desk;
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    insertQuotation: () => pickQuotation(desk),
    insertCitation: () => pickCitation(desk),
    findInSources: () => findInSources(server, opener),
    openSourceBeside: () => openSourceBeside(server, opener),
    checkAllDrafts: () => checkAllDrafts(server),
    exportReport: () => exportReport(server, newsroom),
    chooseArticlesFolder: () => chooseArticles(),
    openSampleNewsroom: () => openSampleNewsroom(extension),
    rebuildIndex: () =>
      server.command('stet/rebuild', {}, reason =>
        vscode.l10n.t('the sources could not be read again: {0}', reason),
      ),
    restartServer: () => server.restart(),
    showLog: () => {
      server.log.show(true);
    },
    showDraft: () =>
      vscode.commands.executeCommand(
        newsroom.lastDraft === undefined ? 'stet.sources.focus' : 'stet.draft.focus',
      ),
    openSource: (
      uri: string,
      [line, character]: [number, number],
      [endLine, endCharacter]: [number, number],
    ) =>
      opener.open(
        { uri, range: { start: { line, character }, end: { line: endLine, character: endCharacter } } },
        false,
      ),
    openPassage: (location: Location) => opener.open(location, true),
    openUnread: (problem: UnreadSource) => openUnread(problem),
    openSourceNode: (node: SourceNode) => openNode(opener, node),
    revealInDraft: (node: DraftNode) => revealInDraft(node),
    fixInDraft: (node: DraftNode) => fixInDraft(node),
    openSourceOfQuotation: (node: DraftNode) => openSourceOf(opener, node),
    insertSourceQuotation: (node: SourceNode) => insertFromView(server, newsroom, node),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`stet.${name}`, run)),
  );
}

/** Opens the source of what stands at the cursor. */
async function openSourceBeside(server: Server, opener: SourceOpener): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const params = {
    textDocument: { uri: editor.document.uri.toString() },
    position: fromPosition(editor.selection.active),
  };
  const found = await server.command<(Location | LocationLink)[] | Location>(
    'textDocument/definition',
    params,
    reason => vscode.l10n.t('the source could not be looked for: {0}', reason),
  );
  if (found === 'failed') {
    return;
  }
  const [place] = Array.isArray(found) ? found : [found];
  if (place === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No source has what stands at the cursor. Put it in a quotation, a name or a citation.'),
    );
    return;
  }
  await opener.open(
    'targetUri' in place ? { uri: place.targetUri, range: place.targetSelectionRange } : place,
    false,
  );
}

/** Puts a quotation of the Sources view in at the cursor of the draft that was active last. */
async function insertFromView(server: Server, newsroom: Newsroom, node: SourceNode): Promise<void> {
  const editor = await newsroom.draftEditor();
  if (editor === undefined || node.kind !== 'quotation') {
    return;
  }
  await insertQuotation(server, editor, editor.selection, node.quotation.reference);
}

/** Opens an article of the Sources view at its beginning, or where somebody is first named in it. */
async function openNode(opener: SourceOpener, node: SourceNode): Promise<void> {
  if (node.kind === 'article') {
    const start = { line: 0, character: 0 };
    await opener.open({ uri: node.article.uri, range: { start, end: start } }, false);
  } else if (node.kind === 'person') {
    await opener.open(node.person.location, false);
  }
}
