import type { DiffPart } from './diff.ts';
import type { DraftRecord, ExemptionRecord, QuotationRecord } from './record.ts';
import { speakerLine } from './wording.ts';

/**
 * The record as a table: a line for each quotation and each of its sources, and for each finding elsewhere;
 * one for a draft in which nothing was checked.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function recordCsv(records: readonly DraftRecord[]): string {
  const rows = records.flatMap((record): readonly Row[] => [
    ...(record.isChecked ? [] : [{ draft: record.path, findings: record.count }]),
    ...record.quotations.flatMap(entry => quotationRows(record.path, entry)),
    ...record.findings.map(it => ({
      draft: record.path,
      line: it.line,
      findings: `${it.severity} ${it.code}: ${it.message}`,
    })),
    ...record.exemptions.map(it => ({ draft: record.path, line: it.line, ...exemptionCells([it]) })),
  ]);
  return [columns.map(it => it.replaceAll('_', ' ')), ...rows.map(row => columns.map(it => row[it] ?? ''))]
    .map(cells => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

const columns = [
  'draft',
  'line',
  'column',
  'sentence',
  'quotation',
  'verdict',
  'speaker',
  'source',
  'outlet',
  'date',
  'paragraph',
  'source_words',
  'source_speaker',
  'word_diff',
  'cut',
  'findings',
  'exempted',
  'reason',
  'author',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

function quotationRows(path: string, entry: QuotationRecord): readonly Row[] {
  const { before, words, after } = entry.sentence;
  const row: Row = {
    draft: path,
    line: entry.line,
    column: entry.column,
    sentence: before + words + after,
    quotation: words,
    verdict: entry.verdict,
    speaker: speakerLine(entry),
    word_diff: entry.diff.map(diffText).join(' '),
    cut: entry.cut,
    findings: entry.findings.map(it => `${it.severity} ${it.code}: ${it.message}`).join('\n'),
    ...exemptionCells(entry.exemptions),
  };
  const sources = entry.sources.map(source => ({
    ...row,
    source: `${source.path}:${source.line}`,
    outlet: source.outlet,
    date: source.date,
    paragraph: source.paragraph,
    source_words: source.context.words,
    source_speaker: source.speaker,
  }));
  return sources.length === 0 ? [row] : sources;
}

function exemptionCells(exemptions: readonly ExemptionRecord[]): Row {
  return {
    exempted: exemptions.map(it => it.code).join('\n'),
    reason: exemptions.map(it => it.reason ?? '').join('\n'),
    author: exemptions.map(it => it.author ?? '').join('\n'),
  };
}

function diffText({ kind, text }: DiffPart): string {
  switch (kind) {
    case 'same':
      return text;
    case 'draft':
      return `[-${text}-]`;
    case 'source':
      return `{+${text}+}`;
  }
}

function cell(value: string | number): string {
  // A spreadsheet takes a text that starts so for a formula and would run it; an article is untrusted text.
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
