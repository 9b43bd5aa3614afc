import { fill, say } from '../text/say.ts';
import type { Context } from './context.ts';
import type { DiffPart } from './diff.ts';
import { recordStyle } from './html-style.ts';
import type { DraftRecord, ExemptionRecord, PlacedFinding, QuotationRecord } from './record.ts';
import { cutTitle, severityTitle, sourceName, sourceTitle, speakerLine, verdictName } from './wording.ts';

/** The record as one web page that needs nothing else, reads without colours and prints well. */
export function recordHtml(records: readonly DraftRecord[], day: string): string {
  return `<!doctype html>
<html lang="${escape(say('en'))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(say('Quotations and their sources'))}</title>
<style>${recordStyle}</style>
</head>
<body>
<main>
<h1>${escape(say('Quotations and their sources'))}</h1>
<p class="about">${about(day)}</p>
${records.map(draft).join('\n')}
</main>
</body>
</html>
`;
}

function about(day: string): string {
  const text = say(
    'Checked on {0}. “Stands so” means: stands so in a source of the folder. It does not mean that it is true. Where words differ, {1}the draft’s{2} are struck out, {3}the source’s{4} underlined.',
  );
  const time = `<time datetime="${escape(day)}">${escape(day)}</time>`;
  return fill(escape(text), [time, '<del>', '</del>', '<ins>', '</ins>']);
}

function draft(record: DraftRecord): string {
  return `<section>
<h2>${escape(record.path)}</h2>
<p>${escape(record.count)}.</p>
${record.quotations.map(quotation).join('\n')}${others(record)}
</section>`;
}

function quotation(entry: QuotationRecord): string {
  const rows = [
    row(say('Verdict'), escape(entry.statement)),
    row(say('Speaker'), escape(speakerLine(entry))),
    ...entry.sources.map(it =>
      row(
        sourceTitle(entry),
        `<cite>${escape(sourceName(it))}</cite><blockquote${english()}>${contextHtml(it.context)}</blockquote>`,
      ),
    ),
    ...(entry.diff.length > 0
      ? [row(say('Differs'), `<span class="diff"${english()}>${entry.diff.map(diffHtml).join(' ')}</span>`)]
      : []),
    ...(entry.cut === undefined ? [] : [row(cutTitle(entry), escape(entry.cut))]),
    ...entry.variants.map(it =>
      row(
        say('Printed elsewhere'),
        `“${escape(it.text)}” <cite>${escape(it.sources.map(sourceName).join('; '))}</cite>`,
      ),
    ),
    ...entry.findings.map(it => row(severityTitle(it.severity), findingHtml(it))),
    ...entry.exemptions.map(it => row(say('Exempted'), exemptionHtml(it))),
  ];
  return `<article class="${entry.verdict}">
<h3><span class="verdict">${escape(capitalised(verdictName(entry.verdict)))}</span> <span class="place">${escape(say('line {0}', entry.line))}</span></h3>
<blockquote class="drafted"${english()}>${contextHtml(entry.sentence)}</blockquote>
<dl>
${rows.join('\n')}
</dl>
</article>`;
}

function others({ findings, exemptions }: DraftRecord): string {
  if (findings.length + exemptions.length === 0) {
    return '';
  }
  const rows = [
    ...findings.map(it => row(`${severityTitle(it.severity)}, ${say('line {0}', it.line)}`, findingHtml(it))),
    ...exemptions.map(it => row(`${say('Exempted')}, ${say('line {0}', it.line)}`, exemptionHtml(it))),
  ];
  return `\n<article>\n<h3>${escape(say('Outside the quotations'))}</h3>\n<dl>\n${rows.join('\n')}\n</dl>\n</article>`;
}

/** Sources and drafts are English, whatever the record is in: a voice that reads it aloud has to know. */
function english(): string {
  return say('en') === 'en' ? '' : ' lang="en"';
}

function row(term: string, html: string): string {
  return `<div><dt>${escape(term)}</dt><dd>${html}</dd></div>`;
}

function findingHtml({ code, message }: PlacedFinding): string {
  return `${escape(message)} <code>${escape(code)}</code>`;
}

function exemptionHtml({ code, reason, author, by }: ExemptionRecord): string {
  const parts = [
    reason ?? say('No reason given'),
    ...(by === 'project' ? [say('in stet.json')] : []),
    ...(author === undefined ? [] : [say('by {0}', author)]),
  ];
  return `${escape(parts.join(', '))} <code>${escape(code)}</code>`;
}

function contextHtml({ before, words, after }: Context): string {
  return `${escape(before)}<mark>${escape(words)}</mark>${escape(after)}`;
}

/** What tells the two sides apart is said in words too, for those who hear the page. */
function diffHtml({ kind, text }: DiffPart): string {
  switch (kind) {
    case 'same':
      return escape(text);
    case 'draft':
      return `<del>${said(say('draft'))}${escape(text)}</del>`;
    case 'source':
      return `<ins>${said(say('source'))}${escape(text)}</ins>`;
  }
}

function said(side: string): string {
  const own = english() === '' ? '' : ` lang="${escape(say('en'))}"`;
  return `<span class="said"${own}>${escape(side)}: </span>`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
