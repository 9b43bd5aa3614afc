/** The first place from `from` on that is no white space, line breaks included. */
export function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xa0)) at++;
  return at;
}

/** Where a stretch ends without the white space at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) <= 32 || text.charCodeAt(at - 1) === 0xa0)) at--;
  return at;
}

/** The first place from `from` on that is no blank; line breaks are none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 0xfeff)
  )
    at++;
  return at;
}

/** How many columns a stretch takes from the beginning of its line: a tab goes on to the next fourth. */
export function column(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at++)
    columns = text.charCodeAt(at) === 9 ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

/** Where the next line begins, behind a line that ends at `end`. */
export function afterLine(text: string, end: number): number {
  return Math.min(
    text.length,
    text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1,
  );
}
