import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { say } from '../core/text/say.ts';
import { misreadFile } from '../formats/misread.ts';
import { readDraftFile } from '../fs/read-source.ts';
import type { OpenText, Session } from './session.ts';

/** Tells of drafts that the editor takes for another encoding: it shows no quotation marks where there are some. */
export class MisreadDrafts {
  readonly #session: Session;
  /** URIs that were looked at. */
  readonly #seen = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Looks at a draft, once as long as it is open. */
  look({ uri, root, text: { path, text } }: OpenText): void {
    if (!this.#seen.has(uri)) {
      this.#seen.add(uri);
      if (URI.parse(uri).scheme === 'file') {
        void this.#compare(root.path, path, text);
      }
    }
  }

  closed(uri: string): void {
    this.#seen.delete(uri);
  }

  async #compare(root: string, path: string, text: string): Promise<void> {
    const { connection, log } = this.#session;
    if ((await misreadFile(text, () => readDraftFile(root, path))) !== undefined) {
      const problem = say(
        '{0}: the editor reads it in another encoding than it is saved in and loses its quotation marks, so they are not checked: reopen it in the right one',
        path,
      );
      log.warn(problem);
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Stet: ${problem}`,
      });
    }
  }
}
