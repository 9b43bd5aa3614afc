import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Article } from './article.ts';
import type { CorpusEntity, Place, QuotationRef, SearchHit } from './corpus.ts';
import { foldName } from './names-forms.ts';
import type { NamesIndex } from './names-index.ts';
import { speakerOf } from './quotations-table.ts';
import type { QuotationIndex } from './quotations.ts';

type Subject =
  | { readonly kind: 'entity'; readonly entity: CorpusEntity }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'quotation'; readonly article: Article; readonly quotation: number };

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly more: string;
}

/** A person is more often looked for than a headline, a headline more often than a quotation. */
const weights = { entity: 3, article: 1.5, quotation: 1 };
/** Queries of so many words are taken for a quotation, perhaps not remembered to the letter. */
const quotationWords = 5;
/** So much more than the best entry of the index does a quotation weigh that has all words in their order. */
const quotationBonus = 2;
/** Quotations are documents of their own among so many articles: beyond, they would take gigabytes. */
const mostWithQuotations = 10_000;
/** Names that are dealt with in the time of an article. */
const bucketsForArticle = 6;
/** Hits looked at for each one wanted: the same quotation may stand in many outlets. */
const depth = 8;

/**
 * The search box: names with their roles, headlines, and quotations as documents. Built at the first search and kept
 * up from then on, since most sessions never search. The settings are those that stay lean: no stored
 * fields, all words required, a prefix for the last word only, slips of the hand in longer words only.
 */
export class SearchIndex {
  readonly #names: NamesIndex;
  readonly #quotations: QuotationIndex;
  readonly #places: (text: string, limit: number) => readonly Place[];
  readonly #articleCount: () => number;
  #mini = create();
  #nextId = 0;
  readonly #subjects = new Map<number, Subject>();
  readonly #byPath = new Map<string, number[]>();
  readonly #byEntity = new Map<CorpusEntity, number>();
  /** Articles that came since the last search. */
  readonly #waiting = new Map<string, Article>();
  #namesChanged = false;
  /** Entities that are not in yet. */
  #newcomers: CorpusEntity[] = [];

  constructor(
    names: NamesIndex,
    quotations: QuotationIndex,
    places: (text: string, limit: number) => readonly Place[],
    articleCount: () => number,
  ) {
    this.#articleCount = articleCount;
    this.#names = names;
    this.#quotations = quotations;
    this.#places = places;
  }

  upsert(articles: readonly Article[]): void {
    this.remove(articles.map(article => article.path));
    for (const article of articles) {
      this.#waiting.set(article.path, article);
    }
  }

  remove(paths: readonly string[]): void {
    this.#namesChanged = true;
    for (const path of paths) {
      this.#waiting.delete(path);
      for (const id of this.#byPath.get(path) ?? []) {
        this.#discard(id);
      }
      this.#byPath.delete(path);
    }
  }

  /**
   * Takes in some of the articles and names that came since the last search; gives whether any are left. To be
   * called when idle, so that the first search need not take in all of them at once.
   */
  prepare(articles: number): boolean {
    // Names serve hover and completion as well: they are first.
    if (this.#names.prepare(articles * bucketsForArticle)) {
      return true;
    }
    if (this.#mini.dirtCount > 1000 && this.#mini.dirtFactor > 0.5) {
      this.#rebuild();
    }
    let left = articles;
    for (const [path, article] of this.#waiting) {
      if (left-- <= 0) {
        return true;
      }
      this.#waiting.delete(path);
      this.#addArticle(article);
    }
    if (this.#namesChanged) {
      this.#settleNames();
      this.#namesChanged = false;
    }
    for (const entity of this.#newcomers.splice(0, articles * bucketsForArticle)) {
      const more = [...entity.forms, entity.role ?? '', entity.affiliation ?? ''].join(' ');
      this.#byEntity.set(entity, this.#add({ kind: 'entity', entity }, entity.name, more));
    }
    return this.#newcomers.length > 0;
  }

  find(words: string, limit: number): readonly SearchHit[] {
    this.prepare(Number.POSITIVE_INFINITY);
    const hits: SearchHit[] = [];
    const printed = new Map<string, number>();
    for (const { subject, score } of this.#ranked(words, limit * depth)) {
      const hit = this.#hit(subject, score);
      const same = hit.kind === 'quotation' ? printed.get(quotedWords(hit.ref)) : undefined;
      if (same !== undefined) {
        hits[same] = laterOf(hits[same], hit);
      } else if (hits.length < limit) {
        if (hit.kind === 'quotation') {
          printed.set(quotedWords(hit.ref), hits.length);
        }
        hits.push(hit);
      }
    }
    return hits;
  }

