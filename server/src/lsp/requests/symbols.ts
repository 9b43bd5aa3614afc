import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from 'vscode-languageserver';
import { corpusSymbols, fileSymbols, type FileSymbol } from '../../core/features/symbols.ts';
import type { Session } from '../session.ts';
import { toLocation, toRange } from '../to-protocol.ts';

const workspaceLimit = 100;

/** The quotations and people of a file, for the outline. */
export function documentSymbols(session: Session, uri: string): DocumentSymbol[] {
  const open = session.open(uri);
  return open === undefined
    ? []
    : fileSymbols(open.text).map(symbol => {
        const range = toRange(open.text, symbol);
        return {
          name: symbol.name,
          detail: symbol.detail,
          kind: symbolKind(symbol),
          range,
          selectionRange: range,
        };
      });
}

/** People and quotations of every corpus, best first. */
export function workspaceSymbols(session: Session, words: string): WorkspaceSymbol[] {
  return session.roots.flatMap(root =>
    corpusSymbols(root.context, words, workspaceLimit).map(symbol => ({
      name: symbol.name,
      kind: symbolKind(symbol),
      containerName: symbol.detail,
      location: toLocation(root.path, symbol.article, symbol),
    })),
  );
}

function symbolKind({ kind }: FileSymbol): SymbolKind {
  switch (kind) {
    case 'quotation':
      return SymbolKind.String;
    case 'person':
      return SymbolKind.Class;
    case 'organisation':
      return SymbolKind.Module;
    case 'place':
      return SymbolKind.Namespace;
  }
}
