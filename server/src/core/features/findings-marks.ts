import { say } from '../text/say.ts';
import { foldWords } from '../text/words.ts';
import { collapse } from './escape.ts';
import { blockAt } from './places.ts';
import { marksOf } from './marks.ts';
import { severityOf } from './severity.ts';
import { quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import { FindingToMend } from './finding.ts';
import type { Finding, Fix } from './finding.ts';
import type { Span } from '../text/span.ts';

/** Opening marks that never close. */
export function findMarks(context: CheckContext, draft: Draft): Finding[] {
  const severity = severityOf(context.project, 'quote-unbalanced');
  if (severity === 'off') {
    return [];
  }
  return draft.unbalanced.map(mark => {
    const told = {
      code: 'quote-unbalanced' as const,
      class: undefined,
      severity,
      message: say(
        'This quotation mark never closes, so the quotation cannot be checked. Close it where the quoted words end.',
      ),
      related: [],
    };
    return new FindingToMend(told, mark, () => closings(context, draft, mark));
  });
}

/** Where the quotation may end: after the last word that a source has, else at the end of the paragraph. */
function closings(context: CheckContext, draft: Draft, mark: Span): Fix[] {
  const block = blockAt(draft, mark.start);
  if (block === undefined) {
    return [];
  }
  const close = marksOf(collapse(draft.text.slice(mark.start, mark.end)), draft.marks).close;
  const next = draft.quotations.find(it => it.outer.start > mark.start && it.outer.start < block.end);
  const limit = next === undefined ? block.end : next.outer.start;
  const inSource = endInSource(context, draft, { start: mark.end, end: limit });
  const ends = new Set(inSource === undefined ? [] : [inSource]);
  ends.add(trimmedEnd(draft.text, mark.end, limit));
  const isBegun = (at: number): boolean => draft.text.slice(mark.end, at).trim() !== '';
  return [...ends].filter(isBegun).map(at => ({
    start: at,
    end: at,
    newText: close,
    title: say('Close the quotation after {0}', quoted(lastWords(draft.text.slice(mark.end, at)), 60)),
    preferred: false,
  }));
}

/** The end of the longest beginning that a quotation of the sources has too, with the comma or stop that follows it. */
function endInSource({ corpus }: CheckContext, draft: Draft, rest: Span): number | undefined {
  const words = foldWords(draft.text, rest);
  const typed = draft.text.slice(rest.start, words.ends[Math.min(words.length, 6) - 1] ?? rest.start);
  let longest = 0;
  for (const { article, quotation } of corpus.quotations({
    typed,
    speaker: undefined,
    context: '',
    limit: 10,
  })) {
    const source = article.quotations[quotation];
    if (source === undefined) {
      continue;
    }
    const sourceWords = foldWords(article.text, source);
    let same = 0;
    while (same < words.length && same < sourceWords.length && words.key(same) === sourceWords.key(same)) {
      same++;
    }
    longest = Math.max(longest, same);
  }
  const end = words.ends[longest - 1];
  if (longest < 4 || end === undefined) {
    return undefined;
  }
  return end + (/^[.,?!…]+/.exec(draft.text.slice(end, rest.end))?.[0].length ?? 0);
}

/** `— Ortiz` at the end says whose the words are. */
function trimmedEnd(text: string, start: number, end: number): number {
  const words = text.slice(start, end).trimEnd();
  return start + words.replace(signature, '').trimEnd().length;
}

const signature = /\s+[—–]\s*\p{Lu}[^—–.?!]{1,80}$/u;

function lastWords(text: string): string {
  return text.trim().split(/\s+/).slice(-4).join(' ');
}
