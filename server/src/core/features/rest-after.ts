import { foldWords } from '../text/words.ts';

/** What follows in a source behind the words typed so far, of which the last may not be whole. */
export function restAfter(typed: string, source: string): string | undefined {
  const words = foldWords(typed);
  const sourceWordsFolded = foldWords(source);
  const last = words.length - 1;
  if (last < 0 || last >= sourceWordsFolded.length) {
    return undefined;
  }
  for (let index = 0; index < last; index++) {
    if (words.key(index) !== sourceWordsFolded.key(index)) {
      return undefined;
    }
  }
  const start = sourceWordsFolded.starts[last] ?? 0;
  const end = sourceWordsFolded.ends[last] ?? 0;
  const typedEnd = words.ends[last] ?? 0;
  const behind = typed.slice(typedEnd);
  if (behind !== '') {
    // The last word is whole; what was typed behind it, a space or a comma, is not put in again.
    const next = source.slice(end);
    const given = behind.trimEnd();
    const rest = given !== '' && next.startsWith(given) ? next.slice(given.length) : next;
    return words.key(last) !== sourceWordsFolded.key(last)
      ? undefined
      : /\s$/.test(behind)
        ? rest.trimStart()
        : rest;
  }
  const lastTyped = plain(typed.slice(words.starts[last] ?? 0, typedEnd));
  return plain(source.slice(start)).startsWith(lastTyped)
    ? source.slice(start + lastTyped.length)
    : undefined;
}

/** One code unit for one, so that offsets stay. */
function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[A-Z]/g, letter => letter.toLowerCase());
}
