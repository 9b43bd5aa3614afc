import type { NamesModel } from '../parse/names/model.ts';
import { read } from '../parse/read.ts';
import type { Draft } from './draft.ts';
import { layoutDraft } from './layout.ts';

/** Reads a draft. Never fails, whatever the writer has typed so far. */
export function readDraft(
  source: { path: string; text: string; language: 'markdown' | 'plaintext' },
  model: NamesModel,
): Draft {
  const { path, text, language } = source;
  const { blocks, citations, ignores, marks } = layoutDraft(text, language);
  return { ...read(text, blocks, model), path, language, citations, ignores, marks };
}
