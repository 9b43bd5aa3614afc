import { foldedWords } from './folded.ts';
import { isHeading, quotationsBy } from './people.ts';
import { blockTyped } from './opened.ts';
import { quotationPassage } from './places.ts';
import { sentenceSpeaker } from './sentence-speaker.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Passage } from '../verify/verdict.ts';

/** A quotation of the sources that a writer may choose. */
export interface QuotationChoice {
  readonly passage: Passage;
  /** Index into `passage.article.quotations`. */
  readonly quotation: number;
}

/** Where in a draft the chosen one is to go: what stands there ranks what is offered unasked. */
export interface Beside {
  readonly draft: Draft;
  readonly offset: number;
}

/** Somebody who says a lot must not fill the list alone. */
const mostOfOne = 40;

/**
 * Quotations for words of them, or for a speaker, best first; each wording once. Without words: what fits the sentence
 * and the paragraph of the draft.
 */
export function quotationChoices(
  { corpus }: Pick<CheckContext, 'corpus'>,
  words: string,
  beside: Beside | undefined,
  limit: number,
): readonly QuotationChoice[] {
  const found = words.trim() === '' ? fitting(corpus, beside, limit) : searched(corpus, words, limit);
  const seen = new Set<string>();
  const choices: QuotationChoice[] = [];
  for (const { article, quotation: index } of found) {
    const quotation = article.quotations[index];
    if (
      quotation === undefined ||
      quotation.kind === 'scare' ||
      isHeading(article.blocks[quotation.block]?.kind)
    ) {
      continue;
    }
    const key = foldedWords(article.text, quotation);
    if (key !== '' && !seen.has(key)) {
      seen.add(key);
      choices.push({ passage: quotationPassage(article, quotation), quotation: index });
    }
    if (choices.length >= limit) {
      break;
    }
  }
  return choices;
}

interface Found {
  readonly article: Article;
  readonly quotation: number;
}

function fitting(corpus: Corpus, beside: Beside | undefined, limit: number): readonly Found[] {
  if (beside === undefined) {
    return corpus.quotations({ typed: '', speaker: undefined, context: '', limit });
  }
  const { draft, offset } = beside;
  const block = blockTyped(draft, offset);
  const cursor = { open: offset, replace: { start: offset, end: offset } };
  const speaker = block && sentenceSpeaker(corpus, draft, block, cursor);
  const context = block === undefined ? '' : draft.text.slice(block.start, block.end);
  return corpus.quotations({ typed: '', speaker, context, limit });
}

function searched(corpus: Corpus, words: string, limit: number): readonly Found[] {
  return corpus.search(words, 2 * limit).flatMap((hit): readonly Found[] => {
    switch (hit.kind) {
      case 'quotation':
        return [hit.ref];
      case 'entity':
        return hit.entity
          .latest(mostOfOne)
          .flatMap(({ article, entity }) => spokenBy(article, entity))
          .slice(0, mostOfOne);
      case 'article':
        return [];
    }
  });
}

function spokenBy(article: Article, entity: number): readonly Found[] {
  return quotationsBy(article, entity).map(quotation => ({
    article,
    quotation: article.quotations.indexOf(quotation),
  }));
}
