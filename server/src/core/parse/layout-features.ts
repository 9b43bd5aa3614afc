import type { Span } from '../text/span.ts';
import { isSpace } from './layout-lines.ts';

/** What a block looks like, before it is read. */
export interface Features {
  readonly words: number;
  readonly letters: number;
  /** Letters of another script than Latin. */
  readonly foreign: number;
  /** Whether double quotation marks, of whatever shape, stand in it. */
  readonly marked: boolean;
  /** Whether it ends as a sentence does, closing marks and brackets apart. */
  readonly stopped: boolean;
  /** Whether it ends in a colon: a lead-in to what follows. */
  readonly leadsIn: boolean;
}

/** Looks at a block once, character by character. */
export function featuresOf(text: string, span: Span): Features {
  let words = 0;
  let others = 0;
  let foreign = 0;
  let marked = false;
  let inWord = false;
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at);
    // Nearly every character is a small letter or a space: these come first and do least.
    if (code >= 97 && code <= 122) {
      inWord = true;
      continue;
    }
    if (code <= 32 || code === 0xa0) {
      others++;
      if (inWord) words++;
      inWord = false;
      continue;
    }
    inWord = true;
    if (code < 128) {
      if (code >= 65 && code <= 90) continue;
      others++;
      if (code === 34 || ((code === 39 || code === 96) && text.charCodeAt(at + 1) === code)) marked = true;
    } else if (code >= 0x201c && code <= 0x201f) {
      others++;
      marked = true;
    } else if (code === 0xab || code === 0xbb) {
      others++;
      marked = true;
    } else if ((code >= 0x370 && code < 0x2000) || (code >= 0x2e80 && code < 0xd800 && code !== 0x3000)) {
      foreign++;
    } else if (code < 0xc0 || code >= 0x250) {
      others++;
    }
  }
  if (inWord) words++;
  const last = lastOfSentence(text, span);
  return {
    words,
    letters: span.end - span.start - others,
    foreign,
    marked,
    stopped: last === 46 || last === 33 || last === 63 || last === 0x2026,
    leadsIn: last === 58,
  };
}

/** The last character that is neither white space nor a closing mark or bracket. */
function lastOfSentence(text: string, span: Span): number {
  for (let at = span.end - 1; at >= span.start; at--) {
    const code = text.charCodeAt(at);
    const closer =
      code === 34 ||
      code === 39 ||
      code === 41 ||
      code === 93 ||
      code === 0x201d ||
      code === 0x2019 ||
      code === 0xbb;
    if (!closer && code !== 42 && code !== 95 && code !== 0x201c && !isSpace(code)) return code;
  }
  return 0;
}

/** The words of a block on one line. */
export function flatten(text: string, span: Span): string {
  const block = text.slice(span.start, span.end);
  return block.includes('\n') || block.includes('\r') ? block.replace(/\s*[\r\n]\s*/g, ' ') : block;
}

/** The share of words, of four letters and more, that begin with a capital: high in headlines of the older style. */
export function capitalShare(line: string): number {
  let long = 0;
  let capitals = 0;
  for (const word of line.split(/[\s—–]+/)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+/u, '');
    if (bare.length < 4) continue;
    long++;
    if (/^\p{Lu}/u.test(bare)) capitals++;
  }
  return long === 0 ? 0 : capitals / long;
}

const english =
  /\b(?:the|and|of|to|in|for|that|is|was|with|he|she|on|by|at|has|have|said|it|are|be|as|from|not|an?)\b/i;
const otherLanguage =
  /(?:^|\s)(?:el|los|las|del|que|por|una|para|con|le|les|des|est|dans|pour|sur|und|der|die|das|ist|nicht|ein|eine|von|il|di|che|per|sono|het|een|van|voor|niet|os|uma|não|och|att|som|är|для|yang|dan|ng|mga|sa)(?=\s|$)/gi;

/** Whether a line is in another language than English, as footers that are left in copied text are. */
export function isForeign(line: string, features: Features): boolean {
  if (features.foreign * 2 > features.letters) return true;
  if (features.words < 6 || features.marked || line.includes(' the ') || english.test(line)) return false;
  return (line.match(otherLanguage)?.length ?? 0) >= 2;
}
