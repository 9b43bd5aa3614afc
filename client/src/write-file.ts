import * as vscode from 'vscode';

/** Writes a file; where that fails, the user is told which and why. Whether it was written. */
export async function writeOrTell(file: vscode.Uri, text: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be written: {1}', name, reasonOf(error)),
    );
    return false;
  }
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  switch (error instanceof vscode.FileSystemError ? error.code : undefined) {
    case 'NoPermissions':
      return vscode.l10n.t('permission is denied');
    case 'FileIsADirectory':
      return vscode.l10n.t('it is a folder, not a file');
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
