import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import type { NamesModel } from '../core/parse/names/model.ts';
import { speak } from '../core/text/say.ts';
import { readTranslation } from '../fs/read-translation.ts';
import type { ServerArguments } from './arguments.ts';
import { AllDrafts } from './all-drafts.ts';
import { answer } from './answer.ts';
import { clientFeatures, type ClientFeatures } from './client-features.ts';
import { Desk } from './desk.ts';
import { codeLenses, documentLinks, inlayHints, semanticTokens, tokenTypes } from './requests/annotations.ts';
import { codeActions, fixAllKind } from './requests/code-actions.ts';
import { completionAt, resolveCompletion, triggerCharacters } from './requests/completion.ts';
import { diagnosticReport } from './requests/diagnostics.ts';
import { showReason, typeReason } from './requests/exempt.ts';
import { listDraft, reportDraft } from './requests/drafts.ts';
import { hoverAt } from './requests/hover.ts';
import { inlineCompletionAt } from './requests/inline-completion.ts';
import {
  findCitations,
  findQuotations,
  insertChosen,
  insertChosenCitation,
  pasteQuotation,
} from './requests/insert.ts';
import { definitionAt, highlightsAt, referencesAt } from './requests/navigation.ts';
import { listContents, listSources, searchSources } from './requests/sources.ts';
import { documentSymbols, workspaceSymbols } from './requests/symbols.ts';
import { foldersOf, storageOf, translationOf } from './initialization.ts';
import { searchReady } from './search-ready.ts';
import { Session } from './session.ts';
import { readOptions } from './settings.ts';
import { wish } from './wish.ts';
import type {
  DraftListParams,
  FindCitationsParams,
  FindQuotationsParams,
  InsertCitationParams,
  InsertQuotationParams,
  PasteQuotationParams,
  ReportParams,
  SearchParams,
  SourceContentsParams,
  SourcesParams,
} from './own-protocol.ts';

