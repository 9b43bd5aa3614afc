import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Verification } from '../verify/verdict.ts';

/** A folder with no more articles is looked at as a whole. */
const few = 200;
const most = 60;

/** The articles that a draft is about: behind its quotations, or naming its people. */
export function relevantArticles(
  { corpus }: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): readonly Article[] {
  if (corpus.articleCount <= few) {
    return [...corpus.articles()];
  }
  const articles = new Set(verifications.flatMap(it => it.passages.map(passage => passage.article)));
  for (const entity of draft.entities) {
    if (entity.kind !== 'place') {
      for (const known of corpus.named(entity.name).slice(0, 1)) {
        known.occurrences.slice(0, 10).forEach(it => articles.add(it.article));
      }
    }
  }
  return [...articles].slice(0, most);
}
