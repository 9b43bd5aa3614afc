import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FileFacts, ReadParcel } from '../parcel-reader.ts';
import { messageOf } from '../thrown.ts';
import { nextTurn } from '../turns.ts';
import { removeOldest, workspaceFolder } from './cache-folder.ts';
import type { CachedParcel } from './parcel-file.ts';
import { openParcelFile, openWritten, parcelEnding, writeParcel } from './parcel-file.ts';
import { finish, removeAbandoned, unfinishedEnding } from './unfinished.ts';

/** Where what was read is kept between sessions, and who is told when it cannot be. */
export interface CacheSettings {
  /** The folder with one folder a workspace. */
  readonly base: string;
  /** What the parcels must have been read by. */
  readonly version: string;
  readonly log?: ((line: string) => void) | undefined;
  /** Bytes that all workspaces may take together. */
  readonly limit?: number | undefined;
  /** Nothing that was kept is believed. */
  readonly anew?: boolean | undefined;
  /** Milliseconds within which two changes of a file may bear the same time. */
  readonly moment?: number | undefined;
  /** Fewer articles are read sooner than they are looked up. */
  readonly fewest?: number | undefined;
}

/** Where what is read is kept, and what it is read by. */
export interface Keeping {
  readonly folder: string;
  readonly version: string;
}

/** Some file systems tell times by two seconds. */
const longestMoment = 2000;
/** What files were seen to be like after a parcel was written: they were touched, and not changed. */
const touchedName = 'touched.json';

/**
 * The parcels of one workspace. A parcel is a file that never changes and says of which files, by size, time and hash,
 * it was read: it is right whoever wrote it, in whatever order, and one that is missing is only read again.
 */
export class Cache {
  readonly parcels: readonly CachedParcel[];
  readonly #folder: string;
  readonly #settings: CacheSettings;
  #touched: ReadonlyMap<string, FileFacts>;
  #isBroken = false;

  private constructor(
    folder: string,
    settings: CacheSettings,
    parcels: readonly CachedParcel[],
    touched: ReadonlyMap<string, FileFacts>,
  ) {
    this.#folder = folder;
    this.#settings = settings;
    this.parcels = parcels;
    this.#touched = touched;
  }

  /** Opens the cache of a workspace. What is of another version, or damaged, is removed and told in one line. */
  static async open(settings: CacheSettings, root: string, articles: readonly string[]): Promise<Cache> {
    const folder = workspaceFolder(settings.base, root, articles);
    const parcels: CachedParcel[] = [];
    const refused = { foreign: 0, damaged: 0 };
    let isBroken = false;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      removeAbandoned(folder);
      for (const name of (await readdir(folder)).sort()) {
        const path = join(folder, name);
        if (name.endsWith(parcelEnding)) {
          // Reading and summing up one takes some milliseconds.
          await nextTurn();
          const opened = settings.anew === true ? undefined : openParcelFile(path, settings.version);
          if (opened?.kind === 'parcel') {
            parcels.push(opened.parcel);
            continue;
          }
          if (opened) {
            refused[opened.kind]++;
          }
          // What may not be removed is passed over again next time.
          await rm(path, { force: true }).catch(() => undefined);
        }
      }
    } catch (error) {
      isBroken = true;
      settings.log?.(`nothing is remembered of the sources: ${messageOf(error)}`);
    }
    if (refused.damaged > 0) {
      settings.log?.('what was remembered of the sources is damaged: they are read again');
    } else if (refused.foreign > 0) {
      settings.log?.('what was remembered of the sources is of another version of Stet: they are read again');
    }
    const cache = new Cache(folder, settings, parcels, await readTouched(join(folder, touchedName)));
    cache.#isBroken = isBroken;
    return cache;
  }

  /** Milliseconds within which two changes of a file may bear the same time. */
  get moment(): number {
    return this.#settings.moment ?? longestMoment;
  }

  /** What a file was last seen to be like, if it was touched after it was read. */
  touched(path: string): FileFacts | undefined {
    return this.#touched.get(path);
  }

  /** All that were touched after they were read. */
  get touchedFiles(): readonly (readonly [path: string, facts: FileFacts])[] {
    return [...this.#touched];
  }

  /** Where, and as read by what, a worker keeps what it reads; undefined where nothing can be kept. */
  get keeping(): Keeping | undefined {
    return this.#isBroken ? undefined : { folder: this.#folder, version: this.#settings.version };
  }

  /** Keeps a parcel; gives it as it is found on disk, or undefined where it could not be written. */
  async keep(read: ReadParcel): Promise<CachedParcel | undefined> {
    if (this.#isBroken || read.files.length === 0) {
      return undefined;
    }
    try {
      const written = await writeParcel(this.#folder, this.#settings.version, read);
      return openWritten(written, read.files, read.parcel.index);
    } catch (error) {
      // A full disk or a folder that may not be written to: told once, and Stet does without.
      if (!this.#isBroken) {
        this.#isBroken = true;
        this.#settings.log?.(`nothing is remembered of the sources: ${messageOf(error)}`);
      }
      return undefined;
    }
  }

  /** Removes parcels of which nothing is used any more. */
  async drop(parcels: readonly CachedParcel[]): Promise<void> {
    // Where another process has one open and the system minds, it goes next time.
    await Promise.all(parcels.map(it => rm(it.file, { force: true }).catch(() => undefined)));
  }

  /** Keeps what touched files are like, and keeps within the limit of all workspaces. */
  async settle(touched: ReadonlyMap<string, FileFacts>): Promise<void> {
    if (this.#isBroken) {
      return;
    }
    if (!isSame(touched, this.#touched)) {
      this.#touched = touched;
      const unfinished = join(this.#folder, randomUUID() + unfinishedEnding);
      try {
        await writeFile(unfinished, JSON.stringify([...touched.values()]), { flag: 'wx' });
        await finish(unfinished, join(this.#folder, touchedName));
      } catch {
        await rm(unfinished, { force: true }).catch(() => undefined);
      }
    }
    await removeOldest(this.#settings.base, this.#folder, this.#settings.limit);
  }
}

/** What is damaged here only costs a second look at the files. */
async function readTouched(path: string): Promise<ReadonlyMap<string, FileFacts>> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    return new Map((Array.isArray(read) ? read.filter(isFacts) : []).map(it => [it.path, it]));
  } catch {
    return new Map();
  }
}

function isFacts(value: unknown): value is FileFacts {
  const { path, size, modified, changed, hash } = (value ?? {}) as Record<keyof FileFacts, unknown>;
  return (
    typeof path === 'string' &&
    typeof size === 'number' &&
    typeof modified === 'number' &&
    typeof changed === 'number' &&
    typeof hash === 'string'
  );
}

function isSame(one: ReadonlyMap<string, FileFacts>, other: ReadonlyMap<string, FileFacts>): boolean {
  const differs = (facts: FileFacts): boolean => {
    const known = other.get(facts.path);
    return (
      known?.size !== facts.size ||
      known.modified !== facts.modified ||
      known.changed !== facts.changed ||
      known.hash !== facts.hash
    );
  };
  return one.size === other.size && ![...one.values()].some(differs);
}
