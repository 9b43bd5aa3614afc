import type { DocumentDiagnosticReport, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { userCacheFolder } from '../fs/cache/cache-folder.ts';
import { cacheIn } from '../fs/cache/reading-version.ts';
import { projectFile } from '../fs/find-project.ts';
import { Announcer } from './announcer.ts';
import { wireRead } from './answer.ts';
import { stackOf } from '../fs/thrown.ts';
import type { ServerArguments } from './arguments.ts';
import { Folder } from './folder.ts';
import { OpenTexts } from './open-texts.ts';
import { showProgress } from './progress.ts';
import { Root } from './root.ts';
import type { Session } from './session.ts';
import { readSettings, type ReadSettings } from './settings.ts';
import { Watch } from './watch.ts';

/** Milliseconds in which changes are gathered: a `git checkout` is one batch. */
const gatherFiles = 60;
/** Milliseconds after which they are read though more of them come, as from a program that writes all the time. */
const longestGather = 500;

/** Keeps the corpora in step with settings, folders and files, and the client in step with the corpora. */
export class Desk {
  readonly #session: Session;
  readonly #watch: Watch;
  readonly #folders = new Map<Root, Folder>();
  readonly #end = new AbortController();
  readonly #announcer: Announcer;
  /** The folder that the client keeps things in for Stet. */
  readonly #storage: string | undefined;
  readonly #given: ServerArguments;
  /** What the client set when it started the server: it counts as long as it says nothing else. */
  readonly #atStart: ReadSettings;
  readonly #openTexts: OpenTexts;
  #gather: NodeJS.Timeout | undefined;
  /** When the first of the changes came that are being gathered. */
  #gatheredSince: number | undefined;
  #isStarted = false;
  /** Called with each folder whose sources have changed. */
  whenChanged: (root: Root) => void = () => undefined;

  constructor(
    session: Session,
    folders: readonly string[],
    atStart: ReadSettings,
    storage: string | undefined,
    given: ServerArguments,
  ) {
    this.#session = session;
    this.#announcer = new Announcer(session, this.#end.signal);
    this.#storage = storage;
    this.#given = given;
    this.#openTexts = new OpenTexts(session.documents);
    this.#watch = new Watch(session);
    session.typing.onPause = () => {
      void this.#announcer.refresh();
    };
    this.#atStart = atStart;
    this.#session.settings = atStart.settings;
    for (const uri of folders) {
      this.#addFolder(uri);
    }
  }

  /** Reads every folder; what is asked meanwhile is answered from nothing. */
  async start(): Promise<void> {
    this.#isStarted = true;
    this.#announcer.settings(this.#atStart.problems);
    if (this.#session.client.configuration) {
      await this.#askForSettings();
    }
    await this.#loadAll();
  }

  /** Stops what is going on; settles when what was read is kept for the next time. */
  async close(): Promise<void> {
    this.#end.abort();
    clearTimeout(this.#gather);
    for (const folder of this.#folders.values()) {
      folder.close();
    }
    await Promise.all(this.#session.roots.map(it => it.kept));
  }

  /** Reads every folder anew, and forgets what was remembered of it. */
  rebuild(): Promise<void> {
    return this.#loadAll(true);
  }

  /** Settles when what is being read is read. */
  async settled(): Promise<void> {
    await Promise.all([...this.#folders.values()].map(folder => folder.enqueue(() => Promise.resolve())));
  }

  async changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    for (const { uri } of removed) {
      this.#removeFolder(uri);
    }
    await Promise.all(added.map(({ uri }) => this.#load(this.#addFolder(uri))));
    await this.#announcer.refresh();
    await this.#watch.follow(this.#session.roots);
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
      this.#set((settings as { readonly stet?: unknown } | undefined)?.stet);
    }
    if (before.articles.join('\n') !== this.#session.settings.articles.join('\n')) {
      await this.#loadAll();
    } else {
      await this.#announcer.refreshAnnotations();
    }
  }

  #set(section: unknown): void {
    const read = section === undefined || section === null ? this.#atStart : readSettings(section);
    this.#session.settings = read.settings;
    this.#announcer.settings([...this.#atStart.problems, ...read.problems]);
  }

  /** Those known stay where the client fails to tell. */
  async #askForSettings(): Promise<void> {
    const { connection, log } = this.#session;
    try {
      this.#set(await connection.workspace.getConfiguration('stet'));
    } catch (error) {
      if (!this.#end.signal.aborted) {
        log.error(`the editor did not say what is set: ${stackOf(error)}`);
      }
    }
  }

  /** Files that were created, changed or removed; gathered into one batch a folder. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const file = URI.parse(uri).fsPath;
      for (const folder of this.#folders.values()) {
        const path = folder.root.relative(file);
        if (path !== undefined) {
          this.#gatherChange(folder, path);
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
      // Of a text that is being read nobody knows yet whether it is this one.
      if (root.articleAt(path)?.text !== text || this.#folderOf(root)?.isBusy === true) {
        this.filesChanged([uri]);
      }
    } else if (!this.#session.client.pullDiagnostics) {
      this.#folderOf(root)?.asked();
      this.#announcer.push(uri);
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
    this.#announcer.closed(uri);
  }

  /** Answers a pull, and tells the client how the draft stands. Yields first, so that what waits on the wire is read. */
  async report(uri: string, compute: () => DocumentDiagnosticReport): Promise<DocumentDiagnosticReport> {
    await wireRead();
    const report = compute();
    this.#folderOf(this.#session.rootOf(uri))?.asked();
    this.#announcer.draft(uri);
    return report;
  }

  #folderOf(root: Root | undefined): Folder | undefined {
    return root && this.#folders.get(root);
  }

  #removeFolder(uri: string): void {
    const folder = this.#folderOf(this.#session.removeRoot(uri));
    if (folder !== undefined) {
      folder.close();
      this.#folders.delete(folder.root);
    }
  }

  #addFolder(uri: string): Folder {
    // A client may well name one twice.
    this.#removeFolder(uri);
    const root = new Root(uri, this.#session.model, (folder, path) => this.#openTexts.of(folder, path));
    this.#session.addRoot(root);
    const folder: Folder = new Folder(root, this.#session.log, path => {
      this.#gatherChange(folder, path);
    });
    this.#folders.set(root, folder);
    return folder;
  }

  #gatherChange(folder: Folder, path: string): void {
    folder.changed.add(path);
    clearTimeout(this.#gather);
    const now = performance.now();
    this.#gatheredSince ??= now;
    this.#gather = setTimeout(
      () => {
        this.#flush();
      },
      Math.min(gatherFiles, Math.max(0, this.#gatheredSince + longestGather - now)),
    );
  }

  async #loadAll(anew = false): Promise<void> {
    await Promise.all([...this.#folders.values()].map(folder => this.#load(folder, anew)));
  }

  /** `anew`: without what is remembered of the sources. */
  #load(folder: Folder, anew = false): Promise<void> {
    return folder.enqueue(() => this.#read(folder, anew));
  }

  async #read(folder: Folder, anew: boolean): Promise<void> {
    const { root } = folder;
    const { connection, log } = this.#session;
    const { articles = [], isUncached = false } = this.#given;
    const set = this.#session.settings.articles;
    const base = isUncached ? undefined : (this.#storage ?? userCacheFolder());
    const settings = cacheIn(base, line => log.info(line));
    const cache = settings && { ...settings, anew };
    await showProgress(this.#session, folder.end, options =>
      root.load(
        set.length > 0 ? set : articles,
        () => {
          if (!folder.end.aborted) {
            void connection.sendNotification('$/stet/status', root.status);
          }
        },
        { ...options, cache },
        () => this.#session.openDrafts(root),
      ),
    );
    await this.#watch.follow(this.#session.roots);
    folder.wasRead();
    await this.#announce(folder);
  }

  #flush(): void {
    this.#gatheredSince = undefined;
    for (const folder of this.#folders.values()) {
      const isProject = folder.changed.delete(projectFile);
      const changed = [...folder.changed];
      folder.changed.clear();
      if (isProject || (changed.length > 0 && !folder.root.speaks)) {
        void this.#load(folder);
      } else if (changed.length > 0) {
        void folder.enqueue(async () => {
          // A path is both: whether it is there now is for the disk to say.
          if (await folder.root.hasMoved()) {
            await this.#read(folder, false);
          } else if (await folder.root.apply({ changed, removed: changed })) {
            await this.#announce(folder);
          }
        });
      }
    }
  }

  async #announce({ root, end }: Folder): Promise<void> {
    if (!end.aborted) {
      await this.#announcer.folder(root);
      this.whenChanged(root);
      // Not waited for: the next batch must not hang on what a client does about this one.
      void this.#announcer.refresh();
    }
  }
}
