import type { Block, Entity, Mention, Quotation, Reading, Utterance } from '../parse/reading.ts';
import { Room } from '../text/room.ts';
import type { Span } from '../text/span.ts';
import { readBlocks } from './article-codec-blocks.ts';
import { readEntities, readMentions } from './article-codec-names.ts';
import { readSpeech, type ArticleSpeech } from './article-codec-speech.ts';
import { SpanReader } from './article-codec-spans.ts';
import { ByteReader, type TextCodec } from './bytes.ts';

/** For what was found in articles: some hundred bytes each, so that dozens share a buffer. */
const room = new Room(1 << 15);

/** What `encodeArticle` put into bytes. The text is there at once; each part of what was found in it when it is asked for. */
export class OpenArticle implements Reading {
  readonly text: string;
  readonly #codec: TextCodec;
  readonly #found: Uint8Array;
  /** Where the parts begin in what was found; blocks come first. */
  readonly #entitiesAt: number;
  readonly #mentionsAt: number;
  readonly #speechAt: number;
  #blocks: readonly Block[] | undefined;
  #entities: readonly Entity[] | undefined;
  #mentions: readonly Mention[] | undefined;
  #speech: ArticleSpeech | undefined;

  /**
   * The bytes may be used for others thereafter.
   *
   * @throws a RangeError where they are cut short.
   */
  constructor(bytes: Uint8Array, codec: TextCodec) {
    const reader = new ByteReader(bytes, codec);
    const text = reader.number();
    this.#codec = codec;
    this.#entitiesAt = reader.number();
    this.#mentionsAt = this.#entitiesAt + reader.number();
    this.#speechAt = this.#mentionsAt + reader.number();
    const length = this.#speechAt + reader.number();
    this.text = codec.decode(reader.raw(text));
    const found = reader.raw(length);
    const { buffer, offset } = room.take(length);
    this.#found = new Uint8Array(buffer, offset, length);
    this.#found.set(found);
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= readBlocks(this.#readerAt(0));
    return this.#blocks;
  }

  get entities(): readonly Entity[] {
    this.#entities ??= readEntities(this.#readerAt(this.#entitiesAt));
    return this.#entities;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= readMentions(this.#readerAt(this.#mentionsAt));
    return this.#mentions;
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

  #readSpeech(): ArticleSpeech {
    this.#speech ??= readSpeech(this.#readerAt(this.#speechAt));
    return this.#speech;
  }

  #readerAt(at: number): SpanReader {
    return new SpanReader(this.#found, this.#codec, this.text, at);
  }
}
