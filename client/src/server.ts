import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CorpusStatus, DraftStatus } from './protocol.ts';

/** The language server as the rest of the extension sees it: starts behind the scenes, and may be asked at once. */
export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Stet', { log: true });
  readonly #module: string;
  readonly #storage: string;
  readonly #status = new vscode.EventEmitter<CorpusStatus>();
  readonly #draft = new vscode.EventEmitter<DraftStatus>();
  readonly #stopped = new vscode.EventEmitter<boolean>();
  #client: Promise<LanguageClient> | undefined;

  /** `module`: path of the server's bundle; `storage`: of the folder where it may keep things. */
  constructor(module: string, storage: string) {
    this.#module = module;
    this.#storage = storage;
  }

  readonly onStatus = this.#status.event;
  readonly onDraft = this.#draft.event;
  /** Whether it has stopped, for a moment or, after too many crashes, for good: what it said of drafts holds no more. */
  readonly onStopped = this.#stopped.event;

  /** Starts the server; a failure is in the log, and told once. */
  start(): void {
    this.#client ??= this.#launch();
    this.#client.catch((error: unknown) => {
      this.log.error(String(error));
      this.#stopped.fire(true);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Stet could not start its language server. The log says more (Stet: Show Log).'),
      );
    });
  }

  /** Asks the server; undefined where it fails or has nothing to say. Failures are in the log. */
  async request<Result>(
    method: string,
    params: object,
    token?: vscode.CancellationToken,
  ): Promise<Result | undefined> {
    try {
      const client = await (this.#client ?? Promise.reject(new Error('not started')));
      // A token that is undefined would be taken for a second parameter.
      const answer =
        token === undefined
          ? client.sendRequest<Result | null>(method, params)
          : client.sendRequest<Result | null>(method, params, token);
      return (await answer) ?? undefined;
    } catch (error) {
      if (token?.isCancellationRequested !== true) {
        this.log.error(`${method}: ${String(error)}`);
      }
      return undefined;
    }
  }

  /** Starts the server anew, whatever has become of it: one that crashed while it started can be neither stopped nor started. */
  async restart(): Promise<void> {
    const before = this.#client;
    const client = await before?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => {
      this.log.warn(String(error));
    });
    // Asked for twice, it is started once.
    if (this.#client === before) {
      this.#client = undefined;
      this.start();
    }
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.stop();
  }

  dispose(): void {
    this.#status.dispose();
    this.#draft.dispose();
    this.#stopped.dispose();
    this.log.dispose();
  }

  async #launch(): Promise<LanguageClient> {
    // What is registered in activation comes first; loading the library takes longer than all of it.
    await new Promise(resolve => setImmediate(resolve));
    const { createClient } = await import('./client.ts');
    const options = { storage: this.#storage, translation: vscode.l10n.bundle };
    const client = createClient(this.#module, options, this.log);
    client.onNotification('$/stet/status', (status: CorpusStatus) => {
      this.#status.fire(status);
    });
    client.onNotification('$/stet/draft', (status: DraftStatus) => {
      this.#draft.fire(status);
    });
    client.onDidChangeState(() => {
      this.#stopped.fire(!client.needsStop());
    });
    await client.start();
    return client;
  }
}
