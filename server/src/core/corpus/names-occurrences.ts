import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';
import type { NamesTable } from './names-table.ts';
import { placeOf } from './quotations-table.ts';
import { pushTo } from './sets.ts';

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

/** The occurrences of a source, those of removed articles left out; or of articles that are wanted. */
export function occurrencesIn(
  { table, id, some }: Source,
  isWanted: (article: Article) => boolean = () => true,
): readonly Occurrence[] {
  if (some) {
    return some.filter(it => isWanted(it.article));
  }
  const { occurrenceStarts, occurrences, starts, mentions, articles } = table;
  const found: Occurrence[] = [];
  for (let at = occurrenceStarts[id] ?? 0; at < (occurrenceStarts[id + 1] ?? 0); at++) {
    const occurrence = occurrences[at] ?? 0;
    const place = placeOf(table, occurrence);
    const article = articles[place];
    if (article && isWanted(article)) {
      const entity = occurrence - (starts[place] ?? 0);
      found.push({ article, entity, mentions: mentions[occurrence] ?? 0 });
    }
  }
  return found;
}

/** The order of articles by their paths, and of the entities of one. */
export function byPlace(one: Occurrence, other: Occurrence): number {
  return byCodeUnits(one.article.path, other.article.path) || one.entity - other.entity;
}

/** The latest article first, those of one date in the order of their paths. */
export function latestFirst(occurrences: readonly Occurrence[]): Occurrence[] {
  const byDate = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    pushTo(byDate, occurrence.article.date ?? '', occurrence);
  }
  const dates = [...byDate.keys()].sort((one, other) => byCodeUnits(other, one));
  return dates.flatMap(date => byDate.get(date)?.sort(byPlace) ?? []);
}

/** The latest date of a table's articles, those that were removed since among them. */
function latestDate(table: NamesTable): string {
  const known = latestDates.get(table);
  if (known !== undefined) {
    return known;
  }
  const latest = table.articles.reduce(
    (date, it) => (it?.date !== undefined && it.date > date ? it.date : date),
    '',
  );
  latestDates.set(table, latest);
  return latest;
}

const latestDates = new WeakMap<NamesTable, string>();

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

  /** The latest occurrences, so many at most, as `latestFirst` puts them. */
  latest(most: number): Occurrence[] {
    let kept = [...this.#some];
    const newest = this.#tables.map((table, at) => ({
      table,
      id: this.#ids[at] ?? 0,
      date: latestDate(table),
    }));
    for (const { table, id, date } of newest.sort((one, other) => byCodeUnits(other.date, one.date))) {
      const isFull = kept.length >= most;
      kept = isFull ? latestFirst(kept).slice(0, most) : kept;
      const oldest = isFull ? (kept.at(-1)?.article.date ?? '') : '';
      if (date < oldest) {
        break;
      }
      kept.push(...occurrencesIn({ table, id, some: undefined }, it => (it.date ?? '') >= oldest));
    }
    return latestFirst(kept).slice(0, most);
  }

  /** In how many articles there are occurrences. */
  articles(): number {
    const seen = new Map<NamesTable, Uint8Array>();
    const others = new Set(this.#some.map(it => it.article));
    let count = others.size;
    this.#tables.forEach((table, index) => {
      const { occurrenceStarts, occurrences, articles } = table;
      const places = seen.get(table) ?? new Uint8Array(articles.length);
      seen.set(table, places);
      const id = this.#ids[index] ?? 0;
      for (let at = occurrenceStarts[id] ?? 0; at < (occurrenceStarts[id + 1] ?? 0); at++) {
        const place = placeOf(table, occurrences[at] ?? 0);
        const article = articles[place];
        if (article && places[place] === 0 && !others.has(article)) {
          count++;
        }
        places[place] = 1;
      }
    });
    return count;
  }
}

const none: readonly Occurrence[] = [];
