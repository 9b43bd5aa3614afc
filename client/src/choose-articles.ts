import * as vscode from 'vscode';
import { articlesEntry, articlesOf, withArticles } from './project-file.ts';

/** Lets the user choose the folder of the articles, and writes it to `stet.json`. */
export async function chooseArticles(): Promise<void> {
  const root = await chooseRoot();
  if (root === undefined) {
    return;
  }
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: false,
      defaultUri: root.uri,
      title: vscode.l10n.t('The folder that holds the source articles'),
      openLabel: vscode.l10n.t('Use as Articles Folder'),
    })) ?? [];
  if (folder === undefined) {
    return;
  }
  const file = vscode.Uri.joinPath(root.uri, 'stet.json');
  const before = await read(file);
  const chosen = articlesEntry(root.uri.fsPath, folder.fsPath);
  const articles = await chooseEntries(articlesOf(before), chosen);
  if (articles === undefined) {
    return;
  }
  const text = withArticles(before, articles);
  if (text === undefined) {
    await vscode.window.showTextDocument(file);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('stet.json is not valid JSON, so it was left as it is. Put it right and choose again.'),
    );
    return;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

async function chooseRoot(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0) {
    return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
  }
  const open = vscode.l10n.t('Open Folder…');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open the folder that holds your drafts first.'),
    open,
  );
  if (answer === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
  return undefined;
}

/** What `articles` is to be: the chosen folder alone, or beside those that are named already. */
async function chooseEntries(
  named: readonly string[],
  chosen: string,
): Promise<readonly string[] | undefined> {
  if (named.length === 0 || (named.length === 1 && named[0] === chosen)) {
    return [chosen];
  }
  const only = { label: vscode.l10n.t('Use only {0}', chosen), articles: [chosen] };
  const both = {
    label: vscode.l10n.t('Add {0}', chosen),
    description: vscode.l10n.t('beside {0}', named.join(', ')),
    articles: [...new Set([...named, chosen])],
  };
  const answer = await vscode.window.showQuickPick([both, only], {
    title: vscode.l10n.t('stet.json names other articles already'),
  });
  return answer?.articles;
}

async function read(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
