import * as vscode from 'vscode';
import { articlesEntry, articlesOf, readProject, withArticles, type ProjectFile } from './project-file.ts';
import { reasonOf, writeOrTell } from './write-file.ts';

/** Lets the user choose the folder of the articles, and writes it to `stet.json`. */
export async function chooseArticles(): Promise<void> {
  const root = await chooseRoot();
  const file = root && vscode.Uri.joinPath(root.uri, 'stet.json');
  if (root === undefined || file === undefined || (await readOrTell(file)) === undefined) {
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
  // It may have changed while the dialog was open.
  const project = folder && (await readOrTell(file));
  if (folder === undefined || project === undefined) {
    return;
  }
  const chosen = articlesEntry(root.uri.fsPath, folder.fsPath);
  const articles = await chooseEntries(articlesOf(project), chosen);
  if (articles !== undefined) {
    await writeOrTell(file, withArticles(project, articles));
  }
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

/** What `stet.json` says. Where it cannot be kept as it is, the user is told why, and nothing may be written. */
async function readOrTell(file: vscode.Uri): Promise<ProjectFile | undefined> {
  const name = vscode.workspace.asRelativePath(file);
  const open = vscode.workspace.textDocuments.find(it => it.uri.toString() === file.toString());
  if (open?.isDirty === true) {
    tell(vscode.l10n.t('{0} has changes that are not saved. Save it and choose again.', name));
    await vscode.window.showTextDocument(open);
    return undefined;
  }
  let bytes: Uint8Array | undefined;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
      tell(vscode.l10n.t('{0} could not be read, so it was left as it is: {1}', name, reasonOf(error)));
      return undefined;
    }
  }
  const project = readProject(bytes);
  if (project.kind === 'bad') {
    tell(messageOf[project.fault](name));
    await vscode.window.showTextDocument(file);
    return undefined;
  }
  return project;
}

const messageOf = {
  encoding: (name: string) =>
    vscode.l10n.t('{0} is not in UTF-8, so it was left as it is. Save it in UTF-8 and choose again.', name),
  syntax: (name: string) =>
    vscode.l10n.t('{0} is not valid JSON, so it was left as it is. Put it right and choose again.', name),
  shape: (name: string) =>
    vscode.l10n.t(
      '{0} has no braces around its settings, so it was left as it is. Put it right and choose again.',
      name,
    ),
} as const;

function tell(message: string): void {
  void vscode.window.showErrorMessage(message);
}
