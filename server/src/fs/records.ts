import { encodeArticle } from '../core/corpus/article-codec.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import type { CachedParcel } from './cache/parcel-file.ts';
import { nativeText } from './native-text.ts';
import type { ReadParcel } from './parcel-reader.ts';
import { readNow } from './parcel-reader.ts';
import { understand } from './read-one.ts';

/** Where the articles of a corpus come from when somebody looks into them. */
export interface Origin {
  readonly root: string;
  readonly model: NamesModel;
  readonly log?: ((line: string) => void) | undefined;
}

/** The articles of a parcel: in memory until they are kept on disk, and then there. */
export class Records {
  readonly #origin: Origin;
  readonly #paths: readonly string[];
  #held: Uint8Array | undefined;
  #cached: CachedParcel | undefined;

  constructor(origin: Origin, parcel: ReadParcel | CachedParcel) {
    this.#origin = origin;
    this.#paths = parcel.files.map(it => it.path);
    if ('parcel' in parcel) {
      this.#held = parcel.parcel.records;
    } else {
      this.#cached = parcel;
    }
  }

  /** From now on they are read from disk. */
  moveTo(cached: CachedParcel): void {
    this.#cached = cached;
    this.#held = undefined;
  }

  read(start: number, end: number, place: number): Uint8Array {
    const bytes = this.#held?.subarray(start, end) ?? this.#cached?.readRecord(start, end, place);
    return bytes ?? this.#again(this.#paths[place] ?? '');
  }

  /** What is damaged on disk is read from its source once more; a source that is gone says nothing any more. */
  #again(path: string): Uint8Array {
    const { root, model, log } = this.#origin;
    log?.(`what was remembered of ${path} is damaged: it is read again`);
    const read = readNow(root, path);
    const text = read.kind === 'text' ? read.text : '';
    const again = understand({ path, key: path, text }, model);
    const nothing = understand({ path, key: path, text: '' }, model);
    const article = again.kind === 'article' ? again : nothing;
    if (article.kind === 'problem') {
      throw new Error(article.reason);
    }
    return encodeArticle(article.article, nativeText);
  }
}
