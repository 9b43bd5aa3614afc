import { isHeading } from './people.ts';
import { collapse } from './escape.ts';
import { latestFirst } from './latest.ts';
import { quotationPassage } from './places.ts';
import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { NameKind } from '../parse/reading.ts';
import type { Passage } from '../verify/verdict.ts';

/** A stretch of time with its articles, or an article. */
export type SourceEntry =
  | {
      readonly kind: 'period';
      /** The beginning of its dates: `2024`, `2024-05`, `2024-05-03`; `undated`. */
      readonly period: string;
      readonly count: number;
    }
  | { readonly kind: 'article'; readonly article: Article };

/** More than so many articles are grouped by year, then by month, then by day. */
const mostUngrouped = 200;
const undated = 'undated';

/** The articles of a period, all of them without one: the latest first, grouped where they are many. */
export function sourceList(corpus: Corpus, period = '', most = mostUngrouped): readonly SourceEntry[] {
  const articles = [...corpus.articles()].filter(({ date }) =>
    period === undated ? date === undefined : (date ?? '').startsWith(period),
  );
  const depth = period === undated ? undefined : nextDepth(period);
  if (articles.length <= most || depth === undefined) {
    return articles.sort(latestFirst).map(article => ({ kind: 'article', article }));
  }
  const counts = new Map<string, number>();
  for (const { date } of articles) {
    const key = date?.slice(0, depth) ?? undated;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => (one === undated ? 1 : other === undated ? -1 : one < other ? 1 : -1))
    .map(([key, count]) => ({ kind: 'period', period: key, count }));
}

/** Somebody in an article, with what he or she says there. */
export interface SourcePerson {
  /** Undefined: quotations whose speaker the article does not name. */
  readonly name: string | undefined;
  readonly kind: NameKind;
  readonly role: string | undefined;
  /** The first mention. */
  readonly start: number;
  readonly end: number;
  readonly quotations: readonly Passage[];
}

/** The people and organisations of an article with their quotations: those who speak first, in the order of the text. */
export function sourceContents(article: Article): readonly SourcePerson[] {
  const spoken = new Map<number | undefined, Passage[]>();
  for (const quotation of article.quotations) {
    if (quotation.kind !== 'scare' && !isHeading(article.blocks[quotation.block]?.kind)) {
      const entity = quotation.speaker?.entity;
      const passages = spoken.get(entity) ?? [];
      spoken.set(entity, passages);
      passages.push(quotationPassage(article, quotation));
    }
  }
  const people = article.entities.flatMap((entity, index): readonly SourcePerson[] => {
    const mention = article.mentions.find(it => it.entity === index);
    const quotations = spoken.get(index) ?? [];
    if (mention === undefined || (entity.kind === 'place' && quotations.length === 0)) {
      return [];
    }
    const { kind, name, role } = entity;
    const shownRole = role === undefined ? undefined : collapse(role);
    return [{ kind, name, role: shownRole, start: mention.start, end: mention.end, quotations }];
  });
  const unnamed = spoken.get(undefined) ?? [];
  const [first] = unnamed;
  return [
    ...people.filter(it => it.quotations.length > 0).sort((one, other) => one.start - other.start),
    ...(first === undefined
      ? []
      : [
          {
            name: undefined,
            kind: 'person' as const,
            role: undefined,
            start: first.start,
            end: first.end,
            quotations: unnamed,
          },
        ]),
    ...people.filter(it => it.quotations.length === 0).sort((one, other) => one.start - other.start),
  ];
}

function nextDepth(period: string): number | undefined {
  return [4, 7, 10].find(depth => depth > period.length);
}
