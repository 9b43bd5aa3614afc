import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type CodeAction,
  type CompletionList,
  type ConfigurationParams,
  type Diagnostic,
  type DidChangeWatchedFilesRegistrationOptions,
  type DocumentDiagnosticReport,
  type FileSystemWatcher,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type ServerCapabilities,
  type UnregistrationParams,
} from 'vscode-languageserver/node';
import type { ServerArguments } from '../../server/src/lsp/arguments.ts';
import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import type { DraftStatus } from '../../server/src/lsp/status.ts';
import { namesModel } from './names-model.ts';

/** An editor that pulls, as VS Code does. */
export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { snippetEditSupport: true },
  },
};

/** How a server is started, and what its client does. */
export interface WireOptions {
  /** Those of the files that the client opens; all as one without. */
  readonly folders?: readonly string[];
  /** What the user has set of the section `stet`; null: the client knows of none. */
  readonly settings?: object | null;
  readonly initializationOptions?: object | undefined;
  /** What stands on the command line; `root` is one of the files' folders. */
  readonly given?: ServerArguments;
  /** Whether the client says that it tells of things, and then does not. */
  readonly refuses?: boolean;
  /** What finds names. */
  readonly model?: () => NamesModel;
}

/** A newsroom on disk, with a server and a client over two pipes in one process. */
export class Wire {
  readonly client: ProtocolConnection;
  readonly root: string;
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  readonly messages: string[] = [];
  readonly logged: string[] = [];
  /** What the server says of work in progress. */
  readonly progress: { readonly kind: string; readonly message?: string }[] = [];
  readonly status: {
    root: string;
    state: string;
    articles: number;
    problems: { path: string; reason: string }[];
  }[] = [];
  /** What the server said of how drafts stand. */
  readonly drafts: DraftStatus[] = [];
  /** What the server has asked to be told of. */
  readonly registered: string[] = [];
  /** Which files it is to be told of, by the registrations that hold: `FOLDER/PATTERN` of each. */
  readonly watched = new Map<string, readonly string[]>();
  refreshes = 0;
  /** Which annotations it has told the client to ask for again. */
  readonly refreshed = new Set<string>();
  /** What the user has set of the section `stet`. */
  settings: object | null = {};
  /** What the server offers. */
  capabilities: ServerCapabilities | undefined;
  readonly #waiting: { test: () => boolean; resolve: () => void }[] = [];
  readonly #versions = new Map<string, number>();

  private constructor(root: string, { given = {}, refuses, model }: WireOptions) {
    this.root = root;
    const project = given.root === undefined ? given : { ...given, root: join(root, given.root) };
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, model ?? namesModel, project);
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, params);
      this.#look();
    });
    this.client.onNotification('window/showMessage', (params: { message: string }) => {
      this.messages.push(params.message);
      this.#look();
    });
    this.client.onNotification('window/logMessage', (params: { message: string }) => {
      this.logged.push(params.message);
      this.#look();
    });
    this.client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      this.client.onProgress(WorkDoneProgress.type, token, said => {
        this.progress.push(said);
        this.#look();
      });
    });
    this.client.onNotification('$/stet/status', (status: Wire['status'][number]) => {
      this.status.push(status);
      this.#look();
    });
    this.client.onNotification('$/stet/draft', (status: DraftStatus) => {
      this.drafts.push(status);
      this.#look();
    });
    this.client.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#look();
      return null;
    });
    this.client.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(() => this.settings),
    );
    this.client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(it => it.method));
      this.watches(registrations);
      if (refuses === true) {
        throw new Error('not now');
      }
      if (registrations.some(it => it.method === 'workspace/didChangeConfiguration')) {
        // As VS Code does: at once, whether or not anything has changed.
        void this.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      }
      return null;
    });
    this.client.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      unregisterations.forEach(it => this.watched.delete(it.id));
      this.#look();
      return null;
    });
    for (const what of ['codeLens', 'inlayHint', 'semanticTokens']) {
      this.client.onRequest(`workspace/${what}/refresh`, () => {
        this.refreshed.add(what);
        this.#look();
        return null;
      });
    }
    this.client.listen();
  }

  /** Writes the files, starts a server on their folder, and waits until the corpus is whole or there is none. */
  static async start(
    files: Readonly<Record<string, string>>,
    capabilities: ClientCapabilities = pulling,
    options: WireOptions = {},
  ): Promise<Wire> {
    const { folders, settings = {}, initializationOptions } = options;
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'stet-wire-')));
    const wire = new Wire(root, options);
    wire.settings = settings;
    for (const [path, text] of Object.entries(files)) {
      wire.write(path, text);
    }
    const roots = folders ?? ['.'];
    const { capabilities: offered } = await wire.client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: roots.map(name => ({ uri: pathToFileURL(join(wire.root, name)).toString(), name })),
    });
    wire.capabilities = offered;
    await wire.client.sendNotification('initialized', {});
    await wire.until(() => wire.status.filter(it => it.state !== 'indexing').length >= roots.length);
    return wire;
  }

  /** Waits for something that the server brings about; mocha's time limit ends a wait for nothing. */
  until(test: () => boolean): Promise<void> {
    return test() ? Promise.resolve() : new Promise(resolve => this.#waiting.push({ test, resolve }));
  }

  /** From now on the client tells of the files that these name. */
  watches(registrations: RegistrationParams['registrations']): void {
    for (const { id, method, registerOptions } of registrations) {
      if (method === 'workspace/didChangeWatchedFiles') {
        const { watchers } = registerOptions as DidChangeWatchedFilesRegistrationOptions;
        this.watched.set(id, watchers.map(patternOf));
      }
    }
    this.#look();
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).toString();
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Tells the server of files that changed on disk, and waits until it has them. */
  async touched(...paths: string[]): Promise<void> {
    const seen = this.status.length;
    await this.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map(path => ({ uri: this.uri(path), type: 2 })),
    });
    await this.until(() => this.status.slice(seen).some(it => it.state === 'ready'));
  }

  async openDocument(path: string, text: string, languageId = 'markdown'): Promise<string> {
    const uri = path.startsWith('untitled:') ? path : this.uri(path);
    this.#versions.set(uri, 1);
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  async change(uri: string, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  }

  async codes(uri: string): Promise<readonly unknown[]> {
    return (await this.pull(uri)).map(it => it.code);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.client.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionList | null> {
    return this.client.sendRequest('textDocument/completion', { textDocument: { uri }, position });
  }

  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
    rmSync(this.root, { recursive: true, force: true });
  }

  #look(): void {
    for (const waiting of [...this.#waiting]) {
      if (waiting.test()) {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        waiting.resolve();
      }
    }
  }
}

function patternOf({ globPattern }: FileSystemWatcher): string {
  if (typeof globPattern === 'string') {
    return globPattern;
  }
  const { baseUri, pattern } = globPattern;
  return `${typeof baseUri === 'string' ? baseUri : baseUri.uri}/${pattern}`;
}

/** The position of the first place where a text has these words; `at` counts into them. */
export function positionOf(text: string, words: string, at = 0): Position {
  const offset = text.indexOf(words) + at;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
