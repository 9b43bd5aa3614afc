import { ArticleEncoder, writeHead } from './article-codec.ts';
import type { Article } from './article.ts';
import { ByteWriter, type TextCodec } from './bytes.ts';
import { EntityBytes } from './entity-bytes.ts';
import { namesArrays } from './names-table.ts';
import { NamesTaker } from './names-taker.ts';
import { articleWords, buildSegment, type ArticleWords, type SegmentArrays } from './pairs-segment.ts';
import { packArrays, type MakeRoom } from './parcel-arrays.ts';
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
  readonly #entities: EntityBytes;
  readonly #words: ArticleWords[] = [];
  readonly #quotations = new QuotationTaker();
  readonly #makeRoom: MakeRoom | undefined;

  /** `makeRoom`: where the index is to lie, if not in memory of this thread's own. */
  constructor(codec: TextCodec, makeRoom?: MakeRoom) {
    this.#makeRoom = makeRoom;
    this.#encoder = new ArticleEncoder(codec);
    this.#heads = new ByteWriter(codec);
    this.#entities = new EntityBytes(codec);
    this.#names = new NamesTaker(entity => this.#entities.numberOf(entity));
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
    const names = this.#names.take();
    const { entities, entityStarts } = this.#entities.take(names.order);
    const index = packArrays(
      [
        Uint32Array.of(records.length, segment.shift, segment.words),
        this.#heads.take(),
        entities,
        starts,
        entityStarts,
        ...namesArrays(names.arrays),
        ...segmentArrays(segment),
        ...tableArrays(this.#quotations.take()),
      ],
      this.#makeRoom,
    );
    return { index, records: all };
  }
}

function segmentArrays(segment: SegmentArrays): (Uint8Array | Uint32Array)[] {
  const { bases, owners, lengths, hashes, quoted, anchors, anchorBases, heads, postings, sieve } = segment;
  return [bases, owners, lengths, hashes, quoted, anchors, anchorBases, heads, postings, sieve];
}
