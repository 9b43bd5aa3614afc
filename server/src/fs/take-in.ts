import type { MemoryCorpus } from '../core/corpus/memory-corpus.ts';
import { openParcel, type OpenParcel } from '../core/corpus/parcel.ts';
import { nativeText } from './native-text.ts';
import type { Records } from './records.ts';
import { inTurns, nextTurn } from './turns.ts';

/** Opens a parcel for a corpus, step by step; `keyOf` gives what an article is called, or undefined where it is not wanted. */
export function openRecords(
  corpus: MemoryCorpus,
  index: Uint8Array,
  records: Records,
  keyOf: (path: string, place: number) => string | undefined,
): Generator<void, OpenParcel> {
  return openParcel(index, {
    shelf: corpus.shelf,
    codec: nativeText,
    keyOf,
    readRecord: (start, end, place) => records.read(start, end, place),
  });
}

/** Puts a parcel into a corpus; others get their turn meanwhile, so the corpus must not be whole yet. */
export async function takeIn(corpus: MemoryCorpus, opening: Generator<void, OpenParcel>): Promise<void> {
  await nextTurn();
  await inTurns(openAndAdopt(corpus, opening));
}

function* openAndAdopt(corpus: MemoryCorpus, opening: Generator<void, OpenParcel>): Generator<void> {
  yield* corpus.adopt(yield* opening);
}
