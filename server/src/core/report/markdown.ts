import { escapeMarkdown } from '../features/escape.ts';
import type { Context } from './context.ts';
import type { DiffPart } from './diff.ts';
import type { DraftRecord, ExemptionRecord, PlacedFinding, QuotationRecord } from './record.ts';
import { cutTitle, sourceName, speakerLine, verdictTitle } from './wording.ts';

/** Kept beside the drafts a record is one of them: what it quotes is not to be found fault with. */
const notChecked = '<!-- stet-disable -->';

/** The record as Markdown. Words of drafts and articles are shown, never obeyed: every one is escaped. */
export function recordMarkdown(records: readonly DraftRecord[], day: string): string {
  const parts = records.map(record =>
    [
      `## ${escapeMarkdown(record.path)}`,
      `${escapeMarkdown(record.count)}. Checked on ${day}.`,
      ...record.quotations.map(quotation),
      ...others(record),
    ].join('\n\n'),
  );
  return `${[notChecked, '# Quotations and their sources', ...parts].join('\n\n')}\n`;
}

function quotation(entry: QuotationRecord): string {
  return [
    `### Line ${entry.line}: ${verdictTitle(entry).toLowerCase()}`,
    `> ${contextText(entry.sentence)}`,
    [
      `- **Verdict:** ${escapeMarkdown(entry.statement)}`,
      `- **Speaker:** ${escapeMarkdown(speakerLine(entry))}`,
      ...entry.sources.map(
        it =>
          `- **${entry.verdict === 'not-found' ? 'Nearest' : 'Source'}:** ${escapeMarkdown(sourceName(it))}: ${contextText(it.context)}`,
      ),
      ...(entry.diff.length > 0
        ? [`- **Differs** (~~draft~~ **source**): ${entry.diff.map(diffText).join(' ')}`]
        : []),
      ...(entry.cut === undefined ? [] : [`- **${cutTitle(entry)}:** ${escapeMarkdown(entry.cut)}`]),
      ...entry.variants.map(
        it =>
          `- **Printed elsewhere:** “${escapeMarkdown(it.text)}” (${escapeMarkdown(it.sources.map(sourceName).join('; '))})`,
      ),
      ...entry.findings.map(it => findingLine(it)),
      ...entry.exemptions.map(it => exemptionLine(it)),
    ].join('\n'),
  ].join('\n\n');
}

function others({ findings, exemptions }: DraftRecord): readonly string[] {
  return findings.length + exemptions.length === 0
    ? []
    : [
        '### Outside the quotations',
        [
          ...findings.map(it => findingLine(it, `line ${it.line}, `)),
          ...exemptions.map(it => exemptionLine(it, `line ${it.line}, `)),
        ].join('\n'),
      ];
}

function findingLine({ code, severity, message }: PlacedFinding, where = ''): string {
  return `- **${severity.charAt(0).toUpperCase()}${severity.slice(1)}** (${where}\`${code}\`): ${escapeMarkdown(message)}`;
}

function exemptionLine({ code, reason, author, by }: ExemptionRecord, where = ''): string {
  const from = [
    ...(author === undefined ? [] : [`by ${escapeMarkdown(author)}`]),
    ...(by === 'project' ? ['in stet.json'] : author === undefined ? ['in the draft'] : []),
  ].join(' ');
  return `- **Exempted** (${where}\`${code}\`) ${from}: ${reason === undefined ? 'no reason given' : escapeMarkdown(reason)}`;
}

function contextText({ before, words, after }: Context): string {
  // Escaping trims, and the spaces at the edges are between words.
  const lead = before.endsWith(' ') ? ' ' : '';
  const trail = after.startsWith(' ') ? ' ' : '';
  return `${escapeMarkdown(before)}${lead}**${escapeMarkdown(words)}**${trail}${escapeMarkdown(after)}`;
}

function diffText({ kind, text }: DiffPart): string {
  switch (kind) {
    case 'same':
      return escapeMarkdown(text);
    case 'draft':
      return `~~${escapeMarkdown(text)}~~`;
    case 'source':
      return `**${escapeMarkdown(text)}**`;
  }
}
