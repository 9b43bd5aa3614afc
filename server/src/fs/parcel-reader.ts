import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { MakeRoom } from '../core/corpus/parcel-arrays.ts';
import { ParcelWriter } from '../core/corpus/parcel-writer.ts';
import type { Parcel } from '../core/corpus/parcel.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { largestFile, sourceText, tooLarge, type Unreadable } from '../formats/plain.ts';
import { nativeText } from './native-text.ts';
import { absolutePath } from './paths.ts';
import type { Problem } from './problem.ts';
import { isMissing, noFile, noSuchFile, problemOf, reasonOf } from './problem.ts';
import { understand } from './read-one.ts';

/** What a file was like when it was read: as long as it is like that, it need not be read again. */
export interface FileFacts {
  readonly path: string;
  readonly size: number;
  /** In milliseconds; a program may set it to anything. */
  readonly modified: number;
  /** In milliseconds, when anything about the file changed; no program can set it. */
  readonly changed: number;
  /** Of the bytes, in hexadecimal. */
  readonly hash: string;
}

/** Articles that were read and packed, with the files they came from in the same order. */
export interface ReadParcel {
  readonly parcel: Parcel;
  readonly files: readonly FileFacts[];
  readonly problems: readonly Problem[];
}

/** Characters of text that make a parcel full, some five million words: a worker holds them all until then. */
const fullParcel = 30_000_000;

/** When a parcel is full, and where it is to lie. */
export interface ParcelOptions {
  /** Of text. */
  readonly characters: number;
  readonly files: number;
  /** For what is to be handed to another thread. */
  readonly makeRoom: MakeRoom | undefined;
}

/** Reads files one after the other into parcels, waiting for the disk: for a thread of its own, or for a few files. */
export class ParcelReader {
  readonly #root: string;
  readonly #model: NamesModel;
  readonly #options: ParcelOptions;
  #parcel: ParcelWriter;
  #files: FileFacts[] = [];
  #problems: Problem[] = [];
  #characters = 0;

  constructor(
    root: string,
    model: NamesModel,
    { characters = fullParcel, files = Infinity, makeRoom }: Partial<ParcelOptions>,
  ) {
    this.#root = root;
    this.#model = model;
    this.#options = { characters, files, makeRoom };
    this.#parcel = new ParcelWriter(nativeText, makeRoom);
  }

  /** Reads one more file; gives a parcel where that made it full. */
  read(path: string): ReadParcel | undefined {
    const read = readNow(this.#root, path);
    const understood =
      read.kind === 'text' ? understand({ path, key: path, text: read.text }, this.#model) : read;
    if (understood.kind === 'article' && read.kind === 'text') {
      this.#parcel.add(understood.article);
      this.#files.push(read.facts);
      this.#characters += read.text.length;
    } else if (understood.kind === 'problem') {
      this.#problems.push(problemOf(path, understood));
    }
    const { characters, files } = this.#options;
    const isFull = this.#characters >= characters || this.#files.length >= files;
    return isFull ? this.rest() : undefined;
  }

  /** What was read since the last parcel; undefined where that is nothing. */
  rest(): ReadParcel | undefined {
    const files = this.#files;
    const problems = this.#problems;
    if (files.length === 0 && problems.length === 0) {
      return undefined;
    }
    const parcel = this.#parcel.take();
    this.#parcel = new ParcelWriter(nativeText, this.#options.makeRoom);
    this.#files = [];
    this.#problems = [];
    this.#characters = 0;
    return { parcel, files, problems };
  }
}

/** Gives a parcel whenever one is full, and what is left at the end; after each file, nothing, so that others may have their turn. */
export function* readParcels(
  root: string,
  paths: readonly string[],
  model: NamesModel,
  full: Partial<ParcelOptions> = {},
): Generator<ReadParcel | undefined> {
  const reader = new ParcelReader(root, model, full);
  for (const path of paths) {
    const parcel = reader.read(path);
    yield undefined;
    if (parcel) {
      yield parcel;
    }
  }
  const rest = reader.rest();
  if (rest) {
    yield rest;
  }
}

type ReadNow = { readonly kind: 'text'; readonly text: string; readonly facts: FileFacts } | Unreadable;

/** A pipe is not waited for: until somebody writes to it, opening one takes for ever. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file's text with what the file is like; says the same as `readSource`. */
export function readNow(root: string, path: string): ReadNow {
  const place = absolutePath(root, path);
  try {
    const file = openSync(place, atOnce);
    try {
      const about = fstatSync(file);
      if (!about.isFile()) {
        return { kind: 'problem', reason: noFile(about.isDirectory()) };
      }
      if (about.size > largestFile) {
        return { kind: 'problem', reason: tooLarge(about.size) };
      }
      const bytes = readAll(file, about.size);
      const read = sourceText(bytes);
      const facts = {
        path,
        size: bytes.length,
        modified: about.mtimeMs,
        changed: about.ctimeMs,
        hash: hashOf(bytes),
      };
      return read.kind === 'text' ? { kind: 'text', text: read.text, facts } : read;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return isMissing(error)
      ? { kind: 'problem', reason: noSuchFile(place) }
      : { kind: 'problem', reason: reasonOf(error), mayPass: true };
  }
}

/** Where files of the usual size are read, one after the other: nothing of their bytes is kept. */
const usual = Buffer.allocUnsafeSlow(1 << 16);

function readAll(file: number, size: number): Uint8Array {
  // One byte more: a file that grew is read to its end.
  let bytes = size < usual.length ? usual : Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0 || length === size) {
      return bytes.subarray(0, length);
    }
    if (length === bytes.length) {
      bytes = Buffer.concat([bytes], Math.max(4096, bytes.length * 2));
    }
  }
}

/** Tells bytes from others; no secret depends on it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}
