import type { NamesModel } from '../../core/parse/names/model.ts';
import { readParcels } from '../parcel-reader.ts';
import { nextTurn } from '../turns.ts';
import type { Cache } from './cache.ts';

/** More changes are read again at the next start, in workers. */
const mostKept = 32;

/** Keeps files that have changed for the next time: they are read once more, when nobody waits for it. */
export async function keepChanges(
  cache: Cache,
  root: string,
  paths: readonly string[],
  model: NamesModel,
): Promise<void> {
  if (paths.length > mostKept) {
    return;
  }
  await nextTurn();
  for (const read of readParcels(root, paths, model)) {
    if (read) {
      await cache.keep(read);
    } else {
      await nextTurn();
    }
  }
}
