import type { Candidate } from './layout-candidate.ts';
import type { Span } from '../text/span.ts';

/** No line that names whose post it is is longer, in characters. */
const longestLine = 120;

/** `— Holt Wheelers (@holtwheelers) March 3, 2024`, below a post. */
const sign = /^(?:[–—]|--)\s*([^()–—@\n]{2,50}?)\s\(@\w{1,20}\)(?:\s[^@]{2,30})?$/u;

/** `Holt Police @HoltPolice · 2h`, above a post. */
const head =
  /^([^@\n:“”"]{2,50}?)\s+\(?@\w{1,20}\)?(?:\s*[·•|]\s*(?:\d{1,2} ?[smhd]|\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{L}{3,9}(?: \d{4})?))$/u;

/** `@anapenrice`, on a line of its own between the name and the post. */
const handle = /^@\w{1,20}$/;

/** `7:14 PM · Jul 28, 2025 · 1.2M Views`, below a post. */
const stamp =
  /^\d{1,2}[:.]\d{2}(?: ?[AP]M)?\s*[·•|]\s*(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9},? \d{4})/u;

/** So many paragraphs a post may have. */
const longestPost = 6;

/** Whether a line is the handle of whoever is named in the line above, of the post below. */
export function isHandle(line: string): boolean {
  return handle.test(line);
}

/** Where the name stands in a line that says whose post stands above it, from the start of the line. */
export function nameBelowPost(line: string): Span | undefined {
  return nameIn(line, sign);
}

/** Where the name stands in a line that says whose post stands below it, from the start of the line. */
export function nameAbovePost(line: string): Span | undefined {
  return nameIn(line, head);
}

function nameIn(line: string, pattern: RegExp): Span | undefined {
  const found = line.length <= longestLine && line.includes('@') ? pattern.exec(line) : null;
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const start = found[0].indexOf(name);
  return { start, end: start + name.length };
}

/** Marks the words of posts that were copied with a page: below or above the line that names who posted them. */
export function markPosts(all: readonly Candidate[]): void {
  for (const [index, it] of all.entries()) {
    const [before, next] = [all[index - 1], all[index + 1]];
    if (before !== undefined && isWords(before) && nameBelowPost(it.line) !== undefined) {
      before.kind = 'blockquote';
    } else if (next !== undefined && isWords(next) && nameAbovePost(it.line) !== undefined) {
      next.kind = 'blockquote';
    } else if (before !== undefined && isHandle(it.line)) {
      markStamped(all, index + 1);
    }
  }
}

/** Marks what stands between a handle and the line that tells when it was posted. */
function markStamped(all: readonly Candidate[], first: number): void {
  const end = all.slice(first, first + longestPost + 1).findIndex(it => stamp.test(it.line));
  const post = all.slice(first, first + Math.max(end, 0));
  if (post.every(it => it.kind !== 'code' && !isHandle(it.line))) {
    for (const it of post) {
      it.kind = 'blockquote';
    }
  }
}

/** A paragraph that is not told by a narrator who quotes others. */
function isWords({ kind, features }: Candidate): boolean {
  return (kind === undefined || kind === 'paragraph') && features.stopped && !features.marked;
}
