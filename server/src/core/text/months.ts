const months: ReadonlyMap<string, string> = new Map([
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'september'],
  ['sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]);

/** These are words or names as well, `Jan` and `Mar`: read as months only beside a figure. */
const ambiguous = new Set(['jan', 'mar', 'jun', 'jul', 'apr', 'sep']);

const figureAfter = /\.?\s{1,3}\d/y;
const figureBefore = /\d(?:st|nd|rd|th)?\s$/;

/** Every folded abbreviation of a month. */
export function monthAbbreviations(): Iterable<string> {
  return months.keys();
}

/** The month that a folded word at a span of the text abbreviates; undefined where it is none. */
export function monthOf(word: string, text: string, start: number, end: number): string | undefined {
  const month = months.get(word);
  const first = text.charCodeAt(start);
  if (month === undefined || first < 0x41 || first > 0x5a) {
    return undefined;
  }
  figureAfter.lastIndex = end;
  if (figureAfter.test(text) || figureBefore.test(text.slice(Math.max(0, start - 5), start))) {
    return month;
  }
  return !ambiguous.has(word) && text[end] === '.' ? month : undefined;
}
