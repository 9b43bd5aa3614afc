import {
  CodeLensRefreshRequest,
  MessageType,
  ShowMessageNotification,
  type DocumentDiagnosticReport,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { countVerdicts, countWords } from '../core/features/count.ts';
import { isDraft } from '../core/features/context.ts';
import { say } from '../core/text/say.ts';
import { userCacheFolder } from '../fs/cache/cache-folder.ts';
import { cacheIn } from '../fs/cache/reading-version.ts';
import { projectFile } from '../fs/find-project.ts';
import { wireRead, stackOf } from './answer.ts';
import { OpenTexts } from './open-texts.ts';
import { showProgress } from './progress.ts';
import { diagnosticsOf } from './requests/diagnostics.ts';
import { Root } from './root.ts';
import { Rounds } from './rounds.ts';
import type { Session } from './session.ts';
import { readSettings } from './settings.ts';
import type { DraftStatus } from './status.ts';
import { Watch } from './watch.ts';

/** Milliseconds in which changes are gathered: a `git checkout` is one batch. */
const gatherFiles = 60;
/** Milliseconds after the last keystroke until diagnostics are pushed to a client that does not pull. */
const gatherKeystrokes = 120;

/** Keeps the corpora in step with settings, folders and files, and the client in step with the corpora. */
export class Desk {
  readonly #session: Session;
  readonly #watch: Watch;
  /** One chain of work a root: batches never overlap. */
  readonly #work = new WeakMap<Root, Promise<void>>();
  readonly #changed = new Map<Root, Set<string>>();
  readonly #rounds = new Map<Root, Rounds>();
  readonly #shown = new Set<string>();
  readonly #pushes = new Map<string, NodeJS.Timeout>();
  readonly #abort = new AbortController();
  /** The folder that the client keeps things in for Stet. */
  readonly #storage: string | undefined;
  readonly #openTexts: OpenTexts;
  #gather: NodeJS.Timeout | undefined;
  #isStarted = false;
  /** Called with each folder whose sources have changed. */
  whenChanged: (root: Root) => void = () => undefined;

  constructor(session: Session, folders: readonly string[], settings: unknown, storage?: string) {
    this.#session = session;
    this.#storage = storage;
    this.#openTexts = new OpenTexts(session.documents);
    this.#watch = new Watch(session);
    session.typing.onPause = () => {
      void this.#refresh();
    };
    this.#session.settings = readSettings(settings);
    for (const uri of folders) {
      this.#addRoot(uri);
    }
  }

  /** Reads every folder; what is asked meanwhile is answered from nothing. */
  async start(): Promise<void> {
    this.#isStarted = true;
    if (this.#session.client.configuration) {
      await this.#askForSettings();
    }
    await Promise.all(this.#session.roots.map(root => this.#load(root)));
  }

  /** Stops what is going on; settles when what was read is kept for the next time. */
  async close(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#gather);
    for (const rounds of this.#rounds.values()) {
      rounds.end();
    }
    for (const timer of this.#pushes.values()) {
      clearTimeout(timer);
    }
    await Promise.all(this.#session.roots.map(it => it.kept));
  }

  /** Reads every folder anew, and forgets what was remembered of it. */
  async rebuild(): Promise<void> {
    await Promise.all(this.#session.roots.map(root => this.#load(root, true)));
  }

  async changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    for (const folder of removed) {
      const root = this.#session.removeRoot(folder);
      if (root !== undefined) {
        this.#changed.delete(root);
        this.#rounds.get(root)?.end();
        this.#rounds.delete(root);
      }
    }
    await Promise.all(added.map(folder => this.#load(this.#addRoot(folder.uri))));
    await this.#refresh();
  }

  /** `settings` is what an older client sends along; a newer one is asked. */
  async changeSettings(settings: unknown): Promise<void> {
    if (!this.#isStarted) {
      // They are asked for when it starts.
      return;
    }
    const before = this.#session.settings;
    if (this.#session.client.configuration) {
      await this.#askForSettings();
    } else {
      this.#session.settings = readSettings((settings as { readonly stet?: unknown } | undefined)?.stet);
    }
    if (before.articles.join('\n') !== this.#session.settings.articles.join('\n')) {
      await Promise.all(this.#session.roots.map(root => this.#load(root)));
    } else {
      await this.#refreshAnnotations();
    }
  }

  /** Those known stay where the client fails to tell. */
  async #askForSettings(): Promise<void> {
    const { connection, log } = this.#session;
    try {
      this.#session.settings = readSettings(await connection.workspace.getConfiguration('stet'));
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        log.error(`the editor did not say what is set: ${stackOf(error)}`);
      }
    }
  }

  /** Files that were created, changed or removed; gathered into one batch a folder. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const file = URI.parse(uri).fsPath;
      for (const root of this.#session.roots) {
        const path = root.relative(file);
        if (path !== undefined) {
          this.#gatherChange(root, path);
        }
      }
    }
  }

  /** An article that is being edited counts as it stands in the editor; a draft is checked again. */
  documentChanged(uri: string): void {
    this.#session.typing.note(uri, this.#session.documents.get(uri)?.getText() ?? '');
    const root = this.#session.rootOf(uri);
    const path = root?.relative(URI.parse(uri).fsPath);
    if (root !== undefined && path !== undefined && root.isArticle(path)) {
      const text = this.#session.documents.get(uri)?.getText();
      if (root.articleAt(path)?.text !== text) {
        this.filesChanged([uri]);
      }
    } else if (!this.#session.client.pullDiagnostics) {
      this.#push(uri);
    }
  }

  documentClosed(uri: string): void {
    this.#session.forget(uri);
    const root = this.#session.rootOf(uri);
    const path = root?.relative(URI.parse(uri).fsPath);
    if (root !== undefined && path !== undefined && root.isArticle(path)) {
      // What was typed and not saved is gone.
      this.filesChanged([uri]);
    }
    if (!this.#session.client.pullDiagnostics) {
      clearTimeout(this.#pushes.get(uri));
      this.#pushes.delete(uri);
      void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  /** Answers a pull, and tells the client how the draft stands. Yields first, so that what waits on the wire is read. */
  async report(uri: string, compute: () => DocumentDiagnosticReport): Promise<DocumentDiagnosticReport> {
    await wireRead();
    const report = compute();
    this.#announceDraft(uri);
    return report;
  }

  #addRoot(uri: string): Root {
    const root: Root = new Root(uri, this.#session.model, path => this.#openTexts.of(root.path, path));
    this.#session.addRoot(root);
    const look = async (): Promise<void> => {
      try {
        for (const path of await root.unheard()) {
          this.#gatherChange(root, path);
        }
      } catch (error) {
        this.#session.log.error(`looking at ${root.path} failed: ${stackOf(error)}`);
      }
    };
    this.#rounds.set(root, new Rounds(look));
    return root;
  }

  #gatherChange(root: Root, path: string): void {
    const paths = this.#changed.get(root) ?? new Set();
    this.#changed.set(root, paths.add(path));
    clearTimeout(this.#gather);
    this.#gather = setTimeout(() => {
      this.#flush();
    }, gatherFiles);
  }

  /** `anew`: without what is remembered of the sources. */
  #load(root: Root, anew = false): Promise<void> {
    return this.#enqueue(root, async () => {
      const { connection, log } = this.#session;
      const settings = cacheIn(this.#storage ?? userCacheFolder(), line => log.info(line));
      const cache = settings && { ...settings, anew };
      await showProgress(this.#session, this.#abort.signal, options =>
        root.load(
          this.#session.settings.articles,
          () => {
            void connection.sendNotification('stet/status', root.status);
          },
          { ...options, cache },
          () => this.#session.openDrafts(root),
        ),
      );
      await this.#watch.follow(this.#session.roots);
      this.#rounds.get(root)?.begin();
      await this.#announce(root);
    });
  }

  #flush(): void {
    for (const [root, paths] of this.#changed) {
      this.#changed.delete(root);
      const isProject = paths.delete(projectFile);
      const changed = [...paths];
      if (isProject || !root.speaks) {
        void this.#load(root);
      } else if (changed.length > 0) {
        void this.#enqueue(root, async () => {
          // A path is both: whether it is there now is for the disk to say.
          if (await root.apply({ changed, removed: changed })) {
            await this.#announce(root);
          }
        });
      }
    }
  }

  #enqueue(root: Root, work: () => Promise<void>): Promise<void> {
    const next = (this.#work.get(root) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      if (!this.#abort.signal.aborted) {
        this.#session.log.error(`reading ${root.path} failed: ${stackOf(error)}`);
      }
    });
    this.#work.set(root, next);
    return next;
  }

  async #announce(root: Root): Promise<void> {
    const { connection, log, roots } = this.#session;
    if (!roots.includes(root)) {
      // Taken away while it was read.
      return;
    }
    await connection.sendNotification('stet/status', root.status);
    const fresh = root.status.problems.filter(
      ({ path, reason }) => !this.#shown.has(`${root.uri}\n${path}\n${reason}`),
    );
    for (const { path, reason } of fresh) {
      this.#shown.add(`${root.uri}\n${path}\n${reason}`);
      log.warn(`${path}: ${reason}`);
    }
    const [first] = fresh;
    if (first !== undefined) {
      const about = `${first.path}: ${first.reason}`;
      const others = fresh.length - 1;
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Stet: ${others === 0 ? about : say('{0} (and {1} more: see the log)', about, others)}`,
      });
    }
    this.whenChanged(root);
    // Not waited for: the next batch must not hang on what a client does about this one.
    void this.#refresh();
  }

  /** All at once: a client that fails in one of them must not keep a writer from the others. Never fails. */
  async #refresh(): Promise<void> {
    const { client, connection, documents, log } = this.#session;
    if (!client.pullDiagnostics) {
      for (const { uri } of documents.all()) {
        this.#push(uri);
      }
    }
    try {
      await Promise.all([
        client.pullDiagnostics ? connection.languages.diagnostics.refresh() : undefined,
        this.#refreshAnnotations(),
      ]);
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        log.error(`the editor could not be told to ask again: ${stackOf(error)}`);
      }
    }
  }

  /** What stands beside the text says what the corpus says: it is stale with every change of it. */
  async #refreshAnnotations(): Promise<void> {
    const { client, connection } = this.#session;
    await Promise.all([
      client.refreshLenses ? connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
      client.refreshHints ? connection.languages.inlayHint.refresh() : undefined,
      client.refreshTokens ? connection.languages.semanticTokens.refresh() : undefined,
    ]);
  }

  #push(uri: string): void {
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
          this.#announceDraft(uri);
        }
      }, gatherKeystrokes),
    );
  }

  #announceDraft(uri: string): void {
    const root = this.#session.rootOf(uri);
    if (root !== undefined) {
      this.#rounds.get(root)?.asked();
    }
    const open = this.#session.open(uri);
    if (open !== undefined && isDraft(open.text) && open.root.context.corpus.whole) {
      const count = countVerdicts(this.#session.check(open, open.text).verifications);
      const status: DraftStatus = {
        uri,
        total: count.quotations,
        verified: count.verified,
        summary: countWords(count),
      };
      void this.#session.connection.sendNotification('stet/draft', status);
    }
  }
}
