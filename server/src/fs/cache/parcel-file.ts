import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ByteReader, ByteWriter } from '../../core/corpus/bytes.ts';
import { PackedArrays, packArrays } from '../../core/corpus/parcel-arrays.ts';
import { nativeText } from '../native-text.ts';
import type { FileFacts, ReadParcel } from '../parcel-reader.ts';
import { checksum } from './checksum.ts';
import { finish, unfinishedEnding } from './unfinished.ts';

/** How a file of the cache begins. */
const magic = 'STETCACHE';
const headerSize = 128;
/** How the name of one ends. */
export const parcelEnding = '.parcel';

/** A parcel of the cache, but for its articles, which stay on disk. */
export interface CachedParcel {
  readonly file: string;
  readonly files: readonly FileFacts[];
  /** When it was written, in milliseconds since 1970. */
  readonly written: number;
  readonly index: Uint8Array;
  /** The bytes of an article, until others are read; undefined where they are damaged. */
  readRecord(start: number, end: number, place: number): Uint8Array | undefined;
}

/** What a file of the cache is: a parcel, or why it is none. */
export type ParcelFile =
  { readonly kind: 'parcel'; readonly parcel: CachedParcel } | { readonly kind: 'foreign' | 'damaged' };

interface Header {
  readonly version: string;
  readonly written: number;
  readonly factsSize: number;
  readonly indexSize: number;
  readonly recordsSize: number;
  /** Of facts and index. */
  readonly sum: number;
}

/** A parcel that was written: what another thread needs to find its articles on disk. */
export interface WrittenParcel {
  readonly file: string;
  /** When it was written, in milliseconds since 1970. */
  readonly written: number;
  /** Where its articles begin in the file. */
  readonly records: number;
  /** Of the bytes of each article. */
  readonly sums: Uint32Array;
}

