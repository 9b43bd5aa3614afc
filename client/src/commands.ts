import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The commands of the palette that need nothing but the server. */
export function registerCommands(client: LanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('stet.showLog', () => {
      client.outputChannel.show(true);
    }),
    vscode.commands.registerCommand('stet.restartServer', () => client.restart()),
    vscode.commands.registerCommand('stet.rebuildIndex', () => client.sendRequest('stet/rebuild')),
    vscode.commands.registerCommand('stet.openSource', openSource),
  ];
}

/** Opens a source beside the draft, the passage selected. */
async function openSource(uri: string, start: [number, number], end: [number, number]): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: false,
    selection: new vscode.Range(new vscode.Position(...start), new vscode.Position(...end)),
  });
}
