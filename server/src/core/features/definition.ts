import { contains, touches } from '../text/span.ts';
import { foldedWords } from './folded.ts';
import { isDraft } from './context.ts';
import { knownNameAt, knownNames } from './known-names.ts';
import { mentionAt, mentionsOf } from './people.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** A stretch of an article or a draft to go to. */
export interface Target {
  readonly text: Article | Draft;
  readonly span: Span;
}

/** Where the thing under the cursor comes from, and what its stretch is. */
export interface Definition {
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/** From a citation, a quotation or a name to the places in sources that stand behind it. */
export function definition(
  context: CheckContext,
  text: Draft | Article,
  offset: number,
): Definition | undefined {
  const { corpus, verifier } = context;
  const citation = isDraft(text) ? text.citations.find(it => touches(it, offset)) : undefined;
  if (citation !== undefined) {
    const article = corpus.articleByKey(citation.key);
    const block = article?.blocks.find(it => it.paragraph === citation.paragraph);
    return article && { origin: citation, targets: [{ text: article, span: block ?? { start: 0, end: 0 } }] };
  }
  const name = knownNameAt(corpus, text, offset);
  if (name !== undefined) {
    return {
      origin: spanOf(name),
      targets: namings(name.entity).flatMap(({ targets }) => targets.slice(0, 1)),
    };
  }
  const quotation = quotationAt(text, offset);
  if (quotation === undefined || !isDraft(text)) {
    return undefined;
  }
  const { passages } = verifier.verify(corpus, text, quotation);
  return { origin: quotation, targets: passages.map(passage => ({ text: passage.article, span: passage })) };
}

/**
 * Every place in the sources, and in the given drafts, that names the person or prints the quotation or cites the source
 * under the cursor.
 */
export function references(
  context: CheckContext,
  text: Draft | Article,
  offset: number,
  drafts: readonly Draft[],
): readonly Target[] {
  const { corpus } = context;
  const citation = isDraft(text) ? text.citations.find(it => touches(it, offset)) : undefined;
  if (citation !== undefined) {
    return drafts.flatMap(draft =>
      targetsIn(
        draft,
        draft.citations.filter(it => it.key === citation.key),
      ),
    );
  }
  const entity = knownNameAt(corpus, text, offset)?.entity;
  if (entity !== undefined) {
    return [
      ...namings(entity).flatMap(({ targets }) => targets),
      ...drafts.flatMap(draft =>
        targetsIn(
          draft,
          knownNames(corpus, draft, { start: 0, end: draft.text.length }).filter(it => it.entity === entity),
        ),
      ),
    ];
  }
  const quotation = quotationAt(text, offset);
  return quotation === undefined ? [] : quotedIn(context, text, quotation, drafts);
}

/** The other places of the same text that name the same person, or the rest of the same utterance. */
export function highlights(text: Draft | Article, offset: number): readonly Span[] {
  const mention = mentionAt(text, offset);
  if (mention !== undefined) {
    return text.mentions.filter(it => it.entity === mention.entity).map(spanOf);
  }
  const quotation = quotationAt(text, offset);
  return quotation === undefined
    ? []
    : text.quotations.filter(it => it.utterance === quotation.utterance).map(spanOf);
}

/** From a draft: the passages behind it. From an article: the drafted quotations that rest on it. */
function quotedIn(
  { corpus, verifier }: CheckContext,
  text: Draft | Article,
  quotation: Quotation,
  drafts: readonly Draft[],
): readonly Target[] {
  if (isDraft(text)) {
    const { passages } = verifier.verify(corpus, text, quotation);
    const key = foldedWords(text.text, quotation);
    return [
      ...passages.map(passage => ({ text: passage.article, span: spanOf(passage) })),
      ...drafts.flatMap(draft =>
        targetsIn(
          draft,
          draft.quotations.filter(it => foldedWords(draft.text, it) === key),
        ),
      ),
    ];
  }
  return drafts.flatMap(draft =>
    targetsIn(
      draft,
      draft.quotations.filter(drafted =>
        verifier
          .verify(corpus, draft, drafted)
          .passages.some(passage => passage.article.path === text.path && contains(quotation.outer, passage)),
      ),
    ),
  );
}

function namings(entity: CorpusEntity): readonly { readonly targets: readonly Target[] }[] {
  return entity.occurrences.map(({ article, entity: index }) => ({
    targets: targetsIn(article, mentionsOf(article, index)),
  }));
}

function targetsIn(text: Article | Draft, spans: readonly Span[]): Target[] {
  return spans.map(span => ({ text, span: spanOf(span) }));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function quotationAt(text: Draft | Article, offset: number): Quotation | undefined {
  return text.quotations.find(it => touches(it.outer, offset));
}
