import type { Entity } from '../parse/reading.ts';
import { ArticleEncoder, writeEntity, writeHead } from './article-codec.ts';
import type { Article } from './article.ts';
import { ByteWriter, type TextCodec } from './bytes.ts';
import { articleWords, buildSegment, type ArticleWords, type SegmentArrays } from './pairs-segment.ts';
import { packArrays } from './parcel-arrays.ts';
import type { Parcel } from './parcel.ts';
import { QuotationTaker, tableArrays } from './quotations-table.ts';

/**
 * Packs articles one by one, wherever this is. Of an article nothing is held but what is packed: keeping thousands of
 * readings until a parcel is full would cost more, in collecting garbage, than packing them does.
 */
export class ParcelWriter {
  readonly #encoder: ArticleEncoder;
  readonly #records: Uint8Array[] = [];
  readonly #heads: ByteWriter;
  readonly #names: NamesTaker;
  readonly #words: ArticleWords[] = [];
  readonly #quotations = new QuotationTaker();

  constructor(codec: TextCodec) {
    this.#encoder = new ArticleEncoder(codec);
    this.#heads = new ByteWriter(codec);
    this.#names = new NamesTaker(codec);
  }

  add(article: Article): void {
    this.#records.push(this.#encoder.encode(article));
    writeHead(this.#heads, article);
    this.#names.add(article);
    this.#words.push(articleWords(article));
    this.#quotations.add(article);
  }

  /** What was added, packed; the index over it is built here. */
  take(): Parcel {
    const records = this.#records;
    const starts = new Uint32Array(records.length + 1);
    records.forEach((record, place) => {
      starts[place + 1] = (starts[place] ?? 0) + record.length;
    });
    const all = new Uint8Array(starts[records.length] ?? 0);
    records.forEach((record, place) => {
      all.set(record, starts[place]);
    });
    const segment = buildSegment(this.#words);
    const names = this.#names;
    const index = packArrays([
      Uint32Array.of(records.length, names.count, segment.shift, segment.words),
      this.#heads.take(),
      names.entities.take(),
      starts,
      new Uint32Array(names.starts),
      new Uint32Array(names.ids),
      new Uint32Array(names.mentions),
      ...segmentArrays(segment),
      ...tableArrays(this.#quotations.take()),
    ]);
    return { index, records: all };
  }
}

function segmentArrays(segment: SegmentArrays): (Uint8Array | Uint32Array)[] {
  const { bases, owners, lengths, hashes, quoted, anchors, anchorBases, heads, postings } = segment;
  return [bases, owners, lengths, hashes, quoted, anchors, anchorBases, heads, postings];
}

/** Takes down who is named in articles: everybody once. */
class NamesTaker {
  readonly entities: ByteWriter;
  readonly starts = [0];
  readonly ids: number[] = [];
  readonly mentions: number[] = [];
  readonly #known = new Map<string, number>();

  constructor(codec: TextCodec) {
    this.entities = new ByteWriter(codec);
  }

  /** How many there are. */
  get count(): number {
    return this.#known.size;
  }

  add({ entities, mentions }: Article): void {
    const counts = new Uint32Array(entities.length);
    for (const { entity } of mentions) {
      counts[entity] = (counts[entity] ?? 0) + 1;
    }
    entities.forEach((entity, index) => {
      this.ids.push(this.#idOf(entity));
      this.mentions.push(counts[index] ?? 0);
    });
    this.starts.push(this.ids.length);
  }

  #idOf(entity: Entity): number {
    const content = contentOf(entity);
    const known = this.#known.get(content);
    if (known !== undefined) {
      return known;
    }
    const id = this.#known.size;
    this.#known.set(content, id);
    writeEntity(this.entities, entity);
    return id;
  }
}

/** All that an entity is, in one string: each part with its length before it, so that no two are alike. */
function contentOf({ kind, gender, name, role, affiliation, forms }: Entity): string {
  let content = `${kind} ${gender ?? '-'} ${sized(name)}${sized(role)}${sized(affiliation)}`;
  for (const form of forms) {
    content += sized(form);
  }
  return content;
}

function sized(part: string | undefined): string {
  return part === undefined ? '-' : `${part.length} ${part}`;
}
