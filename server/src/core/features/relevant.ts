import { CorpusMemory } from '../corpus/corpus-memory.ts';
import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Verification } from '../verify/verdict.ts';

/** A folder with no more articles is looked at as a whole. */
const few = 200;
const most = 60;

/**
 * The articles that a draft is about: behind its quotations, or naming its people. Who goes by a name that is in the
 * news for years takes a moment to find out: it gives undefined where others may have their turn.
 */
export function* relevantArticles(
  { corpus }: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): Generator<undefined, readonly Article[]> {
  if (corpus.articleCount <= few) {
    return [...corpus.articles()];
  }
  const articles = new Set(verifications.flatMap(it => it.passages.map(passage => passage.article)));
  for (const entity of draft.entities) {
    if (articles.size >= most) {
      break;
    }
    if (entity.kind !== 'place') {
      yield undefined;
      latest.get(corpus, entity.name, () => latestOf(corpus, entity.name)).forEach(it => articles.add(it));
    }
  }
  return [...articles].slice(0, most);
}

const latest = new CorpusMemory<readonly Article[]>();

/** The latest articles that mention whoever goes by a name. */
function latestOf(corpus: Corpus, name: string): readonly Article[] {
  const [known] = corpus.named(name);
  return known === undefined ? [] : known.latest(10).map(it => it.article);
}
