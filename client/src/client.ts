import type * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { serverEnvironment } from './server-environment.ts';
import { textSelector } from './text-selector.ts';

/** What the server is started with. */
export interface ServerOptions {
  /** The folder where it keeps what it has read. */
  readonly storage: string;
  /** Its messages in the display language, by their English; undefined: English. */
  readonly translation: Readonly<Record<string, string>> | undefined;
}

/** The language client, not yet started. A file of its own, so that the library is loaded after activation. */
export function createClient(
  module: string,
  initializationOptions: ServerOptions,
  log: vscode.LogOutputChannel,
): LanguageClient {
  const env = { ...serverEnvironment };
  return new LanguageClient(
    'stet',
    'Stet',
    {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ['--nolazy', '--inspect=6009'], env },
      },
    },
    {
      documentSelector: [
        ...textSelector,
        // What a quick fix adds to it is added to what stands in the editor.
        { scheme: 'file', pattern: '**/stet.json' },
      ],
      initializationOptions,
      outputChannel: log,
      // What fails unasked is in the log; it never interrupts a writer.
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
