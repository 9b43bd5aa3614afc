import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** In order: a quotation gets the first that holds. */
export const verdicts = [
  'skipped',
  'not-found',
  'stitched',
  'clipped',
  'altered',
  'not-speech',
  'nested',
  'misattributed',
  'omission',
  'variants',
  'verified',
] as const;
/** What is said of a quotation. */
export type Verdict = (typeof verdicts)[number];

/** `unnamed`: either side gives “an official”; `unknown`: no attribution, or a pronoun that resolved to nobody. */
export type SpeakerMatch = 'same' | 'different' | 'unknown' | 'unnamed';

/** What never counts as a difference, named where it occurs. */
export type Difference = 'typography' | 'case' | 'spelling' | 'ellipsis' | 'brackets' | 'split';

/** What a change touches: all but `wording` changes what was said. */
export type ChangeClass = 'number' | 'negation' | 'modal' | 'name' | 'pronoun' | 'wording';

/** One difference that counts. `draft` or `source` is empty where words were dropped or inserted. */
export interface Change {
  readonly kind: 'replaced' | 'inserted' | 'dropped';
  readonly class: ChangeClass;
  readonly draft: string;
  readonly source: string;
  /** Where in the draft's text: of the words, or the empty place where the dropped ones belong. */
  readonly draftSpan: Span;
  /** Where in the source's text, likewise. */
  readonly sourceSpan: Span;
}

/** A place in a source: the matched words, not the whole paragraph. */
export interface Passage extends Span {
  readonly article: Article;
  /** 1-based ¶ number. */
  readonly paragraph: number;
  readonly text: string;
  /** By name, fullest form in that article; undefined where nobody is named or the words are not speech. */
  readonly speaker: string | undefined;
}

/** The same utterance in the words of other outlets. */
export interface Variant {
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** Whom the draft gives a quotation to. */
export interface GivenTo {
  /** Fullest form known; undefined if unresolved. Found when it is asked for, which for most quotations is never. */
  readonly name: string | undefined;
  readonly match: SpeakerMatch;
}

/** What Stet finds of one drafted quotation. */
export interface Verification {
  /** The quotation's span in the draft. */
  readonly span: Span;
  readonly verdict: Verdict;
  /** All verdicts that hold, `verdict` first: a misattributed quotation with a word replaced is both. */
  readonly holds: readonly Verdict[];
  readonly givenTo: GivenTo;
  readonly differences: readonly Difference[];
  readonly changes: readonly Change[];
  /** For `clipped`: the words that were cut and turn the meaning, in the source. */
  readonly clipped: { readonly article: Article; readonly span: Span; readonly text: string } | undefined;
  /** For `omission`: the words dropped without an ellipsis, as `changes` of kind `dropped` do not show whole sentences. */
  readonly omitted: string | undefined;
  /** Best first; several where stitched, elided or in several sources; the nearest where not found, if any is near. */
  readonly passages: readonly Passage[];
  readonly variants: readonly Variant[];
  /**
   * The source's own words for exactly the drafted span, ready to put in (straight from the source, nested marks as
   * printed); undefined where no one safe replacement exists. Best first where several outlets differ.
   */
  readonly replacements: readonly { readonly text: string; readonly passage: Passage }[];
  /** Where the source's spelling differs (verified): the source's form of the words. */
  readonly spelling: string | undefined;
}
