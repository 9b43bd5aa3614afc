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
    const ranked = [...found].map(([hash, candidate]) => this.#rank(hash, candidate, weigh));
    return foremost(ranked, query.limit).map(({ candidate, agreement }) => ({
      article: candidate.quotations.article,
      quotation: candidate.quotations.indexes[candidate.at] ?? 0,
      agreement,
    }));
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
    const prints = this.#prints.get(hash);
    if (!prints || prints.length < 2) {
      return 1;
    }
    return new Set(prints.map(({ quotations: { article } }) => article.outlet ?? article.path)).size;
  }

  #rank(hash: number, candidate: Candidate, weigh: (mask: number) => number): Ranked {
    const agreement = this.#outlets(hash);
    const context = Math.min(9_999, Math.round(weigh(candidate.context)));
    // One number orders all: the speaker, then the beginning, then the paragraph, then the outlets.
    const worth =
      ((Number(candidate.speaks) * 3 + candidate.fit) * 10_000 + context) * 1_000 + Math.min(999, agreement);
    return { candidate, agreement, worth };
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
  readonly candidate: Candidate;
  readonly agreement: number;
  readonly worth: number;
}

/** The best, without putting tens of thousands in order: those below the last place are left out first. */
function foremost(ranked: readonly Ranked[], limit: number): readonly Ranked[] {
  const worths = Float64Array.from(ranked, it => it.worth).sort();
  const least = worths[Math.max(0, worths.length - limit)] ?? 0;
  return ranked
    .filter(it => it.worth >= least)
    .sort(byRank)
    .slice(0, limit);
}

function byRank(one: Ranked, other: Ranked): number {
  const { article, indexes } = one.candidate.quotations;
  const { article: otherArticle, indexes: otherIndexes } = other.candidate.quotations;
  return (
    other.worth - one.worth ||
    compare(otherArticle.date ?? '', article.date ?? '') ||
    compare(article.path, otherArticle.path) ||
    (indexes[one.candidate.at] ?? 0) - (otherIndexes[other.candidate.at] ?? 0)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
