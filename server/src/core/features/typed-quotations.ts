import { sourceWords, type Marks } from './marks.ts';
import { restAfter } from './rest-after.ts';
import type { Corpus } from '../corpus/corpus.ts';

type Query = Parameters<Corpus['quotations']>[0];

/** So many that begin alike are looked at where the letters of the last word have to tell. */
const mostAlike = 200;

/**
 * The quotations that fit what is typed. A word that is not typed to its end may be no beginning of what it is folded to
 * (`organis`, of what is `organization`; `thr`, of what is `3`): where none fits, those are taken that go on with its letters.
 */
export function typedQuotations(
  corpus: Corpus,
  query: Query,
  marks: Marks,
): ReturnType<Corpus['quotations']> {
  const found = corpus.quotations(query);
  const whole = query.typed.replace(/[\p{L}\p{M}\p{N}'’-]+$/u, '');
  if (found.length > 0 || whole === query.typed || whole.trim() === '') {
    return found;
  }
  return corpus
    .quotations({ ...query, typed: whole, limit: mostAlike })
    .filter(({ article, quotation }) => {
      const span = article.quotations[quotation];
      return span !== undefined && restAfter(query.typed, sourceWords(article, span, marks)) !== undefined;
    })
    .slice(0, query.limit);
}
