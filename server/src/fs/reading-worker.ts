import { parentPort, workerData } from 'node:worker_threads';
import { readNamesModel } from './names-model.ts';
import type { FileFacts } from './parcel-reader.ts';
import { readParcels } from './parcel-reader.ts';
import type { Problem } from './problem.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly root: string;
  /** The weights for finding names. */
  readonly weights: string;
}

/** What a worker says: how many more files it has read, a parcel of them, or that it wants more to read. */
export type WorkerMessage =
  | { readonly kind: 'read'; readonly count: number }
  | {
      readonly kind: 'parcel';
      readonly index: Uint8Array<ArrayBuffer>;
      readonly records: Uint8Array<ArrayBuffer>;
      readonly files: readonly FileFacts[];
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'idle' };

/** Files between two words about progress. */
const reported = 32;

const { root, weights } = workerData as WorkerStart;
const model = readNamesModel(weights);

function tell(message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

parentPort?.on('message', (paths: readonly string[]) => {
  let count = 0;
  for (const read of readParcels(root, paths, model)) {
    if (read) {
      const { parcel, files, problems } = read;
      const { index, records } = parcel;
      tell({ kind: 'parcel', index, records, files, problems }, [index.buffer, records.buffer]);
    } else if (++count === reported) {
      tell({ kind: 'read', count });
      count = 0;
    }
  }
  tell({ kind: 'read', count });
  tell({ kind: 'idle' });
});
tell({ kind: 'idle' });
