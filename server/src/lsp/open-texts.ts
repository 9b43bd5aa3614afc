import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { absolutePath } from '../fs/paths.ts';

/** The texts of files that are open in the editor; asked for every article at once, so gathered once a turn. */
export class OpenTexts {
  readonly #documents: TextDocuments<TextDocument>;
  #byFile: Map<string, string> | undefined;

  constructor(documents: TextDocuments<TextDocument>) {
    this.#documents = documents;
  }

  /** The text of a file, given relative to a root folder; undefined where it is not open. */
  of(root: string, path: string): string | undefined {
    if (this.#byFile === undefined) {
      this.#byFile = new Map();
      for (const document of this.#documents.all()) {
        if (document.uri.startsWith('file:')) {
          this.#byFile.set(URI.parse(document.uri).fsPath, document.getText());
        }
      }
      setImmediate(() => {
        this.#byFile = undefined;
      });
    }
    return this.#byFile.size === 0 ? undefined : this.#byFile.get(absolutePath(root, path));
  }
}
