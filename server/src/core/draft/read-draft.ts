import { KnownScenes, type ReadScenes } from '../parse/attribution-known.ts';
import type { NamesModel } from '../parse/names/model.ts';
import { namesAlone, read } from '../parse/read.ts';
import type { Draft } from './draft.ts';
import type { Span } from '../text/span.ts';
import { writtenSpan } from '../parse/character-references.ts';
import { layoutDraft } from './layout.ts';
import { sourcedNamesInSteps, withSourcedNames, type KnownForms } from './sourced-names.ts';

const scenesOf = new WeakMap<Draft, ReadScenes>();

/**
 * Reads a draft. Never fails, whatever the writer has typed so far. With the sources at hand, the people whom they name are
 * found where the text alone would not tell them. With the version before, what is read from a paragraph alone is read anew
 * only of those that changed.
 */
export function readDraft(
  source: { path: string; text: string; language: 'markdown' | 'plaintext' },
  model: NamesModel,
  sources?: KnownForms,
  before?: Draft,
): Draft {
  const known = new KnownScenes(before && scenesOf.get(before));
  const { path, text: written, language } = source;
  const { text, references, blocks, citations, ignores, marks } = layoutDraft(written, language);
  const reading = read(
    text,
    blocks,
    model,
    names => (sources === undefined ? names : withSourcedNames(text, blocks, names, sources)),
    known,
  );
  const whole = { ...reading, path, language, written, references, citations, ignores, marks };
  const draft = references.length === 0 ? whole : withWholeMarks(whole);
  scenesOf.set(draft, known.read);
  return draft;
}

/** Marks that are written as references are as long as those. */
function withWholeMarks(draft: Draft): Draft {
  const whole = (span: Span): Span => writtenSpan(draft.references, span);
  return {
    ...draft,
    quotations: draft.quotations.map(it => ({ ...it, ...whole(it), outer: whole(it.outer) })),
    unbalanced: draft.unbalanced.map(whole),
  };
}

/** Asks the sources whom reading a draft asks them for, in steps: they remember it until they change. */
export function* meetNames(
  source: { readonly text: string; readonly language: 'markdown' | 'plaintext' },
  model: NamesModel,
  sources: KnownForms,
): Generator<void> {
  const { text, blocks } = layoutDraft(source.text, source.language);
  const names = namesAlone(text, blocks, model);
  yield;
  yield* sourcedNamesInSteps(text, blocks, names, sources);
}
