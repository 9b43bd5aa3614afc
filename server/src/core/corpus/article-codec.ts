import type { Article } from './article.ts';
import { writeBlocks } from './article-codec-blocks.ts';
import { writeEntities, writeMentions } from './article-codec-names.ts';
import { writeSpeech } from './article-codec-speech.ts';
import { SpanWriter } from './article-codec-spans.ts';
import { ByteWriter, type ByteReader, type TextCodec } from './bytes.ts';

/** Grows with every change of how an article is put into bytes. */
export const articleFormat = 4;

/** What an article is known by before it is read. */
export type ArticleHead = Pick<Article, 'path' | 'key' | 'title' | 'date' | 'outlet' | 'byline' | 'words'>;

/** An article but for its head as bytes, a few more than its text has letters; `OpenArticle` reads them. */
export function encodeArticle(article: Article, codec: TextCodec): Uint8Array<ArrayBuffer> {
  return new ArticleEncoder(codec).encode(article);
}

/** Puts one article after the other into bytes. */
export class ArticleEncoder {
  readonly #codec: TextCodec;
  readonly #found: SpanWriter;
  readonly #whole: ByteWriter;

  constructor(codec: TextCodec) {
    this.#codec = codec;
    this.#found = new SpanWriter(codec);
    this.#whole = new ByteWriter(codec);
  }

  /** First how long the text is and each part of what was found in it, then these themselves. */
  encode(article: Article): Uint8Array<ArrayBuffer> {
    const found = this.#found;
    const whole = this.#whole;
    found.begin(article.text);
    const lengths: number[] = [];
    for (const write of [writeBlocks, writeEntities, writeMentions, writeSpeech]) {
      const before = found.length;
      found.part();
      write(found, article);
      lengths.push(found.length - before);
    }
    const text = this.#codec.encode(article.text);
    whole.cut(0);
    whole.number(text.length);
    for (const length of lengths) {
      whole.number(length);
    }
    whole.raw(text);
    whole.raw(found.view());
    return whole.take();
  }
}

/** What an article is known by. */
export function writeHead(writer: ByteWriter, head: ArticleHead): void {
  writer.string(head.path);
  writer.string(head.key);
  for (const value of [head.title, head.date, head.outlet, head.byline]) {
    writer.optional(value);
  }
  writer.number(head.words);
}

/** What `writeHead` wrote. */
export function readHead(reader: ByteReader): ArticleHead {
  return {
    path: reader.string(),
    key: reader.string(),
    title: reader.optional(),
    date: reader.optional(),
    outlet: reader.optional(),
    byline: reader.optional(),
    words: reader.number(),
  };
}
