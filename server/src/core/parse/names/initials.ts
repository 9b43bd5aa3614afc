import { hashedWords, hashWord } from './hash.ts';
import { lookUp, WordList, type WordTable } from './lexicon.ts';
import { Gap, Place, Shape } from './shapes.ts';
import type { TokenWriter } from './tokens.ts';

/** More letters with stops are no person's. */
const MOST_LETTERS = 3;
/** What stands in for initials: a first name that is nothing else, and that the weights know well. */
const STAND_IN = hashWord('kevin');
/** Letters with stops that are something else before a capital: countries, states, offices, degrees, bodies. */
const NO_INITIALS = hashedWords(
  `us uk un eu au uae usa ussr nz hk la ny nj nc sc nd sd nh nm ri dc bc pr nsw ni am pm po tv ai gi mp vp ag da ba bs md ma mba phd jr
  sr fbi cia nsa dni epa irs fda cdc doj gop gdp nfl nba jp fc ap`,
);
/** Letters without stops that are somebody's: of most, nobody's initials are printed so. */
const PLAIN_INITIALS = hashedWords(
  `aj bj cj dj ej gj hj jj kj lj mj oj pj rj sj tj vj wj ja jb jc jd je jf jg jh jk jl jm jn js jt jw aa ae bb bk ck cs dh dk eb ef eh el
  em gk gw hg hh hl kd kt lk ls lz pd pg rk rl rm ts te tk vk vs wb wg wh ys jrr cps vvs apj`,
);
const AND = hashWord('and');
const AMPERSAND = hashWord('&');
const COMPANY = hashedWords(
  'co company corp corporation inc ltd plc llc sons brothers bros group holdings securities partners',
);
/** What is no surname, unless it is known as one. */
const NO_SURNAME =
  WordList.country |
  WordList.bigCity |
  WordList.nationality |
  WordList.organisationWord |
  WordList.organisation |
  WordList.placeWord |
  WordList.common |
  WordList.title;
const NEVER_SURNAME = WordList.stop | WordList.calendar;

/** `A. Sources`, `II. The river`: what numbers the parts of a text. */
const NUMERALS = hashedWords('a b c d e f i v x');
/** Words before a letter that is no initial: `vitamin C. Lane said`. */
const BEFORE_LETTERS = hashedWords(
  `a an the vitamin vitamins hepatitis influenza section plan grade grades group class exhibit type appendix team gate block room unit
  annex part schedule letter serie zone tier category phase tab and or an option point item paragraph clause article`,
);

/**
 * Initials in place of a first name, `J.D. Lane`, `JD Lane`, `J. Lane`, become one for the finder: its weights have seen too
 * few of them, and take them for a country, for a body, or for nobody.
 */
export function readInitials(tokens: TokenWriter, lexicon: WordTable): void {
  const { count, hashes, shapes, gaps } = tokens;
  // From the end: behind the first of two initials comes what the second one has become.
  for (let token = count - 2; token >= 0; token--) {
    const shape = shapes[token] ?? 0;
    if (
      isOfLetters(shape) &&
      gaps[token + 1] === Gap.space &&
      mayBeInitials(tokens, token, lexicon) &&
      isSurname(shapes[token + 1] ?? 0, lookUp(lexicon, hashes[token + 1] ?? 0)) &&
      !isCompany(tokens, token + 2, lexicon)
    ) {
      hashes[token] = STAND_IN;
      shapes[token] = Shape.capitalised;
    }
  }
}

function isOfLetters(shape: number): boolean {
  return shape === Shape.dotted || shape === Shape.initial || shape === Shape.capitals;
}

function mayBeInitials(tokens: TokenWriter, token: number, lexicon: WordTable): boolean {
  const { starts, ends, hashes, shapes, gaps, places } = tokens;
  const hash = hashes[token] ?? 0;
  const before = gaps[token] === Gap.space ? (shapes[token - 1] ?? 0) : Shape.mark;
  if (shapes[token] === Shape.capitals) {
    const isBeforeFullName = gaps[token + 2] === Gap.space && (shapes[token + 2] ?? 0) >= Shape.capitalised;
    return PLAIN_INITIALS.has(hash) && !isBeforeFullName;
  }
  if (shapes[token] === Shape.dotted) {
    const isMiddle = before === Shape.capitalised && isFirstName(hashes[token - 1] ?? 0, lexicon);
    const characters = (ends[token] ?? 0) - (starts[token] ?? 0);
    return !NO_INITIALS.has(hash) && !isMiddle && characters <= MOST_LETTERS * 2;
  }
  if (before === Shape.mark) {
    return places[token] !== Place.blockStart || !NUMERALS.has(hash);
  }
  return before === Shape.initial || (before === Shape.lower && !BEFORE_LETTERS.has(hashes[token - 1] ?? 0));
}

function isSurname(shape: number, lists: number): boolean {
  return (
    shape >= Shape.capitalised &&
    !isOfLetters(shape) &&
    shape !== Shape.letter &&
    shape !== Shape.withDigits &&
    shape !== Shape.abbreviation &&
    (lists & NEVER_SURNAME) === 0 &&
    ((lists & NO_SURNAME) === 0 || (lists & (WordList.firstName | WordList.lastName)) !== 0)
  );
}

/** Whether what begins here makes a company of the name before it: `J.D. Lane and Co.`, `J.D. Lane & Sons`. */
function isCompany({ hashes, gaps }: TokenWriter, token: number, lexicon: WordTable): boolean {
  const first = hashes[token] ?? 0;
  const isJoined = first === AND || first === AMPERSAND;
  const word = hashes[isJoined ? token + 1 : token] ?? 0;
  return (
    gaps[token] === Gap.space &&
    (first === AMPERSAND || COMPANY.has(word) || (lookUp(lexicon, word) & WordList.organisationWord) !== 0)
  );
}

function isFirstName(hash: number, lexicon: WordTable): boolean {
  return (lookUp(lexicon, hash) & WordList.firstName) !== 0;
}
