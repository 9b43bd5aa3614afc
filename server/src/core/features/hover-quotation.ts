import { say, sayCount } from '../text/say.ts';
import { clip, collapse, escapeMarkdown } from './escape.ts';
import { blockOf } from './places.ts';
import { exemptedWords } from './exempted.ts';
import { exemptionFor } from './exemptions.ts';
import { quotationFindings } from './findings-quotations.ts';
import { standingOf } from './standing.ts';
import { articleName, mayStandIn, verdictSentence } from './wording.ts';
import type { CheckContext, Link } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Hover } from './hover.ts';
import type { Passage, Verification } from '../verify/verdict.ts';
import type { Quotation } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** The verdict on a drafted quotation, the source's passage with what differs marked, and other outlets' words. */
export function hoverQuotation(context: CheckContext, link: Link, draft: Draft, quotation: Quotation): Hover {
  const { corpus, project, verifier } = context;
  const verification = verifier.verify(corpus, draft, quotation);
  if (standingOf(draft, quotation, verification) === 'unclosed') {
    const markdown = `**${escapeMarkdown(verdictSentence('unclosed', 0))}**`;
    return { start: quotation.start, end: quotation.end, markdown };
  }
  const { passages, variants } = verification;
  const sources = new Set(passages.map(passage => passage.article.path)).size;
  const unread = verification.verdict === 'not-found' ? mayStandIn(corpus) : undefined;
  const exemptions = quotationFindings(context, draft, quotation, verification).flatMap(
    it => exemptionFor(project, draft, it) ?? [],
  );
  const lines = [
    `**${escapeMarkdown(verdictSentence(verification.verdict, sources))}**`,
    ...exemptedWords(exemptions).map(escapeMarkdown),
    ...(unread === undefined ? [] : [escapeMarkdown(unread)]),
    ...shownPassages(verification, link),
    ...variants
      .slice(0, 3)
      .map(({ text, passages: places }) =>
        say('Elsewhere: “{0}” ({1})', escapeMarkdown(clip(text, 200)), links(places, link)),
      ),
  ];
  if (variants.length > 3) {
    lines.push(sayCount(variants.length - 3, '1 more wording.', '{0} more wordings.'));
  }
  return { start: quotation.start, end: quotation.end, markdown: lines.join('\n\n') };
}

function shownPassages(verification: Verification, link: Link): string[] {
  const { verdict, passages, givenTo } = verification;
  const [best, ...others] = passages;
  if (best === undefined) {
    return [];
  }
  const shown = marked(best, verification);
  const kind = blockOf(best)?.kind;
  switch (verdict) {
    case 'not-found':
      return [
        kind === 'title' || kind === 'deck'
          ? say('Only in the headline: “{0}” ({1})', shown, link1(best, link))
          : say('The nearest: “{0}” ({1})', shown, link1(best, link)),
      ];
    case 'stitched':
      return passages
        .slice(0, 3)
        .map(passage => `“${plain(passage)}” (${link1(passage, link)}, ¶${passage.paragraph})`);
    case 'misattributed':
      return [
        `“${shown}” (${link1(best, link)})`,
        givenTo.name === undefined
          ? say('The draft gives it to somebody else.')
          : say('The draft gives it to {0}.', escapeMarkdown(givenTo.name)),
        ...also(others, link),
      ];
    case 'skipped':
    case 'clipped':
    case 'altered':
    case 'not-speech':
    case 'nested':
    case 'omission':
    case 'variants':
    case 'verified':
      return [`“${shown}” (${link1(best, link)})`, ...also(others, link)];
  }
}

function also(others: readonly Passage[], link: Link): string[] {
  return others.length === 0 ? [] : [say('Also: {0}', links(others, link))];
}

function links(passages: readonly Passage[], link: Link): string {
  const more = passages.length > 4 ? [say('{0} more', passages.length - 4)] : [];
  return [...passages.slice(0, 4).map(passage => link1(passage, link)), ...more].join('; ');
}

function link1(passage: Passage, link: Link): string {
  const who = passage.speaker === undefined ? '' : `${escapeMarkdown(passage.speaker)}, `;
  return `${who}[${escapeMarkdown(articleName(passage.article))}](${link(passage.article, passage.start)})`;
}

function plain(passage: Passage): string {
  return escapeMarkdown(clip(passage.text, 200));
}

/** What the draft has and the source has not, and the reverse, at a place of the source. */
interface Mark extends Span {
  readonly draft: string;
}

/** The passage, the source's differing words bold and the draft's struck through before them. */
function marked(passage: Passage, { changes, clipped }: Verification): string {
  const { text } = passage.article;
  const cut = clipped?.article === passage.article ? [{ ...clipped.span, draft: '' }] : [];
  const marks: Mark[] = [...changes.map(change => ({ ...change.sourceSpan, draft: change.draft })), ...cut]
    .filter(mark => mark.end >= passage.start - 200 && mark.start <= passage.end + 200)
    .sort((one, other) => one.start - other.start);
  const start = Math.min(passage.start, ...marks.map(mark => mark.start));
  const end = Math.max(passage.end, ...marks.map(mark => mark.end));
  const parts: string[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at) {
      continue;
    }
    parts.push(same(text.slice(at, mark.start)), struck(mark.draft), bold(text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  parts.push(same(text.slice(at, end)));
  return parts
    .filter(Boolean)
    .join(' ')
    .replace(/ (?=[,.;:?!…’”](?:\s|$))/g, '');
}

/** A long stretch in which nothing differs is shown at its two ends. */
function same(text: string): string {
  const line = collapse(text);
  return line.length <= 240
    ? escapeMarkdown(line)
    : `${escapeMarkdown(clip(line, 120))} ${escapeMarkdown(line.slice(line.indexOf(' ', line.length - 100) + 1))}`;
}

function struck(text: string): string {
  return collapse(text) === '' ? '' : `~~${escapeMarkdown(clip(text, 120))}~~`;
}

function bold(text: string): string {
  return collapse(text) === '' ? '' : `**${escapeMarkdown(clip(text, 200))}**`;
}
