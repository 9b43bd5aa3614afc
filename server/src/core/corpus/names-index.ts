import { Memo } from '../text/memo.ts';
import type { Article } from './article.ts';
import type { CorpusEntity } from './corpus.ts';
import { NameBuckets } from './names-buckets.ts';
import { foremostIn } from './names-foremost.ts';
import { foldName, hasTyped, nameTokens, typedTokens } from './names-forms.ts';
import { mergeNames } from './names-merge.ts';
import { firstLettersOf, mostMore } from './names-near.ts';
import { byMentions, isMeant, toNode, type Node } from './names-node.ts';
import { isTitleOf, saysAll } from './names-roles.ts';
import { meantNames } from './names-meant.ts';
import { foldAsked, Spellings } from './names-spellings.ts';
import type { NamesTable } from './names-table.ts';
import { namesTable } from './names-taker.ts';
import { addTo, removeFrom } from './sets.ts';

/**
 * The names of all articles, merged into people, organisations and places. Names meet in buckets, by their last word
 * or their initials; a question merges those alone that its words lead to.
 */
export class NamesIndex {
  readonly #spellings: Spellings;
  /** Does a folded word stand anywhere in the sources? Then it is no slip of the draft's. */
  readonly #stands: (word: string) => boolean;
  readonly #buckets: NameBuckets;
  /** The buckets that are merged. */
  readonly #nodes = new Map<string, readonly Node[]>();
  /** Those that were and have changed, and those of given names that came. */
  readonly #changed = new Set<string>();
  /** Of the merged buckets only. */
  readonly #byForm = new Map<string, Set<Node>>();
  /** Who goes by a form, until an article comes or goes: the same few are asked for again and again. */
  #answers = new Memo<readonly CorpusEntity[]>(mostAnswers);

  constructor(people: Readonly<Record<string, readonly string[]>>, stands: (word: string) => boolean) {
    this.#spellings = new Spellings(people);
    this.#buckets = new NameBuckets(this.#spellings);
    this.#stands = stands;
  }

  upsert(articles: readonly Article[]): void {
    this.adopt(namesTable(articles));
  }

  /** Adds the articles of a table; those of the same path go. */
  adopt(table: NamesTable): void {
    this.remove(table.articles.flatMap(article => article?.path ?? []));
    this.#buckets.adopt(table);
    if (this.#nodes.size > 0) {
      for (const bucket of this.#buckets.bucketsOf(table)) {
        this.#forget(bucket);
      }
    }
    this.#buckets.givenIn(table).forEach(bucket => this.#changed.add(bucket));
  }

  remove(paths: readonly string[]): void {
    this.#answers = new Memo(mostAnswers);
    for (const bucket of this.#buckets.remove(paths)) {
      this.#forget(bucket);
    }
  }

  /** Merges some of the buckets that are not, for idle moments: gives whether any may be left. */
  prepare(buckets: number): boolean {
    let left = buckets;
    for (const bucket of this.#changed) {
      this.#nodesIn(bucket);
      if (--left <= 0) {
        return true;
      }
    }
    for (;;) {
      const bucket = this.#buckets.nextFresh();
      if (bucket === undefined) {
        return false;
      }
      if (!this.#nodes.has(bucket)) {
        this.#nodesIn(bucket);
        if (--left <= 0) {
          return true;
        }
      }
    }
  }

