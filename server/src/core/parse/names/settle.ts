import { isFirstName } from '../entities-first-names.ts';
import { isBehindJustice, settleAddressed } from './addressed.ts';
import type { NamesDocument } from './document.ts';
import { hashWord, hashedWords } from './hash.ts';
import { PLAIN_WORD, WordList } from './lexicon.ts';
import { Gap, Shape } from './shapes.ts';
import { isInside, kindOfTag } from './tags.ts';
import { Seen } from './vocabulary.ts';

const PERSON = 1;
const PLACE = 5;
/** Words after which only a person's name comes. */
const HONORIFICS = hashedWords(
  'mr mrs ms mx dr messrs sen rep gov gen col lt sgt capt cmdr maj adm prof rev sheikh shaikh sheikha imam mr. mrs. ms. dr.',
);
/** What a word may be that is no part of a person's name. */
const NO_PERSON =
  WordList.country |
  WordList.nationality |
  WordList.organisationWord |
  WordList.organisation |
  WordList.placeWord |
  WordList.calendar |
  WordList.title |
  WordList.stop;
/** What makes the name of a country doubtful: `Jordan`, `Chad`. */
const DOUBTFUL_COUNTRY =
  WordList.firstName | WordList.lastName | WordList.nationality | WordList.organisation | WordList.placeWord;
const COUNTRY_LETTERS = hashedWords('us u.s. usa u.s.a. uk u.k. uae u.a.e.');
/** What stands before places, and hardly before people. */
const LOCATIVES = hashedWords('in at near into across outside inside around through');
/** What stands before things alone. */
const ARTICLES = hashedWords('the a an this that its');
/** `the never-enforced Logan Act`: what is named after somebody. */
const NAMED_AFTER = hashedWords(
  'act law bill project doctrine amendment effect award prize memorial bridge show democrat democrats republican republicans',
);
/** `the Scot`: what somebody is called by where they are from. */
const COMPATRIOTS = hashedWords(
  `scot scotsman scotswoman englishman englishwoman irishman irishwoman welshman welshwoman ulsterman cornishman yorkshireman
  lancastrian londoner glaswegian liverpudlian mancunian dutchman dutchwoman frenchman frenchwoman dane swede finn norwegian
  icelander spaniard turk serb croat slovene briton iowan texan ohioan oregonian floridian georgian virginian kentuckian
  nebraskan tennessean arkansan hoosier californian alaskan hawaiian vermonter mainer`,
);
const STATE = hashWord('state');
const OF = hashWord('of');
const LONGEST_PERSON = 4;

/** Settles by plain rules what learned weights get wrong for want of examples. */
export function settleByRules(document: NamesDocument, tags: Uint8Array): void {
  const { tokens, runs } = document;
  for (let run = 0; run < runs.starts.length; run++) {
    const start = runs.starts[run] ?? 0;
    const end = runs.ends[run] ?? 0;
    for (let token = start; token < end; token++) {
      if ((tokens.shapes[token] ?? 0) < Shape.capitalised) {
        continue;
      }
      const nameEnd = afterName(tags, token, end);
      if (settleAddressed(document, tags, token, nameEnd, end)) {
        continue;
      }
      if (isSureCountry(document, tags, token, nameEnd)) {
        tags[token] = PLACE;
      } else if (
        isPersonCalledLikePlace(document, tags, token, nameEnd) ||
        isPersonUnseen(document, tags, token, end)
      ) {
        tags[token] = PERSON;
        tags[token + 1] = PERSON + 1;
      } else if (token > start && isTitled(document, tags, token, nameEnd)) {
        makePerson(document, tags, token, end);
      } else if (isCountryBeforePerson(document, tags, token, nameEnd)) {
        tags[token] = PLACE;
        tags[token + 1] = PERSON;
        tags.fill(PERSON + 1, token + 2, nameEnd);
      } else if (
        isSecretaryOfState(document, tags, token, nameEnd) ||
        isCompatriot(document, tags, token, nameEnd)
      ) {
        tags[token] = 0;
      }
    }
  }
}

/** Where the name that begins at a token ends; just after the token if none does. */
function afterName(tags: Uint8Array, token: number, end: number): number {
  let after = token + 1;
  while (after < end && isInside(tags[after] ?? 0)) {
    after++;
  }
  return after;
}

/** A word that is a country and nothing else, left out or taken for an organisation. */
function isSureCountry(document: NamesDocument, tags: Uint8Array, token: number, nameEnd: number): boolean {
  const tag = tags[token] ?? 0;
  if (tag === PLACE || isInside(tag) || nameEnd > token + 1) {
    return false;
  }
  const { tokens } = document;
  const shape = tokens.shapes[token];
  if (shape === Shape.capitals || shape === Shape.dotted) {
    return COUNTRY_LETTERS.has(tokens.hashes[token] ?? 0);
  }
  const lists = listsOf(document, token);
  return tag !== PERSON && (lists & WordList.country) !== 0 && (lists & DOUBTFUL_COUNTRY) === 0;
}

/** `Chad Aasen`, `Jordan Holm-Ray`: a first name that is a place besides, and a word that nothing but a surname would be. */
function isPersonCalledLikePlace(
  document: NamesDocument,
  tags: Uint8Array,
  token: number,
  nameEnd: number,
): boolean {
  return tags[token] === PLACE && nameEnd === token + 2 && isFullName(document, token);
}

