import type { Block, Entity, Mention, Quotation, Utterance } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import {
  articleParts,
  decodeBlocks,
  decodeNames,
  decodeSpeech,
  type ArticleHead,
  type ArticleNames,
  type ArticleParts,
  type ArticleSpeech,
} from './article-codec.ts';
import type { Article } from './article.ts';
import type { TextCodec } from './bytes.ts';

/** Gives the bytes of an article, from memory or from disk. */
export type ReadBytes = () => Uint8Array;

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
  readonly #readBytes: ReadBytes;
  #parts: ArticleParts | undefined;
  #text: string | undefined;
  #blocks: readonly Block[] | undefined;
  #names: ArticleNames | undefined;
  #speech: ArticleSpeech | undefined;

  constructor(head: ArticleHead, shelf: Shelf, readBytes: ReadBytes) {
    this.path = head.path;
    this.key = head.key;
    this.title = head.title;
    this.date = head.date;
    this.outlet = head.outlet;
    this.byline = head.byline;
    this.words = head.words;
    this.#shelf = shelf;
    this.#readBytes = readBytes;
  }

  get text(): string {
    this.#text ??= this.#shelf.codec.decode(this.#open().text);
    return this.#text;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= decodeBlocks(this.#open(), this.text, this.#shelf.codec);
    return this.#blocks;
  }

  get entities(): readonly Entity[] {
    return this.#readNames().entities;
  }

  get mentions(): readonly Mention[] {
    return this.#readNames().mentions;
  }

  get quotations(): readonly Quotation[] {
    return this.#readSpeech().quotations;
  }

  get utterances(): readonly Utterance[] {
    return this.#readSpeech().utterances;
  }

  get unbalanced(): readonly Span[] {
    return this.#readSpeech().unbalanced;
  }

  /** The same article, called otherwise. */
  withKey(key: string): StoredArticle {
    return new StoredArticle({ ...this, key }, this.#shelf, this.#readBytes);
  }

  /** Whether both are kept in the same bytes. */
  isSameAs(other: StoredArticle): boolean {
    return this.#readBytes === other.#readBytes;
  }

  /** Forgets what was read. */
  close(): void {
    this.#parts = undefined;
    this.#text = undefined;
    this.#blocks = undefined;
    this.#names = undefined;
    this.#speech = undefined;
  }

  #open(): ArticleParts {
    if (!this.#parts) {
      this.#parts = articleParts(this.#readBytes(), this.#shelf.codec);
      this.#shelf.opened(this);
    }
    return this.#parts;
  }

  #readNames(): ArticleNames {
    this.#names ??= decodeNames(this.#open(), this.text, this.#shelf.codec);
    return this.#names;
  }

  #readSpeech(): ArticleSpeech {
    this.#speech ??= decodeSpeech(this.#open(), this.text, this.entities, this.#shelf.codec);
    return this.#speech;
  }
}

/** Articles that stay open between questions, and within one: a question that looks at all of them fills no memory. */
const keptOpen = 300;
const mostOpen = 4000;

/** Keeps count of the articles that are open, and closes those that were opened longest ago. */
export class Shelf {
  readonly codec: TextCodec;
  readonly #open = new Set<StoredArticle>();

  constructor(codec: TextCodec) {
    this.codec = codec;
  }

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
