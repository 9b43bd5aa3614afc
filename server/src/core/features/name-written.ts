import { spliced } from '../text/splice.ts';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from './actions.ts';
import type { Span } from '../text/span.ts';
import { Lettered } from '../text/lettered.ts';

/**
 * A name as it is to be written in the place of what was written of it: in capitals where that is, with its capital at the start, and
 * with its apostrophe.
 */
export function nameWritten(name: string, written: string): string {
  // `DJ Kass` begins so itself, and one capital behind another word is no heading: `O’B`.
  const isCapital = /\p{Lu}{2}/u.test(written) && !/\p{Ll}/u.test(written) && !name.startsWith(written);
  const raised = /^\p{Lu}/u.test(written) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  const cased = isCapital ? name.toUpperCase() : raised;
  if (!/[’']/.test(written)) {
    return cased;
  }
  return written.includes('’') ? cased.replaceAll("'", '’') : cased.replaceAll('’', "'");
}

/** A word of a name, without the signs of emphasis around it. */
const nameWord = new Lettered(
  String.raw`[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}’'.-]*[\p{L}\p{M}\p{N}.])?`,
  'gu',
);

/** The edit that makes one name of another: of as many words, only those that differ, so that emphasis and line breaks between them stay. */
export function renamed({ written }: Draft, { start, end }: Span, name: string): Edit {
  const before = written.slice(start, end);
  const words = [...before.matchAll(nameWord.on(before))];
  const others = name.split(/\s+/);
  if (words.length !== others.length) {
    return { start, end, newText: nameWritten(name, before) };
  }
  const splices = words.flatMap(({ index, 0: word }, at) => {
    const newText = nameWritten(others[at] ?? '', word);
    return newText === word ? [] : [{ start: index, end: index + word.length, newText }];
  });
  const [first, last] = [splices[0], splices.at(-1)];
  if (first === undefined || last === undefined) {
    return { start, end, newText: before };
  }
  const newText = spliced(before, { start: first.start, end: last.end }, splices);
  return { start: start + first.start, end: start + last.end, newText };
}
