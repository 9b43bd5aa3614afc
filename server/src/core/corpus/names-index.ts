import type { Article } from './article.ts';
import type { CorpusEntity } from './corpus.ts';
import { coreTokens, foldName, nameTokens, withoutPossessive } from './names-forms.ts';
import { mergeNames, type GivenName } from './names-merge.ts';
import type { Occurrence } from './names-story.ts';
import { isNoSlip, nearTokens } from './names-near.ts';
import { byMentions, fitness, foremost, isMeant, toNode, type Node } from './names-node.ts';

/**
 * The names of all articles, merged into people, organisations and places. An upsert only notes which last names
 * it touches; those are merged again at the next question.
 */
export class NamesIndex {
  readonly #given: ReadonlyMap<string, GivenName>;
  readonly #givenTokens: ReadonlySet<string>;
  /** Does a folded word stand anywhere in the sources? Then it is no slip of the draft's. */
  readonly #stands: (word: string) => boolean;
  readonly #byPath = new Map<
    string,
    readonly { readonly bucket: string; readonly occurrence: Occurrence }[]
  >();
  readonly #buckets = new Map<string, Set<Occurrence>>();
  readonly #nodes = new Map<string, readonly Node[]>();
  readonly #dirty = new Set<string>();
  readonly #byForm = new Map<string, Set<Node>>();
  readonly #byToken = new Map<string, Set<Node>>();
  /** One and three first letters of a token to the tokens: for prefixes. */
  readonly #byHead = new Map<string, Set<string>>();
  #owners: Map<Article, Map<number, CorpusEntity>> | undefined;

  constructor(people: Readonly<Record<string, readonly string[]>>, stands: (word: string) => boolean) {
    this.#given = givenNames(people);
    this.#givenTokens = new Set([...this.#given.keys()].flatMap(nameTokens));
    this.#stands = stands;
  }

