import type * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

/**
 * The language client, not yet started. In the folder `storage` the server keeps what it has read. A file of its own, so
 * that the library is loaded after activation.
 */
export function createClient(module: string, storage: string, log: vscode.LogOutputChannel): LanguageClient {
  return new LanguageClient(
    'stet',
    'Stet',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: [
        ...['file', 'untitled'].flatMap(scheme => [
          { scheme, language: 'markdown' },
          { scheme, language: 'plaintext' },
        ]),
        // What a quick fix adds to it is added to what stands in the editor.
        { scheme: 'file', pattern: '**/stet.json' },
      ],
      initializationOptions: { storage },
      outputChannel: log,
      // A failed request is in the log; it never interrupts a writer.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'stet' },
      // Command links of hovers: only the one that opens a source beside the draft.
      markdown: { isTrusted: { enabledCommands: ['stet.openSource'] } },
      middleware: {
        async provideCodeLenses(document, token, next) {
          const lenses = await next(document, token);
          for (const { command } of lenses ?? []) {
            if (command?.command === '') {
              command.command = 'stet.showDraft';
            }
          }
          return lenses;
        },
      },
    },
  );
}
