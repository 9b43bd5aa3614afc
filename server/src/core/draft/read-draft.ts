import type { NamesModel } from '../parse/names/model.ts';
import { read } from '../parse/read.ts';
import type { Draft } from './draft.ts';
import { layoutDraft } from './layout.ts';
import { withSourcedNames, type KnownForms } from './sourced-names.ts';

/**
 * Reads a draft. Never fails, whatever the writer has typed so far. With the sources at hand, the people whom they name are
 * found where the text alone would not tell them.
 */
export function readDraft(
  source: { path: string; text: string; language: 'markdown' | 'plaintext' },
  model: NamesModel,
  sources?: KnownForms,
): Draft {
  const { path, text, language } = source;
  const { blocks, citations, ignores, marks } = layoutDraft(text, language);
  const reading = read(text, blocks, model, names =>
    sources === undefined ? names : withSourcedNames(text, blocks, names, sources),
  );
  return { ...reading, path, language, citations, ignores, marks };
}
