import type { Article } from '../core/corpus/article.ts';
import { readArticle } from '../core/corpus/read-article.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { say } from '../core/text/say.ts';
import { messageOf } from './thrown.ts';

/** An article, or why there is none, in one sentence without its full stop. */
export type Understood =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'problem'; readonly reason: string };

/** One article on which Stet itself fails must not cost all the others; the reason says that it is Stet's fault. */
export function understand(
  source: { readonly path: string; readonly key: string; readonly text: string },
  model: NamesModel,
): Understood {
  try {
    return { kind: 'article', article: readArticle(source, model) };
  } catch (error) {
    return {
      kind: 'problem',
      reason: say('not read: Stet failed on it ({0}); please report this', messageOf(error)),
    };
  }
}
