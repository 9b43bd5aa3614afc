import { say } from '../text/say.ts';
import { passagesBehind } from './places.ts';
import { severityOf } from './severity.ts';
import { articleInSentence, articleName, quoted } from './wording.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from '../draft/draft.ts';
import type { Finding } from './finding.ts';
import type { Passage, Verification } from '../verify/verdict.ts';
import type { Quotation, Reading } from '../parse/reading.ts';
import { contains, overlapping, type Span } from '../text/span.ts';

const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const year = /\b(?:in|of|since|,)\s+((?:19|20)\d\d)\b/g;

/** Days and years that a draft gives a quotation and its sources cannot have meant. */
export function findDates(
  context: CheckContext,
  draft: Draft,
  verifications: readonly Verification[],
): Finding[] {
  const severity = severityOf(context.project, 'date-mismatch');
  if (severity === 'off') {
    return [];
  }
  return draft.quotations.flatMap((quotation, index) => {
    const verification = verifications[index];
    const passages = verification === undefined ? [] : passagesBehind(verification);
    const mismatch =
      passages.length === 0
        ? undefined
        : (wrongDay(draft, quotation, passages) ?? wrongYear(draft, quotation, passages));
    return mismatch === undefined
      ? []
      : [
          {
            start: mismatch.start,
            end: mismatch.end,
            code: 'date-mismatch' as const,
            class: undefined,
            severity,
            message: mismatch.message,
            related: [{ passage: mismatch.passage, message: articleName(mismatch.passage.article) }],
            fixes: [],
          },
        ];
  });
}

interface Mismatch extends Span {
  readonly message: string;
  readonly passage: Passage;
}

/** The draft names a weekday beside the quotation, and every source that names one beside it names another. */
function wrongDay(draft: Draft, quotation: Quotation, passages: readonly Passage[]): Mismatch | undefined {
  const [drafted, ...more] = besides(draft, quotation, weekday);
  if (drafted === undefined || more.length > 0) {
    return undefined;
  }
  const given = passages.flatMap(passage => {
    const days = besides(passage.article, passage, weekday).map(it => it.text);
    return new Set(days).size === 1 ? [{ passage, day: days[0] ?? '' }] : [];
  });
  const [first] = given;
  return first === undefined || given.some(it => it.day === drafted.text)
    ? undefined
    : {
        ...drafted,
        passage: first.passage,
        message: say(
          '{0} has these words on {1}, not on {2}. Correct the day.',
          articleInSentence(first.passage.article),
          first.day,
          drafted.text,
        ),
      };
}

/** The draft names a year beside the quotation that its sources are not of and do not name. */
function wrongYear(draft: Draft, quotation: Quotation, passages: readonly Passage[]): Mismatch | undefined {
  const [drafted, ...more] = besides(draft, quotation, year);
  const [first] = passages;
  if (drafted === undefined || more.length > 0 || first === undefined) {
    return undefined;
  }
  const meant = drafted.text.slice(-4);
  const dated = passages.every(
    ({ article }) => article.date !== undefined && !article.date.startsWith(meant),
  );
  return !dated || passages.some(({ article }) => article.text.includes(meant))
    ? undefined
    : {
        start: drafted.end - 4,
        end: drafted.end,
        passage: first,
        message: say(
          '{0} does not name the year {1} for these words. Correct the year.',
          articleInSentence(first.article),
          quoted(meant),
        ),
      };
}

/** What a pattern finds in the sentence around a stretch, quotations left out. */
function besides(
  reading: Reading,
  stretch: Span,
  pattern: RegExp,
): readonly (Span & { readonly text: string })[] {
  const [block] = overlapping(reading.blocks, it => it, stretch);
  // Most paragraphs name no day and no year.
  if (
    block === undefined ||
    !contains(block, stretch) ||
    reading.text.slice(block.start, block.end).search(pattern) < 0
  ) {
    return [];
  }
  const outer =
    overlapping(reading.quotations, it => it.outer, stretch).find(it => contains(it, stretch))?.outer ??
    stretch;
  const before = reading.text.slice(block.start, outer.start);
  const start =
    block.start + Math.max(...['. ', '? ', '! ', '.” ', '." '].map(end => before.lastIndexOf(end) + 1), 0);
  const after = reading.text.slice(outer.end, block.end);
  const end = outer.end + (/[.?!](?=\s|$)/.exec(after)?.index ?? after.length);
  // Where the quotation ends its own sentence, what follows is another.
  const closed = /[.?!]$/.test(reading.text.slice(outer.start, outer.end - 1)) && /^\s+\p{Lu}/u.test(after);
  const limit = closed ? outer.end : end;
  return [...reading.text.slice(start, limit).matchAll(pattern)]
    .map(match => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: match[0],
    }))
    .filter(it => overlapping(reading.quotations, ({ outer: marks }) => marks, it).length === 0);
}
