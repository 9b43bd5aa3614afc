import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How the name of a file ends that is still being written. */
export const unfinishedEnding = '.unfinished';

/** Older ones, in milliseconds, are of a process that was killed. */
const abandoned = 60 * 60 * 1000;

/** Removes what processes left in a folder that were killed while they wrote. */
export function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder).filter(it => it.endsWith(unfinishedEnding))) {
    const file = join(folder, name);
    try {
      if (Date.now() - statSync(file).mtimeMs > abandoned) {
        rmSync(file, { force: true });
      }
    } catch {
      // Its process has just finished it, or it may not be removed.
    }
  }
}
