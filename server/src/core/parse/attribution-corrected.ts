import type { Place } from './attribution-choose.ts';
import type { Stage } from './attribution-scene.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';

/** What a sentence says that takes words back which were printed before. */
const CORRECTING =
  /\b(?:earlier|previous|original) version of (?:this|the) (?:article|story|report|post|column|piece)\b|\bmis(?:quoted|attributed)\b|\b(?:incorrectly|erroneously|wrongly|mistakenly|falsely|inaccurately) (?:quoted|attributed)\b/i;

/** What stood somewhere before; whether it is taken back tells the paragraph. */
const PRINTED_BEFORE =
  /\b(?:earlier|previous|original|first) (?:version|edition|update|entry|post)s?\b|\b(?:yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s (?:edition|paper|newsletter|story|article|report|column|email)\b|\b(?:earlier|previously|originally),? we (?:quoted|reported|said|wrote)\b/i;

/** How a paragraph that corrects tells it. */
const AMENDING =
  /\b(?:amended|corrected|clarified|corrections?|clarifications?|this (?:article|story|report|post|column|piece)|our error|the error|apologi[sz]e|(?:are|is) sorry|retract(?:ed|s|ion)|withdrawn|(?:been|was|were|is|are) (?:removed|deleted|cut|taken out))\b/i;

/** Behind this a correction says what is right: `…; in fact she said “…”`. */
const RIGHT = /;|\bin fact\b|\bactually\b/i;

/** And behind the words that it takes back: `… “A”, when he said “B”`. */
const INSTEAD = /^[,\s–—-]*(?:when|whereas|while|but|rather than|instead of|he|she|they|it|the)\b/;

/** No farther is looked for what a paragraph says that corrects, in characters. */
const REACH_OF_CORRECTION = 400;

/** How a paragraph, or the page that it stands on, begins that corrects. */
const CORRECTS = /^[^\p{L}]*(?:corrections?|clarifications?|apolog(?:y|ies))\b/iu;

/** What a correction takes back: `we reported that …`, `Tuesday’s story on the dam had …`. */
const PRINTED =
  /\bwe (?:quoted|reported|said|wrote|stated|had)\b|\b(?:an?|the|our|this|that|\p{L}+day[’']s) (?:[\p{L}-]+ ){0,3}(?:article|story|report|piece|item|headline|caption|editorial|column|obituary|interview|entry|update)\b/iu;

/** So far above stands the head of a page of corrections, in blocks. */
const LONGEST_PAGE = 40;

/** Whether a sentence of the narrator's is a correction: `An earlier version of this article quoted Lane as saying “…”`. */
export function isCorrection(stage: Stage, block: number, { tokens, from, at }: Place): boolean {
  const told = tokens.text.slice(tokens.starts[from], tokens.starts[at]);
  const correcting = CORRECTING.exec(told) ?? (corrects(stage, block) ? PRINTED.exec(told) : null);
  const found = correcting ?? PRINTED_BEFORE.exec(told);
  if (found === null || (correcting === null && !isAmending(tokens))) {
    return false;
  }
  const before = tokens.kinds.lastIndexOf(Kind.quotation, at - 1);
  const isInstead = before >= from && INSTEAD.test(tokens.text.slice(tokens.ends[before], tokens.starts[at]));
  return !isInstead && !RIGHT.test(told.slice(found.index + found[0].length));
}

function isAmending({ text, starts, ends, count }: Tokens): boolean {
  const start = starts[0] ?? 0;
  const end = Math.min(ends[count - 1] ?? start, start + REACH_OF_CORRECTION);
  return AMENDING.test(text.slice(start, end));
}

/** Whether a paragraph is a correction, or stands on a page of them. */
function corrects({ text, blocks }: Stage, block: number): boolean {
  for (let at = block; at >= 0 && block - at < LONGEST_PAGE; at--) {
    const { kind, start = 0, end = 0 } = blocks[at] ?? {};
    if (at === block || kind === 'title' || kind === 'heading') {
      const isOne = CORRECTS.test(text.slice(start, Math.min(end, start + 40)));
      if (isOne || at !== block) {
        return isOne;
      }
    }
  }
  return false;
}
