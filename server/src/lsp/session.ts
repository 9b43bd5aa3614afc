import { TextDocuments, type Connection, type RemoteConsole } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { check, type DraftCheck } from '../core/features/check.ts';
import { isDraft } from '../core/features/context.ts';
import { readDraft } from '../core/draft/read-draft.ts';
import type { Article } from '../core/corpus/article.ts';
import type { Completion } from '../core/features/completion.ts';
import type { Draft } from '../core/draft/draft.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { formatOf } from '../formats/format-of.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Root } from './root.ts';
import { Typing } from './typing.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** A document that is open in the editor, read: a draft, or an article of the corpus. */
export interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly root: Root;
  readonly text: Draft | Article;
}

interface ReadDraft {
  readonly version: number;
  /** Of the corpus whose names were known; a draft is read anew when the sources change. */
  readonly revision: number;
  readonly root: Root;
  readonly draft: Draft;
  check: { readonly revision: number; readonly project: object; readonly result: DraftCheck } | undefined;
}

/** The open documents and the workspace folders; what was read of a document is kept until its next version. */
export class Session {
  readonly connection: Connection;
  readonly model: NamesModel;
  readonly client: ClientFeatures;
  readonly documents = new TextDocuments(TextDocument);
  readonly typing = new Typing();
  settings: Settings = defaultSettings;
  readonly #roots = new Map<string, Root>();
  readonly #drafts = new Map<string, ReadDraft>();
  readonly #uris = new WeakMap<Draft | Article, string>();
  #offered: { readonly list: number; readonly completions: readonly Completion[] } = {
    list: 0,
    completions: [],
  };

  constructor(connection: Connection, client: ClientFeatures, model: NamesModel) {
    this.connection = connection;
    this.client = client;
    this.model = model;
  }

  get log(): RemoteConsole {
    return this.connection.console;
  }

  get roots(): readonly Root[] {
    return [...this.#roots.values()];
  }

  addRoot(root: Root): void {
    this.#roots.set(root.uri, root);
  }

  removeRoot(uri: string): Root | undefined {
    const root = this.#roots.get(uri);
    this.#roots.delete(uri);
    return root;
  }

  /** The workspace folder that a document belongs to: the innermost; for one that was never saved, the first that speaks. */
  rootOf(uri: string): Root | undefined {
    const parsed = URI.parse(uri);
    if (parsed.scheme === 'untitled') {
      return this.roots.find(root => root.speaks) ?? this.roots[0];
    }
    // What is shown of a repository or the web under the path of a file is not that file.
    const isOnDisk = parsed.scheme === 'file';
    const inside = this.roots.filter(
      root => root.isOnDisk === isOnDisk && root.relative(parsed.fsPath) !== undefined,
    );
    return inside.sort((one, other) => other.path.length - one.path.length)[0];
  }

  /** A document as it was read; undefined where it belongs to no folder, the folder is silent, or it is neither draft nor article. */
  open(uri: string): OpenText | undefined {
    const document = this.documents.get(uri);
    const root = this.rootOf(uri);
    if (document === undefined || root === undefined || !root.speaks) {
      return undefined;
    }
    const path = root.relative(URI.parse(uri).fsPath) ?? URI.parse(uri).path;
    const { version } = document;
    const article = root.articleAt(path);
    if (article !== undefined) {
      this.#uris.set(article, uri);
      return article.text === document.getText() ? { uri, version, root, text: article } : undefined;
    }
    return root.isDraft(path, URI.parse(uri).scheme)
      ? { uri, version, root, text: this.#draft(document, path, root) }
      : undefined;
  }

  /** The drafts of one folder that are open, but for those on which Stet fails: whoever asks for one is told. */
  openDrafts(root: Root): readonly Draft[] {
    return this.documents.all().flatMap(({ uri }) => {
      try {
        const open = this.open(uri);
        return open?.root === root && isDraft(open.text) ? [open.text] : [];
      } catch {
        return [];
      }
    });
  }

  /** The document that a text was read from; undefined where it is not open. */
  uriOf(text: Draft | Article): string | undefined {
    return this.#uris.get(text);
  }

  /** All that Stet says of a draft; remembered until the draft, the corpus or the project changes. */
  check({ uri, root }: OpenText, draft: Draft): DraftCheck {
    const { corpus, project } = root.context;
    const read = this.#drafts.get(uri);
    if (read?.draft === draft && read.check?.revision === corpus.revision && read.check.project === project) {
      return read.check.result;
    }
    const result = check(root.context, draft);
    if (read?.draft === draft && corpus.whole) {
      read.check = { revision: corpus.revision, project, result };
    }
    return result;
  }

  /** Keeps what completion offered until it offers again, and gives it a number to ask for its details by. */
  offer(completions: readonly Completion[]): number {
    this.#offered = { list: this.#offered.list + 1, completions };
    return this.#offered.list;
  }

  /** What completion offered under that number; undefined once it has offered something else. */
  offered(list: number | undefined): readonly Completion[] | undefined {
    return list === this.#offered.list ? this.#offered.completions : undefined;
  }

  forget(uri: string): void {
    this.typing.forget(uri);
    this.#drafts.delete(uri);
  }

  #draft(document: TextDocument, path: string, root: Root): Draft {
    const { uri, version, languageId } = document;
    const known = this.#drafts.get(uri);
    const { corpus } = root.context;
    if (known?.version === version && known.root === root && known.revision === corpus.revision) {
      return known.draft;
    }
    const language = languageOf(path, languageId);
    const draft = readDraft({ path, text: document.getText(), language }, this.model, corpus, known?.draft);
    this.#uris.set(draft, uri);
    this.#drafts.set(uri, { version, root, revision: corpus.revision, draft, check: undefined });
    return draft;
  }
}

/** By the file's name, as the command line has it: editors have other words for Markdown. One never saved is what the editor says. */
function languageOf(path: string, languageId: string): Draft['language'] {
  const format = formatOf(path);
  const unsaved = languageId === 'markdown' ? 'markdown' : 'plaintext';
  return format.kind === 'read' ? format.language : unsaved;
}
