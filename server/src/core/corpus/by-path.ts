import { byCodeUnits } from '../text/code-units.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Article } from './article.ts';

/** More than so many that change are put in order with all others. */
const few = 100;

/** Articles by path, whatever order they came in. */
export function byPath(articles: Iterable<Article>): readonly Article[] {
  return [...articles].sort((one, other) => byCodeUnits(one.path, other.path));
}

/** The same without some, and with others; undefined where it is as well to put all in order again. */
export function exchanged(
  sorted: readonly Article[],
  gone: readonly string[],
  came: readonly Article[],
): readonly Article[] | undefined {
  if (gone.length + came.length > few) {
    return undefined;
  }
  const articles = [...sorted];
  for (const path of gone) {
    const at = placeOf(articles, path);
    articles.splice(at, articles[at]?.path === path ? 1 : 0);
  }
  for (const article of came) {
    articles.splice(placeOf(articles, article.path), 0, article);
  }
  return articles;
}

function placeOf(articles: readonly Article[], path: string): number {
  return partitionPoint(articles.length, index => (articles[index]?.path ?? '') < path);
}
