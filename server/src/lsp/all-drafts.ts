import {
  DidChangeWatchedFilesNotification,
  type CancellationToken,
  type Diagnostic,
  type Disposable,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { check, type DraftCheck } from '../core/features/check.ts';
import { countQuotations } from '../core/features/count.ts';
import { isDraft } from '../core/features/context.ts';
import { readDraft } from '../core/draft/read-draft.ts';
import { readExtensions } from '../formats/format-of.ts';
import { listDrafts } from '../fs/list-files.ts';
import type { Problem } from '../fs/problem.ts';
import { readDraftFile } from '../fs/read-source.ts';
import { nextTurn } from '../fs/turns.ts';
import { messageOf, stackOf } from '../fs/thrown.ts';
import type { CheckAllResult } from './own-protocol.ts';
import { failure, toDiagnostic } from './requests/diagnostics.ts';
import type { Root } from './root.ts';
import type { Session } from './session.ts';
import { articleUri } from './to-protocol.ts';
import { wish } from './wish.ts';

/** Milliseconds in which changes are gathered. */
const gather = 200;

/** What a verdict rests on: sources that are read anew count their revisions anew. */
interface Basis {
  readonly corpus: object;
  readonly revision: number;
  readonly project: object;
}

function basisOf({ context: { corpus, project } }: Root): Basis {
  return { corpus, revision: corpus.revision, project };
}

function isSame(one: Basis, other: Basis): boolean {
  return one.corpus === other.corpus && one.revision === other.revision && one.project === other.project;
}

/**
 * The drafts that are not open in the editor. Nothing is done about them until the writer asks for all to be checked;
 * from then on what is said of them follows the sources and the disk. An open draft is the editor's to ask for.
 */
export class AllDrafts {
  readonly #session: Session;
  /** URIs of which something is published. */
  readonly #published = new Set<string>();
  readonly #waiting = new Set<string>();
  /** What each folder was last checked against; empty until the writer asks. */
  readonly #checked = new Map<Root, Basis>();
  #watch: Disposable | undefined;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Checks all drafts of all folders, and publishes what is found in those that are not open. */
  check(token: CancellationToken): Promise<CheckAllResult> {
    return this.#enqueue(async () => {
      let total: CheckAllResult = { drafts: 0, quotations: 0, verified: 0, findings: 0, problems: [] };
      for (const root of this.#session.roots.filter(it => it.speaks)) {
        const result = await this.#checkRoot(root, token);
        total = {
          drafts: total.drafts + result.drafts,
          quotations: total.quotations + result.quotations,
          verified: total.verified + result.verified,
          findings: total.findings + result.findings,
          problems: [...total.problems, ...result.problems],
        };
      }
      await this.#follow();
      return total;
    });
  }

  /** The sources of a folder have changed, or what its `stet.json` says: what was said of its drafts may be wrong now. */
  sourcesChanged(root: Root): void {
    const checked = this.#checked.get(root);
    if (checked !== undefined && !root.speaks) {
      void this.#enqueue(async () => {
        this.#withdrawAll(uri => this.#session.rootOf(uri) === root);
      });
    } else if (checked !== undefined && root.isReady && !isSame(checked, basisOf(root))) {
      void this.#enqueue(() => this.#checkRoot(root, undefined));
    }
  }

  /** Folders came or went: of drafts in one that is gone nothing is said any more. */
  foldersChanged(): Promise<void> {
    return this.#enqueue(async () => {
      const { roots } = this.#session;
      for (const root of [...this.#checked.keys()].filter(it => !roots.includes(it))) {
        this.#checked.delete(root);
      }
      this.#withdrawAll(uri => this.#session.rootOf(uri) === undefined);
    });
  }

  /** Files were created, changed or removed. */
  filesChanged(uris: readonly string[]): void {
    if (this.#checked.size > 0) {
      for (const uri of uris) {
        this.#waiting.add(uri);
      }
      this.#later();
    }
  }

  /** From now on the editor asks for this one itself. */
  opened(uri: string): void {
    this.#withdraw(uri);
  }

  #withdrawAll(isOver: (uri: string) => boolean): void {
    for (const uri of [...this.#published].filter(isOver)) {
      this.#withdraw(uri);
    }
  }

  #withdraw(uri: string): void {
    if (this.#published.delete(uri)) {
      void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  closed(uri: string): void {
    this.filesChanged([uri]);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watch?.dispose();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const uris = [...this.#waiting];
      this.#waiting.clear();
      void this.#enqueue(() => this.#checkAgain(uris));
    }, gather);
  }

  async #checkAgain(uris: readonly string[]): Promise<void> {
    const drafts = new Map<Root, ReadonlySet<string>>();
    for (const uri of uris) {
      const root = this.#session.rootOf(uri);
      const { scheme, fsPath } = URI.parse(uri);
      const path = scheme === 'file' ? root?.relative(fsPath) : undefined;
      if (root === undefined || path === undefined || !this.#checked.has(root) || root.isArticle(path)) {
        continue;
      }
      // Once a batch: all folders are gone through, and git is asked.
      const paths = drafts.get(root) ?? new Set((await listDrafts(root.path, root.context.project)).paths);
      drafts.set(root, paths);
      if (paths.has(path)) {
        await this.#checkFile(root, path);
      } else {
        this.#withdraw(uri);
      }
    }
  }

  async #checkRoot(root: Root, token: CancellationToken | undefined): Promise<CheckAllResult> {
    if (!root.context.corpus.whole) {
      this.#checked.set(root, basisOf(root));
      this.#withdrawAll(uri => this.#session.rootOf(uri) === root);
      return { drafts: 0, quotations: 0, verified: 0, findings: 0, problems: root.status.problems };
    }
    const { paths, problems } = await listDrafts(root.path, root.context.project);
    const found: Problem[] = [...problems];
    let [drafts, quotations, verified, findings] = [0, 0, 0, 0];
    this.#checked.set(root, basisOf(root));
    for (const path of paths) {
      // Typing goes first.
      await nextTurn();
      if (token?.isCancellationRequested === true) {
        break;
      }
      const checked = await this.#checkFile(root, path);
      if ('reason' in checked) {
        found.push(checked);
        continue;
      }
      const count = countQuotations(checked);
      drafts++;
      quotations += count.quotations;
      verified += count.verified;
      findings += checked.findings.length;
    }
    if (token?.isCancellationRequested !== true) {
      const kept = new Set(paths.map(path => articleUri(root.path, path)));
      this.#withdrawAll(uri => this.#session.rootOf(uri) === root && !kept.has(uri));
    }
    return { drafts, quotations, verified, findings, problems: found };
  }

  async #checkFile(root: Root, path: string): Promise<DraftCheck | Problem> {
    const uri = articleUri(root.path, path);
    try {
      const open = this.#session.open(uri);
      if (open !== undefined && isDraft(open.text)) {
        return this.#session.check(open, open.text);
      }
      const file = await readDraftFile(root.path, path);
      if (file.kind === 'problem') {
        this.#publish(uri, []);
        return { path, reason: file.reason };
      }
      const { context } = root;
      const source = { path, text: file.text, language: file.language };
      const draft = readDraft(source, this.#session.model, context.corpus);
      const checked = check(context, draft);
      const place = { uri, version: 0, root, text: draft };
      this.#publish(
        uri,
        checked.findings.map(finding => toDiagnostic(place, draft, finding)),
      );
      return checked;
    } catch (error) {
      this.#session.log.error(`checking ${path} failed: ${stackOf(error)}`);
      this.#publish(uri, [failure()]);
      return { path, reason: messageOf(error) };
    }
  }

  #publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    // It may have been opened while it was read.
    const isOpen = this.#session.documents.get(uri) !== undefined;
    if (diagnostics.length === 0 || isOpen) {
      this.#withdraw(uri);
    } else {
      this.#published.add(uri);
      void this.#session.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    }
  }

  /** Has the client tell of drafts that change on disk. */
  async #follow(): Promise<void> {
    if (this.#session.client.watchedFiles && this.#watch === undefined) {
      this.#watch = await wish(this.#session, DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: `**/*.{${readExtensions.join(',')}}` }],
      });
    }
  }

  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.#work.then(work);
    this.#work = next.catch((error: unknown) => {
      this.#session.log.error(`checking all drafts failed: ${stackOf(error)}`);
    });
    return next;
  }
}
