import { readDraft } from '../../../server/src/core/draft/read-draft.ts';
import { defaultProject } from '../../../server/src/core/project.ts';
import { verify } from '../../../server/src/core/verify/verify.ts';
import type { Verdict } from '../../../server/src/core/verify/verdict.ts';
import { attributed, caseKinds, type Case, type CaseKind } from '../drafting.ts';
import { ownClock, quantile } from '../measure.ts';
import type { Operation } from '../operation.ts';

const count = 240;
/** How often others are verified before: until then the engine runs a part of the code as it is. */
const warmingRounds = 6;

/** What is to be said of a quotation of each kind. */
const right: Readonly<Record<CaseKind, readonly Verdict[]>> = {
  verbatim: ['verified', 'variants', 'clipped'],
  altered: ['altered'],
  absent: ['not-found'],
};

/** One new quotation is verified, each for the first time, in the core alone; and how many are told right. */
export const verification: Operation = {
  name: 'verification',
  scale: 'articles',
  needs: 'corpus',
  async run(log, workspace) {
    const { corpus } = await workspace.corpus();
    const times = new Map<CaseKind, number[]>(caseKinds.map(kind => [kind, []]));
    const verifyOne = (it: Case): { readonly took: number; readonly holds: readonly Verdict[] } => {
      const text = attributed(it);
      const draft = readDraft({ path: 'draft.md', text, language: 'markdown' }, workspace.model);
      const [quotation] = draft.quotations;
      if (quotation === undefined) {
        throw new Error(`no quotation was read in ${text}`);
      }
      const started = ownClock();
      const { holds } = verify(corpus, draft, quotation, defaultProject);
      return { took: ownClock() - started, holds };
    };
    // As a server does while nobody asks anything.
    corpus.prepareNames(Number.POSITIVE_INFINITY);
    const told = new Map<CaseKind, number>();
    // Other quotations than those that are measured, which are met for the first time.
    const others = await workspace.cases(count, 'warm-up');
    for (let round = 0; round < warmingRounds; round++) {
      others.forEach(verifyOne);
    }
    for (const it of await workspace.cases(count, 'measured')) {
      const { took, holds } = verifyOne(it);
      times.get(it.kind)?.push(took);
      told.set(
        it.kind,
        (told.get(it.kind) ?? 0) + (right[it.kind].some(verdict => holds.includes(verdict)) ? 1 : 0),
      );
    }
    const all = [...times.values()].flat();
    log.add('one new quotation verified, median', quantile(all, 0.5), 'ms');
    log.add('one new quotation verified, p95', quantile(all, 0.95), 'ms');
    for (const [kind, values] of times) {
      log.add(`… ${kind}, median`, quantile(values, 0.5), 'ms');
      log.add(`… ${kind}, p95`, quantile(values, 0.95), 'ms');
      log.add(`… ${kind}, told right`, ((told.get(kind) ?? 0) / values.length) * 100, '%');
    }
  },
};
