import type { Draft } from '../draft/draft.ts';
import { meetNames, readDraft } from '../draft/read-draft.ts';
import type { NamesModel } from '../parse/names/model.ts';
import { checkInSteps } from './check.ts';
import type { CheckContext } from './context.ts';

/**
 * Asks the sources all that a check of a draft and a hover on its names ask them, in steps between which others may have
 * their turn: what they answer is remembered, and the check itself is soon done. `draft` may have been read without them.
 */
export function* prepareCheck(context: CheckContext, draft: Draft, model: NamesModel): Generator<void> {
  yield* meetNames(draft, model, context.corpus);
  const met = readDraft(draft, model, context.corpus);
  yield;
  const { findings } = yield* checkInSteps(context, met);
  for (const finding of findings) {
    yield;
    // What is asked for the fixes is remembered as well.
    void finding.fixes;
  }
  // A hover asks who goes by a name; for somebody in the news that takes a moment to put together.
  for (const name of new Set([...met.entities.map(it => it.name), ...met.mentions.map(it => it.text)])) {
    yield;
    context.corpus.named(name);
  }
}
