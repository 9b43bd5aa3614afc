import type { Span } from '../text/span.ts';
import { foldWords } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { isSmallWord } from './classify.ts';
import { Lettered } from '../text/lettered.ts';

/** The words of a drafted quotation, with what the draft says about them. */
export interface Drafted {
  readonly text: string;
  readonly span: Span;
  readonly hidden: readonly Span[];
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Uint32Array;
  key(index: number): string;
  /** Whether a word says little by itself. */
  readonly small: Uint8Array;
  /** One more than there are words: whether an ellipsis stands before the word, or after the last. */
  readonly ellipsis: Uint8Array;
  /** The bracket group that a word belongs to, from 1; 0 for none. */
  readonly bracket: Uint8Array;
  /** Round brackets of wire copy: groups that may be the speaker's own aside as well. */
  readonly round: ReadonlySet<number>;
  /** Groups that go on a word: `walk[ed]`, with the word before among them. */
  readonly glued: ReadonlySet<number>;
}

const oneOrTwoLetters = new Lettered(String.raw`^\p{L}{1,2}$`, 'u');
const anyWord = new Lettered(String.raw`[\p{L}\p{N}]`, 'u');
const ellipsisPattern = /…|\.\s?\.\s?\.|\*\s?\*\s?\*/;

/** Reads the words between the marks of a quotation, or in any span of a text. */
export function readDrafted(text: string, span: Span, hidden: readonly Span[]): Drafted {
  const own = hidden.filter(it => it.end > span.start && it.start < span.end);
  const all = foldWords(text, span, own);
  const groups = bracketGroups(text, span, own);
  const words = withoutSic(text, all, groups);
  const bracket = new Uint8Array(words.length);
  const round = new Set<number>();
  const glued = new Set<number>();
  groups.forEach((group, index) => {
    const number = Math.min(255, index + 1);
    let first = -1;
    for (let word = 0; word < words.length; word++) {
      if (at(words.starts, word) >= group.start && at(words.ends, word) <= group.end) {
        bracket[word] = number;
        first = first < 0 ? word : first;
      }
    }
    if (first > 0 && !group.round && at(words.ends, first - 1) === group.start && bracket[first - 1] === 0) {
      bracket[first - 1] = number;
      glued.add(number);
    }
    if (group.round) {
      round.add(number);
    }
  });
  // Asked for again with every place that the words are laid beside.
  const keys: string[] = [];
  const small = new Uint8Array(words.length);
  for (let word = 0; word < words.length; word++) {
    const key = words.key(word);
    keys.push(key);
    small[word] = isSmallWord(key) ? 1 : 0;
  }
  const ellipsis = new Uint8Array(words.length + 1);
  for (let gap = 0; gap <= words.length; gap++) {
    const from = gap === 0 ? span.start : at(words.ends, gap - 1);
    const to = gap === words.length ? span.end : at(words.starts, gap);
    ellipsis[gap] = to - from >= 1 && ellipsisPattern.test(visible(text, from, to, own)) ? 1 : 0;
  }
  return {
    text,
    span,
    hidden: own,
    length: words.length,
    starts: words.starts,
    ends: words.ends,
    hashes: words.hashes,
    key: index => keys[index] ?? '',
    small,
    ellipsis,
    bracket,
    round,
    glued,
  };
}

/** The text of a stretch without what is hidden in it. */
export function visible(text: string, start: number, end: number, hidden: readonly Span[]): string {
  let result = '';
  let from = start;
  for (const span of hidden) {
    if (span.end > from && span.start < end) {
      result += text.slice(from, Math.max(from, span.start));
      from = Math.min(end, span.end);
    }
  }
  return result + text.slice(from, end);
}

/** A stretch in brackets, marks of it included. */
export interface BracketGroup extends Span {
  readonly round: boolean;
}

/**
 * The stretches in brackets that a writer or an editor put into somebody's words. Not `[T]he`, which only raises a
 * letter, and not `[…]`.
 */
export function bracketGroups(text: string, span: Span, hidden: readonly Span[]): readonly BracketGroup[] {
  const groups: BracketGroup[] = [];
  // Nothing is looked for beyond: to the next bracket it may be as far as to the end of a long draft.
  const words = text.slice(span.start, span.end);
  const pattern = /[[(]/g;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
    const start = span.start + match.index;
    if (hidden.some(it => it.start <= start && start < it.end)) {
      continue;
    }
    const round = text[start] === '(';
    const close = span.start + words.indexOf(round ? ')' : ']', match.index);
    if (close < span.start) {
      // Every later bracket of this kind is unclosed as well; the next of the other kind is near or not at all.
      if (groups.length > 200) {
        break;
      }
      continue;
    }
    if (close - start > 400) {
      continue;
    }
    const inside = text.slice(start + 1, close);
    const raisesLetter =
      oneOrTwoLetters.test(inside) && /^[’']?\p{L}/u.test(text.slice(close + 1, close + 3));
    if (anyWord.test(inside) && !raisesLetter && groups.length < 250) {
      groups.push({ start, end: close + 1, round });
    }
    pattern.lastIndex = (raisesLetter ? start : close) + 1 - span.start;
  }
  return groups;
}

/** Words without the editors' `[sic]`. */
function withoutSic(text: string, words: Words, groups: readonly BracketGroup[]): Words {
  const sic = groups.filter(it => /^.\s*sic\s*.$/i.test(text.slice(it.start, it.end)));
  if (sic.length === 0) {
    return words;
  }
  const kept: number[] = [];
  for (let word = 0; word < words.length; word++) {
    const start = at(words.starts, word);
    if (!sic.some(it => it.start <= start && start < it.end)) {
      kept.push(word);
    }
  }
  return {
    length: kept.length,
    starts: Int32Array.from(kept, it => at(words.starts, it)),
    ends: Int32Array.from(kept, it => at(words.ends, it)),
    hashes: Uint32Array.from(kept, it => at(words.hashes, it)),
    key: index => words.key(kept[index] ?? -1),
  };
}

const at = (array: Int32Array | Uint32Array, index: number): number => array[index] ?? 0;
