import type { KnownScenes } from './attribution-known.ts';
import { attribute } from './attribution.ts';
import { resolveEntities } from './entities.ts';
import { withFirms } from './firms.ts';
import { findQuotations } from './marks.ts';
import { findNames, type NameSpan } from './names/find.ts';
import type { NamesModel } from './names/model.ts';
import { withNicknames } from './nicknames.ts';
import { withMonthNames } from './month-names.ts';
import { withLabelled, withLeadingParticles, withParticles } from './particles.ts';
import type { Block, Reading } from './reading.ts';
import { withBareSurnames } from './surnames.ts';

/**
 * Reads who says what in a text whose blocks are known: quotation marks, names, people, speakers. `mend` may add to the
 * names found what the caller knows of them; blocks that are `known` are not searched for speakers' sentences anew.
 */
export function read(
  text: string,
  blocks: readonly Block[],
  model: NamesModel,
  mend: (names: readonly NameSpan[]) => readonly NameSpan[] = names => names,
  known?: KnownScenes,
): Reading {
  const { quotations: marked, unbalanced } = findQuotations(text, blocks);
  const names = withNicknames(text, blocks, mend(namesAlone(text, blocks, model)));
  const { entities, mentions } = resolveEntities(text, blocks, names);
  const { quotations, utterances } = attribute(text, blocks, marked, { entities, mentions }, known);
  return { text, blocks, mentions, entities, quotations, utterances, unbalanced };
}

/** The names that a text alone tells. */
export function namesAlone(text: string, blocks: readonly Block[], model: NamesModel): readonly NameSpan[] {
  const joined = withLabelled(text, blocks, withParticles(text, findNames(text, blocks, model)));
  const found = withMonthNames(text, blocks, withFirms(text, blocks, joined));
  return withLeadingParticles(text, withBareSurnames(text, blocks, found));
}