  upsert(articles: readonly Article[]): void {
    this.remove(articles.map(article => article.path));
    for (const article of articles) {
      const held = occurrencesOf(article).map(occurrence => ({
        bucket: this.#bucketOf(occurrence),
        occurrence,
      }));
      this.#byPath.set(article.path, held);
      for (const { bucket, occurrence } of held) {
        addTo(this.#buckets, bucket, occurrence);
        this.#dirty.add(bucket);
      }
    }
  }

  remove(paths: readonly string[]): void {
    this.#owners = undefined;
    for (const path of paths) {
      for (const { bucket, occurrence } of this.#byPath.get(path) ?? []) {
        removeFrom(this.#buckets, bucket, occurrence);
        this.#dirty.add(bucket);
      }
      this.#byPath.delete(path);
    }
  }

  /** Everything merged, in no order that means anything. */
  all(): readonly CorpusEntity[] {
    this.#settle();
    return [...this.#nodes.values()].flat().map(node => node.entity);
  }

  /** Entities that the sources print so, most mentioned first; a bare surname also gives those it may belong to. */
  named(form: string): readonly CorpusEntity[] {
    this.#settle();
    const folded = foldName(withoutPossessive(form.trim()));
    const nodes = [...(this.#byForm.get(folded) ?? this.#byForm.get(foldName(form)) ?? [])];
    const given = this.#given.get(folded);
    const wanted = given ? nodes.filter(node => node.entity.name === given.name) : [];
    const ranked = wanted.length > 0 ? wanted : nodes;
    const printed = (node: Node): number => (node.forms.get(folded) === false ? 1 : 0);
    return ranked
      .sort((one, other) => printed(one) - printed(other) || byMentions(one, other))
      .map(node => node.entity);
  }

  /** What an entity of an article was merged into. */
  ownerOf(article: Article, entity: number): CorpusEntity | undefined {
    if (!this.#owners) {
      this.#owners = new Map();
      for (const merged of this.all()) {
        for (const occurrence of merged.occurrences) {
          const owners = this.#owners.get(occurrence.article) ?? new Map<number, CorpusEntity>();
          owners.set(occurrence.entity, merged);
          this.#owners.set(occurrence.article, owners);
        }
      }
    }
    return this.#owners.get(article)?.get(entity);
  }

  /** Entities one of whose words starts so, best first. Several words: a form that goes on from them. */
  complete(prefix: string, limit: number): readonly CorpusEntity[] {
    this.#settle();
    const folded = foldName(prefix);
    const typed = nameTokens(folded);
    const last = typed[typed.length - 1];
    if (last === undefined) {
      return [];
    }
    const seen = new Set<Node>();
    const found: { readonly node: Node; readonly worth: number }[] = [];
    for (const token of this.#tokensFrom(last)) {
      for (const node of this.#byToken.get(token) ?? []) {
        const fits =
          typed.length === 1 || [...node.forms.keys()].some(form => ` ${form}`.includes(` ${folded}`));
        if (fits && !seen.has(node)) {
          seen.add(node);
          found.push({ node, worth: fitness(node, folded) });
        }
      }
    }
    return foremost(found, limit).map(node => node.entity);
  }

  /** Names that a name is a near miss of, nearest first; none where it is known, or may well be another's name. */
  near(name: string): readonly CorpusEntity[] {
    this.#settle();
    const folded = foldName(withoutPossessive(name.trim()));
    const tokens = nameTokens(folded);
    const unknown = tokens.filter(token => token.length > 1 && !this.#isKnown(token));
    const [slip] = unknown;
    const known = this.#byForm.has(folded) || this.#given.has(folded);
    if (known || slip === undefined || unknown.length > 1 || isNoSlip(slip, tokens)) {
      return [];
    }
    const others = tokens.length > 1;
    const found = new Map<Node, number>();
    for (const { token, distance } of nearTokens(slip, this.#candidatesFor(slip), others)) {
      const meant = tokens.map(it => (it === slip ? token : it));
      for (const node of this.#byToken.get(token) ?? []) {
        if (isMeant(node, meant) && !found.has(node)) {
          found.set(node, distance);
        }
      }
    }
    if (found.size === 0 || this.#stands(slip)) {
      return [];
    }
    return [...found]
      .sort(([one, distance], [other, otherDistance]) => distance - otherDistance || byMentions(one, other))
      .map(([node]) => node.entity);
  }

  #isKnown(token: string): boolean {
    return this.#byToken.has(token) || this.#givenTokens.has(token);
  }

  *#tokensFrom(prefix: string): Generator<string> {
    const head = prefix.length < 3 ? prefix.slice(0, 1) : prefix.slice(0, 3);
    for (const token of this.#byHead.get(head) ?? []) {
      if (token.startsWith(prefix)) {
        yield token;
      }
    }
  }

  /** Tokens that differ little begin alike, or have the first two letters swapped or one of them wrong. */
  *#candidatesFor(slip: string): Generator<string> {
    for (const head of new Set([slip.slice(0, 1), slip.slice(1, 2)])) {
      yield* this.#byHead.get(head) ?? [];
    }
  }

  #bucketOf(occurrence: Occurrence): string {
    const given = this.#given.get(occurrence.folded);
    const tokens = given ? nameTokens(given.folded) : occurrence.tokens;
    const kind = occurrence.article.entities[occurrence.entity]?.kind;
    if (kind === 'organisation' && tokens.length > 1 && !given) {
      return initials(tokens);
    }
    return coreTokens(tokens).at(-1) ?? '';
  }

  /** Merges again what changed since the last question. */
  #settle(): void {
    for (const bucket of this.#dirty) {
      for (const node of this.#nodes.get(bucket) ?? []) {
        this.#unlist(node);
      }
      const occurrences = this.#buckets.get(bucket);
      if (occurrences) {
        const nodes = mergeNames([...occurrences], folded => this.#given.get(folded)).map(toNode);
        this.#nodes.set(bucket, nodes);
        for (const node of nodes) {
          this.#list(node);
        }
      } else {
        this.#nodes.delete(bucket);
      }
    }
    this.#dirty.clear();
  }

  #list(node: Node): void {
    for (const form of node.forms.keys()) {
      addTo(this.#byForm, form, node);
    }
    for (const token of node.tokens) {
      addTo(this.#byToken, token, node);
      addTo(this.#byHead, token.slice(0, 1), token);
      addTo(this.#byHead, token.slice(0, 3), token);
    }
  }

  #unlist(node: Node): void {
    for (const form of node.forms.keys()) {
      removeFrom(this.#byForm, form, node);
    }
    for (const token of node.tokens) {
      removeFrom(this.#byToken, token, node);
      if (!this.#byToken.has(token)) {
        removeFrom(this.#byHead, token.slice(0, 1), token);
        removeFrom(this.#byHead, token.slice(0, 3), token);
      }
    }
  }
}

function givenNames(people: Readonly<Record<string, readonly string[]>>): Map<string, GivenName> {
  const names = new Map<string, GivenName>();
  for (const [name, forms] of Object.entries(people)) {
    const given: GivenName = { name, folded: foldName(name), forms };
    for (const form of [name, ...forms]) {
      names.set(foldName(form), given);
    }
  }
  return names;
}

function occurrencesOf(article: Article): Occurrence[] {
  const counts = new Uint32Array(article.entities.length);
  for (const { entity } of article.mentions) {
    counts[entity] = (counts[entity] ?? 0) + 1;
  }
  return article.entities.flatMap(({ name }, entity) => {
    const folded = foldName(name);
    const tokens = nameTokens(folded);
    return tokens.length > 0 ? [{ article, entity, folded, tokens, mentions: counts[entity] ?? 0 }] : [];
  });
}

const smallWords = new Set(['of', 'and', 'the', 'for', 'on', 'in', 'to', 'de', 'la', 'y']);

/** Where `North Atlantic Treaty Organization` and `NATO` meet. */
function initials(tokens: readonly string[]): string {
  return tokens
    .filter(token => !smallWords.has(token))
    .map(token => token.slice(0, 1))
    .join('');
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) {
    set.add(value);
  } else {
    sets.set(key, new Set([value]));
  }
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set?.delete(value) && set.size === 0) {
    sets.delete(key);
  }
}
