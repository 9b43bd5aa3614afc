import { foldWords } from '../text/words.ts';
import { collapse } from './escape.ts';
import { firstDifferent } from './tell-apart.ts';
import { quoted } from './wording.ts';

/** So many letters are read in a list that is cut off by a narrow window. */
const seen = 36;
/** So many words lead in to the one that differs. */
const leadingIn = 3;

/**
 * A text in curly quotes, about `limit` units long: its beginning; where the first word in which it differs from another
 * would be out of sight there, from a little before that word on.
 */
export function quotedWhereDiffers(text: string, other: string, limit: number): string {
  const [line, instead] = [collapse(text), collapse(other)];
  const { starts } = foldWords(line);
  const words = firstDifferent(line, instead);
  // Where all words count as the same, they are spelt or printed otherwise.
  const at = words < line.length ? words : firstOther(line, instead);
  const differing = starts.findLastIndex(it => it <= at);
  if ((starts[differing + 1] ?? line.length) <= seen) {
    return quoted(line, limit);
  }
  const from = starts[differing - leadingIn] ?? 0;
  return from === 0 ? quoted(line, limit) : quoted(`… ${line.slice(from)}`, limit);
}

/** The first code unit that the other text has not at its place. */
function firstOther(text: string, other: string): number {
  let at = 0;
  while (at < text.length && text[at] === other[at]) {
    at++;
  }
  return at;
}
