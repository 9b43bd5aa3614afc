import type { NamesModel } from '../../server/src/core/parse/names/model.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';

let model: NamesModel | undefined;

/** The project's own weights for finding names, read once for all tests. */
export function namesModel(): NamesModel {
  model ??= readNamesModel();
  return model;
}
