import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CorpusStatus, DraftStatus, NoDraft } from './protocol.ts';

/** What came of a request; one that was cancelled has no answer. */
type Asked<Result> =
  | { readonly kind: 'answered'; readonly answer: Result | undefined }
  | { readonly kind: 'failed'; readonly reason: string };

/** The language server as the rest of the extension sees it: starts behind the scenes, and may be asked at once. */
export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('Stet', { log: true });
  readonly #module: string;
  readonly #storage: string;
  readonly #status = new vscode.EventEmitter<CorpusStatus>();
  readonly #draft = new vscode.EventEmitter<DraftStatus>();
  readonly #noDraft = new vscode.EventEmitter<NoDraft>();
  readonly #stopped = new vscode.EventEmitter<boolean>();
  #client: Promise<LanguageClient> | undefined;

  /** `module`: path of the server's bundle; `storage`: of the folder where it may keep things. */
  constructor(module: string, storage: string) {
    this.#module = module;
    this.#storage = storage;
  }

  readonly onStatus = this.#status.event;
  readonly onDraft = this.#draft.event;
  readonly onNoDraft = this.#noDraft.event;
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

  /** Asks for what is shown unasked; undefined where the server fails or has nothing to say. Failures are in the log alone. */
  async request<Result>(
    method: string,
    params: object,
    token?: vscode.CancellationToken,
  ): Promise<Result | undefined> {
    const asked = await this.#ask<Result>(method, params, token);
    return asked.kind === 'answered' ? asked.answer : undefined;
  }

  /** The same for a list that the user is looking at: `'failed'` where the server fails, for them to be told there. */
  async search<Result>(
    method: string,
    params: object,
    token: vscode.CancellationToken,
  ): Promise<Result | 'failed' | undefined> {
    const asked = await this.#ask<Result>(method, params, token);
    return asked.kind === 'answered' ? asked.answer : 'failed';
  }

  /** The same for what the user has commanded. Where the server fails, they are told what `sentence` makes of the reason. */
  async command<Result>(
    method: string,
    params: object,
    sentence: (reason: string) => string,
    token?: vscode.CancellationToken,
  ): Promise<Result | 'failed' | undefined> {
    const asked = await this.#ask<Result>(method, params, token);
    if (asked.kind === 'answered') {
      return asked.answer;
    }
    void this.#tell(sentence(asked.reason));
    return 'failed';
  }

  async #tell(message: string): Promise<void> {
    const show = vscode.l10n.t('Show Log');
    if ((await vscode.window.showErrorMessage(`Stet: ${message}`, show)) === show) {
      this.log.show(true);
    }
  }

  async #ask<Result>(
    method: string,
    params: object,
    token: vscode.CancellationToken | undefined,
  ): Promise<Asked<Result>> {
    try {
      const client = await (this.#client ?? Promise.reject(new Error('not started')));
      // A token that is undefined would be taken for a second parameter.
      const answer =
        token === undefined
          ? client.sendRequest<Result | null>(method, params)
          : client.sendRequest<Result | null>(method, params, token);
      return { kind: 'answered', answer: (await answer) ?? undefined };
    } catch (error) {
      if (token?.isCancellationRequested === true) {
        return { kind: 'answered', answer: undefined };
      }
      this.log.error(`${method}: ${String(error)}`);
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
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
    this.#noDraft.dispose();
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
    client.onNotification('$/stet/noDraft', (draft: NoDraft) => {
      this.#noDraft.fire(draft);
    });
    client.onDidChangeState(() => {
      this.#stopped.fire(!client.needsStop());
    });
    await client.start();
    return client;
  }
}
