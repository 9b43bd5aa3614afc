import type { Location, Position, Range, TextEdit } from 'vscode-languageclient';

/** What this client and the server tell each other beyond the Language Server Protocol; the server's side is `lsp/own-protocol.ts` and `lsp/status.ts`. */

/** `$/stet/status`: how the corpus of one workspace folder stands. */
export interface CorpusStatus {
  /** URI of the workspace folder. */
  readonly root: string;
  /** `silent`: no articles folder and no `stet.json`, so Stet has nothing to say. */
  readonly state: 'silent' | 'indexing' | 'ready';
  readonly articles: number;
  /** What could not be read, with the reason. */
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

/** `$/stet/draft`: how the quotations of one draft stand. */
export interface DraftStatus {
  readonly uri: string;
  readonly total: number;
  readonly verified: number;
  /** `7 quotations: 5 verified, 1 altered, 1 not found` */
  readonly summary: string;
}

/** `$/stet/noDraft`: of a document that is still open, what was told in `$/stet/draft` holds no more: it is no draft now. */
export interface NoDraft {
  readonly uri: string;
}

/** `stet/findQuotations`: quotations of the sources for words of them or for a speaker; without words, for the cursor. */
export interface FindQuotationsParams {
  readonly words: string;
  /** The draft they are for. */
  readonly uri: string;
  readonly position: Position;
}

/** A quotation of a source, as a list of them shows it. */
export interface QuotationItem {
  /** On one line, cut to length. */
  readonly words: string;
  readonly speaker: string | null;
  /** Outlet or title, with the date. */
  readonly source: string;
  readonly paragraph: number;
  /** What stands around it in its paragraph, cut to length. */
  readonly context: string;
  readonly location: Location;
  readonly reference: SourceReference;
}

/** What names a place of a source for as long as the source stays as it is. */
export interface SourceReference {
  readonly root: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** `stet/insertQuotation`: the edits that put one in. Null where draft or source have moved on. */
export interface InsertQuotationParams {
  readonly uri: string;
  readonly range: Range;
  readonly reference: SourceReference;
}

/** Edits of one undo step. */
export interface Insertion {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes, in the text as it is then. */
  readonly cursor: Position;
  /** What the first of the edits puts in. */
  readonly newText: string;
}

/** `stet/findCitations`: sources to cite at a place of a draft, those of the quotation before it first. */
export type FindCitationsParams = FindQuotationsParams;

/** A source to cite. */
export interface CitationItem {
  readonly key: string;
  readonly paragraph: number | null;
  readonly title: string;
  readonly source: string;
  readonly location: Location;
  readonly reference: SourceReference;
}

/** `stet/insertCitation` */
export interface InsertCitationParams {
  readonly uri: string;
  readonly position: Position;
  readonly paragraph: number | null;
  readonly reference: SourceReference;
}

/** `stet/pasteQuotation`: pasted text as a verified quotation; null where it is none. */
export interface PasteQuotationParams {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
  /** Where it was copied, if the client knows. */
  readonly from: Location | null;
}

/** `stet/search`: people, headlines and quotations of the sources, best first. */
export interface SearchParams {
  readonly words: string;
}

/** What the search box finds. */
export interface SearchItem {
  readonly kind: 'person' | 'organisation' | 'place' | 'article' | 'quotation';
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly location: Location;
}

/** `stet/sources`: the articles of a workspace folder, grouped by date where they are many. */
export interface SourcesParams {
  readonly root: string;
  /** One of those that an answer named; all without. */
  readonly period: string | null;
}

/** An article, or a year or month of articles where there are many. */
export type SourceItem =
  | { readonly kind: 'period'; readonly period: string; readonly count: number }
  | {
      readonly kind: 'article';
      readonly uri: string;
      readonly title: string;
      readonly outlet: string | null;
      readonly date: string | null;
      readonly path: string;
      readonly quotations: number;
    };

/** `stet/sourceContents`: the people of one article with their quotations. */
export interface SourceContentsParams {
  readonly uri: string;
}

/** Somebody whom an article names, with their quotations. */
export interface PersonItem {
  /** Null: quotations whose speaker the article does not name. */
  readonly name: string | null;
  readonly kind: 'person' | 'organisation' | 'place';
  readonly role: string | null;
  readonly location: Location;
  readonly quotations: readonly {
    readonly words: string;
    readonly paragraph: number;
    readonly location: Location;
    readonly reference: SourceReference;
  }[];
}

/** `stet/draftList`: what an open draft holds, in order. Null for what is no draft. */
export interface DraftListParams {
  readonly uri: string;
}

/** What the Draft view shows of a draft. */
export interface DraftList {
  readonly summary: string;
  /** False where there is no source to check against. */
  readonly isChecked: boolean;
  readonly quotations: readonly DraftQuotationItem[];
  readonly others: readonly DraftFindingItem[];
}

/** What is said of names, figures, citations and of a mark that never closes: outside quotations. */
export interface DraftFindingItem {
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly range: Range;
}

/** One quotation of a draft, with its verdict in words. */
export interface DraftQuotationItem {
  readonly verdict: string;
  readonly words: string;
  readonly speaker: string | null;
  readonly source: string | null;
  readonly location: Location | null;
  readonly statement: string;
  readonly messages: readonly string[];
  /** Why more is not told, in full sentences: somebody decided so. */
  readonly exempted: readonly string[];
  /** The worst of what is wrong with it; null where nothing is told: verified, or exempted. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint' | null;
  readonly fixable: boolean;
  readonly range: Range;
}

/** `stet/checkAll`: checks every draft of the workspace; what is wrong in those that are not open is published. */
export interface CheckAllResult {
  readonly drafts: number;
  readonly quotations: number;
  readonly verified: number;
  readonly findings: number;
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

/** `stet/report`: the editor's record of an open draft. Null for what is no draft. */
export interface ReportParams {
  readonly uri: string;
  readonly format: 'markdown' | 'html' | 'csv';
  /** The day that the record names, ISO. */
  readonly day: string;
}

/** The record of a draft, as a file holds it. */
export interface Report {
  readonly text: string;
}
