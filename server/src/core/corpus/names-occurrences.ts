import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';

/** An article that names somebody. */
export interface Occurrence {
  readonly article: Article;
  /** Index into `article.entities`. */
  readonly entity: number;
}

/** Many of them, in no order that means anything: the article and the index of each, no object an occurrence. */
export interface Occurrences {
  readonly articles: readonly Article[];
  readonly entities: readonly number[];
}

/** Each by itself. */
export function occurrencesIn({ articles, entities }: Occurrences): Occurrence[] {
  return articles.map((article, at) => ({ article, entity: entities[at] ?? 0 }));
}

export function countOf(all: readonly Occurrences[]): number {
  return all.reduce((sum, it) => sum + it.articles.length, 0);
}

export function byPlace(one: Occurrence, other: Occurrence): number {
  return byCodeUnits(one.article.path, other.article.path) || one.entity - other.entity;
}

/** Each by itself, the latest article first, those of one date in the order of their paths. */
export function latestFirst(occurrences: Occurrences): Occurrence[] {
  const byDate = new Map<string, Occurrence[]>();
  for (const occurrence of occurrencesIn(occurrences)) {
    const date = occurrence.article.date ?? '';
    const same = byDate.get(date);
    if (same) {
      same.push(occurrence);
    } else {
      byDate.set(date, [occurrence]);
    }
  }
  const dates = [...byDate.keys()].sort((one, other) => byCodeUnits(other, one));
  return dates.flatMap(date => byDate.get(date)?.sort(byPlace) ?? []);
}

/** All of several, without making anything of each: who is in the news for years has more than a call takes arguments. */
export function joined(all: readonly Occurrences[]): Occurrences {
  const articles: Article[] = [];
  const entities: number[] = [];
  for (const one of all) {
    for (let at = 0; at < one.articles.length; at++) {
      articles.push(one.articles[at] as Article);
      entities.push(one.entities[at] ?? 0);
    }
  }
  return { articles, entities };
}
