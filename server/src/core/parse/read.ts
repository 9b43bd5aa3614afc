import { attribute } from './attribution.ts';
import { resolveEntities } from './entities.ts';
import { findQuotations } from './marks.ts';
import { findNames } from './names/find.ts';
import type { NamesModel } from './names/model.ts';
import type { Block, Reading } from './reading.ts';

/** Reads who says what in a text whose blocks are known: quotation marks, names, people, speakers. */
export function read(text: string, blocks: readonly Block[], model: NamesModel): Reading {
  const { quotations: marked, unbalanced } = findQuotations(text, blocks);
  const { entities, mentions } = resolveEntities(text, blocks, findNames(text, blocks, model));
  const { quotations, utterances } = attribute(text, blocks, marked, { entities, mentions });
  return { text, blocks, mentions, entities, quotations, utterances, unbalanced };
}
