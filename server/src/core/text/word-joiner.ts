/** Stands where there is nothing to read: without width, within a word and beside a mark. */
export const wordJoiner = '\u2060';

/** Words as they are read. */
export function withoutJoiners(text: string): string {
  return text.includes(wordJoiner) ? text.replaceAll(wordJoiner, '') : text;
}
