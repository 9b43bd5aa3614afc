import { readHead } from './article-codec.ts';
import { readEntity, readPerson } from './article-codec-names.ts';
import { ByteReader, type TextCodec } from './bytes.ts';
import { openNames, type EntityStore, type NamesTable } from './names-table.ts';
import { OpenArticle } from './open-article.ts';
import type { Segment } from './pairs-segment.ts';
import { PackedArrays } from './parcel-arrays.ts';
import { openTable, type QuotationTable } from './quotations-table.ts';
import { StoredArticle, type Shelf } from './stored-article.ts';

/** Grows with every change of what a parcel holds or how. */
export const parcelFormat = 4;

/** Some articles, read and indexed, as bytes: what a worker hands over and what a cache keeps. */
export interface Parcel {
  /** All that is needed to find something in them. */
  readonly index: Uint8Array;
  /** The articles themselves, one after the other. */
  readonly records: Uint8Array;
}

/** A parcel that was opened: what a corpus takes in. */
export interface OpenParcel {
  /** Undefined where an article is not wanted. */
  readonly articles: readonly (StoredArticle | undefined)[];
  readonly names: NamesTable;
  readonly segment: Segment;
  readonly quotations: QuotationTable;
}

/** How a parcel is opened. */
export interface Opening {
  /** That of the corpus which is to take it in. */
  readonly shelf: Shelf;
  readonly codec: TextCodec;
  /** What an article is called now; undefined where it is not wanted. */
  readonly keyOf: (path: string, place: number) => string | undefined;
  /** The bytes of an article, given where they begin and end among the records. */
  readonly readRecord: (start: number, end: number, place: number) => Uint8Array;
}

/** Articles that are opened between two steps: a millisecond or two. */
const openedAtOnce = 256;

/**
 * Opens the index of a parcel: views of its arrays, and an object an article. Between the steps that this yields others may
 * have their turn.
 *
 * @throws a RangeError where the bytes are none.
 */
export function* openParcel(
  index: Uint8Array,
  { shelf, codec, keyOf, readRecord }: Opening,
): Generator<void, OpenParcel> {
  const arrays = new PackedArrays(index);
  const [count = 0, shift = 0, words = 0] = arrays.words();
  const heads = new ByteReader(arrays.bytes(), codec);
  const entityBytes = arrays.bytes();
  const starts = arrays.words();
  const entityStarts = arrays.words();
  const articles: (StoredArticle | undefined)[] = [];
  for (let place = 0; place < count; place++) {
    const head = readHead(heads);
    const key = keyOf(head.path, place);
    const start = starts[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    articles.push(
      key === undefined
        ? undefined
        : new StoredArticle(
            { ...head, key },
            shelf,
            () => new OpenArticle(readRecord(start, end, place), codec),
          ),
    );
    if (place % openedAtOnce === openedAtOnce - 1) {
      yield;
    }
  }
  return {
    articles,
    names: openNames(arrays, articles, entitiesOf(entityBytes, entityStarts, codec)),
    segment: {
      articles: [...articles],
      bases: arrays.words(),
      owners: arrays.words(),
      lengths: arrays.words(),
      hashes: arrays.words(),
      quoted: arrays.bytes(),
      anchors: arrays.words(),
      anchorBases: arrays.words(),
      heads: arrays.words(),
      postings: arrays.words(),
      sieve: arrays.words(),
      shift,
      words,
    },
    quotations: openTable(arrays, articles),
  };
}

/** Entities are made as they are asked for. */
function entitiesOf(bytes: Uint8Array, starts: Uint32Array, codec: TextCodec): EntityStore {
  const readerAt = (id: number): ByteReader => new ByteReader(bytes, codec, starts[id]);
  return {
    get: id => readEntity(readerAt(id)),
    person: id => readPerson(readerAt(id)),
  };
}
