import { fitCell } from './cells.ts';
import { findCitations } from './findings-citations.ts';
import { findCopied } from './findings-copied.ts';
import { findDates } from './findings-dates.ts';
import { findFigures } from './findings-figures.ts';
import { findMarks } from './findings-marks.ts';
import { findNames } from './findings-names.ts';
import { findQuotations } from './findings-quotations.ts';
import { exemptionFor } from './exemptions.ts';
import { compareSeverity } from './severity.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Exemption } from './exemptions.ts';
import { writtenSpan } from '../parse/character-references.ts';
import { FindingToMend, type Finding } from './finding.ts';
import { allSteps } from '../text/steps.ts';
import type { Verification } from '../verify/verdict.ts';

/** All that Stet says of one draft. */
export interface DraftCheck {
  readonly draft: Draft;
  /** One a quotation, in the order of `draft.quotations`; empty where nothing is checked. */
  readonly verifications: readonly Verification[];
  /** By place, the most severe first where several stand at one. */
  readonly findings: readonly Finding[];
  /** What would have been said but for an ignore comment or an entry of the project: for the record. */
  readonly exemptions: readonly Exemption[];
  /** Why nothing is checked: there is no source (yet), or Stet itself failed. Undefined where all is. */
  readonly unchecked: 'no-source' | 'failed' | undefined;
}

/** What finds something in a draft; it gives undefined where others may have their turn. */
type Finder = (
  context: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
) => Iterable<Finding | undefined>;

const finders: readonly Finder[] = [
  findQuotations,
  findMarks,
  findNames,
  findFigures,
  findDates,
  findCopied,
  findCitations,
];

/** Checks every quotation, name and citation of a draft. Says nothing before there is something to check against. */
export function check(context: CheckContext, draft: Draft): DraftCheck {
  return allSteps(checkInSteps(context, draft));
}

/** The same, with steps between which others may have their turn. */
export function* checkInSteps(context: CheckContext, draft: Draft): Generator<void, DraftCheck> {
  const { corpus, project, verifier } = context;
  if (!corpus.whole) {
    return { draft, verifications: [], findings: [], exemptions: [], unchecked: 'no-source' };
  }
  const verifications: Verification[] = [];
  for (const quotation of draft.quotations) {
    verifications.push(verifier.verify(corpus, draft, quotation));
    yield;
  }
  const all: Finding[] = [];
  const hasTable = draft.blocks.some(it => it.kind === 'cell');
  for (const find of finders) {
    for (const finding of find(context, draft, verifications)) {
      if (finding) {
        const written = draft.references.length === 0 ? finding : asWritten(finding, draft.references);
        all.push(hasTable ? fittingCells(draft, written) : written);
      }
      yield;
    }
  }
  all.sort(byPlace);
  const findings: Finding[] = [];
  const exemptions: Exemption[] = [];
  for (const finding of all) {
    const exemption = exemptionFor(project, draft, finding);
    if (exemption === undefined) {
      findings.push(finding);
    } else {
      exemptions.push(exemption);
    }
  }
  return { draft, verifications, findings, exemptions, unchecked: undefined };
}

/** Nothing that is marked or mended begins or ends within a character reference. */
function asWritten(finding: Finding, references: Draft['references']): Finding {
  return new FindingToMend(finding, writtenSpan(references, finding), () =>
    finding.fixes.map(fix => ({ ...fix, ...writtenSpan(references, fix) })),
  );
}

/** What mends a cell of a table leaves its row whole. */
function fittingCells(draft: Draft, finding: Finding): Finding {
  return new FindingToMend(finding, finding, () => finding.fixes.map(fix => fitCell(draft, fix)));
}

function byPlace(one: Finding, other: Finding): number {
  return one.start - other.start || compareSeverity(other.severity, one.severity) || one.end - other.end;
}
