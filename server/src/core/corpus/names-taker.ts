import type { Entity } from '../parse/reading.ts';
import type { Article } from './article.ts';
import { bucketOf, coreTokens, foldName, nameTokens } from './names-forms.ts';
import { WordFiler, type FiledWords } from './names-filed.ts';
import { roleKey, type NamesArrays, type NamesTable } from './names-table.ts';
import { packWords } from './sorted-words.ts';

/** What was taken down. */
export interface TakenNames {
  readonly arrays: NamesArrays;
  /** The entities in the order of the table, by their numbers. */
  readonly order: Uint32Array;
}

/** Takes down who is named in articles: everybody once. */
export class NamesTaker {
  readonly #numberOf: (entity: Entity) => number;
  readonly #starts = [0];
  readonly #ids: number[] = [];
  readonly #mentions: number[] = [];
  /** What the bucket of each entity is called; undefined where its name has no words. */
  readonly #buckets: (string | undefined)[] = [];
  readonly #tokens = new WordFiler();
  readonly #endings = new WordFiler();
  readonly #roles = new WordFiler();

  /** `numberOf` gives all that is the same one number: of what is new, how many came before. */
  constructor(numberOf: (entity: Entity) => number) {
    this.#numberOf = numberOf;
  }

  add({ entities, mentions }: Article): void {
    const counts = new Array<number>(entities.length).fill(0);
    for (const { entity } of mentions) {
      counts[entity] = (counts[entity] ?? 0) + 1;
    }
    entities.forEach((entity, index) => {
      this.#ids.push(this.#idOf(entity));
      this.#mentions.push(counts[index] ?? 0);
    });
    this.#starts.push(this.#ids.length);
  }

  take(): TakenNames {
    const names = [...new Set(this.#buckets)].filter(name => name !== undefined).sort();
    const numbers = new Map<string | undefined, number>(names.map((name, number) => [name, number]));
    const buckets = Int32Array.from(this.#buckets, name => numbers.get(name) ?? -1);
    const order = Uint32Array.from(buckets.keys()).sort(
      (one, other) => (buckets[one] ?? 0) - (buckets[other] ?? 0) || one - other,
    );
    const places = new Uint32Array(order.length);
    const bucketStarts = new Uint32Array(names.length + 1).fill(order.length);
    order.forEach((entity, place) => {
      places[entity] = place;
      const bucket = buckets[entity] ?? -1;
      if (bucket >= 0) {
        bucketStarts[bucket] = Math.min(bucketStarts[bucket] ?? 0, place);
      }
    });
    const ids = Uint32Array.from(this.#ids, entity => places[entity] ?? 0);
    const filed = order.filter(entity => (buckets[entity] ?? -1) >= 0);
    const take = (filer: WordFiler): FiledWords => filer.take(filed, entity => buckets[entity] ?? 0);
    const arrays: NamesArrays = {
      starts: Uint32Array.from(this.#starts),
      ids,
      mentions: Uint32Array.from(this.#mentions),
      ...occurrencesOf(ids, order.length),
      buckets: packWords(names),
      bucketStarts,
      tokens: take(this.#tokens),
      endings: take(this.#endings),
      roles: take(this.#roles),
    };
    return { arrays, order };
  }

  #idOf(entity: Entity): number {
    const id = this.#numberOf(entity);
    if (id === this.#buckets.length) {
      this.#file(entity);
    }
    return id;
  }

  /** Notes in which bucket an entity is, and under which words it is to be looked for. */
  #file({ name, kind, forms, role }: Entity): void {
    const own = nameTokens(foldName(name));
    const bucket = own.length === 0 ? undefined : bucketOf(own, kind);
    this.#buckets.push(bucket);
    for (const form of new Set([name, ...forms])) {
      const tokens = form === name ? own : nameTokens(foldName(form));
      tokens.forEach(token => {
        this.#tokens.add(token);
      });
      for (const ending of [tokens.at(-1), coreTokens(tokens).at(-1)]) {
        if (ending !== undefined && ending !== bucket) {
          this.#endings.add(ending);
        }
      }
    }
    if (role !== undefined) {
      this.#roles.add(roleKey(role));
    }
    this.#tokens.end();
    this.#endings.end();
    this.#roles.end();
  }
}

/** All that an entity is, in one string: each part with its length before it, so that no two are alike. */
function contentOf({ kind, gender, name, role, affiliation, forms }: Entity): string {
  let content = `${kind} ${gender ?? '-'} ${sized(name)}${sized(role)}${sized(affiliation)}`;
  for (const form of forms) {
    content += sized(form);
  }
  return content;
}

function sized(part: string | undefined): string {
  return part === undefined ? '-' : `${part.length} ${part}`;
}

/** The occurrences of each entity, one entity after the other. */
function occurrencesOf(
  ids: Uint32Array,
  count: number,
): Pick<NamesArrays, 'occurrenceStarts' | 'occurrences'> {
  const occurrenceStarts = new Uint32Array(count + 1);
  for (const id of ids) {
    occurrenceStarts[id + 1] = (occurrenceStarts[id + 1] ?? 0) + 1;
  }
  for (let entity = 0; entity < count; entity++) {
    occurrenceStarts[entity + 1] = (occurrenceStarts[entity + 1] ?? 0) + (occurrenceStarts[entity] ?? 0);
  }
  const occurrences = new Uint32Array(ids.length);
  const next = occurrenceStarts.slice();
  ids.forEach((id, at) => {
    const place = next[id] ?? 0;
    occurrences[place] = at;
    next[id] = place + 1;
  });
  return { occurrenceStarts, occurrences };
}

/** The names of some articles that are in memory. */
export function namesTable(articles: readonly Article[]): NamesTable {
  const kept: Entity[] = [];
  const known = new Map<string, number>();
  const taker = new NamesTaker(entity => {
    const content = contentOf(entity);
    const number = known.get(content) ?? kept.push(entity) - 1;
    known.set(content, number);
    return number;
  });
  for (const article of articles) {
    taker.add(article);
  }
  const { arrays, order } = taker.take();
  const entities = Array.from(order, id => kept[id] as Entity);
  return {
    ...arrays,
    articles: [...articles],
    entities: {
      get: id => entities[id] as Entity,
      person: id => (entities[id]?.kind === 'person' ? entities[id].name : undefined),
    },
  };
}
