import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import { wordJoiner } from '../text/word-joiner.ts';
import { namedCharacter } from './character-names.ts';

/** A block of a text, and what in it is markup. */
interface Prose extends Span {
  readonly kind: string;
  readonly hidden: readonly Span[];
}

/** `&nbsp;`, `&#8217;` in Markdown: the span of what is written. */
export interface CharacterReference extends Span {
  /** The offset within it at which its character stands in the text as it is read. */
  readonly at: number;
}

/** A text with the characters that its references stand for, each in its place: the text is as long as before. */
export interface Rendered {
  readonly text: string;
  /** In the order of their place. */
  readonly references: readonly CharacterReference[];
}

const reference = /&(?:#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))|([A-Za-z][A-Za-z\d]{1,31}));/g;

/**
 * Reads the character references in the prose of a Markdown text. A mark or letter comes to stand next to the words that it
 * belongs to, so that the spans of quotations, names and words end where references begin or end.
 *
 * @see https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
 */
export function renderReferences(text: string, blocks: readonly Prose[]): Rendered {
  if (!text.includes('&')) {
    return { text, references: [] };
  }
  const references: CharacterReference[] = [];
  const parts: string[] = [];
  let from = 0;
  let previous = '';
  for (const block of blocks) {
    for (const { start, end, character } of block.kind === 'code' ? [] : referencesIn(text, block)) {
      const rest = end - start - character.length;
      const before = start === from && start > 0 ? previous : text.slice(Math.max(0, start - 1), start);
      const isLast = leansOnward(before, character, text.slice(end, end + 1));
      const filled = character === ' ' ? ' ' : wordJoiner;
      parts.push(
        text.slice(from, start),
        isLast ? filled.repeat(rest) + character : character + filled.repeat(rest),
      );
      references.push({ start, end, at: isLast ? start + rest : start });
      from = end;
      // Behind an opening mark another opens.
      previous = isLast && /^\p{P}$/u.test(character) ? '“' : character;
    }
  }
  return { text: parts.join('') + text.slice(from), references };
}

/** A place in the text as it is read, in the text as it is written: none is within a reference. */
export function writtenOffset(references: readonly CharacterReference[], offset: number): number {
  const found = references[partitionPoint(references.length, at => (references[at]?.end ?? 0) <= offset)];
  if (found === undefined || found.start >= offset) return offset;
  return offset <= found.at ? found.start : found.end;
}

/** The same for a stretch. */
export function writtenSpan(references: readonly CharacterReference[], { start, end }: Span): Span {
  return { start: writtenOffset(references, start), end: writtenOffset(references, end) };
}

function* referencesIn(text: string, block: Prose): Generator<Span & { readonly character: string }> {
  let hide = 0;
  for (const found of text.slice(block.start, block.end).matchAll(reference)) {
    const start = block.start + found.index;
    const end = start + found[0].length;
    while ((block.hidden[hide]?.end ?? end) < start) hide++;
    // Within code, an address or a comment; or behind a backslash.
    const hidden = block.hidden[hide];
    const isPlain =
      hidden === undefined || hidden.start >= end || (hidden.end === start && text[start - 1] !== '\\');
    const character = isPlain ? characterOf(found) : undefined;
    if (character !== undefined) {
      // No reference breaks a line.
      yield { start, end, character: /\s/.test(character) ? ' ' : character };
    }
  }
}

function characterOf([, decimal, hexadecimal, name]: RegExpMatchArray): string | undefined {
  if (name !== undefined) {
    return namedCharacter(name);
  }
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return String.fromCodePoint(isCharacter ? code : 0xfffd);
}

/** Whether a character belongs to what follows: an opening mark, a currency; within a word, a letter or an apostrophe. */
function leansOnward(before: string, character: string, after: string): boolean {
  return (
    /^[“‘«„‹‚([¿¡\p{Sc}]$/u.test(character) ||
    (/^["']$/.test(character) && /^(?:[\s([{—–/>*_“‘-]|)$/.test(before)) ||
    (/^\p{L}/u.test(character) && /^\p{L}$/u.test(before)) ||
    (/^[’']$/.test(character) && /^\p{L}$/u.test(before) && /^[\p{L}&]$/u.test(after))
  );
}
