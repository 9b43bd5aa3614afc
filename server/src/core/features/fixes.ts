import { say } from '../text/say.ts';
import { findSentences } from '../text/sentences.ts';
import { fitWords, replaceWords } from './fit.ts';
import { blockOf, quotationAround } from './places.ts';
import { standsWith } from './stands-with.ts';
import { atLineStart } from './written.ts';
import { speakerFix } from './fix-speaker.ts';
import { quotedWhereDiffers } from './where-differs.ts';
import { articleBriefly } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { FindingCode, Fix } from './finding.ts';
import { partBefore } from '../verify/utterance-parts.ts';
import type { Passage, Verdict, Verification } from '../verify/verdict.ts';
import type { Quotation } from '../parse/reading.ts';

/** The edits that mend one finding of a quotation, the best first. */
export function quotationFixes(
  context: CheckContext,
  draft: Draft,
  quotation: Quotation,
  verification: Verification,
  code: FindingCode,
): Fix[] {
  const place = { context, draft, quotation };
  switch (code) {
    case 'quote-altered':
      return [...replacements(place, verification), ...paraphrase(place)];
    case 'quote-omission':
      return [...replacements(place, verification), ...ellipsis(place, verification), ...paraphrase(place)];
    case 'quote-clipped':
      return [...restored(place, verification), ...paraphrase(place)];
    case 'quote-not-found':
      return [...nearest(place, verification), ...paraphrase(place)];
    case 'quote-stitched':
    case 'quote-not-speech':
    case 'quote-nested':
      return paraphrase(place);
    case 'quote-misattributed':
      return speakerFix(context, draft, quotation, verification);
    case 'quote-variants':
      return otherWordings(place, verification);
    case 'quote-spelling':
      return spelling(place, verification);
    case 'quote-unbalanced':
    case 'name-misspelled':
    case 'figure-not-found':
    case 'date-mismatch':
    case 'copied-text':
    case 'citation-unknown':
    case 'check-failed':
      return [];
  }
}

interface PlaceInDraft {
  readonly context: CheckContext;
  readonly draft: Draft;
  readonly quotation: Quotation;
}

/** What would stand in the draft: its first letters, or those where it differs from what stands there now. */
function differing(draft: Draft, { start, end }: Quotation, words: string): string {
  return quotedWhereDiffers(words, draft.text.slice(start, end), 60);
}

/** With these alone, the source's own words make the quotation stand; a wrong speaker stays wrong with any words. */
const mendedByWords: ReadonlySet<Verdict> = new Set(['altered', 'omission', 'variants', 'verified']);

function replacements({ context, draft, quotation }: PlaceInDraft, verification: Verification): Fix[] {
  const texts = new Map<string, Passage>();
  for (const { text, passage } of verification.replacements) {
    const fitted = fitWords(draft, quotation, text, passage);
    if (!texts.has(fitted)) {
      texts.set(fitted, passage);
    }
  }
  const safe = texts.size === 1 && verification.holds.every(verdict => mendedByWords.has(verdict));
  return [...texts].map(([words, passage]) => ({
    ...replaceWords(draft, quotation, words),
    title: say(
      'Use the words of {0}: {1}',
      articleBriefly(passage.article),
      differing(draft, quotation, words),
    ),
    preferred: safe && standsWith(context, draft, quotation, words),
  }));
}

function otherWordings({ draft, quotation }: PlaceInDraft, verification: Verification): Fix[] {
  return verification.variants.flatMap(({ text, passages: [passage] }) => {
    if (passage === undefined) {
      return [];
    }
    const words = fitWords(draft, quotation, text, passage);
    const title = say(
      'Use the wording of {0}: {1}',
      articleBriefly(passage.article),
      differing(draft, quotation, words),
    );
    return [{ ...replaceWords(draft, quotation, words), title, preferred: false }];
  });
}

