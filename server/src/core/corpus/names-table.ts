import type { Entity } from '../parse/reading.ts';
import type { Article } from './article.ts';
import type { FiledWords } from './names-filed.ts';
import type { Packable, PackedArrays } from './parcel-arrays.ts';
import type { SortedWords } from './sorted-words.ts';

/**
 * Who is named in some articles, filed in typed arrays as questions look for them: an object is made only of whom a
 * question leads to. Entities are in the order of their buckets, where what may be one meets.
 */
export interface NamesTable extends NamesArrays {
  /** Undefined where an article was removed. */
  readonly articles: (Article | undefined)[];
  readonly entities: EntityStore;
}

/** A table but for the articles and the entities themselves. */
export interface NamesArrays {
  /** Where the names of each article begin in `ids` and `mentions`; one more at the end. */
  readonly starts: Uint32Array;
  /** Entities, in the order in which each article has them. */
  readonly ids: Uint32Array;
  /** How often the article mentions each. */
  readonly mentions: Uint32Array;
  /** Where the occurrences of each entity begin in `occurrences`; one more at the end. */
  readonly occurrenceStarts: Uint32Array;
  /** Indexes into `ids`. */
  readonly occurrences: Uint32Array;
  readonly buckets: SortedWords;
  /** The first entity of each bucket; one more at the end. Those before the first have names without words. */
  readonly bucketStarts: Uint32Array;
  /** The words of all forms. */
  readonly tokens: FiledWords;
  /** How forms end, with and without `jr`, where that is not what the bucket is called. */
  readonly endings: FiledWords;
  /** What people are, see `roleKey`. */
  readonly roles: FiledWords;
}

/** The entities of a table. */
export interface EntityStore {
  get(id: number): Entity;
  /** The name of a person; undefined for what is none. */
  person(id: number): string | undefined;
}

/** Roles are filed by their last word, then as they are, in small letters. */
export function roleKey(role: string): string {
  const folded = role.toLowerCase();
  return `${roleHead(folded)}${folded}`;
}

/** How the key of every role begins that ends in the same word. */
export function roleHead(folded: string): string {
  return `${folded.slice(folded.lastIndexOf(' ') + 1)}\n`;
}

/** Most occurrences that a bucket has; of articles that were removed, too. */
export function sizeOf({ bucketStarts, occurrenceStarts }: NamesArrays, bucket: number): number {
  const first = occurrenceStarts[bucketStarts[bucket] ?? 0] ?? 0;
  return (occurrenceStarts[bucketStarts[bucket + 1] ?? 0] ?? 0) - first;
}

/** The arrays of a table, to be packed. */
export function namesArrays(names: NamesArrays): readonly Packable[] {
  const { starts, ids, mentions, occurrenceStarts, occurrences, buckets, bucketStarts } = names;
  return [
    ...[starts, ids, mentions, occurrenceStarts, occurrences],
    ...[buckets.letterStarts, buckets.letters, bucketStarts],
    ...[names.tokens, names.endings, names.roles].flatMap(it => [
      it.letterStarts,
      it.letters,
      it.filedStarts,
      it.filed,
    ]),
  ];
}

/** A table of packed arrays. */
export function openNames(
  arrays: PackedArrays,
  articles: readonly (Article | undefined)[],
  entities: EntityStore,
): NamesTable {
  const filedWords = (): FiledWords => ({
    letterStarts: arrays.words(),
    letters: arrays.halves(),
    filedStarts: arrays.words(),
    filed: arrays.words(),
  });
  return {
    articles: [...articles],
    entities,
    starts: arrays.words(),
    ids: arrays.words(),
    mentions: arrays.words(),
    occurrenceStarts: arrays.words(),
    occurrences: arrays.words(),
    buckets: { letterStarts: arrays.words(), letters: arrays.halves() },
    bucketStarts: arrays.words(),
    tokens: filedWords(),
    endings: filedWords(),
    roles: filedWords(),
  };
}
