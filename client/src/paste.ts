import * as vscode from 'vscode';
import { fromRange, toRange } from './places.ts';
import type { Insertion, PasteQuotationParams } from './protocol.ts';
import type { Newsroom } from './newsroom.ts';
import type { Server } from './server.ts';
import { textSelector } from './text-selector.ts';

/** Says where a text was copied; read only by this extension. */
const copiedFrom = 'application/vnd.stet.copied+json';
/** Longer texts are no quotation. */
const longest = 4000;

/**
 * Text that stands in a source's quotation, pasted into a draft: offered as a verified quotation with its attribution,
 * below the plain text that VS Code pastes.
 */
export function registerPaste(server: Server, newsroom: Newsroom): vscode.Disposable {
  // VS Code has it since 1.97; other editors that take the extension may not.
  if (typeof vscode.languages.registerDocumentPasteEditProvider !== 'function') {
    return new vscode.Disposable(() => undefined);
  }
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('stet', 'quotation');
  const provider: vscode.DocumentPasteEditProvider = {
    prepareDocumentPaste(document, [range, ...others], transfer) {
      if (range !== undefined && others.length === 0 && !range.isEmpty && newsroom.corpora.length > 0) {
        const place: PasteQuotationParams['from'] = { uri: document.uri.toString(), range: fromRange(range) };
        transfer.set(copiedFrom, new vscode.DataTransferItem(place));
      }
    },
    async provideDocumentPasteEdits(document, [range, ...others], transfer, _context, token) {
      const text = await transfer.get('text/plain')?.asString();
      if (range === undefined || others.length > 0 || text === undefined || text.length > longest) {
        return undefined;
      }
      const place: unknown = transfer.get(copiedFrom)?.value;
      const from = typeof place === 'string' ? parsed(place) : place;
      const params: PasteQuotationParams = {
        uri: document.uri.toString(),
        range: fromRange(range),
        text,
        from: isPlace(from) ? from : null,
      };
      const insertion = await server.request<Insertion>('stet/pasteQuotation', params, token);
      return insertion === undefined || insertion.version !== document.version
        ? undefined
        : [toPasteEdit(kind, document, range, insertion)];
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider(textSelector, provider, {
    providedPasteEditKinds: [kind],
    copyMimeTypes: [copiedFrom],
    pasteMimeTypes: ['text/plain'],
  });
}

function toPasteEdit(
  kind: vscode.DocumentDropOrPasteEditKind,
  document: vscode.TextDocument,
  range: vscode.Range,
  { edits }: Insertion,
): vscode.DocumentPasteEdit {
  const [first, ...others] = edits;
  const isInPlace = first !== undefined && toRange(first.range).isEqual(range);
  const title = vscode.l10n.t('Insert Verified Quotation');
  const paste = new vscode.DocumentPasteEdit(isInPlace ? first.newText : '', title, kind);
  const additional = new vscode.WorkspaceEdit();
  for (const edit of isInPlace ? others : edits) {
    additional.replace(document.uri, toRange(edit.range), edit.newText);
  }
  paste.additionalEdit = additional;
  // Plain text stays what pasting does; this one is offered beside it.
  paste.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return paste;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlace(value: unknown): value is NonNullable<PasteQuotationParams['from']> {
  return typeof value === 'object' && value !== null && 'uri' in value && 'range' in value;
}
