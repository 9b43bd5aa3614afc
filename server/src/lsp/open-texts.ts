import { basename } from 'node:path';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { absolutePath, composed } from '../fs/paths.ts';

/** The texts of files that are open in the editor; asked for every article at once, so gathered once a turn. */
export class OpenTexts {
  readonly #documents: TextDocuments<TextDocument>;
  #byFile: Map<string, string> | undefined;
  /** Their names without folders: nearly every article is told by its name from all that is open. */
  readonly #names = new Set<string>();

  constructor(documents: TextDocuments<TextDocument>) {
    this.#documents = documents;
  }

  /** The text of a file, given relative to a root folder; undefined where it is not open. */
  of(root: string, path: string): string | undefined {
    if (this.#byFile === undefined) {
      this.#byFile = new Map();
      this.#names.clear();
      for (const document of this.#documents.all()) {
        if (document.uri.startsWith('file:')) {
          const file = composed(URI.parse(document.uri).fsPath);
          this.#byFile.set(file, document.getText());
          this.#names.add(basename(file));
        }
      }
      setImmediate(() => {
        this.#byFile = undefined;
      });
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    return this.#names.has(name) ? this.#byFile.get(composed(absolutePath(root, path))) : undefined;
  }
}
