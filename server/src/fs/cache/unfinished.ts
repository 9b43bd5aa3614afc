import { readdirSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

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

/** Milliseconds between attempts: what a virus scanner has open it lets go of soon. */
const pauses: readonly number[] = [10, 50, 250];

/** Gives a file its name, once it is written. On Windows it may not be renamed while another program looks into it. */
export async function finish(unfinished: string, path: string, move = rename): Promise<void> {
  for (const pause of pauses) {
    try {
      await move(unfinished, path);
      return;
    } catch (error) {
      if (!isHeld(error)) {
        throw error;
      }
    }
    await setTimeout(pause);
  }
  await move(unfinished, path);
}

function isHeld(error: unknown): boolean {
  const codes = ['EPERM', 'EACCES', 'EBUSY'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
