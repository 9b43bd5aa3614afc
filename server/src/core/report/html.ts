import type { Context } from './context.ts';
import type { DiffPart } from './diff.ts';
import { recordStyle } from './html-style.ts';
import type { DraftRecord, ExemptionRecord, PlacedFinding, QuotationRecord } from './record.ts';
import { cutTitle, sourceName, speakerLine, verdictTitle } from './wording.ts';

/** The record as one web page that needs nothing else, reads without colours and prints well. */
export function recordHtml(records: readonly DraftRecord[], day: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Quotations and their sources</title>
<style>${recordStyle}</style>
</head>
<body>
<main>
<h1>Quotations and their sources</h1>
<p class="about">Checked on <time datetime="${escape(day)}">${escape(day)}</time>. “Stands so” means: stands so in a source of the folder. It does not mean that it is true. Where words differ, <del>the draft’s</del> are struck out, <ins>the source’s</ins> underlined.</p>
${records.map(draft).join('\n')}
</main>
</body>
</html>
`;
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
    row('Verdict', escape(entry.statement)),
    row('Speaker', escape(speakerLine(entry))),
    ...entry.sources.map(it =>
      row(
        entry.verdict === 'not-found' ? 'Nearest' : 'Source',
        `<cite>${escape(sourceName(it))}</cite><blockquote>${contextHtml(it.context)}</blockquote>`,
      ),
    ),
    ...(entry.diff.length > 0
      ? [row('Differs', `<span class="diff">${entry.diff.map(diffHtml).join(' ')}</span>`)]
      : []),
    ...(entry.cut === undefined ? [] : [row(cutTitle(entry), escape(entry.cut))]),
    ...entry.variants.map(it =>
      row(
        'Printed elsewhere',
        `“${escape(it.text)}” <cite>${escape(it.sources.map(sourceName).join('; '))}</cite>`,
      ),
    ),
    ...entry.findings.map(it => row(capitalised(it.severity), findingHtml(it))),
    ...entry.exemptions.map(it => row('Exempted', exemptionHtml(it))),
  ];
  return `<article class="${entry.verdict}">
<h3><span class="verdict">${verdictTitle(entry)}</span> <span class="place">line ${entry.line}</span></h3>
<blockquote class="drafted">${contextHtml(entry.sentence)}</blockquote>
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
    ...findings.map(it => row(`${capitalised(it.severity)}, line ${it.line}`, findingHtml(it))),
    ...exemptions.map(it => row(`Exempted, line ${it.line}`, exemptionHtml(it))),
  ];
  return `\n<article>\n<h3>Outside the quotations</h3>\n<dl>\n${rows.join('\n')}\n</dl>\n</article>`;
}

function row(term: string, html: string): string {
  return `<div><dt>${escape(term)}</dt><dd>${html}</dd></div>`;
}

function findingHtml({ code, message }: PlacedFinding): string {
  return `${escape(message)} <code>${escape(code)}</code>`;
}

function exemptionHtml({ code, reason, author, by }: ExemptionRecord): string {
  const from = `${by === 'project' ? ', in stet.json' : ''}${author === undefined ? '' : `, by ${escape(author)}`}`;
  return `${reason === undefined ? 'No reason given' : escape(reason)}${from} <code>${escape(code)}</code>`;
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
      return `<del><span class="said">draft: </span>${escape(text)}</del>`;
    case 'source':
      return `<ins><span class="said">source: </span>${escape(text)}</ins>`;
  }
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
