import type * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { DraftView } from './draft-view.ts';
import { Newsroom } from './newsroom.ts';
import { registerPaste } from './paste.ts';
import { Server } from './server.ts';
import { SourceOpener } from './source-opener.ts';
import { SourcesView } from './sources-view.ts';
import { StatusItem } from './status.ts';

let server: Server | undefined;

/** Starts the language server, and does not wait for it; everything that knows quotations lives there. */
export function activate(context: vscode.ExtensionContext): void {
  // One folder for all workspaces: together they keep within one limit.
  server = new Server(context.asAbsolutePath('dist/server.cjs'), context.globalStorageUri.fsPath);
  const newsroom = new Newsroom(server);
  const opener = new SourceOpener();
  context.subscriptions.push(
    server,
    newsroom,
    opener,
    new StatusItem(newsroom),
    new SourcesView(server, newsroom),
    new DraftView(server, newsroom),
    registerPaste(server, newsroom),
    registerCommands({ server, newsroom, opener, extension: context.extensionUri }),
  );
  server.start();
}

/** Stops the server; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
