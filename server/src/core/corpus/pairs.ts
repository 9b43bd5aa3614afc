import type { Article } from './article.ts';
import { byCodeUnits } from '../text/code-units.ts';
import type { Span } from '../text/span.ts';
import type { Place, PlaceWords } from './corpus.ts';
import {
  articleWords,
  buildSegment,
  pathOf,
  queryWords,
  survivors,
  type Indexed,
  type Segment,
} from './pairs-segment.ts';
import { spanAround, wordsOf, wordSpan } from './pairs-words.ts';
import { findRuns, findWord, hasWord, leastWorth, rarestPairs, type Hit } from './pairs-lookup.ts';
import { findStretches } from './pairs-stretches.ts';
import { StoredArticle } from './stored-article.ts';

/** Words of a segment that is not merged any more: merging two into one of this size takes some 20 ms. */
const fullSegment = 160_000;

/**
 * Finds where words stand, verbatim, altered, elided or printed apart: an index of pairs of neighbouring words in
 * typed arrays. Nothing is left out of it, so that a short quotation of common words is found too; common pairs
 * cost a query only where it has no rarer ones.
 *
 * Articles are added as small segments, merged with their neighbours as they grow (each word is moved a
 * logarithmic number of times); removed articles are marked and dropped with the next merge.
 */
export class PairIndex {
  /** Another array with every change: what is known of one is not looked up anew. */
  #segments: readonly Segment[] = [];
  readonly #home = new Map<string, { readonly segment: Segment; readonly article: number }>();

  upsert(articles: readonly Article[]): void {
    const fresh: Indexed[] = [];
    for (const article of articles) {
      if (!this.#exchange(article)) {
        fresh.push({ article, words: articleWords(article) });
      }
    }
    this.remove(fresh.map(source => source.article.path));
    let batch: Indexed[] = [];
    let words = 0;
    for (const source of fresh) {
      batch.push(source);
      words += source.words.hashes.length;
      if (words >= fullSegment) {
        this.#add(batch);
        batch = [];
        words = 0;
      }
    }
    if (batch.length > 0) {
      this.#add(batch);
    }
    this.#merge();
  }

  /** Adds a segment that was built elsewhere. */
  adopt(segment: Segment): void {
    this.remove(segment.articles.flatMap(article => article?.path ?? []));
    this.#segments = [...this.#segments, segment];
    this.#settleIn(segment);
  }

  remove(paths: readonly string[]): void {
    for (const path of paths) {
      const home = this.#home.get(path);
      if (home) {
        home.segment.articles[home.article] = undefined;
        this.#home.delete(path);
      }
    }
    this.#segments = this.#segments.filter(segment => segment.articles.some(article => article));
  }

  /** Whether a word stands in any article. */
  has(word: string): boolean {
    const [hash] = queryWords(word);
    return hash !== undefined && this.#segments.some(segment => hasWord(segment, hash));
  }

  /** Where the words of a text may stand, best first: all of its words, then inside quotation marks, then latest. */
  find(text: string, limit: number, within?: ReadonlySet<Article>): readonly Place[] {
    const query = queryWords(text);
    const hits = this.#hits(query, within);
    hits.sort(byWorth);
    const least = leastWorth(hits[0]?.score ?? 0);
    const places: Place[] = [];
    const taken = new Map<Article, Hit[]>();
    for (const hit of hits) {
      if (places.length >= limit || hit.score < least) {
        break;
      }
      const article = hit.segment.articles[hit.article];
      const others = article && taken.get(article);
      if (article && !others?.some(other => other.first <= hit.last && hit.first <= other.last)) {
        places.push(new FoundPlace(article, hit));
        taken.set(article, [...(others ?? []), hit]);
      }
    }
    return places;
  }

  #hits(query: Uint32Array, within: ReadonlySet<Article> | undefined): Hit[] {
    const [only] = query;
    if (query.length < 2) {
      return only === undefined ? [] : findWord(this.#segments, only, within);
    }
    const pairs = rarestPairs(this.#segments, query);
    const runs = findRuns(this.#segments, query, pairs, within);
    return [...runs, ...findStretches(this.#segments, query, pairs, runs, within)];
  }

  /** Puts an article of the same words in the place of the old one: a new key or a touched file costs nothing. */
  #exchange(article: Article): boolean {
    const home = this.#home.get(article.path);
    const old = home?.segment.articles[home.article];
    const same = old && sameReading(old, article);
    if (home && same) {
      home.segment.articles[home.article] = article;
    }
    return same ?? false;
  }

  #add(sources: readonly Indexed[]): void {
    const articles = sources.map(source => source.article);
    const segment = { articles, ...buildSegment(sources.map(source => source.words)) };
    this.#segments = [...this.#segments, segment];
    this.#settleIn(segment);
  }

  #settleIn(segment: Segment): void {
    segment.articles.forEach((article, index) => {
      if (article) {
        this.#home.set(article.path, { segment, article: index });
      }
    });
  }

  #merge(): void {
    // From the largest to the smallest, each less than half of the one before: so few segments, and few merges.
    const weigh = (segment: Segment): number => survivingWords(segment);
    for (;;) {
      const ranked = this.#segments
        .map(segment => ({ segment, words: weigh(segment) }))
        .filter(({ words }) => words < fullSegment)
        .sort((one, other) => one.words - other.words);
      const [small, next] = ranked;
      const wasteful = ranked.find(({ segment, words }) => words < segment.words / 2);
      if (wasteful) {
        this.#replace([wasteful.segment]);
      } else if (small && next && next.words <= small.words * 2) {
        this.#replace([next.segment, small.segment]);
      } else {
        return;
      }
    }
  }

  #replace(old: readonly Segment[]): void {
    this.#segments = this.#segments.filter(segment => !old.includes(segment));
    this.#add(old.flatMap(survivors));
  }
}

/** Most places are never looked into: where one begins and ends in its text is worked out when it is asked for. */
class FoundPlace implements Place {
  readonly article: Article;
  readonly score: number;
  readonly #hit: Hit;
  #span: Span | undefined;

  constructor(article: Article, hit: Hit) {
    this.article = article;
    this.score = hit.score;
    this.#hit = hit;
  }

  get span(): Span {
    const { segment, article, first, last } = this.#hit;
    this.#span ??= wordSpan(segment, article, this.article, first, last);
    return this.#span;
  }

  get words(): PlaceWords {
    const { segment, article, first: from, last: to } = this.#hit;
    return {
      hashes: wordsOf(segment, article),
      around: (first, last) => spanAround(segment, article, this.article, first, last),
      near: words => wordsOf(segment, article, from - words, to + words),
    };
  }
}

function survivingWords(segment: Segment): number {
  let words = 0;
  segment.articles.forEach((article, index) => {
    if (article) {
      words += segment.lengths[index] ?? 0;
    }
  });
  return words;
}

function sameReading(old: Article, article: Article): boolean {
  if (old instanceof StoredArticle) {
    return article instanceof StoredArticle && old.isSameAs(article);
  }
  return old.text === article.text && old.blocks === article.blocks && old.quotations === article.quotations;
}

/** Shorter stretches first among those with as many words found: fewer foreign words between. */
function byWorth(one: Hit, other: Hit): number {
  return (
    other.score - one.score ||
    one.last - one.first - (other.last - other.first) ||
    other.quoted - one.quoted ||
    byCodeUnits(dateOf(other), dateOf(one)) ||
    byCodeUnits(pathOf(one), pathOf(other)) ||
    one.first - other.first
  );
}

function dateOf(hit: Hit): string {
  return hit.segment.articles[hit.article]?.date ?? '';
}
