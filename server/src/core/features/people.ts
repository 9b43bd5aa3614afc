import { touches } from '../text/span.ts';
import type { Article } from '../corpus/article.ts';
import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import type { Mention, Quotation, Reading } from '../parse/reading.ts';

/** The name under the cursor. */
export function mentionAt(reading: Pick<Reading, 'mentions'>, offset: number): Mention | undefined {
  return reading.mentions.find(mention => touches(mention, offset));
}

/** A draft or an article. */
export type Placed = Reading & { readonly path: string };

/** Whom a mention of a draft or an article refers to in the sources. */
export function entityOf(corpus: Corpus, reading: Placed, mention: Mention): CorpusEntity | undefined {
  const local = reading.entities[mention.entity];
  const known = [...new Set([...corpus.named(local?.name ?? mention.text), ...corpus.named(mention.text)])];
  const isSource = known.length > 1 && corpus.article(reading.path) === reading;
  const named = (entity: CorpusEntity): boolean =>
    entity.occurrences.some(it => it.article === reading && it.entity === mention.entity);
  return (
    (isSource ? known.find(named) : undefined) ??
    known.find(entity => entity.kind === mention.kind) ??
    known[0]
  );
}

/** The quotations of an article that it gives to one of its entities, headlines left out. */
export function quotationsBy(article: Article, entity: number): readonly Quotation[] {
  return article.quotations.filter(
    quotation =>
      quotation.kind !== 'scare' &&
      quotation.speaker?.entity === entity &&
      !isHeading(article.blocks[quotation.block]?.kind),
  );
}

/** Headlines and captions confirm nobody’s speech. */
export function isHeading(kind: Reading['blocks'][number]['kind'] | undefined): boolean {
  return kind === 'title' || kind === 'deck' || kind === 'heading' || kind === 'caption';
}

/** Where an article names somebody, the fullest form first. */
export function mentionsOf(article: Article, entity: number): readonly Mention[] {
  return article.mentions
    .filter(mention => mention.entity === entity)
    .sort((one, other) => other.text.length - one.text.length || one.start - other.start);
}
