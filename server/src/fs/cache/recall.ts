import { readFileSync, statSync } from 'node:fs';
import type { FileFacts } from '../parcel-reader.ts';
import { hashOf } from '../parcel-reader.ts';
import { absolutePath } from '../paths.ts';
import type { Cache } from './cache.ts';
import type { CachedParcel } from './parcel-file.ts';

/** What a cache still knows of some files. */
export interface Recalled {
  /** The parcels that are of use, each with the places of its articles that are. */
  readonly parcels: ReadonlyMap<CachedParcel, ReadonlySet<number>>;
  /** Files that are to be read. */
  readonly unknown: readonly string[];
  /** Parcels of no use any more. */
  readonly useless: readonly CachedParcel[];
  /** Files that were touched and have not changed. */
  readonly touched: ReadonlyMap<string, FileFacts>;
}

/** Parcels of fewer articles are put together when there are more than so many of them. */
const smallParcel = 64;
const mostSmall = 16;
/**
 * Looks which files are as they were; yields now and then, so that others may have their turn. Of files that are `lost`,
 * as with a drive that may come back, what is kept stays kept.
 */
export function* recall(
  root: string,
  paths: readonly string[],
  cache: Cache,
  isLost: (path: string) => boolean = () => false,
): Generator<void, Recalled> {
  const small = cache.parcels.filter(it => it.files.length < smallParcel);
  const crumbs = new Set(small.length > mostSmall ? small : []);
  const entries = new Map<string, { readonly parcel: CachedParcel; readonly place: number }[]>();
  for (const parcel of cache.parcels) {
    parcel.files.forEach(({ path }, place) => {
      const others = entries.get(path);
      if (others) {
        others.push({ parcel, place });
      } else {
        entries.set(path, [{ parcel, place }]);
      }
    });
    yield;
  }
  const lost = new Map(cache.parcels.map(it => [it, it.files.filter(({ path }) => isLost(path)).length]));
  const found = new Map<CachedParcel, Set<number>>();
  const touched = new Map<string, FileFacts>();
  for (const path of paths) {
    const known = (entries.get(path) ?? []).filter(it => !crumbs.has(it.parcel));
    const same = known.length > 0 ? asBefore(root, path, known, cache) : undefined;
    if (same) {
      const places = found.get(same.parcel) ?? new Set();
      found.set(same.parcel, places.add(same.place));
      if (same.touched) {
        touched.set(path, same.touched);
      }
    }
    yield;
  }
  // One of which little is left is written anew with what has changed.
  for (const [parcel, places] of found) {
    if ((places.size + (lost.get(parcel) ?? 0)) * 2 < parcel.files.length) {
      found.delete(parcel);
    }
  }
  const recalled = new Set(
    [...found].flatMap(([{ files }, places]) => [...places].map(it => files[it]?.path)),
  );
  return {
    parcels: found,
    unknown: paths.filter(path => !recalled.has(path)),
    useless: cache.parcels.filter(parcel => !found.has(parcel) && lost.get(parcel) === 0),
    touched: new Map([
      ...cache.touchedFiles.filter(([path]) => isLost(path)),
      ...[...touched].filter(([path]) => recalled.has(path)),
    ]),
  };
}

interface Known {
  readonly parcel: CachedParcel;
  readonly place: number;
}

/** Which entry, if any, a file still is; by size and times, else by its bytes. */
function asBefore(
  root: string,
  path: string,
  known: readonly Known[],
  cache: Cache,
): (Known & { readonly touched?: FileFacts }) | undefined {
  try {
    const file = absolutePath(root, path);
    const { size, mtimeMs: modified, ctimeMs: changed } = statSync(file);
    const seen = cache.touched(path);
    const isAs = (it: FileFacts | undefined): boolean => it?.modified === modified && it.changed === changed;
    const settled = Math.max(modified, changed) + cache.moment;
    const sized = known.filter(({ parcel, place }) => parcel.files[place]?.size === size);
    for (const it of sized) {
      const facts = it.parcel.files[it.place];
      // What was changed right after it was read may bear the same time.
      if (isAs(facts) && settled < it.parcel.written) {
        return it;
      }
      if (facts && seen?.hash === facts.hash && seen.size === size && isAs(seen)) {
        return { ...it, touched: seen };
      }
    }
    const hash = sized.length > 0 ? hashOf(readFileSync(file)) : undefined;
    const same = sized.find(({ parcel, place }) => parcel.files[place]?.hash === hash);
    if (!same || hash === undefined) {
      return undefined;
    }
    return settled < Date.now() ? { ...same, touched: { path, size, modified, changed, hash } } : same;
  } catch {
    // Gone, or not to be read: reading it says which.
    return undefined;
  }
}
