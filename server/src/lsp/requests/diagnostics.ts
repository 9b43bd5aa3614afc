import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../../core/features/finding.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { isDraft } from '../../core/features/context.ts';
import { say } from '../../core/text/say.ts';
import { stackOf } from '../../fs/thrown.ts';
import type { OpenText, Session } from '../session.ts';
import { toLocation, toRange, toSeverity } from '../to-protocol.ts';

const documentation = 'https://github.com/stet-editor/stet/blob/main/docs/diagnostics.md';

/** A hover shows them above what it says itself, and all of it is to be seen at once. */
const mostRelated = 2;

/**
 * What Stet says of a document. Never fails: a pull that is answered with an error silences the document until it is
 * closed, so a failure of Stet itself is a diagnostic of the first line.
 */
export function diagnosticReport(session: Session, uri: string): DocumentDiagnosticReport {
  return { kind: 'full', items: [...diagnosticsOf(session, uri)] };
}

/** The diagnostics of an open document; empty for what is no draft, and while the sources are still being read. */
export function diagnosticsOf(session: Session, uri: string): readonly Diagnostic[] {
  try {
    const open = session.open(uri);
    if (open === undefined || !isDraft(open.text)) {
      return [];
    }
    const draft = open.text;
    const { findings } = session.check(open, draft);
    return findings
      .filter(finding => !session.typing.holdsBack(uri, draft, finding))
      .map(finding => toDiagnostic(open, draft, finding));
  } catch (error) {
    session.log.error(`checking ${uri} failed: ${stackOf(error)}`);
    return [failure()];
  }
}

/** A finding as the editor shows it. */
export function toDiagnostic(open: OpenText, draft: Draft, finding: Finding): Diagnostic {
  const related = finding.related.slice(0, mostRelated).map(it => toRelated(open.root.path, it));
  return {
    range: toRange(draft, finding),
    severity: toSeverity(finding.severity),
    code: finding.code,
    codeDescription: { href: `${documentation}#${finding.code}` },
    source: 'stet',
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data: { class: finding.class ?? null, fixes: finding.fixes.map(fix => fix.title) },
  };
}

type Related = Finding['related'][number];

/** By place in a source that a finding speaks of: the same as the editor shows it. Each key asks for all of a draft. */
const shown = new WeakMap<
  Related,
  { readonly rootPath: string; readonly information: DiagnosticRelatedInformation }
>();

function toRelated(rootPath: string, related: Related): DiagnosticRelatedInformation {
  const known = shown.get(related);
  if (known?.rootPath === rootPath) {
    return known.information;
  }
  const { passage, message } = related;
  const information = { location: toLocation(rootPath, passage.article, passage), message };
  shown.set(related, { rootPath, information });
  return information;
}

/** What a draft is told on which Stet itself fails. */
export function failure(): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    severity: toSeverity('error'),
    code: 'check-failed',
    codeDescription: { href: `${documentation}#check-failed` },
    source: 'stet',
    message: failed(),
  };
}

/** That Stet itself fails on a draft, in words. */
export function failed(): string {
  return say('Stet failed on this draft, so nothing in it is verified. The log says more (Stet: Show Log).');
}
