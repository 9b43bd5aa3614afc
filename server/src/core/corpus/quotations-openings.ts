import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import { inOrder } from './in-order.ts';
import { fitting } from './quotations-words.ts';
import type { QuotationTable } from './quotations-table.ts';
import { compareLetters } from './sorted-words.ts';

/** Letters of a beginning that are kept: typing more than these is told apart by whole words. */
export const openingLength = 24;

/** The first letters and digits of a text, without case and accents. */
export function opening(text: string, { start, end }: Span = { start: 0, end: text.length }): string {
  const limit = Math.min(end, start + openingLength * 3);
  let size = 0;
  for (let at = start; at < limit && size < openingLength; at++) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    if (code >= 0x80) {
      return foldedOpening(text.slice(start, limit));
    } else if (lower >= 0x61 && lower <= 0x7a) {
      letters[size++] = lower;
    } else if (code >= 0x30 && code <= 0x39) {
      letters[size++] = code;
    }
  }
  return String.fromCharCode.apply(null, letters.subarray(0, size) as unknown as number[]);
}

/** The letters of the beginning that is being read, as long as it is ASCII, as most are. */
const letters = new Uint16Array(openingLength);

function foldedOpening(first: string): string {
  return first
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, openingLength);
}

/** Takes down how quotations begin. */
export class Openings {
  readonly #openings: string[] = [];

  add(letters: string): void {
    this.#openings.push(letters);
  }

  take(): Pick<QuotationTable, 'openingStarts' | 'openings' | 'byOpening'> {
    const all = this.#openings;
    const openingStarts = new Uint32Array(all.length + 1);
    all.forEach((letters, at) => {
      openingStarts[at + 1] = (openingStarts[at] ?? 0) + letters.length;
    });
    const openings = new Uint16Array(openingStarts[all.length] ?? 0);
    all.forEach((letters, at) => {
      for (let letter = 0; letter < letters.length; letter++) {
        openings[(openingStarts[at] ?? 0) + letter] = letters.charCodeAt(letter);
      }
    });
    return { openingStarts, openings, byOpening: fitting(inOrder(all), all.length) };
  }
}

/** Whether a quotation begins with some letters. */
export function begins({ openings, openingStarts }: QuotationTable, at: number, letters: string): boolean {
  return compareLetters(openings, openingStarts[at] ?? 0, openingStarts[at + 1] ?? 0, letters) === 0;
}

/** Where in `byOpening` the quotations stand that begin with some letters. */
export function openingRange(table: QuotationTable, letters: string): Span {
  return {
    start: firstOpening(table, letters, order => order >= 0),
    end: firstOpening(table, letters, order => order > 0),
  };
}

function firstOpening(
  { byOpening, openings, openingStarts }: QuotationTable,
  letters: string,
  isBehind: (order: number) => boolean,
): number {
  return partitionPoint(byOpening.length, index => {
    const at = byOpening[index] ?? 0;
    return !isBehind(compareLetters(openings, openingStarts[at] ?? 0, openingStarts[at + 1] ?? 0, letters));
  });
}
