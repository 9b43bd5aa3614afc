import * as vscode from 'vscode';

/** Copies the invented newsroom into a folder that the user picks, and opens it. */
export async function openSampleNewsroom(extension: vscode.Uri): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: vscode.l10n.t('Where to put the sample newsroom'),
      openLabel: vscode.l10n.t('Put It Here'),
    })) ?? [];
  if (parent === undefined) {
    return;
  }
  const folder = await freeFolder(parent);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension, 'samples'), folder);
  const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
}

/** Nothing that is there is written over. */
async function freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const folder = vscode.Uri.joinPath(
      parent,
      count === 1 ? 'stet-samples' : `stet-samples-${String(count)}`,
    );
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
