import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The name of the project file; its folder is the root. */
export const projectFile = 'stet.json';

/** The nearest folder with a `stet.json`, from the given one upward; undefined where there is none. */
export async function findProject(from: string): Promise<string | undefined> {
  let folder = resolve(from);
  for (;;) {
    if (await exists(join(folder, projectFile))) {
      return folder;
    }
    const parent = dirname(folder);
    if (parent === folder) {
      return undefined;
    }
    folder = parent;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    // What is there and cannot be looked at is there: loading it says what is wrong.
    return error instanceof Error && 'code' in error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR';
  }
}
