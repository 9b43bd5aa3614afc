import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NamesModel } from '../core/parse/names/model.ts';
import { loadNamesModel } from '../core/parse/names/model.ts';
import { messageOf } from './thrown.ts';

const FILE = 'names.bin';

/**
 * Reads the weights for finding names: beside the bundle, or, when run from sources, from `server/names.bin`.
 *
 * @throws an Error that names the file, where it is missing or damaged.
 */
export function readNamesModel(path = weightsPath()): NamesModel {
  try {
    return loadNamesModel(readFileSync(path));
  } catch (error) {
    throw new Error(`Could not read ${path}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Where the weights lie. */
export function weightsPath(): string {
  const beside = join(folder(), FILE);
  return existsSync(beside) ? beside : join(folder(), '..', '..', FILE);
}

/** The folder of the bundle, which is CommonJS, or of this file, which is a module. */
export function folder(): string {
  return typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
}
