import type { Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { BucketSizes } from './names-bucket-sizes.ts';
import {
  addWordsOfLength,
  bucketsGoingBy,
  bucketsWithTitle,
  bucketsWithToken,
  bucketsWithTokensFrom,
  bucketsWithWords,
} from './names-lookup.ts';
import { occurrencesIn } from './names-occurrences.ts';
import { namesOf, PeopleOfArticles, type Shelved } from './names-people.ts';
import type { Spellings } from './names-spellings.ts';
import type { Namings } from './names-story.ts';
import { sizeOf, type NamesTable } from './names-table.ts';
import { placeOf } from './quotations-table.ts';
import { wordAt, wordNumber } from './sorted-words.ts';

/** Buckets that a question leads to, each with how many occurrences it has at most. */
export type FoundBuckets = ReadonlyMap<string, number>;

interface Held {
  /** The number of each bucket of the table among all. */
  readonly buckets: Uint32Array;
  /** Whether an article of it was removed, or never wanted. */
  hasGaps: boolean;
  /** How many buckets were given as fresh. */
  given: number;
}

/** The names of all articles in buckets, by their last word or their initials: what may be one meets in one of them. */
export class NameBuckets {
  readonly #spellings: Spellings;
  readonly #tables = new Map<NamesTable, Held>();
  /** Those whose buckets were not all given as fresh. */
  readonly #fresh = new Set<Held>();
  readonly #sizes = new BucketSizes();
  readonly #byPath = new Map<string, Shelved>();
  readonly #people: PeopleOfArticles;

  constructor(spellings: Spellings) {
    this.#spellings = spellings;
    this.#people = new PeopleOfArticles(spellings, path => this.#byPath.get(path));
  }

  /** Adds the names of articles that are not in yet. */
  adopt(table: NamesTable): void {
    const buckets = Uint32Array.from({ length: table.bucketStarts.length - 1 }, (_, bucket) =>
      this.#sizes.add(wordAt(table.buckets, bucket), sizeOf(table, bucket)),
    );
    const held = { buckets, hasGaps: table.articles.includes(undefined), given: 0 };
    this.#tables.set(table, held);
    this.#fresh.add(held);
    table.articles.forEach((article, place) => {
      if (article) {
        this.#byPath.set(article.path, { table, place });
      }
    });
  }

  /** Takes the names of articles out; gives the buckets where they were. */
  remove(paths: readonly string[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const path of paths) {
      const shelved = this.#byPath.get(path);
      if (shelved) {
        const { table, place } = shelved;
        for (const id of namesOf(shelved)) {
          const { name, kind } = table.entities.get(id);
          changed.add(this.#spellings.bucketOf(this.#spellings.of(name), kind));
        }
        table.articles[place] = undefined;
        this.#byPath.delete(path);
        this.#settle(table);
      }
    }
    return changed;
  }

  /** The buckets that names of a table are in. */
  *bucketsOf(table: NamesTable): Generator<string> {
    for (const number of this.#tables.get(table)?.buckets ?? []) {
      yield this.#sizes.nameOf(number);
    }
    yield* this.givenIn(table);
  }

  /** The buckets of given names that names of a table may be in. */
  givenIn(table: NamesTable): readonly string[] {
    return this.#spellings.givenBuckets
      .filter(({ filed }) => [...filed].some(it => wordNumber(table.buckets, it) !== undefined))
      .map(it => it.name);
  }

  /** Whether there are buckets that were not given as fresh. */
  get isFresh(): boolean {
    return this.#fresh.size > 0;
  }

  /** A bucket of a table that came, each once: for idle moments. */
  nextFresh(): string | undefined {
    for (const held of this.#fresh) {
      const number = held.buckets[held.given++];
      if (number !== undefined) {
        return this.#sizes.nameOf(number);
      }
      this.#fresh.delete(held);
    }
    return undefined;
  }

  /** What is in a bucket. */
  in(bucket: string): Namings[] {
    const given = this.#spellings.givenBuckets.find(it => it.name === bucket);
    const found: Namings[] = [];
    for (const [table, { hasGaps }] of this.#tables) {
      for (const filed of given?.filed ?? [bucket]) {
        const number = wordNumber(table.buckets, filed);
        const end = number === undefined ? 0 : (table.bucketStarts[number + 1] ?? 0);
        for (let id = table.bucketStarts[number ?? 0] ?? 0; id < end; id++) {
          this.#take(table, hasGaps, id, bucket, found);
        }
      }
    }
    return found;
  }

  /** The buckets where names may be that have some words, and one besides that begins so. */
  withWords(words: readonly string[], prefix: string): FoundBuckets {
    return this.#gather(
      table => bucketsWithWords(table, words, prefix),
      given => words.every(word => given.has(word)),
    );
  }

  /** The buckets where names with a word may be that begins so. */
  withTokensFrom(prefix: string): FoundBuckets {
    return this.#gather(
      table => bucketsWithTokensFrom(table, prefix),
      given => [...given].some(token => token.startsWith(prefix)),
    );
  }

  /** The buckets where somebody may go by a form: it is a form of theirs, or the end of one. */
  goingBy(asked: readonly string[]): FoundBuckets {
    return this.#gather(
      table => bucketsGoingBy(table, asked),
      given => given.has(asked.at(-1) ?? ''),
    );
  }

  /** The buckets where those may be who hold a title. */
  withTitle(title: string): FoundBuckets {
    return this.#gather(
      table => bucketsWithTitle(table, title),
      () => false,
    );
  }

  /** Words of names that begin with a letter, and have neither fewer nor more letters than some numbers say. */
  tokensFrom(letter: string, lengths: Span): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { tokens } of this.#tables.keys()) {
      addWordsOfLength(tokens, letter, lengths, found);
    }
    return found;
  }

  /** Whether a name of the sources has a word. */
  hasToken(token: string): boolean {
    for (const [table, { hasGaps }] of this.#tables) {
      for (const bucket of bucketsWithToken(table, token)) {
        if (!hasGaps || this.#standsIn(table, bucket, token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The people of an article who are named in full, folded. */
  peopleOf(article: Article): readonly string[] {
    return this.#people.of(article);
  }

  /** Takes note that an article of a table is gone: one without articles goes, too. */
  #settle(table: NamesTable): void {
    const held = this.#tables.get(table);
    if (held) {
      held.hasGaps = true;
      if (!table.articles.some(article => article)) {
        this.#tables.delete(table);
        this.#fresh.delete(held);
        held.buckets.forEach((number, bucket) => {
          this.#sizes.add(this.#sizes.nameOf(number), -sizeOf(table, bucket));
        });
      }
    }
  }

  /** Adds where an entity is named, if it belongs in a bucket. */
  #take(table: NamesTable, hasGaps: boolean, id: number, bucket: string, found: Namings[]): void {
    const { occurrenceStarts, occurrences, mentions: counts } = table;
    let count = 0;
    let mentions = 0;
    if (hasGaps) {
      for (const occurrence of occurrencesIn({ table, id, some: undefined })) {
        count++;
        mentions += occurrence.mentions;
      }
    } else {
      for (let at = occurrenceStarts[id] ?? 0; at < (occurrenceStarts[id + 1] ?? 0); at++) {
        count++;
        mentions += counts[occurrences[at] ?? 0] ?? 0;
      }
    }
    if (count > 0) {
      const value = table.entities.get(id);
      const spelling = this.#spellings.of(value.name);
      if (this.#spellings.bucketOf(spelling, value.kind) === bucket) {
        found.push({ table, id, some: undefined, value, spelling, count, mentions });
      }
    }
  }

  /** Whether somebody in a bucket of a table has a word in their name whose article is still there. */
  #standsIn(table: NamesTable, bucket: number, token: string): boolean {
    const { bucketStarts, occurrenceStarts, occurrences, articles, entities } = table;
    for (let id = bucketStarts[bucket] ?? 0; id < (bucketStarts[bucket + 1] ?? 0); id++) {
      const own = occurrences.subarray(occurrenceStarts[id], occurrenceStarts[id + 1]);
      if (own.some(it => articles[placeOf(table, it)])) {
        const { name, forms } = entities.get(id);
        if ([name, ...forms].some(form => this.#spellings.of(form).tokens.includes(token))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gathers the buckets that are found in all tables, and those of given names that may have taken theirs in. */
  #gather(
    find: (table: NamesTable) => Iterable<number>,
    isGiven: (tokens: ReadonlySet<string>) => boolean,
  ): Map<string, number> {
    const found = new Set<number>();
    for (const [table, { buckets }] of this.#tables) {
      for (const bucket of find(table)) {
        found.add(buckets[bucket] ?? 0);
      }
    }
    const sizes = new Map<string, number>();
    for (const number of found) {
      const bucket = this.#sizes.nameOf(number);
      sizes.set(bucket, this.#sizes.of(bucket));
    }
    for (const { name, filed, tokens } of this.#spellings.givenBuckets) {
      if (isGiven(tokens) || [...filed].some(it => sizes.has(it))) {
        sizes.set(
          name,
          [...filed].reduce((sum, it) => sum + this.#sizes.of(it), 0),
        );
      }
    }
    return sizes;
  }
}
