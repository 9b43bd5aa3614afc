import type { Article } from './article.ts';
import type { CorpusEntity, QuotationQuery, QuotationRef } from './corpus.ts';
import { rankingWords, type RankingWords } from './quotations-context.ts';
import { quotationsOf, speakerOf, type ArticleQuotations } from './quotations-article.ts';
import { fitOf, readTyped, type Typed } from './quotations-typed.ts';

/** A quotation that fits, with all that ranks it. */
interface Candidate {
  readonly quotations: ArticleQuotations;
  /** Which of them. */
  readonly at: number;
  readonly speaks: boolean;
  readonly fit: 1 | 2;
  readonly context: number;
}

interface Print {
  readonly quotations: ArticleQuotations;
  readonly at: number;
}

/** The quotations of all articles, for completion: what can be put in after an opening mark. */
export class QuotationIndex {
  readonly #byPath = new Map<string, ArticleQuotations>();
  /** Hash of the words to where they are printed. */
  readonly #prints = new Map<number, Print[]>();

  upsert(articles: readonly Article[]): void {
    this.remove(articles.map(article => article.path));
    for (const article of articles) {
      const quotations = quotationsOf(article);
      this.#byPath.set(article.path, quotations);
      quotations.hashes.forEach((hash, at) => {
        const prints = this.#prints.get(hash);
        if (prints) {
          prints.push({ quotations, at });
        } else {
          this.#prints.set(hash, [{ quotations, at }]);
        }
      });
    }
  }

  remove(paths: readonly string[]): void {
    for (const path of paths) {
      const quotations = this.#byPath.get(path);
      for (const hash of quotations?.hashes ?? []) {
        const left = (this.#prints.get(hash) ?? []).filter(print => print.quotations !== quotations);
        if (left.length > 0) {
          this.#prints.set(hash, left);
        } else {
          this.#prints.delete(hash);
        }
      }
      this.#byPath.delete(path);
    }
  }

  /**
   * Quotations that fit what is typed: first those by the speaker, then those that begin so, then by the words they
   * share with the paragraph, then by how many outlets print the same words. Each wording once.
   */
  find(query: QuotationQuery, speakers: readonly CorpusEntity[]): readonly QuotationRef[] {
    const typed = readTyped(query.typed);
    const context = rankingWords(query.context);
    const spoken = speakers.length > 0 ? this.#spokenBy(speakers) : new Map<ArticleQuotations, Set<number>>();
    const found = new Map<number, Candidate>();
    for (const [quotations, entities] of spoken) {
      gather(found, quotations, typed, context, entities);
    }
    if (found.size < query.limit) {
      for (const quotations of this.#byPath.values()) {
        gather(found, quotations, typed, context, undefined);
      }
    }
    const weigh = context.weights();
    return [...found]
      .map(([hash, candidate]) => this.#rank(hash, candidate, weigh))
      .sort(byRank)
      .slice(0, query.limit)
      .map(({ ref }) => ref);
  }

  /** How many outlets print the same words as a quotation; 1 where it is too short to be kept. */
  agreement(article: Article, quotation: number): number {
    const quotations = this.#byPath.get(article.path);
    const hash = quotations?.hashes[quotations.indexes.indexOf(quotation)];
    return hash === undefined ? 1 : this.#outlets(hash);
  }

  #spokenBy(speakers: readonly CorpusEntity[]): Map<ArticleQuotations, Set<number>> {
    const spoken = new Map<ArticleQuotations, Set<number>>();
    for (const { article, entity } of speakers.flatMap(speaker => speaker.occurrences)) {
      const quotations = this.#byPath.get(article.path);
      if (quotations) {
        const entities = spoken.get(quotations) ?? new Set<number>();
        spoken.set(quotations, entities.add(entity));
      }
    }
    return spoken;
  }

  #outlets(hash: number): number {
    const prints = this.#prints.get(hash) ?? [];
    return new Set(prints.map(({ quotations }) => quotations.article.outlet ?? quotations.article.path)).size;
  }

  #rank(hash: number, candidate: Candidate, weigh: (mask: number) => number): Ranked {
    const { quotations, at, speaks, fit } = candidate;
    const { article, indexes } = quotations;
    const agreement = this.#outlets(hash);
    const ref = { article, quotation: indexes[at] ?? 0, agreement };
    return { ref, speaks, fit, context: Math.round(weigh(candidate.context)) };
  }
}

/** Adds the quotations of an article that fit; with `entities`, only those they speak. */
function gather(
  found: Map<number, Candidate>,
  quotations: ArticleQuotations,
  typed: Typed,
  context: RankingWords,
  entities: ReadonlySet<number> | undefined,
): void {
  const { article, indexes, hashes } = quotations;
  for (let at = 0; at < indexes.length; at++) {
    const hash = hashes[at] ?? 0;
    const quotation = article.quotations[indexes[at] ?? -1];
    const fit = fitOf(typed, quotations, at);
    if (!quotation || fit === 0) {
      continue;
    }
    const speaker = entities && speakerOf(article, quotation);
    const speaks = speaker !== undefined && (entities?.has(speaker) ?? false);
    if (entities && !speaks) {
      continue;
    }
    const other = found.get(hash);
    if (!other) {
      const mask = context.maskOf(
        quotations.words,
        quotations.starts[at] ?? 0,
        quotations.starts[at + 1] ?? 0,
      );
      found.set(hash, { quotations, at, speaks, fit, context: mask });
    } else if (other.speaks === speaks && isBetterPrint(quotations, at, other)) {
      found.set(hash, { ...other, quotations, at });
    }
  }
}

/** Of several prints of the same words, the one that says who spoke, then the latest. */
function isBetterPrint(quotations: ArticleQuotations, at: number, other: Print): boolean {
  const named = isAttributed(quotations, at);
  const otherNamed = isAttributed(other.quotations, other.at);
  if (named !== otherNamed) {
    return named;
  }
  const { date = '', path } = quotations.article;
  const { date: otherDate = '', path: otherPath } = other.quotations.article;
  return date === otherDate ? path < otherPath : date > otherDate;
}

function isAttributed({ article, indexes }: ArticleQuotations, at: number): boolean {
  const quotation = article.quotations[indexes[at] ?? -1];
  return quotation !== undefined && speakerOf(article, quotation) !== undefined;
}

interface Ranked {
  readonly ref: QuotationRef;
  readonly speaks: boolean;
  readonly fit: 1 | 2;
  readonly context: number;
}

function byRank(one: Ranked, other: Ranked): number {
  return (
    Number(other.speaks) - Number(one.speaks) ||
    other.fit - one.fit ||
    other.context - one.context ||
    other.ref.agreement - one.ref.agreement ||
    compare(other.ref.article.date ?? '', one.ref.article.date ?? '') ||
    compare(one.ref.article.path, other.ref.article.path) ||
    one.ref.quotation - other.ref.quotation
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
