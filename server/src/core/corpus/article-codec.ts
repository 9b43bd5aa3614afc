import type { Block, Entity, Mention, Quotation, Utterance } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';
import type { Article } from './article.ts';
import { readSpeech, writeSpeech } from './article-codec-speech.ts';
import { SpanReader, SpanWriter } from './article-codec-spans.ts';
import { ByteReader, ByteWriter, type TextCodec } from './bytes.ts';

/** Grows with every change of how an article is put into bytes. */
export const articleFormat = 1;

/** What an article is known by before it is read. */
export type ArticleHead = Pick<Article, 'path' | 'key' | 'title' | 'date' | 'outlet' | 'byline' | 'words'>;

/** The parts of an article, each in its own bytes: one can be read without the others. */
export interface ArticleParts {
  readonly head: Uint8Array;
  readonly text: Uint8Array;
  readonly blocks: Uint8Array;
  readonly names: Uint8Array;
  readonly speech: Uint8Array;
}

/** Who is named in an article, and where. */
export interface ArticleNames {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

/** What stands in quotation marks in an article. */
export interface ArticleSpeech {
  readonly quotations: readonly Quotation[];
  readonly utterances: readonly Utterance[];
  readonly unbalanced: readonly Span[];
}

/** An article as bytes, about as many as its text and half as many more; `decodeArticle` gives it back. */
export function encodeArticle(article: Article, codec: TextCodec): Uint8Array<ArrayBuffer> {
  return new ArticleEncoder(codec).encode(article);
}

/** Puts one article after the other into bytes. */
export class ArticleEncoder {
  readonly #codec: TextCodec;
  readonly #parts: SpanWriter;
  readonly #whole: ByteWriter;

  constructor(codec: TextCodec) {
    this.#codec = codec;
    this.#parts = new SpanWriter(codec);
    this.#whole = new ByteWriter(codec);
  }

