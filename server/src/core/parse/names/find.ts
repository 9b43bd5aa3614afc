import type { Span } from '../../text/span.ts';
import type { Block, NameKind } from '../reading.ts';
import type { NamesModel } from './model.ts';
import { findByRules } from './rules.ts';

/** A name as it stands in the text: bare, without title, role or possessive `'s`. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** Index into the blocks. */
  readonly block: number;
}

/** Finds people, organisations and places in a text, in the order of their `start`. */
export function findNames(text: string, blocks: readonly Block[], _model: NamesModel): readonly NameSpan[] {
  return findByRules(text, blocks);
}