  /** Everything merged, in no order that means anything. */
  all(): readonly CorpusEntity[] {
    this.prepare(Number.POSITIVE_INFINITY);
    return [...this.#nodes.values()].flat().map(node => node.entity);
  }

  /** Entities that the sources print so, most mentioned first; a bare surname also gives those it may belong to. */
  named(form: string): readonly CorpusEntity[] {
    return this.#answers.get(form, () => this.#goingBy(form));
  }

  #goingBy(form: string): readonly CorpusEntity[] {
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
    const typed = typedTokens(prefix);
    const [first] = typed;
    if (first === undefined) {
      return [];
    }
    // Of several words the first is typed to its end.
    const fits = (node: Node): boolean =>
      typed.length === 1
        ? [...node.tokens].some(token => token.startsWith(first))
        : [...node.forms.keys()].some(form => hasTyped(nameTokens(form), typed));
    const buckets =
      typed.length === 1
        ? this.#buckets.withTokensFrom(first)
        : this.#buckets.withWords(typed.slice(0, -1), typed.at(-1) ?? '');
    return foremostIn(buckets, bucket => this.#nodesIn(bucket), fits, folded, limit).map(node => node.entity);
  }

  /** People who hold a title, those of whose role it is all or a part first. */
  titled(title: string, limit: number): readonly CorpusEntity[] {
    const fits = ({ entity }: Node): boolean =>
      entity.kind === 'person' && entity.role !== undefined && isTitleOf(title, entity.role);
    const saysLess = ({ role = '' }: CorpusEntity): number => (saysAll(title, role) ? 0 : 1);
    return foremostIn(this.#buckets.withTitle(title), bucket => this.#nodesIn(bucket), fits, '', limit)
      .map(node => node.entity)
      .sort((one, other) => saysLess(one) - saysLess(other));
  }

  /**
   * Names that a name is a near miss of, nearest first; none where it is known, or may well be another's name. One that a single article
   * has is not known where others have it spelt otherwise.
   */
  near(name: string): readonly CorpusEntity[] {
    return meantNames(
      {
        isKnown: token => this.#isKnown(token),
        isGiven: folded => this.#spellings.given(folded) !== undefined,
        stands: this.#stands,
        goingBy: folded => this.#withForm(folded) ?? new Set(),
        meantBy: meant => this.#meantBy(meant),
        wordsLike: slip => this.#wordsLike(slip),
      },
      name,
    );
  }

  /** Whether a name of the sources, or of the project, has a word. */
  #isKnown(token: string): boolean {
    const isGiven = this.#spellings.givenBuckets.some(it => it.tokens.has(token));
    return isGiven || this.#buckets.hasToken(token);
  }

  /** The entities that go by a folded form; undefined where none does. */
  #withForm(folded: string): ReadonlySet<Node> | undefined {
    if (this.#changed.size > 0 || this.#buckets.isFresh) {
      for (const bucket of this.#buckets.goingBy(nameTokens(folded)).keys()) {
        this.#nodesIn(bucket);
      }
    }
    return this.#byForm.get(folded);
  }

  /** The entities that corrected words are a name of. */
  *#meantBy(meant: readonly string[]): Generator<Node> {
    // An initial stands for a word that begins so.
    const whole = meant[0]?.length === 1 ? meant.slice(1) : meant;
    for (const bucket of this.#buckets.goingBy(whole).keys()) {
      for (const node of this.#nodesIn(bucket)) {
        if (isMeant(node, meant)) {
          yield node;
        }
      }
    }
  }

  /** Tokens that differ little begin alike, or have the first two letters swapped or the first written as another like it. */
  *#wordsLike(slip: string): Generator<string> {
    const lengths = { start: slip.length - mostMore, end: slip.length + mostMore };
    for (const head of firstLettersOf(slip)) {
      yield* this.#buckets.tokensFrom(head, lengths);
    }
  }

  /** Who is in a bucket: merges it where it is not. */
  #nodesIn(bucket: string): readonly Node[] {
    const known = this.#nodes.get(bucket);
    if (known) {
      return known;
    }
    const merged = mergeNames(
      this.#buckets.in(bucket),
      folded => this.#spellings.given(folded),
      article => this.#buckets.peopleOf(article),
    );
    const nodes = merged.map(toNode);
    this.#nodes.set(bucket, nodes);
    this.#changed.delete(bucket);
    for (const node of nodes) {
      for (const form of node.forms.keys()) {
        addTo(this.#byForm, form, node);
      }
    }
    return nodes;
  }

  /** A bucket that is merged has changed. */
  #forget(bucket: string): void {
    const nodes = this.#nodes.get(bucket);
    if (nodes) {
      this.#nodes.delete(bucket);
      this.#changed.add(bucket);
      for (const node of nodes) {
        this.#unlist(node);
      }
    }
  }

  #unlist(node: Node): void {
    for (const form of node.forms.keys()) {
      removeFrom(this.#byForm, form, node);
    }
  }
}

/** More forms than a draft and the articles behind it have. */
const mostAnswers = 2000;
