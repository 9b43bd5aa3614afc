import type { Span } from '../../text/span.ts';
import type { Block, NameKind } from '../reading.ts';
import { DocumentRoom, prepareDocument } from './document.ts';
import { bareNames } from './bare.ts';
import { makeConsistent } from './consistency.ts';
import { judge, JudgingRoom } from './judge.ts';
import type { NamesModel } from './model.ts';
import { settleByRules } from './settle.ts';
import { partTakenIn } from './taken-in.ts';

/** A name as it stands in the text: bare, without title, role or possessive `'s`. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** Index into the blocks. */
  readonly block: number;
}

/** Finds people, organisations and places in a text, in the order of their `start`. */
export function findNames(text: string, blocks: readonly Block[], model: NamesModel): readonly NameSpan[] {
  const { documents, judging } = text.length <= longest ? room : new Room();
  const document = prepareDocument(text, blocks, model.lexicon, documents);
  const tags = judge(document, model, judging);
  settleByRules(document, tags);
  makeConsistent(document, tags, judging);
  partTakenIn(document, tags);
  return bareNames(document, tags);
}

class Room {
  readonly documents = new DocumentRoom();
  readonly judging = new JudgingRoom();
}

/** Finding is synchronous: one room is enough. What a longer text would take is not kept. */
const room = new Room();
const longest = 1 << 20;
