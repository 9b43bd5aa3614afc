import type { FindingCode } from './finding.ts';
import type { ChangeClass } from '../verify/verdict.ts';
import type { Project, Severity } from '../project.ts';

/** The severity of each code where the project says nothing. */
const defaults: Readonly<Record<FindingCode, Severity>> = {
  'quote-not-found': 'warning',
  'quote-stitched': 'error',
  'quote-clipped': 'error',
  'quote-altered': 'error',
  'quote-not-speech': 'error',
  'quote-nested': 'warning',
  'quote-misattributed': 'error',
  'quote-omission': 'warning',
  'quote-variants': 'information',
  'quote-spelling': 'hint',
  'quote-unbalanced': 'warning',
  'name-misspelled': 'warning',
  'figure-not-found': 'information',
  'date-mismatch': 'information',
  'copied-text': 'information',
  'citation-unknown': 'warning',
  'check-failed': 'error',
};

/** Every code, in the order of the documentation. */
export const findingCodes = Object.keys(defaults) as readonly FindingCode[];

/** How severe a finding is: the project's word for its class, else for its code, else the default. */
export function severityOf(project: Project, code: FindingCode, kind?: ChangeClass): Severity | 'off' {
  const ofClass = kind === undefined ? undefined : own(project.severity, `${code}.${kind}`);
  return ofClass ?? own(project.severity, code) ?? defaultSeverity(code, kind);
}

function defaultSeverity(code: FindingCode, kind: ChangeClass | undefined): Severity {
  return code === 'quote-altered' && (kind === undefined || kind === 'wording') ? 'warning' : defaults[code];
}

function own(record: Project['severity'], key: string): Severity | 'off' | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

const order: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Negative, zero or positive, as the first is less, equally or more severe. */
export function compareSeverity(one: Severity | 'off', other: Severity | 'off'): number {
  return order.indexOf(one) - order.indexOf(other);
}
