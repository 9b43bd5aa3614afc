/** What a token is: a word, a name or a whole quotation counts as one. */
export const Kind = {
  word: 0,
  name: 1,
  quotation: 2,
  comma: 3,
  stop: 4,
  colon: 5,
  semicolon: 6,
  dash: 7,
  open: 8,
  close: 9,
  other: 10,
} as const;

/** A word or name that begins with a capital. */
export const CAPITAL = 1;

/** Followed by a possessive `'s`, which is no part of the token. */
export const POSSESSIVE = 2;

/** A name that was found to be a place. */
export const PLACE = 4;

/** A name that was found to be somebody's. */
export const PERSON = 8;

/** The narrator's words of one block. What stands inside marks is one token, so nothing in it can be taken for attribution. */
export interface Tokens {
  readonly text: string;
  /** Index into the blocks. */
  readonly block: number;
  readonly count: number;
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Word classes of `cues.ts`. */
  readonly classes: readonly number[];
  readonly marks: readonly number[];
  /** Index of the mention or quotation; -1 for others. */
  readonly refs: readonly number[];
}
