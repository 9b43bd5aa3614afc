import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { CorpusStatus, DraftStatus } from './protocol.ts';

/** The one status bar item: a spinner while the sources are read, then `5 of 7 verified` for the active draft. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('stet.status', vscode.StatusBarAlignment.Left, 0);
  readonly #corpora = new Map<string, CorpusStatus>();
  readonly #drafts = new Map<string, DraftStatus>();
  readonly #subscriptions: vscode.Disposable[] = [this.#item];

  constructor(client: LanguageClient) {
    this.#item.name = 'Stet';
    this.#item.command = 'stet.showLog';
    this.#subscriptions.push(
      client.onNotification('stet/status', (status: CorpusStatus) => {
        this.#corpora.set(status.root, status);
        this.#show();
      }),
      client.onNotification('stet/draft', (status: DraftStatus) => {
        this.#drafts.set(vscode.Uri.parse(status.uri).toString(), status);
        this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#show();
      }),
      vscode.workspace.onDidCloseTextDocument(document => this.#drafts.delete(document.uri.toString())),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
  }

  #show(): void {
    const corpora = [...this.#corpora.values()].filter(corpus => corpus.state !== 'silent');
    if (corpora.length === 0) {
      this.#item.hide();
      return;
    }
    const articles = corpora.reduce((sum, corpus) => sum + corpus.articles, 0);
    const problems = corpora.flatMap(corpus => corpus.problems);
    const sources = articles === 1 ? '1 source' : `${String(articles)} sources`;
    const editor = vscode.window.activeTextEditor;
    const draft = editor === undefined ? undefined : this.#drafts.get(editor.document.uri.toString());
    if (corpora.some(corpus => corpus.state === 'indexing')) {
      this.#item.text = '$(sync~spin) Stet';
    } else if (draft !== undefined && draft.total > 0) {
      this.#item.text = `$(quote) ${String(draft.verified)} of ${String(draft.total)} verified`;
    } else {
      this.#item.text = problems.length > 0 ? '$(warning) Stet' : '$(quote) Stet';
    }
    const lines = [draft?.summary, sources, ...problems.map(it => `${it.path}: ${it.reason}`)];
    this.#item.tooltip = lines.filter(line => line !== undefined).join('\n');
    this.#item.accessibilityInformation = { label: `Stet: ${draft?.summary ?? sources}` };
    this.#item.show();
  }
}
