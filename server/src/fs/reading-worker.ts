import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { speak, type Translation } from '../core/text/say.ts';
import { readNamesModel } from './names-model.ts';
import type { FileFacts, ReadParcel } from './parcel-reader.ts';
import { ParcelReader } from './parcel-reader.ts';
import type { Problem } from './problem.ts';
import type { Keeping } from './cache/cache.ts';
import { writeParcel, type WrittenParcel } from './cache/parcel-file.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly root: string;
  /** The weights for finding names. */
  readonly weights: string;
  /** How many files make a parcel full. */
  readonly files: number;
  /** Where what is read is kept; undefined where it is not. */
  readonly keeping: Keeping | undefined;
  /** What is spoken, for the reasons why a file is not read. */
  readonly translation: Translation;
  /** Whether it gives way to the thread that answers, and to other programs. */
  readonly inBackground: boolean;
}

/** A parcel as a worker hands it over: its articles are on disk already, or they come with it. */
export interface HandedParcel {
  /** In memory that both threads have. */
  readonly index: Uint8Array;
  readonly articles:
    | { readonly kind: 'written'; readonly written: WrittenParcel }
    | { readonly kind: 'bytes'; readonly records: Uint8Array };
  readonly files: readonly FileFacts[];
  readonly problems: readonly Problem[];
}

/** What a worker says: how many more files it has read, a parcel of them, that it wants more to read, or that all is handed over. */
export type WorkerMessage =
  | { readonly kind: 'read'; readonly count: number }
  | { readonly kind: 'parcel'; readonly parcel: HandedParcel }
  | { readonly kind: 'idle' }
  | { readonly kind: 'over' };

/** Files between two words about progress. */
const reported = 32;

const { root, weights, files, keeping, translation, inBackground } = workerData as WorkerStart;
speak(translation);
const reader = new ParcelReader(root, readNamesModel(weights), { files, makeRoom: makeSharedRoom });
/** Parcels are written while others are read. */
let handing = Promise.resolve();

/**
 * Parcels are handed over in memory that both threads have: once a thread has given a buffer away, the engine throws out all code
 * that it has compiled for typed arrays, and from then on asks at each access whether the array is still there.
 */
function makeSharedRoom(size: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(size));
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function handOver(read: ReadParcel): Promise<void> {
  const { parcel, files, problems } = read;
  const { index, records } = parcel;
  const written = await keep(read);
  const articles = written
    ? ({ kind: 'written', written } as const)
    : ({ kind: 'bytes', records: shared(records) } as const);
  tell({ kind: 'parcel', parcel: { index, articles, files, problems } });
}

/** The same bytes where both threads have them. */
function shared(bytes: Uint8Array): Uint8Array {
  const room = makeSharedRoom(bytes.length);
  room.set(bytes);
  return room;
}

/** Keeps a parcel; where that fails, the main thread tries, and says why it cannot be. */
async function keep(read: ReadParcel): Promise<WrittenParcel | undefined> {
  try {
    return keeping && read.files.length > 0
      ? await writeParcel(keeping.folder, keeping.version, read)
      : undefined;
  } catch {
    return undefined;
  }
}

function hand(read: ReadParcel | undefined): void {
  if (read) {
    handing = handing.then(() => handOver(read));
  }
}

function readFiles(paths: readonly string[]): void {
  // The next files are there as soon as these are read.
  tell({ kind: 'idle' });
  let count = 0;
  for (const path of paths) {
    hand(reader.read(path));
    if (++count === reported) {
      tell({ kind: 'read', count });
      count = 0;
    }
  }
  tell({ kind: 'read', count });
}

async function end(): Promise<void> {
  hand(reader.rest());
  await handing;
  tell({ kind: 'over' });
}

/** On Linux each thread has a priority of its own; elsewhere the process has one, and nothing would be gained. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is forbidden, the system shares the processors out as it will.
  }
}

if (inBackground && process.platform === 'linux') {
  giveWay();
}
parentPort?.on('message', (paths: readonly string[]) => {
  // While there are messages, nothing else has its turn: what is being written would wait until all is read.
  setImmediate(() => {
    if (paths.length > 0) {
      readFiles(paths);
    } else {
      void end();
    }
  });
});
tell({ kind: 'idle' });
