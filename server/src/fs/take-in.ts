import type { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import { openParcel, type OpenParcel, type Parcel } from '../core/corpus/parcel.ts';
import { Shelf } from '../core/corpus/stored-article.ts';
import { nativeText } from './native-text.ts';
import { nextTurn } from './read-articles.ts';

/** Milliseconds of work after which others get their turn. */
const longestTurn = 10;

/** Opens a parcel that is held in memory, its articles called by their keys. */
export function openHeld({ index, records }: Parcel, keys: ReadonlyMap<string, string>): OpenParcel {
  return openParcel(index, {
    shelf: new Shelf(nativeText),
    keyOf: path => keys.get(path) ?? path,
    readRecord: (start, end) => records.subarray(start, end),
  });
}

/** Puts a parcel into a corpus; others get their turn meanwhile, so the corpus must not be whole yet. */
export async function takeIn(corpus: MemoryCorpus, parcel: OpenParcel): Promise<void> {
  const steps = corpus.adopt(parcel);
  let turn = performance.now();
  while (steps.next().done !== true) {
    if (performance.now() - turn > longestTurn) {
      await nextTurn();
      turn = performance.now();
    }
  }
}
