import type { Span } from '../../text/span.ts';
import type { Block, NameKind } from '../reading.ts';
import { DocumentRoom, prepareDocument } from './document.ts';
import { bareNames } from './bare.ts';
import { makeConsistent } from './consistency.ts';
import { judge } from './judge.ts';
import type { NamesModel } from './model.ts';
import { settleByRules } from './settle.ts';

/** A name as it stands in the text: bare, without title, role or possessive `'s`. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** Index into the blocks. */
  readonly block: number;
}

/** Finds people, organisations and places in a text, in the order of their `start`. */
export function findNames(text: string, blocks: readonly Block[], model: NamesModel): readonly NameSpan[] {
  const document = prepareDocument(
    text,
    blocks,
    model.lexicon,
    text.length <= longest ? room : new DocumentRoom(),
  );
  const tags = judge(document, model);
  settleByRules(document, tags);
  makeConsistent(document, tags);
  return bareNames(document, tags);
}

/** Finding is synchronous: one room is enough. What a longer text would take is not kept. */
const room = new DocumentRoom();
const longest = 1 << 20;
