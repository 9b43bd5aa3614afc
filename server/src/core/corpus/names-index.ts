import type { Entity } from '../parse/reading.ts';
import type { Article } from './article.ts';
import type { CorpusEntity } from './corpus.ts';
import { addTo, NameBuckets, type PreparedEntity } from './names-buckets.ts';
import { foremostIn, type MergedBuckets } from './names-foremost.ts';
import { foldName, nameTokens } from './names-forms.ts';
import { mergeNames } from './names-merge.ts';
import { isNoSlip, nearTokens } from './names-near.ts';
import { byMentions, isMeant, toNode, type Node } from './names-node.ts';
import { isTitleOf, saysAll } from './names-roles.ts';
import { foldAsked, Spellings } from './names-spellings.ts';

/**
 * The names of all articles, merged into people, organisations and places. Names meet in buckets, by their last word
 * or their initials; an upsert only notes which buckets it touches, and a question merges those alone that its words
 * lead to.
 */
export class NamesIndex {
  readonly #spellings: Spellings;
  readonly #givenTokens: ReadonlySet<string>;
  /** Does a folded word stand anywhere in the sources? Then it is no slip of the draft's. */
  readonly #stands: (word: string) => boolean;
  readonly #buckets: NameBuckets;
  readonly #nodes = new Map<string, readonly Node[]>();
  readonly #dirty = new Set<string>();
  /** Of the merged buckets only. */
  readonly #byForm = new Map<string, Set<Node>>();
  readonly #byToken = new Map<string, Set<Node>>();
  readonly #merged: MergedBuckets = {
    size: bucket => this.#buckets.in(bucket).length,
    nodes: bucket => {
      if (this.#dirty.has(bucket)) {
        this.#settle(bucket);
      }
      return this.#nodes.get(bucket) ?? [];
    },
  };

  constructor(people: Readonly<Record<string, readonly string[]>>, stands: (word: string) => boolean) {
    this.#spellings = new Spellings(people);
    this.#buckets = new NameBuckets(this.#spellings);
    this.#givenTokens = this.#spellings.givenTokens();
    this.#stands = stands;
  }

  upsert(articles: readonly Article[]): void {
    this.remove(articles.map(article => article.path));
    for (const article of articles) {
      const counts = new Uint32Array(article.entities.length);
      for (const { entity } of article.mentions) {
        counts[entity] = (counts[entity] ?? 0) + 1;
      }
      this.add(
        article,
        article.entities.map(it => this.prepared(it)),
        counts,
      );
    }
  }

  /** Makes an entity ready to be added, for all articles that have it as it is. */
  prepared(value: Entity): PreparedEntity {
    return this.#buckets.prepared(value);
  }

  /** Adds the names of an article that is not in yet; `mentions`: how often each is mentioned. */
  add(article: Article, entities: readonly PreparedEntity[], mentions: ArrayLike<number>): void {
    this.#buckets.add(article, entities, mentions, bucket => this.#dirty.add(bucket));
  }

  remove(paths: readonly string[]): void {
    this.#buckets.remove(paths, bucket => this.#dirty.add(bucket));
  }

  /** Merges some of the buckets that changed, for idle moments: gives whether any are left. */
  prepare(buckets: number): boolean {
    let left = buckets;
    for (const bucket of this.#dirty) {
      if (left-- <= 0) {
        return true;
      }
      this.#settle(bucket);
    }
    return false;
  }

  /** Everything merged, in no order that means anything. */
  all(): readonly CorpusEntity[] {
    this.prepare(Number.POSITIVE_INFINITY);
    return [...this.#nodes.values()].flat().map(node => node.entity);
  }

  /** Entities that the sources print so, most mentioned first; a bare surname also gives those it may belong to. */
  named(form: string): readonly CorpusEntity[] {
    const folded = foldAsked(form);
    const nodes = this.#withForm(folded) ?? this.#withForm(foldName(form));
    const given = this.#spellings.given(folded);
    const all = [...(nodes ?? [])];
    const wanted = given ? all.filter(node => node.entity.name === given.name) : [];
    const ranked = wanted.length > 0 ? wanted : all;
    const printed = (node: Node): number => (node.forms.get(folded) === false ? 1 : 0);
    return ranked
      .sort((one, other) => printed(one) - printed(other) || byMentions(one, other))
      .map(node => node.entity);
  }

  /** Entities one of whose words starts so, best first. Several words: a form that goes on from them. */
  complete(prefix: string, limit: number): readonly CorpusEntity[] {
    const folded = foldName(prefix);
    const typed = nameTokens(folded);
    const [first] = typed;
    if (first === undefined) {
      return [];
    }
    // Of several words the first is typed to its end.
    const fits = (node: Node): boolean =>
      typed.length === 1
        ? [...node.tokens].some(token => token.startsWith(first))
        : [...node.forms.keys()].some(form => ` ${form}`.includes(` ${folded}`));
    const buckets = new Set<string>();
    for (const token of typed.length === 1 ? this.#tokensFrom(first) : [first]) {
      this.#buckets.withToken(token).forEach(bucket => buckets.add(bucket));
    }
    return foremostIn(buckets, this.#merged, fits, folded, limit).map(node => node.entity);
  }

  /** People who hold a title, those of whose role it is all or a part first. */
  titled(title: string, limit: number): readonly CorpusEntity[] {
    const fits = ({ entity }: Node): boolean =>
      entity.kind === 'person' && entity.role !== undefined && isTitleOf(title, entity.role);
    const saysLess = ({ role = '' }: CorpusEntity): number => (saysAll(title, role) ? 0 : 1);
    return foremostIn(this.#buckets.withTitle(title), this.#merged, fits, '', limit)
      .map(node => node.entity)
      .sort((one, other) => saysLess(one) - saysLess(other));
  }

  /** Names that a name is a near miss of, nearest first; none where it is known, or may well be another's name. */
  near(name: string): readonly CorpusEntity[] {
    const folded = foldAsked(name);
    const tokens = nameTokens(folded);
    const unknown = tokens.filter(token => token.length > 1 && !this.#isKnown(token));
    const [slip] = unknown;
    const known = this.#spellings.given(folded) !== undefined || this.#withForm(folded) !== undefined;
    if (known || slip === undefined || unknown.length > 1 || isNoSlip(slip, tokens)) {
      return [];
    }
    const others = tokens.length > 1;
    const found = new Map<Node, number>();
    for (const { token, distance } of nearTokens(slip, this.#candidatesFor(slip), others)) {
      const meant = tokens.map(it => (it === slip ? token : it));
      for (const node of this.#withToken(token)) {
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

  /** Whether a name of the sources, or of the project, has a word. */
  #isKnown(token: string): boolean {
    return this.#givenTokens.has(token) || this.#buckets.hasToken(token);
  }

  /** The entities that go by a folded form; undefined where none does. */
  #withForm(folded: string): ReadonlySet<Node> | undefined {
    if (this.#dirty.size > 0) {
      this.#settleFor(nameTokens(folded));
    }
    return this.#byForm.get(folded);
  }

  /** Merges the buckets that may have a form of these words. */
  #settleFor(asked: readonly string[]): void {
    const [fewest] = asked
      .map(token => this.#buckets.withToken(token))
      .sort((one, other) => one.size - other.size);
    for (const bucket of fewest ?? []) {
      // A first name stands in thousands of buckets, and alone in few of them.
      const isStale = this.#dirty.has(bucket);
      if (isStale && (this.#nodes.has(bucket) || this.#buckets.mayGoBy(bucket, asked))) {
        this.#settle(bucket);
      }
    }
  }

  /** The entities with a form that has this word. */
  #withToken(token: string): ReadonlySet<Node> {
    for (const bucket of this.#buckets.withToken(token)) {
      if (this.#dirty.has(bucket)) {
        this.#settle(bucket);
      }
    }
    return this.#byToken.get(token) ?? noNodes;
  }

  *#tokensFrom(prefix: string): Generator<string> {
    const head = prefix.length < 3 ? prefix.slice(0, 1) : prefix.slice(0, 3);
    for (const token of this.#buckets.tokensFrom(head)) {
      if (token.startsWith(prefix)) {
        yield token;
      }
    }
  }

  /** Tokens that differ little begin alike, or have the first two letters swapped or one of them wrong. */
  *#candidatesFor(slip: string): Generator<string> {
    for (const head of new Set([slip.slice(0, 1), slip.slice(1, 2)])) {
      yield* this.#buckets.tokensFrom(head);
    }
  }

  /** Merges a bucket again. */
  #settle(bucket: string): void {
    this.#dirty.delete(bucket);
    for (const node of this.#nodes.get(bucket) ?? []) {
      this.#unlist(node);
    }
    const occurrences = this.#buckets.in(bucket);
    if (occurrences.length === 0) {
      this.#nodes.delete(bucket);
      return;
    }
    const merged = mergeNames(
      occurrences,
      folded => this.#spellings.given(folded),
      article => this.#buckets.peopleOf(article),
    );
    const nodes = merged.map(toNode);
    this.#nodes.set(bucket, nodes);
    for (const node of nodes) {
      for (const form of node.forms.keys()) {
        addTo(this.#byForm, form, node);
      }
      for (const token of node.tokens) {
        addTo(this.#byToken, token, node);
      }
    }
  }

  #unlist(node: Node): void {
    for (const form of node.forms.keys()) {
      removeFrom(this.#byForm, form, node);
    }
    for (const token of node.tokens) {
      removeFrom(this.#byToken, token, node);
    }
  }
}

const noNodes: ReadonlySet<Node> = new Set();

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set?.delete(value) && set.size === 0) {
    sets.delete(key);
  }
}
