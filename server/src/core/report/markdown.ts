import { escapeMarkdown } from '../features/escape.ts';
import { say } from '../text/say.ts';
import { wordJoiner } from '../text/word-joiner.ts';
import type { Context } from './context.ts';
import type { DiffPart } from './diff.ts';
import type { DraftRecord, ExemptionRecord, PlacedFinding, QuotationRecord } from './record.ts';
import { cutTitle, severityTitle, sourceName, sourceTitle, speakerLine, verdictName } from './wording.ts';

/** Kept beside the drafts a record is one of them: what it quotes is not to be found fault with. */
const notChecked = '<!-- stet-disable -->';

/** The record as Markdown. Words of drafts and articles are shown, never obeyed: every one is escaped. */
export function recordMarkdown(records: readonly DraftRecord[], day: string): string {
  const parts = records.map(record =>
    [
      `## ${escapeMarkdown(record.path)}`,
      say('{0}. Checked on {1}.', escapeMarkdown(record.count), day),
      ...record.quotations.map(quotation),
      ...others(record),
    ].join('\n\n'),
  );
  return `${[notChecked, `# ${say('Quotations and their sources')}`, ...parts].join('\n\n')}\n`;
}

function quotation(entry: QuotationRecord): string {
  return [
    `### ${say('Line {0}: {1}', entry.line, verdictName(entry.verdict))}`,
    `> ${contextText(entry.sentence)}`,
    [
      `- **${say('Verdict')}:** ${escapeMarkdown(entry.statement)}`,
      `- **${say('Speaker')}:** ${escapeMarkdown(speakerLine(entry))}`,
      ...entry.sources.map(
        it => `- **${sourceTitle(entry)}:** ${escapeMarkdown(sourceName(it))}: ${contextText(it.context)}`,
      ),
      ...(entry.diff.length > 0
        ? [
            `- **${say('Differs')}** (~~${say('draft')}~~ **${say('source')}**): ${entry.diff.map(diffText).join(' ')}`,
          ]
        : []),
      ...(entry.cut === undefined ? [] : [`- **${cutTitle(entry)}:** ${escapeMarkdown(entry.cut)}`]),
      ...entry.variants.map(
        it =>
          `- **${say('Printed elsewhere')}:** “${escapeMarkdown(it.text)}” (${escapeMarkdown(it.sources.map(sourceName).join('; '))})`,
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
        `### ${say('Outside the quotations')}`,
        [
          ...findings.map(it => findingLine(it, say('line {0}', it.line))),
          ...exemptions.map(it => exemptionLine(it, say('line {0}', it.line))),
        ].join('\n'),
      ];
}

function findingLine({ code, severity, message }: PlacedFinding, ...where: readonly string[]): string {
  const place = [...where, `\`${code}\``].join(', ');
  return `- **${severityTitle(severity)}** (${place}): ${escapeMarkdown(message)}`;
}

function exemptionLine(exemption: ExemptionRecord, ...where: readonly string[]): string {
  const { code, reason } = exemption;
  const place = [...where, `\`${code}\``].join(', ');
  const why = reason === undefined ? say('no reason given') : escapeMarkdown(reason);
  return `- **${say('Exempted')}** (${place}) ${exempter(exemption)}: ${why}`;
}

function exempter({ author, by }: ExemptionRecord): string {
  if (author === undefined) {
    return by === 'project' ? say('in stet.json') : say('in the draft');
  }
  const name = escapeMarkdown(author);
  return by === 'project' ? say('by {0} in stet.json', name) : say('by {0}', name);
}

function contextText({ before, words, after }: Context): string {
  // Escaping trims, and the spaces at the edges are between words.
  const lead = before.endsWith(' ') ? ' ' : '';
  const trail = after.startsWith(' ') ? ' ' : '';
  // Right behind a stop a mark ends nothing if a letter follows, as where a page has lost a space.
  const hold = /[^\p{L}\p{N}\s]$/u.test(words) && /^[\p{L}\p{N}]/u.test(after) ? wordJoiner : '';
  return `${escapeMarkdown(before)}${lead}**${escapeMarkdown(words)}${hold}**${trail}${escapeMarkdown(after)}`;
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
