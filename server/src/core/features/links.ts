import { say } from '../text/say.ts';
import { articleName } from './wording.ts';
import type { Article } from '../corpus/article.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** A citation that opens its source. */
export interface DocumentLink extends Span {
  readonly article: Article;
  /** Where the cited paragraph begins. */
  readonly offset: number;
  readonly tooltip: string;
}

/** The citations of a draft whose sources are known. */
export function links({ corpus }: CheckContext, draft: Draft): readonly DocumentLink[] {
  return draft.citations.flatMap(({ key, keySpan: { start, end }, paragraph }) => {
    const article = corpus.articleByKey(key);
    if (article === undefined) {
      return [];
    }
    const offset = article.blocks.find(block => block.paragraph === paragraph)?.start ?? 0;
    return [{ start, end, article, offset, tooltip: say('Open {0}', articleName(article)) }];
  });
}
