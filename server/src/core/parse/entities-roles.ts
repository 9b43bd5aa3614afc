import { CharacterClass, classOf } from '../text/characters.ts';
import { isWhiteSpace } from '../text/shapes.ts';
import {
  AUXILIARY,
  BASE,
  classesOf,
  CONJUNCTION,
  CUE,
  DETERMINER,
  MODAL,
  NOUNLIKE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  SAY,
  TIME,
  TITLE,
} from './cues.ts';
import { isUpperCase } from './attribution-spelling.ts';
import type { Span } from '../text/span.ts';

/** No title before a name, or apposition behind it, is read further than this many words. */
const MOST_WORDS = 12;

/** Words in small letters that belong to a role before a name: `longtime press secretary`. */
const MODIFIERS = new Set(
  `former senior deputy chief acting interim longtime then vice press campaign foreign prime assistant executive national general
  state police political military security retired late ex current incoming outgoing newly elected independent conservative
  liberal moderate managing founding finance interior defence defense health police federal local chief special associate
  communications policy legal medical research music film opposition government party`.split(/\s+/),
);

/** Forms of address that say no more than gender. */
const ADDRESS = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'sir',
  'dame',
  'lord',
  'lady',
  'madame',
  'señor',
  'herr',
  'monsieur',
]);

/** The form of address or role directly before a name, and after it; spans of the text. */
export function roleBefore(text: string, name: Span, floor: number): Span | undefined {
  let start: number | undefined;
  let at = name.start;
  let isRole = false;
  let rightmost = true;
  for (let count = 0; count < MOST_WORDS; count++) {
    const word = wordBefore(text, at, floor);
    if (!word) {
      break;
    }
    const capital = isUpperCase(text.charCodeAt(word.start));
    let classes = classesOf(text, word.start, word.end);
    // `said Lane`, `and Lane`: what most names stand behind.
    if (rightmost && !capital && (classes & (ROLE | TITLE | PREPOSITION)) === 0 && !isDotted(text, word)) {
      break;
    }
    const bare = withoutStop(text.slice(word.start, word.end));
    if (isDotted(text, word)) {
      classes |= classesOf(bare);
    }
    // `Said Sen. Lane`
    if (capital && (classes & (SAY | BASE | NOUNLIKE | ROLE | TITLE)) === SAY) {
      break;
    }
    if ((capital || (classes & TITLE) !== 0) && ADDRESS.has(bare.toLowerCase())) {
      break;
    }
    if ((classes & (ROLE | TITLE)) !== 0) {
      isRole = true;
    } else if (bare === 'of' ? !rightmost : bare === 'to' || bare === 'for') {
      const before = wordBefore(text, word.start, floor);
      if (!before || (classesOf(text, before.start, before.end) & ROLE) === 0) {
        break;
      }
    } else if (!capital && !MODIFIERS.has(bare)) {
      break;
    } else if (
      (classes & (CONJUNCTION | PREPOSITION | PRONOUN | DETERMINER | TIME | AUXILIARY | MODAL)) !==
      0
    ) {
      break;
    } else if (rightmost && !capital) {
      break;
    }
    if (bare !== 'of' && bare !== 'to' && bare !== 'for') {
      start = word.start;
    }
    at = word.start;
    rightmost = false;
  }
  return start === undefined || !isRole || !endsInRole(text, start, name.start)
    ? undefined
    : { start, end: trimEnd(text, start, name.start) };
}

function isDotted(text: string, { end }: Span): boolean {
  return text.charCodeAt(end - 1) === 0x2e;
}

function withoutStop(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

/** `Foreign Minister` and `Secretary of State`; not `President Lane Thursday`. */
function endsInRole(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end).trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return (
    (classesOf(last) & (ROLE | TITLE)) !== 0 ||
    (classesOf(withoutStop(last)) & (ROLE | TITLE)) !== 0 ||
    words.some(it => it === 'of' || it === 'to' || it === 'for')
  );
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= 0x20) {
    at--;
  }
  return at;
}

/** The word before an offset, if only one space lies between and it carries no possessive and no punctuation. */
export function wordBefore(text: string, offset: number, floor: number): Span | undefined {
  let end = offset;
  while (end > floor && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0xa0)) {
    end--;
  }
  if (end === offset || end <= floor) {
    return undefined;
  }
  let start = end;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    const kind = classOf(code);
    const inWord =
      kind === CharacterClass.letter ||
      kind === CharacterClass.digit ||
      kind === CharacterClass.expanding ||
      code === 0x2d ||
      code === 0x2e ||
      code === 0x26;
    if (!inWord) {
      break;
    }
    start--;
  }
  const isBare =
    start < end && !(start > floor && classOf(text.charCodeAt(start - 1)) === CharacterClass.apostrophe);
  // A full stop ends the sentence before, unless it is an abbreviation's.
  const dotted = text.charCodeAt(end - 1) === 0x2e && end - start > 5;
  return isBare && !dotted ? { start, end } : undefined;
}

