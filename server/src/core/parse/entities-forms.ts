import { withoutJoiners } from '../text/word-joiner.ts';
import type { Spelling } from './entities-spelling.ts';
import { spellingOf } from './entities-spelling.ts';
import type { NameSpan } from './names/find.ts';
import type { NameKind } from './reading.ts';

/** One printed form of a name, with all its occurrences in a text. */
export interface Form {
  readonly text: string;
  /** Place among all forms of the text. */
  readonly index: number;
  /** That of the first form that is printed alike. */
  readonly print: number;
  readonly spelling: Spelling;
  /** Those of the spelling: what forms are compared by. */
  readonly words: readonly string[];
  kind: NameKind;
  /** How often it is printed. */
  count: number;
}

/** The forms of one text: names that are printed alike and were taken for the same kind are one. */
export class Forms {
  /** In the order in which they first stand in the text. */
  readonly all: Form[] = [];
  readonly #byText = new Map<string, Form[]>();

  /** The form that a name is printed in. */
  at(text: string, { start, end, kind }: NameSpan): Form {
    const printed = printedAt(text, start, end);
    let alike = this.#byText.get(printed);
    if (!alike) {
      alike = [];
      this.#byText.set(printed, alike);
    }
    for (const form of alike) {
      if (form.kind === kind) {
        form.count++;
        return form;
      }
    }
    const spelling = spellingOf(printed, kind);
    const index = this.all.length;
    const print = alike[0]?.index ?? index;
    const form = { text: printed, index, print, spelling, words: spelling.words, kind, count: 1 };
    alike.push(form);
    this.all.push(form);
    return form;
  }
}

/** The words of a name as they stand, a line wrap between them as a space; what joins letters is not there. */
function printedAt(text: string, start: number, end: number): string {
  const printed = text.slice(start, end);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isWide = code === 0x20 && text.charCodeAt(at + 1) === 0x20;
    if (code < 0x20 || code === 0xa0 || code > 0x1000 || isWide) {
      return withoutJoiners(printed).replace(/[^\S ]+| {2,}/g, ' ');
    }
  }
  return printed;
}

/** Whether `part` ends `whole`. */
export function endsWith(whole: readonly string[], part: readonly string[]): boolean {
  const from = whole.length - part.length;
  return from >= 0 && part.every((word, index) => whole[from + index] === word);
}

/** Whether `part` stands in `whole` word by word, in a row. */
export function holds(whole: readonly string[], part: readonly string[]): boolean {
  for (let from = 0; from + part.length <= whole.length; from++) {
    if (part.every((word, index) => whole[from + index] === word)) {
      return true;
    }
  }
  return false;
}

/** `j` for `john` and `joseph`: an initial stands for the name. */
export function sameGivenName(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length === 1 && other.startsWith(one)) ||
    (other.length === 1 && one.startsWith(other))
  );
}
