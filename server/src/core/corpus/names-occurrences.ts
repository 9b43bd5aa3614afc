import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';
import type { NamesTable } from './names-table.ts';
import { placeOf } from './quotations-table.ts';

/** An article that names somebody. */
export interface Occurrence {
  readonly article: Article;
  /** Index into `article.entities`. */
  readonly entity: number;
  /** How often the article mentions them. */
  readonly mentions: number;
}

/** Where occurrences are found: an entity of a table, or only some of its occurrences. */
export interface Source {
  readonly table: NamesTable;
  readonly id: number;
  readonly some: readonly Occurrence[] | undefined;
}

/** The occurrences of a source, those of removed articles left out. */
export function occurrencesIn({ table, id, some }: Source): readonly Occurrence[] {
  if (some) {
    return some;
  }
  const { occurrenceStarts, occurrences, starts, mentions, articles } = table;
  const found: Occurrence[] = [];
  for (let at = occurrenceStarts[id] ?? 0; at < (occurrenceStarts[id + 1] ?? 0); at++) {
    const occurrence = occurrences[at] ?? 0;
    const place = placeOf(table, occurrence);
    const article = articles[place];
    if (article) {
      const entity = occurrence - (starts[place] ?? 0);
      found.push({ article, entity, mentions: mentions[occurrence] ?? 0 });
    }
  }
  return found;
}

export function byPlace(one: Occurrence, other: Occurrence): number {
  return byCodeUnits(one.article.path, other.article.path) || one.entity - other.entity;
}

/** The latest article first, those of one date in the order of their paths. */
export function latestFirst(occurrences: readonly Occurrence[]): Occurrence[] {
  const byDate = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
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

/** Sources that are held on to: no object a source, since of most nothing is ever asked. */
export class Sources {
  readonly #tables: readonly NamesTable[];
  readonly #ids: readonly number[];
  readonly #some: readonly Occurrence[];

  constructor(sources: readonly Source[]) {
    const whole = sources.filter(it => it.some === undefined);
    this.#tables = whole.map(it => it.table);
    this.#ids = whole.map(it => it.id);
    this.#some = sources.flatMap(it => it.some ?? none);
  }

  /** All occurrences of articles that are still there, in no order that means anything. */
  occurrences(): readonly Occurrence[] {
    const all = [...this.#some];
    this.#tables.forEach((table, at) => {
      for (const occurrence of occurrencesIn({ table, id: this.#ids[at] ?? 0, some: undefined })) {
        all.push(occurrence);
      }
    });
    return all;
  }
}

const none: readonly Occurrence[] = [];