const APPOSITION = /(?:\s*\([^()]{1,30}\))?(?:,\s*\d{1,3})?,\s+([^\n,;:.—–()“”"]{3,120})/uy;

/** Whether a comma or a parenthesis follows: the quick answer for most names. */
function opensApposition(text: string, end: number): boolean {
  let at = end;
  while (isWhiteSpace(text.charCodeAt(at))) {
    at++;
  }
  const code = text.charCodeAt(at);
  return code === 0x28 || (code === 0x2c && at === end);
}

/** The role in an apposition behind a name: `, senior fellow for trade at the Holt Institute,`. */
export function roleAfter(text: string, name: Span, limit: number): Span | undefined {
  if (!opensApposition(text, name.end)) {
    return undefined;
  }
  APPOSITION.lastIndex = name.end;
  const match = APPOSITION.exec(text);
  const words = match?.[1];
  if (!match || words === undefined || APPOSITION.lastIndex > limit) {
    return undefined;
  }
  const start = APPOSITION.lastIndex - words.length;
  let end = start;
  let isRole = false;
  let count = 0;
  for (let at = start; at < APPOSITION.lastIndex; at++) {
    const wordStart = at;
    while (at < APPOSITION.lastIndex && !isWhiteSpace(text.charCodeAt(at))) {
      at++;
    }
    if (at === wordStart) {
      continue;
    }
    const word = text.slice(wordStart, at);
    const classes = classesOf(word);
    const isFirst = count === 0;
    // `secretary of state` holds no verb.
    const isVerb = (classes & CUE) !== 0 && (classes & NOUNLIKE) === 0;
    if (
      (isVerb || (classes & (AUXILIARY | MODAL | RELATIVE | PRONOUN)) !== 0) &&
      (classes & (ROLE | TITLE)) === 0
    ) {
      break;
    }
    if ((word === 'at' || word === 'with' || word === 'and' || word === 'in') && isRole) {
      break;
    }
    if (isFirst && (classes & (CONJUNCTION | PREPOSITION | TIME)) !== 0) {
      return undefined;
    }
    if (count >= MOST_WORDS || (!isRole && count > 5)) {
      break;
    }
    isRole = isRole || (classes & ROLE) !== 0;
    end = at;
    count++;
  }
  return isRole ? withoutArticle(text, start, end) : undefined;
}

function withoutArticle(text: string, start: number, end: number): Span {
  const article = /^(?:the|a|an|his|her|its|their|our)\s+/i.exec(text.slice(start, end));
  return { start: start + (article?.[0].length ?? 0), end };
}

const FEMALE_WORDS =
  /\b(?:mrs|ms|miss|madame|lady|dame|queen|princess|duchess|spokeswoman|congresswoman|chairwoman|businesswoman|councilwoman|assemblywoman|policewoman|actress|mother|grandmother|wife|widow|sister|daughter|granddaughter|niece|aunt|nun|heiress)\b/i;
const MALE_WORDS =
  /\b(?:mr|sir|lord|king|prince|duke|spokesman|congressman|businessman|councilman|assemblyman|policeman|father|grandfather|husband|widower|brother|son|grandson|nephew|uncle|monk)\b/i;

/** Forms of address that stand before a name, with or without a stop. */
const FORMS_OF_ADDRESS: ReadonlyMap<string, 'female' | 'male'> = new Map(
  Object.entries({
    female: 'Mrs Ms Miss Dame Lady Madame Queen Princess',
    male: 'Mr Sir Lord King Prince',
  }).flatMap(([gender, words]) => words.split(' ').map(word => [word, gender as 'female' | 'male'])),
);

/** The gender that the word before a name tells: `Mrs.`, `Lady`. */
export function genderOfAddress(text: string, { start, end }: Span): 'female' | 'male' | undefined {
  const bare = text.charCodeAt(end - 1) === 0x2e ? end - 1 : end;
  return bare - start > LONGEST_ADDRESS ? undefined : FORMS_OF_ADDRESS.get(text.slice(start, bare));
}

const LONGEST_ADDRESS = 'Princess'.length;

/** The gender that a title or role tells. */
export function genderOfRole(role: string): 'female' | 'male' | undefined {
  const female = FEMALE_WORDS.test(role);
  const male = MALE_WORDS.test(role);
  return female === male ? undefined : female ? 'female' : 'male';
}
