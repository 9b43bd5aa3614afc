import type { Block, Entity, Mention, Quotation, Utterance } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import type { ArticleHead } from './article-codec.ts';
import type { Article } from './article.ts';
import type { OpenArticle } from './open-article.ts';

/** Reads an article anew, from memory or from disk. */
export type ReadAnew = () => OpenArticle;

/**
 * An article that is kept as bytes, and read when somebody looks into it. It is one object as long as its corpus has
 * it: what is asked of it twice may have been forgotten in between, and is then read again.
 */
export class StoredArticle implements Article {
  readonly path: string;
  readonly key: string;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly outlet: string | undefined;
  readonly byline: string | undefined;
  readonly words: number;
  readonly #shelf: Shelf;
  readonly #readAnew: ReadAnew;
  #open: OpenArticle | undefined;

  constructor(head: ArticleHead, shelf: Shelf, readAnew: ReadAnew) {
    this.path = head.path;
    this.key = head.key;
    this.title = head.title;
    this.date = head.date;
    this.outlet = head.outlet;
    this.byline = head.byline;
    this.words = head.words;
    this.#shelf = shelf;
    this.#readAnew = readAnew;
  }

  get text(): string {
    return this.#opened().text;
  }

  get blocks(): readonly Block[] {
    return this.#opened().blocks;
  }

  get entities(): readonly Entity[] {
    return this.#opened().entities;
  }

  get mentions(): readonly Mention[] {
    return this.#opened().mentions;
  }

  get quotations(): readonly Quotation[] {
    return this.#opened().quotations;
  }

  get utterances(): readonly Utterance[] {
    return this.#opened().utterances;
  }

  get unbalanced(): readonly Span[] {
    return this.#opened().unbalanced;
  }

  /** The same article, called otherwise. */
  withKey(key: string): StoredArticle {
    return new StoredArticle({ ...this, key }, this.#shelf, this.#readAnew);
  }

  /** Whether both are kept in the same bytes. */
  isSameAs(other: StoredArticle): boolean {
    return this.#readAnew === other.#readAnew;
  }

  /** Forgets what was read. */
  close(): void {
    this.#open = undefined;
  }

  #opened(): OpenArticle {
    if (!this.#open) {
      this.#open = this.#readAnew();
      this.#shelf.opened(this);
    }
    return this.#open;
  }
}

/**
 * Articles of a corpus that stay open between questions, some 20 KB each, and within one: a question that looks at all of them
 * fills no memory.
 */
const keptOpen = 1500;
const mostOpen = 4000;

/** Keeps count of the articles of a corpus that are open, and closes those that were opened longest ago. */
export class Shelf {
  readonly #open = new Set<StoredArticle>();

  opened(article: StoredArticle): void {
    this.#open.add(article);
    if (this.#open.size > mostOpen) {
      this.#close(mostOpen / 2);
    }
  }

  /** Closes all but the last ones opened. To be called between questions: within one, an article stays as it was. */
  tidy(): void {
    this.#close(keptOpen);
  }

  #close(keep: number): void {
    for (const article of this.#open) {
      if (this.#open.size <= keep) {
        return;
      }
      article.close();
      this.#open.delete(article);
    }
  }
}
