import type { Article } from './article.ts';
import type { Span } from '../text/span.ts';

/**
 * What verification, hover, completion and search ask of the sources. Answered in memory by `memoryCorpus`;
 * kept this narrow so that an archive on another machine could answer too.
 */
export interface Corpus {
  /** Grows by one with every change; answers of one revision may be remembered. */
  readonly revision: number;
  readonly articleCount: number;
  readonly wordCount: number;
  /** False while the sources are still being read, and where there are none: nothing is verified against nothing. */
  readonly whole: boolean;
  /** The folders, files and globs of sources that are not there or could not be read: what they hold, nobody knows. */
  readonly outOfReach: readonly string[];
  articles(): Iterable<Article>;
  article(path: string): Article | undefined;
  articleByKey(key: string): Article | undefined;
  /** Where the words may stand, most likely first. An answer is a place to look, never a proof. */
  candidates(query: PlaceQuery): readonly Place[];
  /** People, organisations and places that go by this form (exact after folding), most mentioned first. */
  named(form: string): readonly CorpusEntity[];
  /** People, organisations and places one of whose words starts so, best first. */
  complete(prefix: string, limit: number): readonly CorpusEntity[];
  /** People whose role ends with a title, or with its end: the more it says, then the more mentioned, the earlier. */
  titled(title: string, limit: number): readonly CorpusEntity[];
  /**
   * Names of the corpus that are a near miss of the given one, nearest first; empty when the name itself is known, unless a single
   * article has it and several have one that is almost the same.
   */
  nearNames(name: string): readonly CorpusEntity[];
  /** Quotations that fit the words typed so far, best first. */
  quotations(query: QuotationQuery): readonly QuotationRef[];
  /** Names, headlines and quotations for a search box, best first. */
  search(words: string, limit: number): readonly SearchHit[];
}

/** Words to be found: the text of a quotation or of one part of it, as drafted. */
export interface PlaceQuery {
  readonly text: string;
  readonly limit: number;
  /** Looks in these articles alone. */
  readonly within?: ReadonlySet<Article> | undefined;
}

/** A stretch of an article where the words of a query, or most of them, seem to stand. */
export interface Place {
  readonly article: Article;
  readonly span: Span;
  /** 0 to 1, the share of the query's words found there in order. */
  readonly score: number;
  /** All words of the article; undefined where the corpus does not have them at hand. */
  readonly words?: PlaceWords | undefined;
}

/** The words of an article, headlines and page furniture among them, without opening it. */
export interface PlaceWords {
  /** Hashed as `foldWords` does. */
  readonly hashes: Uint32Array;
  /** A span of the text that some words stand in, first and last included, with a few to their sides. */
  around(first: number, last: number): Span;
  /** Those of the stretch that was found, and so many to its sides, hashed likewise. */
  near(words: number): Uint32Array;
}

/** What the mentions of all articles refer to. */
export interface CorpusEntity {
  readonly kind: 'person' | 'organisation' | 'place';
  /** The fullest form the sources have. */
  readonly name: string;
  readonly forms: readonly string[];
  /** The role most often, or most lately, given. */
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  /** How many occurrences there are, without a look at them: who is in the news has thousands. */
  readonly occurrenceCount: number;
  /** How many articles mention it. */
  readonly sourceCount: number;
  /** Articles that mention it, latest first, with the index of the entity in each. */
  readonly occurrences: readonly { readonly article: Article; readonly entity: number }[];
  /** The first of them, so many at most: finding these takes much less than putting thousands in order. */
  latest(most: number): CorpusEntity['occurrences'];
}

/** What a draft asks quotations for that are to be completed. */
export interface QuotationQuery {
  /** What stands between the opening mark and the cursor; may be empty. */
  readonly typed: string;
  /** The speaker of the sentence, where there is one. */
  readonly speaker: string | undefined;
  /** The words of the draft's paragraph, for ranking. */
  readonly context: string;
  readonly limit: number;
}

/** A quotation of a source. */
export interface QuotationRef {
  readonly article: Article;
  /** Index into `article.quotations`. */
  readonly quotation: number;
  /** How many outlets print the same words. */
  readonly agreement: number;
}

/** What the search box finds. */
export type SearchHit =
  | { readonly kind: 'entity'; readonly entity: CorpusEntity; readonly score: number }
  | { readonly kind: 'article'; readonly article: Article; readonly score: number }
  | { readonly kind: 'quotation'; readonly ref: QuotationRef; readonly score: number };
