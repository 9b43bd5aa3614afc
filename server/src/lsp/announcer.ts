import { CodeLensRefreshRequest, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { isDraft } from '../core/features/context.ts';
import { countQuotations, summaryOf } from '../core/features/count.ts';
import { say, sayCount } from '../core/text/say.ts';
import { projectFile } from '../fs/find-project.ts';
import { stackOf } from '../fs/thrown.ts';
import { MisreadDrafts } from './misread-drafts.ts';
import { diagnosticsOf, failed } from './requests/diagnostics.ts';
import type { Root } from './root.ts';
import type { Session } from './session.ts';
import type { DraftStatus, NoDraft } from './status.ts';

/** Milliseconds after the last keystroke until diagnostics are pushed to a client that does not pull. */
const gatherKeystrokes = 120;

/** Tells the client what is new: how folders and drafts stand, and that it is time to ask again. */
export class Announcer {
  readonly #session: Session;
  /** Aborted when the server ends: nobody listens any more. */
  readonly #end: AbortSignal;
  /** What cannot be read of a folder, as far as it was told. */
  readonly #told = new WeakMap<Root, Set<string>>();
  /** The folders of which it was told that nothing is checked. */
  readonly #unsourced = new WeakSet<Root>();
  /** What is wrong with the settings, as far as it was told. */
  #toldOfSettings: ReadonlySet<string> = new Set();
  readonly #pushes = new Map<string, NodeJS.Timeout>();
  readonly #misread: MisreadDrafts;
  /** The documents that were told to be drafts. */
  readonly #drafts = new Set<string>();

  constructor(session: Session, end: AbortSignal) {
    this.#session = session;
    this.#misread = new MisreadDrafts(session);
    this.#end = end;
    end.addEventListener('abort', () => {
      for (const timer of this.#pushes.values()) {
        clearTimeout(timer);
      }
    });
  }

  /** How a folder stands, and what could not be read of it, once; again where it could be read in between. */
  async folder(root: Root): Promise<void> {
    const { status, isUnsourced } = root;
    await this.#session.connection.sendNotification('$/stet/status', status);
    const told = this.#told.get(root) ?? new Set();
    const worded = status.problems.map(({ path, reason }) => ({ path, problem: `${path}: ${reason}` }));
    this.#told.set(root, new Set(worded.map(it => it.problem)));
    const news = worded.filter(it => !told.has(it.problem));
    const isOfSettings = ({ path }: { readonly path: string }): boolean => path === projectFile;
    // A slip in the settings is no reason why nothing is checked.
    const reasons = isUnsourced ? news.filter(it => !isOfSettings(it)) : [];
    if (reasons.length > 0) {
      this.#unsourced.add(root);
    }
    this.#warn(
      [...reasons, ...news.filter(it => !reasons.includes(it))].map(it => it.problem),
      problem => (reasons.length > 0 ? say('nothing is checked. {0}', problem) : problem),
    );
    this.#tellThatChecked(root);
  }

  /** A message that nothing is checked may still be on the screen when it is so no more. */
  #tellThatChecked(root: Root): void {
    const { state, articles } = root.status;
    if (state === 'silent' || (state === 'ready' && articles > 0)) {
      const wasUnsourced = this.#unsourced.delete(root);
      if (wasUnsourced && articles > 0) {
        const message = sayCount(
          articles,
          'there is a source again: the drafts are checked',
          'there are {0} sources again: the drafts are checked',
        );
        void this.#session.connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message: `Stet: ${message}`,
        });
      }
    }
  }

  /** What of the settings cannot be used, once; again where it could be in between. */
  settings(problems: readonly string[]): void {
    const told = this.#toldOfSettings;
    this.#toldOfSettings = new Set(problems);
    this.#warn(
      [...this.#toldOfSettings].filter(it => !told.has(it)),
      problem => say('{0} (what cannot be used counts as not set)', problem),
    );
  }

  /** The first in a message, all in the log. */
  #warn(problems: readonly string[], sentence: (problem: string) => string): void {
    const { connection, log } = this.#session;
    for (const problem of problems) {
      log.warn(problem);
    }
    const [first] = problems;
    if (first !== undefined) {
      const others = problems.length - 1;
      const problem = others === 0 ? first : say('{0} (and {1} more: see the log)', first, others);
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Stet: ${sentence(problem)}`,
      });
    }
  }

  /**
   * How the quotations of a draft stand; where Stet fails on it, nothing that was said of it before holds. Of a document that was
   * one and is none any more, as when `stet.json` names other drafts, that is told.
   */
  draft(uri: string): void {
    const status = this.#statusOf(uri);
    if (status !== undefined) {
      this.#drafts.add(uri);
      void this.#session.connection.sendNotification('$/stet/draft', status);
    } else if (this.#drafts.has(uri) && !this.#isDraft(uri)) {
      this.#drafts.delete(uri);
      void this.#session.connection.sendNotification('$/stet/noDraft', { uri } satisfies NoDraft);
    }
  }

  #isDraft(uri: string): boolean {
    const open = this.#session.open(uri);
    return open !== undefined && isDraft(open.text);
  }

  #statusOf(uri: string): DraftStatus | undefined {
    try {
      const open = this.#session.open(uri);
      if (open === undefined || !isDraft(open.text) || !open.root.isReady) {
        return undefined;
      }
      this.#misread.look(open);
      const checked = this.#session.check(open, open.text);
      const { quotations, verified } = countQuotations(checked);
      return { uri, total: quotations, verified, summary: summaryOf(checked) };
    } catch {
      // Its diagnostics say so, and the log says why.
      return { uri, total: 0, verified: 0, summary: failed() };
    }
  }

  /** All at once: a client that fails in one of them must not keep a writer from the others. Never fails. */
  async refresh(): Promise<void> {
    const { client, connection, documents, log } = this.#session;
    if (!client.pullDiagnostics) {
      for (const { uri } of documents.all()) {
        this.push(uri);
      }
    }
    try {
      await Promise.all([
        client.pullDiagnostics ? connection.languages.diagnostics.refresh() : undefined,
        this.refreshAnnotations(),
      ]);
    } catch (error) {
      if (!this.#end.aborted) {
        log.error(`the editor could not be told to ask again: ${stackOf(error)}`);
      }
    }
  }

  /** What stands beside the text says what the corpus says: it is stale with every change of it. */
  async refreshAnnotations(): Promise<void> {
    const { client, connection } = this.#session;
    await Promise.all([
      client.refreshLenses ? connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
      client.refreshHints ? connection.languages.inlayHint.refresh() : undefined,
      client.refreshTokens ? connection.languages.semanticTokens.refresh() : undefined,
    ]);
  }

  /** Sends the diagnostics of a document, and how it stands, to a client that does not pull: after a pause in typing. */
  push(uri: string): void {
    clearTimeout(this.#pushes.get(uri));
    this.#pushes.set(
      uri,
      setTimeout(() => {
        const version = this.#session.documents.get(uri)?.version;
        if (version !== undefined) {
          void this.#session.connection.sendDiagnostics({
            uri,
            version,
            diagnostics: [...diagnosticsOf(this.#session, uri)],
          });
          this.draft(uri);
        }
      }, gatherKeystrokes),
    );
  }

  /** Of a document that was closed nothing is said any more, where the client does not ask itself. */
  closed(uri: string): void {
    this.#misread.closed(uri);
    this.#drafts.delete(uri);
    if (!this.#session.client.pullDiagnostics) {
      clearTimeout(this.#pushes.get(uri));
      this.#pushes.delete(uri);
      void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }
}