/** From the first word kept or cut to the last, where all of it is one quotation of the source. */
function restored(
  { context, draft, quotation }: PlaceInDraft,
  { clipped, passages, holds }: Verification,
): Fix[] {
  const inSource = passages.filter(passage => passage.article === clipped?.article);
  const [first] = inSource;
  if (clipped === undefined || first === undefined) {
    return [];
  }
  const start = Math.min(clipped.span.start, ...inSource.map(passage => passage.start));
  const end = Math.max(clipped.span.end, ...inSource.map(passage => passage.end));
  const around = quotationAround(first.article, { start, end });
  if (around === undefined) {
    return [];
  }
  const { text } = first.article;
  const until = withClosing(text, Math.min(end, around.end), around.end);
  const from = Math.max(start, around.start);
  // What is put back may itself be cut from what turns it: then from where its sentence begins.
  const sentence = findSentences(text, around).findLast(it => it.start <= from)?.start ?? from;
  const fitted = [from, sentence].map(at =>
    fitWords(draft, quotation, text.slice(at, until), { ...first, start: at, end: until }),
  );
  const standing = fitted.find(it => standsWith(context, draft, quotation, it));
  const words = standing ?? fitted[0] ?? '';
  const mends = holds.every(verdict => verdict === 'clipped' || mendedByWords.has(verdict));
  const title = say('Put back what was cut: {0}', differing(draft, quotation, words));
  return [{ ...replaceWords(draft, quotation, words), title, preferred: mends && standing !== undefined }];
}

/** The end, moved over punctuation that follows the last word. */
function withClosing(text: string, end: number, limit: number): number {
  const rest = /^[.,;:?!…]+/.exec(text.slice(end, limit))?.[0] ?? '';
  return end + rest.length;
}

/** Words that stand nowhere may be a faulty memory of these: offered where they would stand, never preferred. */
function nearest({ context, draft, quotation }: PlaceInDraft, { passages: [near] }: Verification): Fix[] {
  const kind = near && blockOf(near)?.kind;
  if (
    near === undefined ||
    kind === 'title' ||
    kind === 'deck' ||
    quotationAround(near.article, near) === undefined
  ) {
    return [];
  }
  const words = fitWords(draft, quotation, near.article.text.slice(near.start, near.end), near);
  const title = say(
    'Use the nearest words, of {0}: {1}',
    articleBriefly(near.article),
    differing(draft, quotation, words),
  );
  return standsWith(context, draft, quotation, words)
    ? [{ ...replaceWords(draft, quotation, words), title, preferred: false }]
    : [];
}

function spelling(
  { draft, quotation }: PlaceInDraft,
  { spelling: text, passages: [passage] }: Verification,
): Fix[] {
  if (text === undefined || passage === undefined) {
    return [];
  }
  const words = fitWords(draft, quotation, text, passage);
  const title = say('Use the source’s spelling: {0}', differing(draft, quotation, words));
  return [{ ...replaceWords(draft, quotation, words), title, preferred: false }];
}

/** An ellipsis at the one place where words are missing. */
function ellipsis({ draft, quotation }: PlaceInDraft, { changes }: Verification): Fix[] {
  const [cut] = changes;
  if (cut === undefined || changes.length > 1 || cut.kind !== 'dropped') {
    return [];
  }
  const { text } = draft;
  let { start, end } = cut.draftSpan;
  while (start > quotation.start && /\s/.test(text.charAt(start - 1))) {
    start--;
  }
  while (end < quotation.end && /\s/.test(text.charAt(end))) {
    end++;
  }
  // At an edge there is nothing to join.
  return start === quotation.start || end === quotation.end
    ? []
    : [{ start, end, newText: ' … ', title: say('Mark the cut with an ellipsis'), preferred: false }];
}

/** The words without marks are the reporter's own; but in a block quote, or where the marks close what another paragraph opens. */
function paraphrase({ draft, quotation }: PlaceInDraft): Fix[] {
  const goesOn = partBefore(draft, quotation)?.closed === false;
  const isBlockQuote = draft.blocks[quotation.block]?.kind === 'blockquote';
  if (quotation.mark === 'none' || !quotation.closed || goesOn || isBlockQuote) {
    return [];
  }
  const { start, end } = quotation.outer;
  const newText = atLineStart(draft, draft.written.slice(quotation.start, quotation.end), start);
  return [
    {
      start,
      end,
      newText,
      title: say('Take off the quotation marks and make it a paraphrase'),
      preferred: false,
    },
  ];
}
