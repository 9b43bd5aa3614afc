import { CharacterClass, classOf } from '../text/characters.ts';
import { isWhiteSpace } from '../text/shapes.ts';
import { wordSet } from '../text/word-set.ts';
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
const MODIFIERS = wordSet(
  `former senior deputy chief acting interim longtime then vice press campaign foreign prime assistant executive national general
  state police political military security retired late ex current incoming outgoing newly elected independent conservative
  liberal moderate managing founding finance interior defence defense health police federal local chief special associate
  communications policy legal medical research music film opposition government party presidential mayoral gubernatorial congressional
  senatorial parliamentary committee subcommittee board council commission cabinet ministry department agency administration majority
  minority intelligence counterterrorism financial business law labor labour civil human voting rights high school university
  college city county town village district regional provincial municipal radio television sports retiring sitting ousted deposed
  disgraced fellow presumptive veteran oversight management public criminal immigration education transport trade economic
  environmental religious community`,
);

/** `then-Texas Governor`, `ex-CIA director`: what says that somebody no longer is, or not yet. */
const PAST_OFFICE = /^(?:then|ex|one-?time|soon-to-be)-/;

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
    } else if (LINKS.has(bare)) {
      const before = wordBefore(text, word.start, floor);
      if (rightmost || !before || !mayLink(text, before, bare, isRole ? at : undefined)) {
        break;
      }
    } else if (!capital && (isDotted(text, word) || !(MODIFIERS.has(bare) || PAST_OFFICE.test(bare)))) {
      break;
    } else if (
      (classes & (CONJUNCTION | PREPOSITION | PRONOUN | DETERMINER | TIME | AUXILIARY | MODAL)) !==
      0
    ) {
      break;
    } else if (rightmost && !capital) {
      break;
    }
    if (!LINKS.has(bare)) {
      start = word.start;
    }
    at = word.start;
    rightmost = false;
  }
  return start === undefined || !isRole || !endsInRole(text, start, name.start)
    ? undefined
    : { start, end: trimEnd(text, start, name.start) };
}

/** What joins an office to what it is of: `Secretary of State`. */
const LINKS: ReadonlySet<string> = new Set(['of', 'to', 'for']);

/**
 * `Minister of Defence`, `University of Holt President`; not `Friends of President Lane`. Before a role that is read already, what
 * begins `behind` the link, only what has a capital: `Secretary of State spokesman Lane`, not `spokesman for Mayor Lane`.
 */
function mayLink(text: string, { start, end }: Span, link: string, behind: number | undefined): boolean {
  const classes = classesOf(text, start, end);
  const isName = isUpperCase(text.charCodeAt(start));
  if ((classes & ROLE) === 0) {
    return (
      behind !== undefined && link === 'of' && isName && classes === 0 && text.charCodeAt(end - 1) !== 0x73
    );
  }
  return behind === undefined || (isName && (classesOf(firstWord(text, behind)) & (ROLE | TITLE)) === 0);
}

function firstWord(text: string, start: number): string {
  return /^[^\s.]*/.exec(text.slice(start, start + 20))?.[0] ?? '';
}

/** So much is read of what a name may be an apposition to, in characters. */
const LONGEST_APPOSED = 120;
/** What opens it: `the`, `his`, `Holt’s`. */
const OPENER = /^(?:the|an?|his|her|their|its|our|whose|[\p{L}-]+(?:[’']s|s[’']))$/iu;
const BARE_WORD = /^[\p{L}\d&-]+(?:\.(?:\p{L}\.)*)?$/u;
/** What closes an apposition; behind `, 54,` or `, who` a name may as well begin a clause. */
const CLOSER = /^(?:[.;)—–]|,\s+(?!\d|(?:who|whose|an?|the|and|or|his|her)\b))/;

/**
 * The role that a name behind a comma is an apposition to: `the state’s governor, Ana Lane, said`; not `according to the governor,
 * Ana Lane, …`.
 */
export function roleApposed(text: string, name: Span, floor: number, limit: number): Span | undefined {
  const comma = name.start - 2;
  const isBehindComma =
    comma > floor && text.charCodeAt(comma) === COMMA && text.charCodeAt(comma + 1) === SPACE;
  if (!isBehindComma || !CLOSER.test(text.slice(name.end, Math.min(limit, name.end + LONGEST_CLOSER)))) {
    return undefined;
  }
  const words = text.slice(Math.max(floor, comma - LONGEST_APPOSED), comma).split(' ');
  const role = words.findLastIndex(it => (classesOf(it) & ROLE) !== 0);
  let opener = role - 1;
  while (opener > 0 && !OPENER.test(words[opener] ?? '') && isModifier(words[opener] ?? '')) {
    opener--;
  }
  const isRole =
    role > 0 &&
    opener >= 0 &&
    OPENER.test(words[opener] ?? '') &&
    words[opener - 1] !== 'to' &&
    isOffice(words.slice(role));
  const first = words[opener + 1] === NEW ? opener + 2 : opener + 1;
  return isRole ? { start: comma - words.slice(first).join(' ').length, end: comma } : undefined;
}

const COMMA = 0x2c;
const SPACE = 0x20;
/** No part of an office, and soon not true. */
const NEW = 'new';
const LONGEST_CLOSER = 10;

function isModifier(word: string): boolean {
  return (
    word === NEW ||
    isNamePart(word) ||
    MODIFIERS.has(word) ||
    PAST_OFFICE.test(word) ||
    (classesOf(word) & ROLE) !== 0
  );
}

/** `governor`, `mayor of Holt`, `head of the Holt Institute`; not `governors`, `mayor who met Ortiz`. */
function isOffice([role = '', link, ...rest]: readonly string[]): boolean {
  const of = rest[0] === 'the' ? rest.slice(1) : rest;
  const isWhole = link === undefined || (LINKS.has(link) && of.length > 0 && of.every(isNamePart));
  return isWhole && !/[^s]s$/.test(role);
}

function isNamePart(word: string): boolean {
  return BARE_WORD.test(word) && isUpperCase(word.charCodeAt(0));
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
    words.some(it => LINKS.has(it))
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
    count++;
    // `author of`, where the title of the book stands between marks.
    if ((classes & (PREPOSITION | CONJUNCTION | DETERMINER)) === 0) {
      end = at;
    }
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
