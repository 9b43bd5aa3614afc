import { writeInto } from '../newsroom.ts';
import * as vscode from 'vscode';

const WAIT_MS = 20_000;
const POLL_MS = 50;

/** The folder that is open. */
export function workspaceFolder(): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  return folder.uri.fsPath;
}

/** Writes a draft into the workspace and opens it in the editor. */
export async function openDraft(path: string, text: string): Promise<vscode.TextDocument> {
  writeInto(workspaceFolder(), path, text);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(workspaceFolder()), path);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks again until there is an answer, at most twenty seconds. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${WAIT_MS / 1000} s for ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

/** What Stet says of a document at this moment. */
export function said(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(it => it.source === 'stet');
}

/** The code of a diagnostic, whether or not it links to its page. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first diagnostic of this code, once it is there. */
export function waitFor(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return until(code, () => said(document).find(it => codeOf(it) === code));
}

/** The place just before the words; behind them with `'after'`. */
export function placeOf(
  document: vscode.TextDocument,
  words: string,
  side: 'before' | 'after' = 'before',
): vscode.Position {
  const start = document.getText().indexOf(words);
  if (start < 0) {
    throw new Error(`“${words}” does not stand in ${document.uri.path}`);
  }
  return document.positionAt(side === 'before' ? start : start + words.length);
}

/** The words of a range of a document, opened where it is not. */
export async function wordsAt({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}

/** All that a hover shows, as one text. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
