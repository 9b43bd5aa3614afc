import type { RemoteConsole } from 'vscode-languageserver';
import { stackOf } from '../fs/thrown.ts';
import type { Root } from './root.ts';
import { Rounds } from './rounds.ts';

/** What goes on in one workspace folder, until it is taken away. */
export class Folder {
  readonly root: Root;
  /** Files that are told to have changed, until they are looked at. */
  readonly changed = new Set<string>();
  readonly #log: RemoteConsole;
  readonly #rounds: Rounds;
  readonly #end = new AbortController();
  /** One chain: batches never overlap. */
  #work = Promise.resolve();
  /** How much of it is not done yet. */
  #left = 0;

  /** `unheard` is called with each file that has changed without anybody saying so. */
  constructor(root: Root, log: RemoteConsole, unheard: (path: string) => void) {
    this.root = root;
    this.#log = log;
    this.#rounds = new Rounds(async () => {
      try {
        (await root.unheard()).forEach(unheard);
      } catch (error) {
        log.error(`looking at ${root.path} failed: ${stackOf(error)}`);
      }
    });
  }

  /** Aborted when the folder is taken away, or the server ends. */
  get end(): AbortSignal {
    return this.#end.signal;
  }

  /** Stops what is going on. */
  close(): void {
    this.#end.abort();
    this.#rounds.end();
  }

  /** Its sources were read: from now on they are looked at now and then. */
  wasRead(): void {
    if (!this.end.aborted) {
      this.#rounds.begin();
    }
  }

  /** Somebody is at work in it. */
  asked(): void {
    this.#rounds.asked();
  }

  /** Whether sources are being read, or are about to be. */
  get isBusy(): boolean {
    return this.#left > 0;
  }

  /** Does some work when all that was wanted before is done; none where the folder is gone by then. */
  enqueue(work: () => Promise<void>): Promise<void> {
    this.#left++;
    this.#work = this.#work
      .then(() => (this.end.aborted ? undefined : work()))
      .catch((error: unknown) => {
        if (!this.end.aborted) {
          this.#log.error(`reading ${this.root.path} failed: ${stackOf(error)}`);
        }
      })
      .finally(() => {
        this.#left--;
      });
    return this.#work;
  }
}