  encode(article: Article): Uint8Array<ArrayBuffer> {
    const parts = this.#parts;
    const whole = this.#whole;
    parts.begin(article.text);
    writeHead(parts, article);
    const head = parts.length;
    const lengths: number[] = [];
    for (const write of [writeBlocks, writeNames, writeSpeech]) {
      const before = parts.length;
      parts.part();
      write(parts, article);
      lengths.push(parts.length - before);
    }
    const text = this.#codec.encode(article.text);
    whole.cut(0);
    whole.number(head);
    whole.number(text.length);
    for (const length of lengths) {
      whole.number(length);
    }
    const bytes = parts.view();
    whole.raw(bytes.subarray(0, head));
    whole.raw(text);
    whole.raw(bytes.subarray(head));
    return whole.take();
  }
}

/** The article that `encodeArticle` was given. */
export function decodeArticle(bytes: Uint8Array, codec: TextCodec): Article {
  const parts = articleParts(bytes, codec);
  const text = codec.decode(parts.text);
  const names = decodeNames(parts, text, codec);
  return {
    text,
    blocks: decodeBlocks(parts, text, codec),
    ...names,
    ...decodeSpeech(parts, text, names.entities, codec),
    ...readHead(new ByteReader(parts.head, codec)),
  };
}

/** Where the parts of an article lie in its bytes; nothing is read yet. */
export function articleParts(bytes: Uint8Array, codec: TextCodec): ArticleParts {
  const reader = new ByteReader(bytes, codec);
  const head = reader.number();
  const text = reader.number();
  const blocks = reader.number();
  const names = reader.number();
  const speech = reader.number();
  return {
    head: reader.raw(head),
    text: reader.raw(text),
    blocks: reader.raw(blocks),
    names: reader.raw(names),
    speech: reader.raw(speech),
  };
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

/** In the order in which they are numbered; a new kind is put at the end, and `articleFormat` grows. */
const blockKinds = [
  'title',
  'deck',
  'byline',
  'dateline',
  'caption',
  'heading',
  'paragraph',
  'transcript',
  'blockquote',
  'boilerplate',
  'code',
] as const satisfies readonly Block['kind'][];
const nameKinds = ['person', 'organisation', 'place'] as const satisfies readonly Entity['kind'][];
const genders = [undefined, 'female', 'male'] as const satisfies readonly Entity['gender'][];

/** An entity by itself, its strings spelt out. */
export function writeEntity(writer: ByteWriter, entity: Entity): void {
  writer.number(nameKinds.indexOf(entity.kind));
  writer.number(genders.indexOf(entity.gender));
  writer.string(entity.name);
  writer.number(entity.forms.length);
  for (const form of entity.forms) {
    writer.string(form);
  }
  writer.optional(entity.role);
  writer.optional(entity.affiliation);
}

/** What `writeEntity` wrote. */
export function readEntity(reader: ByteReader): Entity {
  const kind = nameKinds[reader.number()] ?? 'person';
  const gender = genders[reader.number()];
  const name = reader.string();
  const forms = Array.from({ length: reader.number() }, () => reader.string());
  return { kind, name, forms, role: reader.optional(), affiliation: reader.optional(), gender };
}

/** The name of an entity that is a person; undefined where it is none. */
export function readPerson(reader: ByteReader): string | undefined {
  const kind = nameKinds[reader.number()];
  reader.number();
  return kind === 'person' ? reader.string() : undefined;
}

function writeBlocks(writer: SpanWriter, { blocks }: Pick<Article, 'blocks'>): void {
  writer.number(blocks.length);
  for (const block of blocks) {
    writer.span(block);
    writer.choice(blockKinds, block.kind);
    writer.signed(block.paragraph);
    writer.spans(block.hidden);
  }
}

/** The blocks of an article. */
export function decodeBlocks(parts: ArticleParts, text: string, codec: TextCodec): readonly Block[] {
  const reader = new SpanReader(parts.blocks, codec, text);
  return reader.list(() => {
    // Spelt out here and below: spreading a span into an object takes many times as long.
    const start = reader.start();
    const end = reader.end(start);
    const kind = reader.choice(blockKinds);
    return { start, end, kind, paragraph: reader.signed(), hidden: reader.spans() };
  });
}

function writeNames(writer: SpanWriter, { entities, mentions }: ArticleNames): void {
  writer.number(entities.length);
  for (const entity of entities) {
    writer.choice(nameKinds, entity.kind);
    writer.choice(genders, entity.gender);
    writer.quoted(entity.name);
    writer.number(entity.forms.length);
    for (const form of entity.forms) {
      writer.quoted(form);
    }
    writer.quoted(entity.role);
    writer.quoted(entity.affiliation);
  }
  writer.number(mentions.length);
  for (const mention of mentions) {
    writer.span(mention);
    writer.choice(nameKinds, mention.kind);
    writer.slice(mention.text, mention);
    writer.signed(mention.entity);
    writer.signed(mention.block);
  }
}

/** Who is named in an article; where, is read when it is asked for. */
export function decodeNames(parts: ArticleParts, text: string, codec: TextCodec): ArticleNames {
  const reader = new SpanReader(parts.names, codec, text);
  const entities = reader.list(() => {
    const kind = reader.choice(nameKinds);
    const gender = reader.choice(genders);
    const name = reader.quoted() ?? '';
    const forms = reader.list(() => reader.quoted() ?? '');
    return { kind, name, forms, role: reader.quoted(), affiliation: reader.quoted(), gender };
  });
  let mentions: readonly Mention[] | undefined;
  return {
    entities,
    get mentions() {
      mentions ??= reader.list(() => {
        const span = reader.span();
        const kind = reader.choice(nameKinds);
        const { start, end } = span;
        return {
          start,
          end,
          kind,
          text: reader.slice(span),
          entity: reader.signed(),
          block: reader.signed(),
        };
      });
      return mentions;
    },
  };
}

/** What stands in quotation marks. The entities are those of the article: speakers go by their names. */
export function decodeSpeech(
  parts: ArticleParts,
  text: string,
  entities: readonly Entity[],
  codec: TextCodec,
): ArticleSpeech {
  return readSpeech(new SpanReader(parts.speech, codec, text), entities);
}
