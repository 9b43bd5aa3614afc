import type { Span } from '../text/span.ts';

/**
 * What Stet reads in one text, article or draft alike. All spans are UTF-16 offsets into `text`.
 */
export interface Reading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** In the order of their `start`; a quotation inside another is in its `nested`, not here. */
  readonly quotations: readonly Quotation[];
  readonly utterances: readonly Utterance[];
  /** Opening marks that never close and are not excused by a running quotation. */
  readonly unbalanced: readonly Span[];
}

/** What a block of a text is. */
export type BlockKind =
  | 'title'
  | 'deck'
  | 'byline'
  | 'dateline'
  | 'caption'
  | 'heading'
  | 'paragraph'
  /** A line `NAME: …` of notes or of a transcript: speech without marks. */
  | 'transcript'
  /** A Markdown block quote that is read as quotation. */
  | 'blockquote'
  /** Share lines, footers, CSS breakpoints, `WATCH:` lines: gives neither names nor quotations. */
  | 'boilerplate'
  /** A cell of a Markdown table. The cells of a row stand on one line. */
  | 'cell'
  /** Code, front matter: not prose. */
  | 'code';

/** A paragraph or line that stands for itself. `span` leaves surrounding white space out. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1-based among all blocks of the text: the ¶ number of citations. */
  readonly paragraph: number;
  /** Inside the block, but no words of it: code spans, URLs, HTML comments, citations, emphasis marks, what is struck out. */
  readonly hidden: readonly Span[];
}

/** What a name stands for. */
export type NameKind = 'person' | 'organisation' | 'place';

/** One occurrence of a name, bare: without title, role or possessive `'s`. */
export interface Mention extends Span {
  readonly kind: NameKind;
  /** The text of the span. */
  readonly text: string;
  /** Index into `Reading.entities`. */
  readonly entity: number;
  /** Index into `Reading.blocks`. */
  readonly block: number;
}

/** The person, organisation or place that mentions of one text refer to. */
export interface Entity {
  readonly kind: NameKind;
  /** The fullest form the text has, without title: `Miguel Angel Osorio Chong`. */
  readonly name: string;
  /** Every form in which the text names it, the fullest first. */
  readonly forms: readonly string[];
  /** As the text gives it: `Mexican Interior Minister`. */
  readonly role: string | undefined;
  /** For a person: the organisation that the text gives them to, as printed: `State Department`. */
  readonly affiliation: string | undefined;
  /** As far as pronouns and forms of address in the text tell. */
  readonly gender: 'female' | 'male' | undefined;
}

/** The marks of a quotation. */
export type MarkKind =
  /** “…”, "…", ''…'', ``…'' */
  | 'double'
  /** ‘…’, '…' as outer marks */
  | 'single'
  /** «…», „…“ and their kin */
  | 'guillemet'
  /** a Markdown block quote, or a transcript line: no marks at all */
  | 'none';

/** One pair of marks; each paragraph of a running quotation is one of its own. The span lies inside the marks. */
export interface Quotation extends Span {
  /** The span with its marks. */
  readonly outer: Span;
  readonly mark: MarkKind;
  /** False where the closing mark is missing: a running quotation, or an error. */
  readonly closed: boolean;
  /** Index into `Reading.blocks`. */
  readonly block: number;
  /** Index into `Reading.utterances`. */
  readonly utterance: number;
  /** `direct`: sentences; `mixed`: part of the narrator's sentence, with a cue; `scare`: no claim that somebody said it. */
  readonly kind: 'direct' | 'mixed' | 'scare';
  readonly speaker: Speaker | undefined;
  /** The words that make it speech: `said`, `according to`. */
  readonly cue: Span | undefined;
  /** Quotations inside this one, inside their marks. */
  readonly nested: readonly Span[];
  /** Words that nobody is told to have said: imagined (`would say “…”`), denied (`never said “…”`), or taken back by a correction. */
  readonly hypothetical: boolean;
}

/** Whom the text gives a quotation to. The span is the bare mention beside it: a name, a pronoun or a description. */
export interface Speaker extends Span {
  /**
   * The fullest form known, without title, where it resolves; else the words as printed (`an official`, `he`).
   */
  readonly name: string;
  /** Index into `Reading.entities`; undefined where it resolved to nobody. */
  readonly entity: number | undefined;
  readonly kind: 'name' | 'pronoun' | 'description';
}

/**
 * Consecutive quotations by one speaker with nothing between but attribution. A running quotation over paragraphs is one.
 */
export interface Utterance {
  /** Indexes into `Reading.quotations`, in order; never empty. */
  readonly quotations: readonly number[];
  /** Of the whole: the first of its quotations that has a resolved one, else the first that has any. */
  readonly speaker: Speaker | undefined;
}
