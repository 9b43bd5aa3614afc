import { foldWords } from '../text/words.ts';
import type { Block, Reading } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/** A number with what it counts, as printed and as compared. */
export interface Figure extends Span {
  readonly value: number;
  /** A currency sign, a word such as `jobs` or `percent`, or `year` for an age. */
  readonly unit: string;
  readonly text: string;
}

const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
]);
/** The unit of an age: `aged 83`, `83-year-old`. */
export const age = 'year';
const number = /^([$£€¥]?)(\d+(?:\.\d+)?)(k|m|mn|bn|tn)?$/;
/** Words behind a number that it does not count. */
const noUnit =
  /^(?:a|an|the|and|or|but|of|in|on|at|to|for|by|with|from|as|than|that|who|which|is|was|were|are|has|had|have|will|would|it|he|she|they|we|i|am|pm|gmt|january|february|march|april|may|june|july|august|september|october|november|december|\d.*)$/;

/** The figures in a block, in words as in digits: a number behind a currency sign or before a word that it counts. */
export function figuresIn({ text }: Pick<Reading, 'text'>, block: Block): readonly Figure[] {
  const words = foldWords(text, block, block.hidden);
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; at++) {
    const [, currency, digits, glued] = number.exec(words.key(at)) ?? [];
    if (digits === undefined || isClock(text, block, words.starts[at] ?? 0)) {
      continue;
    }
    let value = Number(digits) * (scales.get(glued ?? '') ?? 1);
    let last = at;
    const scale = last + 1 < words.length ? scales.get(words.key(last + 1)) : undefined;
    if (scale !== undefined && glued === undefined) {
      value *= scale;
      last++;
    }
    const next = last + 1 < words.length ? words.key(last + 1) : '';
    const isAge = at > 0 && words.key(at - 1) === 'aged';
    const counts =
      next !== '' && !noUnit.test(next) && isJoined(text, words.ends[last] ?? 0, words.starts[last + 1] ?? 0);
    const unit =
      currency !== '' && currency !== undefined ? currency : isAge ? age : counts ? next : undefined;
    if (unit !== undefined) {
      const start = words.starts[isAge ? at - 1 : at] ?? 0;
      const counted = words.ends[unit === next ? last + 1 : last] ?? start;
      const end =
        unit === age
          ? counted + (/^[\s-]old\b/.exec(text.slice(counted, counted + 5))?.[0].length ?? 0)
          : counted;
      figures.push({ start, end, value, unit, text: text.slice(start, end) });
    }
    at = last;
  }
  return figures;
}

/** `11.10 Lane: …`: when something happened, at the head of an entry. */
function isClock(text: string, block: Span, start: number): boolean {
  clock.lastIndex = start;
  return !/[\p{L}\p{N}]/u.test(text.slice(block.start, start)) && clock.test(text);
}

const clock = /(?:[01]?\d|2[0-3])[.:][0-5]\d[*_]{0,3}[ \t]+\p{Lu}/uy;

/** Only a space or a hyphen joins a number to its unit; a dash of two hyphens, or of one between spaces, parts them. */
function isJoined(text: string, end: number, start: number): boolean {
  return /^(?:\s*%?|-)$/.test(text.slice(end, start));
}

/** Every number of a block, whatever it counts. */
export function valuesIn({ text }: Pick<Reading, 'text'>, block: Block): readonly number[] {
  const words = foldWords(text, block, block.hidden);
  const values: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const [, , digits, glued] = number.exec(words.key(at)) ?? [];
    if (digits !== undefined) {
      const scale = scales.get(glued ?? (at + 1 < words.length ? words.key(at + 1) : ''));
      values.push(Number(digits), Number(digits) * (scale ?? 1));
    }
  }
  return values;
}
