const tilde = 126;

/** The pass over a block that pairs its emphasis marks. */
export interface EmphasisScan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** By mark: the runs that may open, the latest last. */
  readonly openers: Map<number, { at: number; length: number }[]>;
  hide(from: number, to: number): void;
}

/** Pairs a run of emphasis marks with an earlier one, or keeps it as one that may open. What is struck out is hidden as a whole. */
export function emphasis(scan: EmphasisScan, at: number, length: number): void {
  const { text, start, end, openers } = scan;
  const code = text.charCodeAt(at);
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  const after = at + length < end ? text.charCodeAt(at + length) : 32;
  const opens = after > 32 && after !== 0xa0;
  const closes = before > 32 && before !== 0xa0;
  if (code === 95 && opens && closes && isWord(before) && isWord(after)) return;
  const stack = openers.get(code) ?? [];
  openers.set(code, stack);
  let left = length;
  let from = at;
  if (closes && !(opens && isPunctuation(before) && isWord(after))) {
    for (let opener = stack.at(-1); opener !== undefined && left > 0; opener = stack.at(-1)) {
      const pair = Math.min(left, opener.length);
      const open = opener.at + opener.length - pair;
      if (code === tilde) {
        scan.hide(open, from + pair);
      } else {
        scan.hide(open, open + pair);
        scan.hide(from, from + pair);
      }
      opener.length -= pair;
      from += pair;
      left -= pair;
      if (opener.length === 0) stack.pop();
    }
  }
  if (left > 0 && opens && stack.length < 64) stack.push({ at: from, length: left });
}

function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0
  );
}

/** Whether a code unit is punctuation of ASCII, which a backslash escapes. */
export function isPunctuation(code: number): boolean {
  return code > 32 && code < 127 && !isWord(code);
}
