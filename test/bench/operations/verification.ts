import { readDraft } from '../../../server/src/core/draft/read-draft.ts';
import { defaultProject } from '../../../server/src/core/project.ts';
import { verify } from '../../../server/src/core/verify/verify.ts';
import { attributed, caseKinds, type Case, type CaseKind } from '../drafting.ts';
import { ownClock, quantile } from '../measure.ts';
import type { Operation } from '../operation.ts';

const count = 240;

/** One new quotation is verified, each for the first time, in the core alone. */
export const verification: Operation = {
  name: 'verification',
  scale: 'articles',
  needs: 'corpus',
  async run(log, workspace) {
    const { corpus } = await workspace.corpus();
    const times = new Map<CaseKind, number[]>(caseKinds.map(kind => [kind, []]));
    const verifyOne = (it: Case): number => {
      const text = attributed(it);
      const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, workspace.model);
      const [quotation] = draft.quotations;
      if (quotation === undefined) {
        throw new Error(`no quotation was read in ${text}`);
      }
      const started = ownClock();
      verify(corpus, draft, quotation, defaultProject);
      return ownClock() - started;
    };
    // Other quotations than those that are measured: each of these is met for the first time.
    for (const it of await workspace.cases(count, 'warm-up')) {
      verifyOne(it);
    }
    for (const it of await workspace.cases(count, 'measured')) {
      times.get(it.kind)?.push(verifyOne(it));
    }
    const all = [...times.values()].flat();
    log.add('one new quotation verified, median', quantile(all, 0.5), 'ms');
    log.add('one new quotation verified, p95', quantile(all, 0.95), 'ms');
    for (const [kind, values] of times) {
      log.add(`… ${kind}, median`, quantile(values, 0.5), 'ms');
      log.add(`… ${kind}, p95`, quantile(values, 0.95), 'ms');
    }
  },
};
