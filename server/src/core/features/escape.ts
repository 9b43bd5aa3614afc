import { withoutJoiners } from '../text/word-joiner.ts';

/**
 * A text as Markdown that shows it and does nothing else: article text is untrusted. One line: white space collapses.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  return (
    collapse(text)
      // They show nothing, and steer a terminal that the record is printed to.
      .replace(/\p{Cc}/gu, '\ufffd')
      .replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, '\\$&')
      // A bare address becomes a link without any bracket; a sign or a number at the start a heading, a quote or a list.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\./gi, '$1\\.')
      .replace(/(?<=\w)@(?=\w)/g, '\\@')
      .replace(/^[#>+=-]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}

/** A text on one line: every run of white space is one space, and what joins words without width is not there. */
export function collapse(text: string): string {
  return withoutJoiners(text).replace(/\s+/g, ' ').trim();
}

/** A text on one line and no longer than `limit` code units, cut between words and ended with an ellipsis. */
export function clip(text: string, limit: number): string {
  // Only so much of the text is looked at: a passage may be a whole file without a line break.
  const line = collapse(text.slice(0, limit * 4 + 16));
  if (line.length <= limit && text.length <= limit * 4 + 16) {
    return line;
  }
  const cut = line.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  const kept = space > limit / 2 ? cut.slice(0, space) : withoutHalfPair(cut);
  return kept.replace(/[\s,;:.–—-]+$/, '') + '…';
}

/** A cut may fall inside a surrogate pair. */
function withoutHalfPair(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
