import { addressEnd, startsAddress } from '../parse/layout-address.ts';
import { foldReference } from '../parse/layout-brackets.ts';
import { findReferences } from '../parse/layout-markdown.ts';
import { lineStart } from '../text/lines.ts';
import type { Draft } from '../draft/draft.ts';

/**
 * Words as they have to be written at a place of a draft, so that they show there as they are: in Markdown, what would turn into
 * emphasis, a link, code, a tag, a heading or a list is escaped, and nothing else. Plain text has no markup.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function asWritten(draft: Draft, words: string, at: number): string {
  if (draft.language === 'plaintext' || !mayBeMarkup.test(words)) {
    return words;
  }
  const { written } = draft;
  const escaped = isInHtml(written, at) ? reference : backslash;
  return inline(words, findReferences(written), escaped);
}

/** What is written in Markdown already, at a place where it may come to begin a line: no heading, list, quote, rule or definition there. */
export function atLineStart({ language, written }: Draft, text: string, at: number): string {
  if (language === 'plaintext' || !opensLine.test(lineBefore(written, at))) {
    return text;
  }
  const escaped = isInHtml(written, at) ? reference : backslash;
  if (/^\[[^\]]*\](?::|\s)/.test(text) || /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+$)/.test(text)) {
    return escaped(text.charAt(0)) + text.slice(1);
  }
  return text.replace(
    /^(\d{1,9})([.)])(?=\s|$)/,
    (_, number: string, sign: string) => number + escaped(sign),
  );
}

const mayBeMarkup = /[\\*_`~<&[\]#>+=-]|\d[.)]/;

type Escape = (character: string) => string;

const backslash: Escape = character => `\\${character}`;
/** Within HTML a backslash shows. */
const reference: Escape = character => `&#${character.charCodeAt(0)};`;

function inline(words: string, labels: ReadonlySet<string>, escaped: Escape): string {
  const brackets = pairsOf(words);
  const mayStrike = words.indexOf('~') !== words.lastIndexOf('~');
  let result = '';
  for (let at = 0; at < words.length; at++) {
    if (startsAddress(words, at)) {
      const end = addressEnd(words, at, words.length);
      result += words.slice(at, end);
      at = end - 1;
      continue;
    }
    const character = words.charAt(at);
    const isMarkup = isMarkupAt(words, at, brackets, labels) || (character === '~' && mayStrike);
    result += isMarkup ? escaped(character) : character;
  }
  return result;
}

function isMarkupAt(
  words: string,
  at: number,
  brackets: ReadonlyMap<number, number>,
  labels: ReadonlySet<string>,
): boolean {
  const before = words.charAt(at - 1);
  const after = words.charAt(at + 1);
  switch (words.charAt(at)) {
    case '`':
      return true;
    case '\\':
      // Behind the last word a mark of punctuation follows.
      return after === '' || /[!-/:-@[-`{-~]/.test(after);
    case '*':
      return !(isBlank(before) && isBlank(after));
    case '_':
      return !(isBlank(before) && isBlank(after)) && !(isWord(before) && isWord(after));
    case '<':
      return /[A-Za-z/!?]/.test(after);
    case '&':
      return /^&#?\w+;/.test(words.slice(at, at + 40));
    case '[': {
      const close = brackets.get(at);
      return close === undefined || isLink(words, at, close, labels);
    }
    case ']':
      return !brackets.has(at);
    default:
      return false;
  }
}

/** A link, a citation, the mark of a footnote; `[sic]` and `[the minister]` are words. */
function isLink(words: string, open: number, close: number, labels: ReadonlySet<string>): boolean {
  const inside = words.slice(open + 1, close);
  return (
    /^[([]/.test(words.slice(close + 1)) ||
    /^(?:-?@|see (?:also )?@|\^|\[)/.test(inside) ||
    labels.has(foldReference(inside))
  );
}

/** Where the brackets close, and open, that belong together. */
function pairsOf(words: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words.charAt(at) === '[') {
      open.push(at);
    } else if (words.charAt(at) === ']') {
      const opening = open.pop();
      if (opening !== undefined) {
        pairs.set(opening, at).set(at, opening);
      }
    }
  }
  return pairs;
}

function isBlank(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** What may stand before the first word of a line. */
const opensLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

function lineBefore(text: string, at: number): string {
  return text.slice(lineStart(text, at), at);
}

const htmlLine =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?<\/?(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i;
const tagAlone = /^[ \t>]*<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>[ \t]*$/i;

/**
 * Whether a place lies in a block of HTML, which goes on to a blank line and in which nothing is Markdown.
 *
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
function isInHtml(text: string, at: number): boolean {
  let end = at;
  for (;;) {
    const line = lineBefore(text, end);
    const start = end - line.length;
    const above = start - (text.startsWith('\r\n', start - 2) ? 2 : Math.min(1, start));
    const isFirst = start === 0 || /^[ \t>]*$/.test(lineBefore(text, above));
    if (htmlLine.test(line) || (isFirst && end < at && tagAlone.test(line))) {
      return true;
    }
    if (isFirst) {
      return false;
    }
    end = above;
  }
}
