import type { Span } from '../text/span.ts';
import { openingLength, openingRange } from './quotations-openings.ts';
import type { QuotationTable } from './quotations-table.ts';
import type { Fit, Typed } from './quotations-typed.ts';
import { heldBy, mostHolders, type QuotationWords } from './quotations-words.ts';
import { wordNumber, wordsFrom } from './sorted-words.ts';

/** Told of a quotation that may fit, perhaps more than once; and how it does where that is known already. */
export type Visit = (table: QuotationTable, at: number, fit?: Fit) => void;

/** Of so many quotations that begin alike each is looked at; of more, half as many. */
const mostBegun = 4000;

/**
 * Visits the quotations that may fit what is typed, without passing over all that there are: those that begin so, and
 * those that have its rarest word. Where either are too many to look at, some of them from all over the archive, and
 * those that have the rarest words of the paragraph.
 */
export function lookAround(
  tables: readonly QuotationTable[],
  typed: Typed,
  paragraph: readonly string[],
  visit: Visit,
): void {
  // What stands among those that begin so does: to compare it would be to look elsewhere in memory for each.
  const fit: Fit | undefined = typed.opening.length < openingLength ? 2 : undefined;
  const sawBegun = visitBegun(tables, typed.opening.slice(0, openingLength), (table, at) => {
    visit(table, at, fit);
  });
  const sawInside = !typed.isForInside || visitInside(tables, typed, visit);
  if (!sawInside) {
    visitBegun(tables, '', visit);
  }
  if (!sawBegun || !sawInside) {
    visitParagraph(tables, paragraph, visit);
  }
}

/** Gives whether these were all that begin so. */
function visitBegun(tables: readonly QuotationTable[], letters: string, visit: Visit): boolean {
  const ranges = tables.map(table => ({ table, ...openingRange(table, letters) }));
  const all = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const step = all <= mostBegun ? 1 : Math.ceil((all * 2) / mostBegun);
  let skipped = 0;
  for (const { table, start, end } of ranges) {
    let at = start + skipped;
    for (; at < end; at += step) {
      visit(table, table.byOpening[at] ?? 0);
    }
    skipped = at - end;
  }
  return step === 1;
}

/** False where each of the words is too common to look at what has it. */
function visitInside(tables: readonly QuotationTable[], { words, rest }: Typed, visit: Visit): boolean {
  const wanted = rest === '' ? words.map(exactly) : [...words.map(exactly), beginning(rest)];
  const [rarest] = rarestFirst(tables, wanted);
  if (rarest === undefined || rarest.held > mostHolders) {
    return false;
  }
  rarest.visit(visit);
  return true;
}

function visitParagraph(tables: readonly QuotationTable[], words: readonly string[], visit: Visit): void {
  let left = mostHolders;
  for (const holders of rarestFirst(tables, words.map(exactly))) {
    left -= holders.held;
    if (left < 0) {
      return;
    }
    holders.visit(visit);
  }
}

/** The words of a table that are meant: numbers from the start up to the end. */
type Meant = (words: QuotationWords) => Span;

function exactly(word: string): Meant {
  return words => {
    const start = wordNumber(words, word);
    return start === undefined ? { start: 0, end: 0 } : { start, end: start + 1 };
  };
}

function beginning(prefix: string): Meant {
  return words => wordsFrom(words, prefix);
}

/** The quotations of all tables that have a word. */
interface Holders {
  readonly held: number;
  readonly visit: (visit: Visit) => void;
}

function rarestFirst(tables: readonly QuotationTable[], wanted: readonly Meant[]): readonly Holders[] {
  return wanted
    .map((meant): Holders => {
      const ranges = tables.map(table => ({ table, ...meant(table.words) }));
      return {
        held: ranges.reduce((sum, { table, start, end }) => sum + heldBy(table.words, start, end), 0),
        visit: visit => {
          for (const { table, start, end } of ranges) {
            const { holders, holderStarts } = table.words;
            for (let at = holderStarts[start] ?? 0; at < (holderStarts[end] ?? 0); at++) {
              visit(table, holders[at] ?? 0);
            }
          }
        },
      };
    })
    .sort((one, other) => one.held - other.held);
}
