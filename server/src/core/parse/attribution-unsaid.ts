import type { Place } from './attribution-choose.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';

/** Whether what a negation before this word takes back was done all the same: `did not just call it “…”`. */
export function isAffirming(word: string): boolean {
  return /^(?:only|just|merely|simply)$/.test(word);
}

/** Whether nobody said what stands behind this verb and a gerund: `denied calling it “…”`. */
export function isDenying(word: string): boolean {
  return /^(?:den(?:y|ies|ied|ying)|avoid(?:s|ed|ing)?)$/.test(word);
}

/** Whether nobody said what stands behind this verb and an infinitive: `refused to say “…”`. */
export function isRefusing(word: string): boolean {
  return /^(?:refus|declin)(?:e|es|ed|ing)$|^fail(?:s|ed|ing)?$|^(?:forgot|forgets?|neglect(?:s|ed)?)$/.test(
    word,
  );
}

/** Whether who is not so says it: `did not hesitate to say “…”`, `was not ashamed to say “…”`. */
export function isUnabashed(word: string): boolean {
  return /^(?:hesitate|fail|forget|neglect|afraid|shy|ashamed|embarrassed|wait|bother)$/.test(word);
}

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

/** Whether a sentence of the narrator's is a correction: `An earlier version of this article quoted Lane as saying “…”`. */
export function isCorrection({ tokens, from, at }: Place): boolean {
  const told = tokens.text.slice(tokens.starts[from], tokens.starts[at]);
  const correcting = CORRECTING.exec(told);
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
