import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../workspace.ts';

/** The articles one after the other, as a script would read them. */
export function* readTexts(
  workspace: Workspace,
): Generator<{ readonly path: string; readonly text: string }> {
  for (const path of workspace.paths) {
    yield { path, text: readFileSync(join(workspace.folder, path), 'utf8') };
  }
}

/** Paragraphs, as anybody cuts them. */
export function passagesOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter(passage => passage.trim() !== '');
}
