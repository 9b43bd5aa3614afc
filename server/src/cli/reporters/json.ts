import type { Finding } from '../../core/features/finding.ts';
import { linesOf } from '../../core/text/lines.ts';
import { withoutJoiners } from '../../core/text/word-joiner.ts';
import type { Passage, Verification } from '../../core/verify/verdict.ts';
import type {
  CheckReport,
  DraftReport,
  FindingReport,
  PassageReport,
  QuotationReport,
} from '../check-report.ts';
import type { Checked, CheckedDraft } from '../checked.ts';

/** The report as one JSON document: a `CheckReport`. */
export function reportJson(checked: Checked): string {
  return `${JSON.stringify(checkReport(checked), undefined, 2)}\n`;
}

/** The report as a value. */
function checkReport({ problems, articles, drafts, timings }: Checked): CheckReport {
  return {
    version: 1,
    problems: problems.map(({ path, reason }) => ({ path, reason })),
    articles,
    drafts: drafts.map(draftReport),
    timings: {
      readMs: rounded(timings.readMs),
      indexMs: rounded(timings.indexMs),
      checkMs: rounded(timings.checkMs),
    },
  };
}

function draftReport(checked: CheckedDraft): DraftReport {
  return {
    path: checked.draft.path,
    quotations: checked.verifications.map(it => quotationReport(checked, it)),
    findings: checked.findings.map(it => findingReport(checked, it)),
  };
}

function quotationReport({ draft, lines }: CheckedDraft, verification: Verification): QuotationReport {
  const { span, givenTo, verdict, differences, changes, passages, variants } = verification;
  return {
    start: span.start,
    end: span.end,
    ...lines.position(span.start),
    text: draft.written.slice(span.start, span.end),
    speaker: givenTo.name ?? null,
    verdict,
    speakerMatch: givenTo.match,
    differences,
    changes: changes.map(it => ({
      kind: it.kind,
      class: it.class,
      draft: withoutJoiners(it.draft),
      source: withoutJoiners(it.source),
    })),
    passages: passages.map(passageReport),
    variants: variants.map(it => ({
      text: it.text,
      passages: it.passages.map(passageReport),
    })),
  };
}

function passageReport(passage: Passage): PassageReport {
  const { article, paragraph, start, end, text, speaker } = passage;
  return {
    path: article.path,
    key: article.key,
    date: article.date ?? null,
    outlet: article.outlet ?? null,
    paragraph,
    start,
    end,
    line: linesOf(article).position(start).line,
    text,
    speaker: speaker ?? null,
  };
}

function findingReport({ lines }: CheckedDraft, finding: Finding): FindingReport {
  const { code, class: kind, severity, start, end, message, fixes } = finding;
  return {
    code,
    ...(kind === undefined ? {} : { class: kind }),
    severity,
    start,
    end,
    ...lines.position(start),
    message,
    fixes: fixes.map(it => ({ title: it.title, start: it.start, end: it.end, newText: it.newText })),
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