/** Serves one client: the table of contents of all that it may ask. */
export function startServer(
  connection: Connection,
  readModel: () => NamesModel,
  given: ServerArguments = {},
): void {
  connection.onInitialize((params): InitializeResult => {
    const { translation, problem } = readTranslation(translationOf(params));
    speak(translation);
    const session = new Session(connection, clientFeatures(params.capabilities), readModel());
    const { settings, problems } = readOptions(params.initializationOptions);
    const atStart = { settings, problems: problem === undefined ? problems : [problem, ...problems] };
    const desk = new Desk(session, foldersOf(params, given), atStart, storageOf(params), given);
    const allDrafts = new AllDrafts(session);
    desk.whenChanged = root => {
      allDrafts.sourcesChanged(root);
    };
    listenForNews(connection, session, desk, allDrafts, given);
    listenForQuestions(connection, session, desk);
    listenForOwnQuestions(connection, session, desk, allDrafts);
    return { capabilities: capabilitiesFor(session.client), serverInfo: { name: 'stet' } };
  });
  connection.listen();
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
  inlineCompletionProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
  executeCommandProvider: { commands: [typeReason] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

function capabilitiesFor({ pullDiagnostics }: ClientFeatures): InitializeResult['capabilities'] {
  const diagnosticProvider = { identifier: 'stet', interFileDependencies: true, workspaceDiagnostics: false };
  return pullDiagnostics ? { ...capabilities, diagnosticProvider } : capabilities;
}

/** What the client tells: that it is ready, what changed in its folders, settings and documents, that it leaves. */
function listenForNews(
  connection: Connection,
  session: Session,
  desk: Desk,
  allDrafts: AllDrafts,
  { root }: ServerArguments,
): void {
  connection.onInitialized(async () => {
    if (session.client.configurationChanges) {
      await wish(session, DidChangeConfigurationNotification.type, { section: 'stet' });
    }
    if (session.client.workspaceFolders && root === undefined) {
      connection.workspace.onDidChangeWorkspaceFolders(event =>
        Promise.all([desk.changeFolders(event), allDrafts.foldersChanged()]),
      );
    }
    await desk.start();
  });
  connection.onDidChangeConfiguration(({ settings }) => desk.changeSettings(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(change => change.uri);
    desk.filesChanged(uris);
    allDrafts.filesChanged(uris);
  });
  connection.onShutdown(async () => {
    allDrafts.dispose();
    await desk.close();
  });

  session.documents.onDidChangeContent(({ document }) => {
    desk.documentChanged(document.uri);
  });
  session.documents.onDidOpen(({ document }) => {
    allDrafts.opened(document.uri);
  });
  session.documents.onDidClose(({ document }) => {
    desk.documentClosed(document.uri);
    allDrafts.closed(document.uri);
  });
  session.documents.listen(connection);
}

/** What the protocol has a client ask of a document, and of all. */
function listenForQuestions(connection: Connection, session: Session, desk: Desk): void {
  const { log } = session;
  const uriOf = (params: { readonly textDocument: { readonly uri: string } }): string =>
    params.textDocument.uri;

  // The one request that never goes through answer(): an error would silence the document until it is closed.
  connection.languages.diagnostics.on(params =>
    desk.report(uriOf(params), () => diagnosticReport(session, uriOf(params))),
  );
  connection.onHover((params, token) =>
    answer(log, 'hover', token, () => hoverAt(session, uriOf(params), params.position)),
  );
  connection.onCompletion((params, token) =>
    answer(log, 'completion', token, () => completionAt(session, uriOf(params), params.position)),
  );
  connection.onCompletionResolve((item, token) =>
    answer(log, 'completion details', token, () => resolveCompletion(session, item)),
  );
  connection.languages.inlineCompletion.on((params, token) =>
    answer(log, 'inline completion', token, () =>
      inlineCompletionAt(session, uriOf(params), params.position),
    ),
  );
  connection.onCodeAction((params, token) =>
    answer(log, 'code action', token, () => codeActions(session, params)),
  );
  connection.onExecuteCommand((_, token) =>
    answer(log, 'typing a reason', token, () => showReason(session, connection)),
  );
  connection.onDefinition((params, token) =>
    answer(log, 'definition', token, () => definitionAt(session, uriOf(params), params.position)),
  );
  connection.onReferences((params, token) =>
    answer(log, 'references', token, () => referencesAt(session, uriOf(params), params.position)),
  );
  connection.onDocumentHighlight((params, token) =>
    answer(log, 'highlights', token, () => highlightsAt(session, uriOf(params), params.position)),
  );
  connection.onDocumentSymbol((params, token) =>
    answer(log, 'symbols', token, () => documentSymbols(session, uriOf(params))),
  );
  connection.onWorkspaceSymbol((params, token) =>
    answer(log, 'workspace symbols', token, async () => {
      await searchReady(session, token);
      return workspaceSymbols(session, params.query);
    }),
  );
  connection.onCodeLens((params, token) =>
    answer(log, 'code lens', token, () => codeLenses(session, uriOf(params))),
  );
  connection.languages.inlayHint.on((params, token) =>
    answer(log, 'inlay hints', token, () => inlayHints(session, uriOf(params))),
  );
  connection.onDocumentLinks((params, token) =>
    answer(log, 'links', token, () => documentLinks(session, uriOf(params))),
  );
  connection.languages.semanticTokens.on((params, token) =>
    answer(log, 'semantic tokens', token, () => semanticTokens(session, uriOf(params))),
  );
}

/** What the extension's commands and views ask; other clients may, too. */
function listenForOwnQuestions(
  connection: Connection,
  session: Session,
  desk: Desk,
  allDrafts: AllDrafts,
): void {
  const on = <Params, Result>(
    method: string,
    compute: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): void => {
    connection.onRequest(`stet/${method}`, (params: Params, token: CancellationToken) =>
      answer(session.log, method, token, () => compute(params, token)),
    );
  };
  connection.onRequest('stet/rebuild', () => desk.rebuild());
  on('findQuotations', async (params: FindQuotationsParams, token) => {
    const ready = searchReady(session, token);
    if (params.words.trim() !== '') {
      await ready;
    }
    return findQuotations(session, params);
  });
  on('insertQuotation', (params: InsertQuotationParams) => insertChosen(session, params));
  on('findCitations', (params: FindCitationsParams) => findCitations(session, params));
  on('insertCitation', (params: InsertCitationParams) => insertChosenCitation(session, params));
  on('pasteQuotation', (params: PasteQuotationParams) => pasteQuotation(session, params));
  on('search', async (params: SearchParams, token) => {
    await searchReady(session, token);
    return searchSources(session, params);
  });
  on('sources', (params: SourcesParams) => listSources(session, params));
  on('sourceContents', (params: SourceContentsParams) => listContents(session, params.uri));
  on('draftList', (params: DraftListParams) => listDraft(session, params.uri));
  on('report', (params: ReportParams) => reportDraft(session, params));
  connection.onRequest('stet/checkAll', (_: unknown, token: CancellationToken) =>
    answer(session.log, 'checking all drafts', token, async () => {
      await desk.settled();
      return allDrafts.check(token);
    }),
  );
}
