import { realpath as byWalking } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const walkedPath = promisify(byWalking);

/**
 * Where a file or folder lies with no link on the way. Windows itself cannot say so of some drives that are kept in memory or
 * mounted by a program; there each step is looked at. Rejects where nothing is there.
 */
export async function realPath(
  path: string,
  ask: (path: string) => Promise<string> = realpath,
): Promise<string> {
  try {
    return await ask(path);
  } catch {
    return walkedPath(path);
  }
}
