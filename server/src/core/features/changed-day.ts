import { overlaps } from '../text/span.ts';
import type { Change, Verification } from '../verify/verdict.ts';

/** Whether all names that a quotation has otherwise than its source are days or months: `July` for `May`, and not for May Lane. */
export function isDayChanged({ changes, passages: [best] }: Verification): boolean {
  const names = changes.filter(it => it.class === 'name');
  const isPerson = ({ sourceSpan }: Change): boolean =>
    best?.article.mentions.some(it => it.kind === 'person' && overlaps(it, sourceSpan)) === true;
  return names.every(it => isCalendar(it.draft) && isCalendar(it.source) && !isPerson(it));
}

function isCalendar(words: string): boolean {
  return words.split(/\s+/).every(word => calendar.test(word));
}

/** A day, a month, or nothing. */
const calendar =
  /^(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?)?$/;
