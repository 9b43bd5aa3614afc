import * as vscode from 'vscode';
import type { CorpusStatus, DraftStatus } from './protocol.ts';
import type { Server } from './server.ts';

/** What the server has said of the workspace so far; keeps the context keys of the views and commands. */
export class Newsroom implements vscode.Disposable {
  readonly #corpora = new Map<string, CorpusStatus>();
  readonly #drafts = new Map<string, DraftStatus>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #keys = new Map<string, unknown>();
  #lastDraft: vscode.Uri | undefined;
  #isStopped = false;

  constructor(server: Server) {
    this.#subscriptions = [
      this.#changed,
      server.onStatus(status => {
        this.#corpora.set(status.root, status);
        this.#update();
      }),
      server.onDraft(status => {
        this.#drafts.set(vscode.Uri.parse(status.uri).toString(), status);
        this.#update();
      }),
      server.onNoDraft(({ uri }) => {
        this.#drafts.delete(vscode.Uri.parse(uri).toString());
        this.#update();
      }),
      server.onStopped(isStopped => {
        this.#isStopped = isStopped;
        this.#drafts.clear();
        this.#update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#update();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#drafts.delete(uri.toString());
        this.#update();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        const folders = new Set(vscode.workspace.workspaceFolders?.map(it => it.uri.toString()));
        for (const root of [...this.#corpora.keys()].filter(
          it => !folders.has(vscode.Uri.parse(it).toString()),
        )) {
          this.#corpora.delete(root);
        }
        this.#update();
      }),
    ];
  }

  /** Whenever anything here may have changed, the active editor included. */
  readonly onDidChange = this.#changed.event;

  /** The workspace folders in which Stet has something to say. */
  get corpora(): readonly CorpusStatus[] {
    return [...this.#corpora.values()].filter(it => it.state !== 'silent');
  }

  /** Whether the server has said of every folder whether there are sources. */
  get known(): boolean {
    return this.#corpora.size >= (vscode.workspace.workspaceFolders?.length ?? 0) && this.#corpora.size > 0;
  }

  /** Whether nobody checks anything, because the server has stopped. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Whether sources are being read; a server that has stopped over them reads no more. */
  get isReading(): boolean {
    return !this.#isStopped && this.corpora.some(it => it.state === 'indexing');
  }

  /** Whether all folders have been looked into, and there is nothing in them to check against. */
  get isSourceless(): boolean {
    return this.corpora.length > 0 && this.corpora.every(it => it.state === 'ready' && it.articles === 0);
  }

  /** How the active editor's draft stands; undefined where it is none. */
  get activeDraft(): DraftStatus | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    return uri === undefined ? undefined : this.#drafts.get(uri);
  }

  /** The editor to write into: the active one, or, while a source has the focus, that of the last draft. */
  async draftEditor(): Promise<vscode.TextEditor | undefined> {
    const uri = this.#lastDraft;
    if (this.activeDraft !== undefined || uri === undefined) {
      return uri && vscode.window.activeTextEditor;
    }
    const shown = vscode.window.visibleTextEditors.find(it => it.document.uri.toString() === uri.toString());
    return shown ?? (await vscode.window.showTextDocument(uri));
  }

  /** The draft that was active last, while it is open. */
  get lastDraft(): vscode.Uri | undefined {
    return this.#lastDraft;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #update(): void {
    if (this.corpora.length === 0) {
      this.#drafts.clear();
    }
    const active = this.activeDraft;
    if (active !== undefined) {
      this.#lastDraft = vscode.Uri.parse(active.uri);
    } else if (this.#lastDraft !== undefined && !this.#drafts.has(this.#lastDraft.toString())) {
      this.#lastDraft = undefined;
    }
    this.#setContext('stet.active', this.corpora.length > 0);
    this.#setContext('stet.stopped', this.#isStopped);
    this.#setContext('stet.known', this.known);
    this.#setContext('stet.sourceless', this.isSourceless);
    this.#setContext('stet.draft', active !== undefined);
    this.#setContext('stet.hasDraft', this.#lastDraft !== undefined);
    this.#changed.fire();
  }

  #setContext(key: string, value: unknown): void {
    if (this.#keys.get(key) !== value) {
      this.#keys.set(key, value);
      void vscode.commands.executeCommand('setContext', key, value);
    }
  }
}
