import type { Draft } from '../../../server/src/core/draft/draft.ts';
import { readDraft } from '../../../server/src/core/draft/read-draft.ts';
import { defaultProject } from '../../../server/src/core/project.ts';
import { verify } from '../../../server/src/core/verify/verify.ts';
import { attributed, type Case } from '../drafting.ts';
import type { Rival } from './rival.ts';

/** Stet itself: the place, and a verdict besides. Opening is the reading of the articles as well. */
export const stet: Rival = {
  name: 'Stet',
  questions: 60,
  async open(workspace, cases) {
    const { corpus, milliseconds } = await workspace.corpus();
    const drafts = new Map<Case, Draft>(
      cases.map(it => [
        it,
        readDraft({ path: 'draft.md', text: attributed(it), language: 'markdown' }, workspace.model),
      ]),
    );
    return {
      readied: milliseconds,
      find(asked) {
        const draft = drafts.get(asked);
        const [quotation] = draft?.quotations ?? [];
        if (draft === undefined || quotation === undefined) {
          return undefined;
        }
        const { verdict, passages } = verify(corpus, draft, quotation, defaultProject);
        return verdict === 'not-found' ? undefined : passages[0]?.article.path;
      },
      close: () => undefined,
    };
  },
};
