import type { Draft } from '../core/draft/draft.ts';
import type { CheckContext } from '../core/features/context.ts';
import { prepareCheck } from '../core/features/prepare-check.ts';
import type { NamesModel } from '../core/parse/names/model.ts';
import { inTurns } from '../fs/turns.ts';

/** Asks sources that were just read what checks of drafts will ask, in turns: whoever asks next would else wait for all of it. */
export async function prepareChecks(
  context: CheckContext,
  drafts: readonly Draft[],
  model: NamesModel,
): Promise<void> {
  for (const draft of drafts) {
    try {
      await inTurns(prepareCheck(context, draft, model));
    } catch {
      // Whoever asks for the check is told why it fails.
    }
  }
}
