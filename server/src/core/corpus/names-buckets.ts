import type { Entity } from '../parse/reading.ts';
import type { Article } from './article.ts';
import { coreTokens, endsWith } from './names-forms.ts';
import { Roles } from './names-roles.ts';
import type { Spellings } from './names-spellings.ts';
import type { Occurrence, Spelling } from './names-story.ts';

/** An entity that is ready to be added, with the bucket that its occurrences go to. */
export interface PreparedEntity {
  readonly value: Entity;
  readonly spelling: Spelling;
  /** What the bucket is called. */
  readonly name: string;
  /** Undefined where its name has no words. */
  readonly bucket: Occurrence[] | undefined;
}

/** The names of all articles in buckets, by their last word or their initials: what may be one meets in one of them. */
export class NameBuckets {
  readonly #spellings: Spellings;
  readonly #byPath = new Map<string, readonly Occurrence[]>();
  readonly #people = new WeakMap<Article, readonly string[]>();
  readonly #buckets = new Map<string, Occurrence[]>();
  /** Each word of a name to the buckets where names with it are. Kept when they go: an empty bucket costs nothing. */
  readonly #withToken = new Map<string, Set<string>>();
  readonly #roles = new Roles();
  /** One and three first letters of such a word to the words: for prefixes. */
  readonly #byHead = new Map<string, Set<string>>();

  constructor(spellings: Spellings) {
    this.#spellings = spellings;
  }

  /** Makes an entity ready to be added, for all articles that have it as it is. */
  prepared(value: Entity): PreparedEntity {
    const spelling = this.#spellings.of(value.name);
    if (spelling.tokens.length === 0) {
      return { value, spelling, name: '', bucket: undefined };
    }
    const name = this.#spellings.bucketOf(spelling, value.kind);
    const bucket = this.#buckets.get(name) ?? [];
    this.#buckets.set(name, bucket);
    this.#file({ value, spelling }, name);
    if (value.role !== undefined) {
      this.#roles.add(value.role, name);
    }
    return { value, spelling, name, bucket };
  }

  /** Adds the names of an article that is not in yet; `changed` is told of each bucket. */
  add(
    article: Article,
    entities: readonly PreparedEntity[],
    mentions: ArrayLike<number>,
    changed: (bucket: string) => void,
  ): void {
    const held: Occurrence[] = [];
    for (let entity = 0; entity < entities.length; entity++) {
      const prepared = entities[entity];
      if (prepared?.bucket) {
        const { value, spelling, name, bucket } = prepared;
        const occurrence = { article, entity, value, spelling, mentions: mentions[entity] ?? 0 };
        held.push(occurrence);
        bucket.push(occurrence);
        changed(name);
      }
    }
    this.#byPath.set(article.path, held);
  }

  /** Takes the names of articles out; `changed` is told of each bucket. */
  remove(paths: readonly string[], changed: (bucket: string) => void): void {
    const gone = new Map<string, Set<Occurrence>>();
    for (const path of paths) {
      for (const occurrence of this.#byPath.get(path) ?? []) {
        const { spelling, value } = occurrence;
        addTo(gone, this.#spellings.bucketOf(spelling, value.kind), occurrence);
      }
      this.#byPath.delete(path);
    }
    for (const [name, occurrences] of gone) {
      // In place: what is prepared for this bucket goes on to it.
      const bucket = this.#buckets.get(name) ?? [];
      let left = 0;
      for (const occurrence of bucket) {
        if (!occurrences.has(occurrence)) {
          bucket[left++] = occurrence;
        }
      }
      bucket.length = left;
      changed(name);
    }
  }

  /** What is in a bucket. */
  in(bucket: string): readonly Occurrence[] {
    return this.#buckets.get(bucket) ?? [];
  }

  /** The buckets where names with this word may be. */
  withToken(token: string): ReadonlySet<string> {
    return this.#withToken.get(token) ?? nothing;
  }

  /** Words of names that begin with one letter, or with three. */
  tokensFrom(head: string): Iterable<string> {
    return this.#byHead.get(head) ?? nothing;
  }

  /** The buckets where those may be who hold a title. */
  withTitle(title: string): ReadonlySet<string> {
    return this.#roles.bucketsFor(title);
  }

  /** Whether a name of the sources has a word. */
  hasToken(token: string): boolean {
    for (const bucket of this.withToken(token)) {
      if (this.in(bucket).some(it => this.#formsOf(it).some(form => form.tokens.includes(token)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody in a bucket may go by a form: it is a form of theirs, or the end of one. */
  mayGoBy(bucket: string, asked: readonly string[]): boolean {
    const goesBy = (tokens: readonly string[]): boolean =>
      endsWith(tokens, asked) || endsWith(coreTokens(tokens), asked);
    return this.in(bucket).some(it => this.#formsOf(it).some(form => goesBy(form.tokens)));
  }

  /** The people of an article who are named in full, folded. */
  peopleOf(article: Article): readonly string[] {
    let people = this.#people.get(article);
    if (!people) {
      people = (this.#byPath.get(article.path) ?? [])
        .filter(it => it.value.kind === 'person' && it.spelling.tokens.length > 1)
        .map(it => it.spelling.folded);
      this.#people.set(article, people);
    }
    return people;
  }

  /** All that an occurrence goes by, in its article and by the project. */
  #formsOf({ value, spelling }: Pick<Occurrence, 'value' | 'spelling'>): readonly Spelling[] {
    const given = this.#spellings.given(spelling.folded);
    const forms = given ? [...value.forms, given.name, ...given.forms] : value.forms;
    return [spelling, ...forms.map(form => this.#spellings.of(form))];
  }

  /** Notes under which words a bucket is to be looked for. */
  #file(occurrence: Pick<Occurrence, 'value' | 'spelling'>, bucket: string): void {
    for (const { tokens } of this.#formsOf(occurrence)) {
      for (const token of tokens) {
        const buckets = this.#withToken.get(token);
        if (buckets) {
          buckets.add(bucket);
        } else {
          this.#withToken.set(token, new Set([bucket]));
          addTo(this.#byHead, token.slice(0, 1), token);
          addTo(this.#byHead, token.slice(0, 3), token);
        }
      }
    }
  }
}

const nothing: ReadonlySet<string> = new Set();

/** Adds to a set of a map, and makes the set where there is none. */
export function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) {
    set.add(value);
  } else {
    sets.set(key, new Set([value]));
  }
}
