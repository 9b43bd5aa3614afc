import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';

/** A source that could not be read, of a workspace folder by its URI. */
export interface UnreadSource {
  readonly root: string;
  /** Relative to the folder, or absolute. */
  readonly path: string;
  readonly reason: string;
}

/** Its row in the Sources view: its name and the reason, for the path is long and the view narrow. */
export function unreadItem(problem: UnreadSource): vscode.TreeItem {
  const { path, reason } = problem;
  const uri = uriOf(problem);
  const item = new vscode.TreeItem(uri.path.slice(uri.path.lastIndexOf('/') + 1));
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.description = reason;
  item.tooltip = `${path}: ${reason}`;
  item.accessibilityInformation = { label: `${path}: ${reason}` };
  item.command = { command: 'stet.openUnread', title: vscode.l10n.t('Open'), arguments: [problem] };
  return item;
}

/** Opens what could not be read, where it is text; else says the reason and shows where it lies. */
export async function openUnread(problem: UnreadSource): Promise<void> {
  const uri = uriOf(problem);
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  } catch {
    void vscode.window.showWarningMessage(`${problem.path}: ${problem.reason}`);
    await reveal(uri);
  }
}

async function reveal(uri: vscode.Uri): Promise<void> {
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (exists) {
    const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    // Not every window can show the folders of its system: then the message with the path must do.
    await vscode.commands.executeCommand(isInside ? 'revealInExplorer' : 'revealFileInOS', uri).then(
      () => undefined,
      () => undefined,
    );
  }
}

function uriOf({ root, path }: UnreadSource): vscode.Uri {
  return isAbsolute(path) ? vscode.Uri.file(path) : vscode.Uri.joinPath(vscode.Uri.parse(root), path);
}
