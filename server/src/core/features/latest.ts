import type { Article } from '../corpus/article.ts';
import { byCodeUnits } from '../text/code-units.ts';

/** The latest first; those of one day by path. */
export function latestFirst(one: Article, other: Article): number {
  return byCodeUnits(other.date ?? '', one.date ?? '') || byCodeUnits(one.path, other.path);
}

/** The latest of those that fit, latest first: without putting all that there are in order. */
export function latestOf(
  articles: Iterable<Article>,
  fits: (article: Article) => boolean,
  most: number,
): readonly Article[] {
  const latest: Article[] = [];
  for (const article of articles) {
    const last = latest[most - 1];
    if ((last === undefined || latestFirst(article, last) < 0) && fits(article)) {
      const place = latest.findIndex(it => latestFirst(article, it) < 0);
      latest.splice(place === -1 ? latest.length : place, 0, article);
      latest.length = Math.min(latest.length, most);
    }
  }
  return latest;
}
