import {
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { projectFile } from '../fs/find-project.ts';
import { absolutePath, plainEntry } from '../fs/paths.ts';
import { globBase, isGlob } from '../fs/patterns.ts';
import type { Root } from './root.ts';
import type { Session } from './session.ts';
import { wish } from './wish.ts';

/** Has the client watch the project files and the articles, where it can. */
export class Watch {
  readonly #session: Session;
  #registration: Disposable | undefined;
  #watched = '';
  #work = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Watches these roots and no others. Never fails: what a client does not tell of is looked for on disk now and then. */
  follow(roots: readonly Root[]): Promise<void> {
    if (this.#session.client.watchedFiles) {
      // One after the other: two at once would each take back what held before both, and one would hold for good.
      this.#work = this.#work.then(() => this.#register(roots));
    }
    return this.#work;
  }

  async #register(roots: readonly Root[]): Promise<void> {
    const watchers = roots.filter(it => it.isOnDisk).flatMap(root => this.#watchers(root));
    const watched = JSON.stringify(watchers);
    if (watched !== this.#watched) {
      this.#watched = watched;
      const before = this.#registration;
      this.#registration = await wish(this.#session, DidChangeWatchedFilesNotification.type, { watchers });
      before?.dispose();
    }
  }

  #watchers(root: Root): FileSystemWatcher[] {
    const folders = root.articles.map(entry => {
      const plain = plainEntry(root.path, entry);
      return isGlob(plain) ? globBase(plain) : plain;
    });
    const watch = (folder: string, pattern: string): FileSystemWatcher => {
      const base = URI.file(absolutePath(root.path, folder));
      return {
        globPattern: this.#session.client.relativePatterns
          ? { baseUri: base.toString(), pattern }
          : `${asPattern(base.fsPath.replaceAll('\\', '/'))}/${pattern}`,
      };
    };
    return [
      watch('.', projectFile),
      // The folder itself as well: a folder that is renamed or removed is one event, and none for what was in it.
      ...folders.flatMap(folder => [watch('.', asPattern(folder)), watch(folder, '**/*')]),
    ];
  }
}

/** A path as a pattern that matches it alone: what would be a wildcard stands in a range by itself. */
function asPattern(path: string): string {
  return path.replace(/[[\]{}*?]/g, '[$&]');
}