  #ranked(words: string, limit: number): { readonly subject: Subject; readonly score: number }[] {
    const folded = foldName(words);
    const all = this.#mini.search(folded);
    const top = all[0]?.score ?? 1;
    const ranked =
      folded.split(' ').length >= quotationWords ? this.#remembered(words, limit, top * quotationBonus) : [];
    // Nothing has all of the words, nor most of them in their order: whatever has the longer ones.
    const results = all.length > 0 || ranked.length > 0 ? all : this.#mini.search(folded, anyLongWord);
    for (const { id, score } of results) {
      const subject = this.#subjects.get(Number(id));
      if (subject) {
        ranked.push({ subject, score: score * weights[subject.kind] * prominence(subject) });
      }
    }
    return ranked.sort((one, other) => other.score - one.score).slice(0, limit);
  }

  /** Quotations that have most of the words in their order. */
  #remembered(words: string, limit: number, score: number): { subject: Subject; score: number }[] {
    return this.#places(words, limit).flatMap(place => {
      const { article, span } = place;
      const quotation = article.quotations.findIndex(it => it.start < span.end && span.start < it.end);
      return quotation === -1
        ? []
        : [{ subject: { kind: 'quotation' as const, article, quotation }, score: score * place.score }];
    });
  }

  #hit(subject: Subject, score: number): SearchHit {
    switch (subject.kind) {
      case 'entity':
        return { kind: 'entity', entity: subject.entity, score };
      case 'article':
        return { kind: 'article', article: subject.article, score };
      case 'quotation': {
        const { article, quotation } = subject;
        const agreement = this.#quotations.agreement(article, quotation);
        return { kind: 'quotation', ref: { article, quotation, agreement }, score };
      }
    }
  }

  #settleNames(): void {
    const entities = new Set(this.#names.all());
    for (const [entity, id] of this.#byEntity) {
      if (!entities.has(entity)) {
        this.#byEntity.delete(entity);
        this.#discard(id);
      }
    }
    this.#newcomers = [...entities].filter(entity => !this.#byEntity.has(entity));
  }

  #addArticle(article: Article): void {
    const ids: number[] = [];
    if (article.title !== undefined) {
      ids.push(this.#add({ kind: 'article', article }, article.title, article.outlet ?? ''));
    }
    // In a larger archive quotations are found by their words in order, and through people.
    const quotations = this.#articleCount() > mostWithQuotations ? [] : this.#quotations.offered(article);
    for (const quotation of quotations) {
      const spoken = article.quotations[quotation];
      if (spoken) {
        const speaker = article.entities[speakerOf(article, spoken) ?? -1];
        const text = article.text.slice(spoken.start, spoken.end);
        ids.push(this.#add({ kind: 'quotation', article, quotation }, text, speaker?.name ?? ''));
      }
    }
    this.#byPath.set(article.path, ids);
  }

  #add(subject: Subject, text: string, more: string): number {
    const id = this.#nextId++;
    this.#subjects.set(id, subject);
    this.#mini.add({ id, text, more });
    return id;
  }

  #discard(id: number): void {
    this.#subjects.delete(id);
    this.#mini.discard(id);
  }

  /** Discarded documents leave dirt behind; cleaning up as MiniSearch would needs timers. */
  #rebuild(): void {
    const articles = [...this.#subjects.values()].flatMap(it => (it.kind === 'entity' ? [] : [it.article]));
    this.#mini = create();
    this.#subjects.clear();
    this.#byPath.clear();
    this.#byEntity.clear();
    this.#namesChanged = true;
    for (const article of new Set(articles)) {
      this.#waiting.set(article.path, article);
    }
  }
}

const anyLongWord: SearchOptions = {
  combineWith: 'OR',
  fuzzy: false,
  processTerm: term => (term.length >= 4 ? term : null),
};

function create(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['text', 'more'],
    storeFields: [],
    autoVacuum: false,
    tokenize: text => foldName(text).split(' '),
    processTerm: term => (term === '' ? null : term),
    searchOptions: {
      combineWith: 'AND',
      boost: { text: 2 },
      prefix: (term, index, terms) => index === terms.length - 1 && term.length >= 3,
      fuzzy: term => (term.length >= 5 ? 0.2 : false),
    },
  });
}

/** Somebody in many sources is sooner meant. */
function prominence(subject: Subject): number {
  return subject.kind === 'entity' ? 1 + 0.2 * Math.log2(subject.entity.occurrenceCount) : 1;
}

/** Of two prints of the same words, the later. */
function laterOf(one: SearchHit | undefined, other: SearchHit): SearchHit {
  if (one?.kind !== 'quotation' || other.kind !== 'quotation') {
    return one ?? other;
  }
  const [{ date = '', path }, { date: otherDate = '', path: otherPath }] = [
    one.ref.article,
    other.ref.article,
  ];
  return date > otherDate || (date === otherDate && path < otherPath) ? one : other;
}

function quotedWords({ article, quotation }: QuotationRef): string {
  const span = article.quotations[quotation];
  return span ? foldName(article.text.slice(span.start, span.end)) : '';
}