/** `the editor Mark Aasen`, not seen as a name: two words with capitals behind one without, and none behind them. */
function isPersonUnseen(document: NamesDocument, tags: Uint8Array, token: number, end: number): boolean {
  const { hashes, shapes, gaps } = document.tokens;
  const goesOn =
    token + 2 < end && gaps[token + 2] === Gap.space && (shapes[token + 2] ?? 0) >= Shape.capitalised;
  return (
    tags[token] === 0 &&
    token + 1 < end &&
    tags[token + 1] === 0 &&
    gaps[token] === Gap.space &&
    gaps[token + 1] === Gap.space &&
    shapes[token - 1] === Shape.lower &&
    !ARTICLES.has(hashes[token - 1] ?? 0) &&
    (shapes[token + 1] ?? 0) >= Shape.capitalised &&
    !goesOn &&
    !NAMED_AFTER.has(hashes[token + 1] ?? 0) &&
    isFullName(document, token)
  );
}

/** Whether a word is a first name, and the next one nothing but a surname. */
function isFullName(document: NamesDocument, token: number): boolean {
  const { text, tokens, vocabulary } = document;
  const { starts, ends, shapes, hashes } = tokens;
  const isKnownPlace = (listsOf(document, token) & (WordList.city | WordList.country)) !== 0;
  const surname = listsOf(document, token + 1);
  const isElse =
    (surname & (WordList.firstName | WordList.common | PLAIN_WORD)) !== 0 ||
    ((vocabulary.seen[vocabulary.ofToken[token + 1] ?? 0] ?? 0) & Seen.lower) !== 0;
  return (
    document.phrases[token] === 0 &&
    shapes[token] !== Shape.capitals &&
    shapes[token + 1] !== Shape.capitals &&
    (surname & (NO_PERSON | WordList.city)) === 0 &&
    (!isElse || (surname & WordList.lastName) !== 0) &&
    !(isKnownPlace && LOCATIVES.has(hashes[token - 1] ?? 0)) &&
    isFirstName(text.slice(starts[token], ends[token]))
  );
}

/** Whether a name that is not taken for a person, or no name at all, follows a title directly. */
function isTitled(document: NamesDocument, tags: Uint8Array, token: number, nameEnd: number): boolean {
  const { tokens } = document;
  const tag = tags[token] ?? 0;
  if (isInside(tag) || tag === PERSON || tags[token - 1] !== 0 || tokens.gaps[token] !== Gap.space) {
    return false;
  }
  const titleLists = listsOf(document, token - 1);
  const afterHonorific =
    HONORIFICS.has(tokens.hashes[token - 1] ?? 0) || isBehindJustice(document.tokens, token);
  const afterTitle =
    tag !== 0 && (titleLists & WordList.title) !== 0 && (tokens.shapes[token - 1] ?? 0) > Shape.lower;
  if (!afterHonorific && !afterTitle) {
    return false;
  }
  for (let at = token; at < nameEnd; at++) {
    const lists = listsOf(document, at);
    if ((lists & NO_PERSON) !== 0 || (tokens.shapes[at] ?? 0) < Shape.capitalised) {
      return false;
    }
  }
  return true;
}

/** Makes the capital words from here on one person, as far as they are no other name. */
function makePerson(document: NamesDocument, tags: Uint8Array, start: number, end: number): void {
  const { tokens } = document;
  const kind = tags[start] === 0 ? -1 : kindOfTag(tags[start] ?? 0);
  const limit = Math.min(end, start + LONGEST_PERSON);
  tags[start] = PERSON;
  for (let token = start + 1; token < limit; token++) {
    const tag = tags[token] ?? 0;
    const lists = listsOf(document, token);
    const belongs =
      kind < 0 ? tag === 0 && (lists & NO_PERSON) === 0 : isInside(tag) && kindOfTag(tag) === kind;
    if (!belongs || (tokens.shapes[token] ?? 0) < Shape.capitalised) {
      break;
    }
    tags[token] = PERSON + 1;
  }
  // What is left of the name that was there has lost its beginning.
  for (let token = start + 1; token < end && isInside(tags[token] ?? 0); token++) {
    if (tags[token] !== PERSON + 1) {
      tags[token] = 0;
    }
  }
}

/** `Venezuela Alicia Romero` after `ambassador to`, taken for one name. */
function isCountryBeforePerson(
  document: NamesDocument,
  tags: Uint8Array,
  token: number,
  nameEnd: number,
): boolean {
  const tag = tags[token] ?? 0;
  if (nameEnd - token < 3 || nameEnd - token > LONGEST_PERSON || (tag !== PLACE && tag !== PERSON)) {
    return false;
  }
  const lists = listsOf(document, token);
  return (
    (lists & WordList.country) !== 0 &&
    (lists & DOUBTFUL_COUNTRY) === 0 &&
    (listsOf(document, token + 1) & WordList.firstName) !== 0 &&
    (listsOf(document, nameEnd - 1) & NO_PERSON) === 0
  );
}

function listsOf({ vocabulary }: NamesDocument, token: number): number {
  return vocabulary.entries[vocabulary.ofToken[token] ?? 0] ?? 0;
}

/** `State` of `Secretary of State` is no organisation. */
function isSecretaryOfState(
  { tokens }: NamesDocument,
  tags: Uint8Array,
  token: number,
  nameEnd: number,
): boolean {
  return (
    (tags[token] ?? 0) > PERSON &&
    nameEnd === token + 1 &&
    tokens.hashes[token] === STATE &&
    tokens.hashes[token - 1] === OF
  );
}

/** `the Dutchman said`: somebody who is named elsewhere. */
function isCompatriot({ tokens }: NamesDocument, tags: Uint8Array, token: number, nameEnd: number): boolean {
  return (
    (tags[token] ?? 0) > 0 &&
    nameEnd === token + 1 &&
    COMPATRIOTS.has(tokens.hashes[token] ?? 0) &&
    ARTICLES.has(tokens.hashes[token - 1] ?? 0)
  );
}
