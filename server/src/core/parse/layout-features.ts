import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';
import type { Span } from '../text/span.ts';
import { isSpace } from './layout-lines.ts';

/** What a block looks like, before it is read. */
export interface Features {
  /** Between white space. */
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

/** Looks at a block once, character by character: without a branch, since no processor foresees the ends of words. */
export function featuresOf(text: string, span: Span): Features {
  let words = 0;
  let others = 0;
  let foreign = 0;
  let seen = 0;
  let before = SPACE;
  for (let at = span.start; at < span.end; at++) {
    const traits = traitsOf[text.charCodeAt(at)] ?? 0;
    words += before & ~traits & SPACE;
    others += (traits & OTHER) >> 1;
    foreign += (traits & FOREIGN) >> 2;
    seen |= (traits & MARK) | (traits & before & (APOSTROPHE | BACKTICK));
    before = traits;
  }
  seen |= (traitsOf[text.charCodeAt(span.end)] ?? 0) & before & (APOSTROPHE | BACKTICK);
  const last = lastOfSentence(text, span);
  return {
    words,
    letters: span.end - span.start - others,
    foreign,
    marked: seen !== 0,
    stopped: last === 46 || last === 33 || last === 63 || last === 0x2026,
    leadsIn: last === 58,
  };
}

const SPACE = 1;
/** No letter; white space is one, too. */
const OTHER = 2;
/** A letter of another script than Latin. */
const FOREIGN = 4;
/** A double quotation mark. */
const MARK = 8;
/** Two of the same are a double quotation mark. */
const APOSTROPHE = 16;
const BACKTICK = 32;

const traitsOf = new Uint8Array(0x10000)
  .fill(OTHER)
  .fill(SPACE | OTHER, 0, 33)
  .fill(0, 65, 91)
  .fill(0, 97, 123)
  .fill(0, 0xc0, 0x250)
  .fill(FOREIGN, 0x370, 0x2000)
  .fill(FOREIGN, 0x2e80, 0xd800);
traitsOf[0xa0] = SPACE | OTHER;
traitsOf[0x3000] = OTHER;
traitsOf[39] = OTHER | APOSTROPHE;
traitsOf[96] = OTHER | BACKTICK;
for (const code of [34, 0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb]) traitsOf[code] = OTHER | MARK;

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
  return (
    (line.match(otherLanguage)?.length ?? 0) >= 2 &&
    line.replace(particlesInName.on(line), ' ').search(otherLanguage) >= 0
  );
}

/** `von der` of `Anna von der Heide`: words of a name. */
const particlesInName = new Lettered(
  String.raw`(?<=\p{Lu}\p{Ll}{0,30})(?: (?:${nameParticles})){1,3} (?=\p{Lu})`,
  'gu',
);
