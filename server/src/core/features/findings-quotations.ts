import { quotationFixes } from './fixes.ts';
import { compareSeverity, severityOf } from './severity.ts';
import { neverCloses, wordsIn } from './places.ts';
import { verdictFinding } from './findings-verdicts.ts';
import { asWorkedOut } from '../verify/verifier.ts';
import { mayStandIn, passageBesideFile } from './wording.ts';
import type { Change, Passage, Verification } from '../verify/verdict.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import { FindingToMend } from './finding.ts';
import { rememberedFixes, type Told } from './fixes-remembered.ts';
import type { Finding, FindingCode, Fix } from './finding.ts';
import type { Project, Severity } from '../project.ts';
import type { Quotation } from '../parse/reading.ts';

/** A finding for every verdict of every quotation that a reader must be told of. */
export function* findQuotations(
  context: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): Generator<Finding | undefined> {
  for (const [index, quotation] of draft.quotations.entries()) {
    const verification = verifications[index];
    // The mark that never closes has a finding of its own.
    if (verification !== undefined && !neverCloses(draft, quotation)) {
      yield* quotationFindings(context, draft, quotation, verification);
    }
  }
}

/** What a reader must be told of one quotation whose marks close. */
export function quotationFindings(
  context: CheckContext,
  draft: Draft,
  quotation: Quotation,
  verification: Verification,
): Finding[] {
  return toldOf(context, draft, quotation, verification).map(told => {
    const mend = (): readonly Fix[] =>
      rememberedFixes(told, draft, quotation, () =>
        quotationFixes(context, draft, quotation, verification, told.code),
      );
    return new FindingToMend(told, quotation, mend);
  });
}

/** By verification: what a reader is told of it, wherever its quotation stands. */
const remembered = new WeakMap<Verification, { readonly project: Project; readonly told: readonly Told[] }>();

function toldOf(
  context: CheckContext,
  draft: Draft,
  quotation: Quotation,
  verification: Verification,
): readonly Told[] {
  const { project } = context;
  const key = asWorkedOut(verification);
  const known = remembered.get(key);
  if (known?.project === project) {
    return known.told;
  }
  const told = tell(context, wordsIn(draft, quotation), verification);
  remembered.set(key, { project, told });
  return told;
}

function tell(
  { corpus, project }: CheckContext,
  drafted: string,
  verification: Verification,
): readonly Told[] {
  const all: Told[] = [];
  for (const verdict of verification.holds) {
    const said = verdictFinding(verdict, verification, drafted);
    if (said === undefined) {
      continue;
    }
    const { code } = said;
    const worst = code === 'quote-altered' ? worstChange(project, verification.changes) : undefined;
    const severity = tidied(project, code, verification, severityOf(project, code, worst?.class));
    if (severity !== 'off') {
      const unread = verdict === 'not-found' ? mayStandIn(corpus) : undefined;
      const words = said.message(worst?.class);
      const message = unread === undefined ? words : `${words} ${unread}`;
      all.push({ code, class: worst?.class, severity, message, related: said.related.map(relate) });
    }
  }
  return all;
}

function relate(passage: Passage): Finding['related'][number] {
  return { passage, message: passageBesideFile(passage) };
}

/** The change that weighs most: a finding is as severe as the worst that it tells. */
function worstChange(project: Project, changes: readonly Change[]): Change | undefined {
  return changes.reduce<Change | undefined>((worst, change) => {
    const more =
      worst === undefined
        ? 1
        : compareSeverity(
            severityOf(project, 'quote-altered', change.class),
            severityOf(project, 'quote-altered', worst.class),
          );
    return more > 0 ? change : worst;
  }, undefined);
}

const fillers = /^(?:um+|uh+|er+|erm+|ah+|you know|\s|[,.…—–-])+$/i;

/** The policy `tidy` lets a draft drop what a speaker says while looking for words. */
function tidied(
  { policy }: Project,
  code: FindingCode,
  { changes, omitted }: Verification,
  severity: Severity | 'off',
): Severity | 'off' {
  const dropsOnlyFillers =
    changes.every(change => change.kind === 'dropped' && fillers.test(change.source)) &&
    (omitted === undefined || fillers.test(omitted)) &&
    (changes.length > 0 || omitted !== undefined);
  return policy === 'tidy' &&
    (code === 'quote-omission' || code === 'quote-altered') &&
    dropsOnlyFillers &&
    compareSeverity(severity, 'information') > 0
    ? 'information'
    : severity;
}