/** Writes a parcel: whole or not at all, whoever is killed meanwhile. */
export async function writeParcel(folder: string, version: string, read: ReadParcel): Promise<WrittenParcel> {
  const { index, records } = read.parcel;
  const sums = recordSums(index, records);
  const facts = packFacts(read, sums);
  const header: Header = {
    version,
    written: Date.now(),
    factsSize: facts.length,
    indexSize: index.length,
    recordsSize: records.length,
    sum: checksum(index, checksum(facts)),
  };
  const name = join(folder, randomUUID());
  const unfinished = name + unfinishedEnding;
  const path = name + parcelEnding;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(unfinished, 'wx');
  try {
    try {
      for (const part of [headerBytes(header), facts, index, records]) {
        await writeAll(file, part);
      }
    } finally {
      await file.close();
    }
    await finish(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return {
    file: path,
    written: header.written,
    records: headerSize + facts.length + index.length,
    sums,
  };
}

/** In as few turns as the system lets it: `writeFile` takes one for each half of a megabyte. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await file.write(bytes, at)).bytesWritten;
  }
}

/**
 * Opens what has just been written, here or by another thread, with the index that is in memory.
 *
 * @throws where it is gone already.
 */
export function openWritten(
  { file, written, records, sums }: WrittenParcel,
  files: readonly FileFacts[],
  index: Uint8Array,
): CachedParcel {
  return parcelOf(openSync(file, 'r'), { file, files, written, index }, records, sums);
}

/** Opens a file of the cache; it stays open for its articles as long as anybody has the parcel. */
export function openParcelFile(path: string, version: string): ParcelFile {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const header = readHeader(readAt(file, 0, headerSize));
    if (header === undefined) {
      return { kind: 'damaged' };
    }
    if (header.version !== version) {
      return { kind: 'foreign' };
    }
    const { factsSize, indexSize, recordsSize, written } = header;
    const both = readAt(file, headerSize, factsSize + indexSize);
    const facts = both.subarray(0, factsSize);
    const index = both.subarray(factsSize);
    const records = headerSize + factsSize + indexSize;
    if (checksum(index, checksum(facts)) !== header.sum) {
      return { kind: 'damaged' };
    }
    // Cut short among the articles.
    if (recordsSize > 0) {
      readAt(file, records + recordsSize - 1, 1);
    }
    const { files, sums } = unpackFacts(facts);
    const parcel = parcelOf(file, { file: path, files, written, index }, records, sums);
    file = undefined;
    return { kind: 'parcel', parcel };
  } catch {
    return { kind: 'damaged' };
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

function parcelOf(
  handle: number,
  known: Omit<CachedParcel, 'readRecord'>,
  records: number,
  sums: Uint32Array,
): CachedParcel {
  const parcel: CachedParcel = {
    ...known,
    readRecord(start, end, place) {
      try {
        const bytes = readAt(handle, records + start, end - start, recordRoom);
        return checksum(bytes) === sums[place] ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
  };
  openFiles.register(parcel, handle);
  return parcel;
}

/** Closes the files of parcels that nobody has any more. */
const openFiles = new FinalizationRegistry<number>(file => {
  closeSync(file);
});

/** Where articles of the usual size are read, one after the other: they are opened all the time, and nothing of it is kept. */
const recordRoom = new Uint8Array(1 << 16);

/** So many bytes of a file, in the room that is given where it is large enough. */
function readAt(file: number, from: number, size: number, room?: Uint8Array): Uint8Array {
  const bytes = room !== undefined && size <= room.length ? room.subarray(0, size) : new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = readSync(file, bytes, length, size - length, from + length);
    if (count === 0) {
      throw new RangeError('the file is cut short');
    }
    length += count;
  }
  return bytes;
}

function headerBytes(header: Header): Uint8Array {
  const writer = new ByteWriter(nativeText);
  writer.string(magic);
  writer.string(header.version);
  for (const value of [header.written, header.factsSize, header.indexSize, header.recordsSize, header.sum]) {
    writer.number(value);
  }
  const bytes = new Uint8Array(headerSize);
  bytes.set(writer.take());
  new DataView(bytes.buffer).setUint32(headerSize - 4, checksum(bytes.subarray(0, headerSize - 4)));
  return bytes;
}

function readHeader(bytes: Uint8Array): Header | undefined {
  const sum = new DataView(bytes.buffer).getUint32(headerSize - 4);
  if (checksum(bytes.subarray(0, headerSize - 4)) !== sum) {
    return undefined;
  }
  const reader = new ByteReader(bytes, nativeText);
  if (reader.string() !== magic) {
    return undefined;
  }
  return {
    version: reader.string(),
    written: reader.number(),
    factsSize: reader.number(),
    indexSize: reader.number(),
    recordsSize: reader.number(),
    sum: reader.number(),
  };
}

/** Facts end where eight bytes end, so that the arrays of the index behind them can be used as they lie. */
function packFacts({ files }: ReadParcel, sums: Uint32Array): Uint8Array {
  const names = new ByteWriter(nativeText);
  for (const { path, hash } of files) {
    names.string(path);
    names.string(hash);
  }
  const numbers = Float64Array.from(
    files.flatMap(({ size, modified, changed }) => [size, modified, changed]),
  );
  return packArrays([Uint32Array.of(files.length), names.take(), new Uint8Array(numbers.buffer), sums]);
}

function unpackFacts(bytes: Uint8Array): { readonly files: FileFacts[]; readonly sums: Uint32Array } {
  const arrays = new PackedArrays(bytes);
  const [count = 0] = arrays.words();
  const names = new ByteReader(arrays.bytes(), nativeText);
  const raw = arrays.bytes();
  const numbers = new Float64Array(raw.buffer, raw.byteOffset, raw.length / 8);
  const files = Array.from({ length: count }, (_, index) => ({
    path: names.string(),
    hash: names.string(),
    size: numbers[index * 3] ?? 0,
    modified: numbers[index * 3 + 1] ?? 0,
    changed: numbers[index * 3 + 2] ?? 0,
  }));
  return { files, sums: arrays.words() };
}

/** A checksum for each article: they are read one by one, much later. */
function recordSums(index: Uint8Array, records: Uint8Array): Uint32Array {
  const arrays = new PackedArrays(index);
  const [count = 0] = arrays.words();
  arrays.bytes();
  arrays.bytes();
  const starts = arrays.words();
  // By themselves, as they will be read: their place among the records says how their bytes can be taken.
  return Uint32Array.from({ length: count }, (_, place) =>
    checksum(records.slice(starts[place], starts[place + 1])),
  );
}
