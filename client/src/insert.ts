import * as vscode from 'vscode';
import type { Desk } from './desk.ts';
import { sayNoDraft } from './no-draft.ts';
import { fromPosition, fromRange, toRange } from './places.ts';
import type {
  CitationItem,
  FindCitationsParams,
  FindQuotationsParams,
  InsertCitationParams,
  Insertion,
  InsertQuotationParams,
  QuotationItem,
  SearchItem,
  SearchParams,
  SourceReference,
} from './protocol.ts';
import { searchPick } from './search-pick.ts';
import type { Server } from './server.ts';
import type { SourceOpener } from './source-opener.ts';

/** A longer selection is no search. */
const longestSearch = 200;

/** Lets the user choose a quotation of the sources and puts it in at the cursor, or in place of the selection. */
export async function pickQuotation({ server, newsroom, opener }: Desk): Promise<void> {
  const editor = await newsroom.draftEditor();
  if (editor === undefined) {
    await sayNoDraft(newsroom);
    return;
  }
  const { document, selection } = editor;
  const uri = document.uri.toString();
  const chosen = await searchPick<SourceReference>(opener, {
    title: vscode.l10n.t('Insert Quotation'),
    placeholder: vscode.l10n.t('Words of a quotation, or a speaker'),
    nothing: vscode.l10n.t('No quotation of the sources fits'),
    words: selectedWords(document, selection),
    find: async (words, token) => {
      const params: FindQuotationsParams = { words, uri, position: fromPosition(selection.active) };
      const found = await server.search<QuotationItem[]>('stet/findQuotations', params, token);
      return found === 'failed'
        ? found
        : found?.map(item => ({
            label: item.words,
            description: item.speaker ?? vscode.l10n.t('speaker not named'),
            detail: `${item.source}, ¶${String(item.paragraph)} — ${item.context}`,
            value: item.reference,
            location: item.location,
          }));
    },
  });
  if (chosen !== undefined) {
    await insertQuotation(server, editor, selection, chosen.value);
  }
}

/** Puts a quotation of a source in at a place of a draft. */
export async function insertQuotation(
  server: Server,
  editor: vscode.TextEditor,
  range: vscode.Range,
  reference: SourceReference,
): Promise<void> {
  const uri = editor.document.uri.toString();
  const params: InsertQuotationParams = { uri, range: fromRange(range), reference };
  await apply(
    editor,
    await server.command<Insertion>('stet/insertQuotation', params, reason =>
      vscode.l10n.t('the quotation could not be put in: {0}', reason),
    ),
  );
}

/** Lets the user choose a source and cites it at the cursor. */
export async function pickCitation({ server, newsroom, opener }: Desk): Promise<void> {
  const editor = await newsroom.draftEditor();
  if (editor === undefined) {
    await sayNoDraft(newsroom);
    return;
  }
  const uri = editor.document.uri.toString();
  const position = fromPosition(editor.selection.active);
  const chosen = await searchPick<Pick<CitationItem, 'paragraph' | 'reference'>>(opener, {
    title: vscode.l10n.t('Insert Citation'),
    placeholder: vscode.l10n.t('Words of a headline, an outlet, a date or a key'),
    nothing: vscode.l10n.t('No source fits'),
    words: '',
    find: async (words, token) => {
      const params: FindCitationsParams = { words, uri, position };
      const found = await server.search<CitationItem[]>('stet/findCitations', params, token);
      return found === 'failed'
        ? found
        : found?.map(item => ({
            label: item.title,
            description: item.paragraph === null ? item.key : `${item.key}, ¶${String(item.paragraph)}`,
            detail: item.source,
            value: item,
            location: item.location,
          }));
    },
  });
  if (chosen !== undefined) {
    const { paragraph, reference } = chosen.value;
    const params: InsertCitationParams = { uri, position, paragraph, reference };
    await apply(
      editor,
      await server.command<Insertion>('stet/insertCitation', params, reason =>
        vscode.l10n.t('the citation could not be put in: {0}', reason),
      ),
    );
  }
}

/** Lets the user look for people, headlines and quotations, and opens what is chosen. */
export async function findInSources(server: Server, opener: SourceOpener): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const chosen = await searchPick<SearchItem>(opener, {
    title: vscode.l10n.t('Find in Sources'),
    placeholder: vscode.l10n.t('A name, words of a headline, or words of a quotation'),
    nothing: vscode.l10n.t('Nothing in the sources fits'),
    words: editor === undefined ? '' : selectedWords(editor.document, editor.selection),
    find: async (words, token) => {
      if (words.trim() === '') {
        return undefined;
      }
      const params: SearchParams = { words };
      const found = await server.search<SearchItem[]>('stet/search', params, token);
      return found === 'failed'
        ? found
        : found?.map(item => ({
            label: item.label,
            description: item.description,
            detail: item.detail,
            iconPath: new vscode.ThemeIcon(icons[item.kind]),
            value: item,
            location: item.location,
          }));
    },
  });
  if (chosen !== undefined) {
    await opener.open(chosen.location, false);
  }
}

const icons: Readonly<Record<SearchItem['kind'], string>> = {
  person: 'person',
  organisation: 'organization',
  place: 'location',
  article: 'file-text',
  quotation: 'quote',
};

function selectedWords(document: vscode.TextDocument, selection: vscode.Selection): string {
  const words = document.getText(selection).replace(/\s+/gu, ' ').trim();
  return words.length > longestSearch ? '' : words;
}

/** One undo step. A text that has moved on is left alone. */
async function apply(editor: vscode.TextEditor, insertion: Insertion | 'failed' | undefined): Promise<void> {
  if (insertion === 'failed') {
    return;
  }
  if (insertion?.version !== editor.document.version) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The draft or the source has changed meanwhile. Try again.'),
    );
    return;
  }
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await shown.edit(builder => {
    for (const { range, newText } of insertion.edits) {
      builder.replace(toRange(range), newText);
    }
  });
  const { line, character } = insertion.cursor;
  const cursor = new vscode.Position(line, character);
  shown.selection = new vscode.Selection(cursor, cursor);
  shown.revealRange(shown.selection);
}
