import { stat } from 'node:fs/promises';

/** Whether anything is there at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
