import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';

/** What the client can do, as far as an answer depends on it. */
export interface ClientFeatures {
  /**
   * Asks for diagnostics itself, and again when it is told to. To all others they are pushed: one that asks only once, as
   * Neovim 0.11 does, would ask before the sources are read.
   */
  readonly pullDiagnostics: boolean;
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  readonly refreshTokens: boolean;
  readonly definitionLinks: boolean;
  readonly nestedSymbols: boolean;
  readonly markdownHovers: boolean;
  readonly markdownCompletions: boolean;
  readonly snippetEdits: boolean;
  /** Takes edits of documents by version; without, each is a list of changes by URI. */
  readonly versionedEdits: boolean;
  /** Can make a file as part of an edit. */
  readonly createFiles: boolean;
  readonly showDocument: boolean;
  readonly configuration: boolean;
  /** Tells of changed settings only where it is asked to. */
  readonly configurationChanges: boolean;
  readonly workDoneProgress: boolean;
  readonly watchedFiles: boolean;
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
}

/** Reads what a client says of itself. */
export function clientFeatures({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures {
  const edits = workspace?.workspaceEdit;
  const snippetEdits = edits?.snippetEditSupport === true;
  const createFiles = edits?.resourceOperations?.includes('create') === true;
  return {
    pullDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHovers: takesMarkdown(textDocument?.hover?.contentFormat),
    markdownCompletions: takesMarkdown(textDocument?.completion?.completionItem?.documentationFormat),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    snippetEdits,
    // Only such edits hold snippets, and files to be made.
    versionedEdits: edits?.documentChanges === true || snippetEdits || createFiles,
    createFiles,
    showDocument: window?.showDocument?.support === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** One that says nothing of it is older than the choice, and shows Markdown or its source. */
function takesMarkdown(formats: readonly MarkupKind[] | undefined): boolean {
  return formats?.includes('markdown') !== false;
}
