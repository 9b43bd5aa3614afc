import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { corpusSymbols, fileSymbols, type FileSymbol } from '../../core/features/symbols.ts';
import type { Session } from '../session.ts';
import { toLocation, toRange } from '../to-protocol.ts';

const workspaceLimit = 100;

/** The quotations and people of a file, for the outline; an older client takes them only with their places. */
export function documentSymbols(session: Session, uri: string): DocumentSymbol[] | SymbolInformation[] {
  const open = session.open(uri);
  if (open === undefined) {
    return [];
  }
  const symbols = fileSymbols(open.text).map(symbol => {
    const { name, detail } = symbol;
    return { name, detail, kind: symbolKind(symbol), range: toRange(open.text, symbol) };
  });
  return session.client.nestedSymbols
    ? symbols.map(it => ({ ...it, selectionRange: it.range }))
    : symbols.map(({ name, detail, kind, range }) => ({
        name,
        kind,
        containerName: detail,
        location: { uri, range },
      }));
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
