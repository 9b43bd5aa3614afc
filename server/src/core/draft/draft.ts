import type { CharacterReference } from '../parse/character-references.ts';
import type { Reading } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/**
 * A text being written, read in the same way as an article. Its `text` is as it is read: in Markdown, with the characters that
 * references like `&nbsp;` stand for in their place, as long as what is written.
 */
export interface Draft extends Reading {
  /** The text as it stands in the file. */
  readonly written: string;
  readonly references: readonly CharacterReference[];
  readonly path: string;
  readonly language: 'markdown' | 'plaintext';
  readonly citations: readonly Citation[];
  readonly ignores: readonly Ignore[];
  /** The marks that the draft uses, for what is inserted: `“”` or `""`. */
  readonly marks: 'curly' | 'straight';
}

/** `[@key]` or `[@key, ¶12]`. The span covers the brackets. */
export interface Citation extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly paragraph: number | undefined;
}

/** A stretch in which findings are ignored: an ignore comment's target line, or a disabled region. */
export interface Ignore extends Span {
  /** Undefined: every code. */
  readonly code: string | undefined;
  readonly reason: string | undefined;
  /** The comment itself. */
  readonly comment: Span;
}
