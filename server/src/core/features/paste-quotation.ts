import { overlaps } from '../text/span.ts';
import { foldedWords } from './folded.ts';
import { insertQuotation, type InsertedQuotation, type Reread } from './insert-quotation.ts';
import { isHeading } from './people.ts';
import { quotationPassage } from './places.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** Longer texts are no quotation, and not worth the search. */
const longest = 4000;
/** Fewer words stand anywhere. */
const fewestWords = 3;

/** A stretch of an article that was copied. */
export interface Copied {
  readonly article: Article;
  readonly span: Span;
}

/**
 * Pasted text that is a quotation of a source, as a quotation of the draft with its attribution; undefined where it is
 * none, or where what would be put in is not verified. `from`, where the editor knows it, tells which article it was
 * copied from.
 */
export function pastedQuotation(
  context: CheckContext,
  draft: Draft,
  selection: Span,
  text: string,
  from: Copied | undefined,
  reread: Reread,
): InsertedQuotation | undefined {
  const words = foldedWords(text);
  if (!context.corpus.whole || text.length > longest || words.split(' ').length < fewestWords) {
    return undefined;
  }
  const copied =
    from !== undefined && foldedWords(from.article.text, from.span) === words
      ? from
      : find(context.corpus, text, words);
  const passage = copied && quotedPart(copied);
  if (passage === undefined || isInQuotation(draft, selection)) {
    return undefined;
  }
  const inserted = insertQuotation(context, draft, selection, passage, reread);
  return inserted.verdict === 'verified' || inserted.verdict === 'variants' ? inserted : undefined;
}

function find(corpus: Corpus, text: string, words: string): Copied | undefined {
  return corpus
    .candidates({ text, limit: 5 })
    .find(({ article, span }) => foldedWords(article.text, span) === words);
}

/** The part inside quotation marks, where what was copied lies in one quotation alone. */
function quotedPart({ article, span }: Copied): ReturnType<typeof quotationPassage> | undefined {
  const quotations = article.quotations.filter(
    it => it.kind !== 'scare' && overlaps(it, span) && !isHeading(article.blocks[it.block]?.kind),
  );
  const [quotation, ...others] = quotations;
  if (quotation === undefined || others.length > 0) {
    return undefined;
  }
  const start = Math.max(span.start, quotation.start);
  const end = Math.min(span.end, quotation.end);
  const text = article.text.slice(start, end);
  const lead = text.length - text.trimStart().length;
  const part = { start: start + lead, end: start + text.trimEnd().length };
  const whole = quotationPassage(article, quotation);
  return foldedWords(article.text, part).split(' ').length < fewestWords || cutsWord(article.text, part)
    ? undefined
    : { ...whole, ...part, text: article.text.slice(part.start, part.end) };
}

function cutsWord(text: string, { start, end }: Span): boolean {
  const isCut = (at: number): boolean => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  return isCut(start) || isCut(end);
}

function isInQuotation(draft: Draft, { start, end }: Span): boolean {
  return draft.quotations.some(({ outer }) => outer.start < end && start < outer.end && outer.start < start);
}
