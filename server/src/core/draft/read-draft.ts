import type { NamesModel } from '../parse/names/model.ts';
import { namesAlone, read } from '../parse/read.ts';
import type { Draft } from './draft.ts';
import { layoutDraft } from './layout.ts';
import { sourcedNamesInSteps, withSourcedNames, type KnownForms } from './sourced-names.ts';

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

/** Asks the sources whom reading a draft asks them for, in steps: they remember it until they change. */
export function* meetNames(
  { text, language }: { readonly text: string; readonly language: 'markdown' | 'plaintext' },
  model: NamesModel,
  sources: KnownForms,
): Generator<void> {
  const { blocks } = layoutDraft(text, language);
  const names = namesAlone(text, blocks, model);
  yield;
  yield* sourcedNamesInSteps(text, blocks, names, sources);
}
