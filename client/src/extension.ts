import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { registerCommands } from './commands.ts';
import { StatusItem } from './status.ts';

let client: LanguageClient | undefined;

/** Starts the language server; everything that knows quotations lives there. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  client = new LanguageClient(
    'stet',
    'Stet',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: ['file', 'untitled'].flatMap(scheme => [
        { scheme, language: 'markdown' },
        { scheme, language: 'plaintext' },
      ]),
      // A failed request is in the log; it never interrupts a writer.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'stet' },
      // Command links of hovers: only the one that opens a source beside the draft.
      markdown: { isTrusted: { enabledCommands: ['stet.openSource'] } },
    },
  );
  const status = new StatusItem(client);
  context.subscriptions.push(status, ...registerCommands(client));
  await client.start();
}

/** Stops the server; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
