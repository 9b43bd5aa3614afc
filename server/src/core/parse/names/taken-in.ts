import type { NamesDocument } from './document.ts';
import { PLAIN_WORD, WordList } from './lexicon.ts';
import { isInside } from './tags.ts';
import { Seen } from './vocabulary.ts';

const PERSON = 1;
const PLACE = 5;
/** So often a text must have called somebody by one word, to tell what stands beside it once from a part of the name. */
const ENOUGH = 3;
const PLACES = WordList.country | WordList.city | WordList.bigCity;
/** What a word may be that stands beside a name by chance. */
const BESIDE =
  PLACES |
  WordList.nationality |
  WordList.common |
  WordList.organisationWord |
  WordList.organisation |
  WordList.placeWord |
  WordList.calendar |
  WordList.stop |
  PLAIN_WORD;

/**
 * Parts the name of somebody whom the text calls by one word from what stands beside it once with a capital: `Angry Lane`,
 * `Midwest Lane voters`, `Lane Republicans`.
 */
export function partTakenIn(document: NamesDocument, tags: Uint8Array): void {
  const { tokens, vocabulary } = document;
  const pairs = doubtfulPairs(document, tags);
  const called = new Map<number, number>();
  const isCalled = (word: number): boolean => (called.get(word) ?? 0) >= ENOUGH;
  for (let token = 0, pair = 0; pair < pairs.length && token < tokens.count; token++) {
    if (tags[token] !== PERSON) {
      continue;
    }
    const first = vocabulary.ofToken[token] ?? 0;
    if (!isInside(tags[token + 1] ?? 0)) {
      called.set(first, (called.get(first) ?? 0) + 1);
    }
    if (pairs[pair] !== token) {
      continue;
    }
    pair++;
    const last = vocabulary.ofToken[token + 1] ?? 0;
    if (isTakenIn(document, first, last) && isCalled(last)) {
      tags[token] = (listsOf(document, first) & (WordList.country | WordList.bigCity)) === 0 ? 0 : PLACE;
      tags[token + 1] = PERSON;
    } else if (isBeside(document, last, WordList.lastName) && isCalled(first)) {
      tags[token + 1] = 0;
    }
  }
}

/** Where people of two words begin that are named so once, and one of whose words is as much something else. */
function doubtfulPairs(document: NamesDocument, tags: Uint8Array): readonly number[] {
  const { runs, vocabulary } = document;
  const { ofToken } = vocabulary;
  const pairs: number[] = [];
  for (let run = 0; run < runs.starts.length; run++) {
    const end = runs.ends[run] ?? 0;
    for (let token = runs.starts[run] ?? 0; token + 1 < end; token++) {
      const isPair =
        tags[token] === PERSON && tags[token + 1] === PERSON + 1 && tags[token + 2] !== PERSON + 1;
      if (
        isPair &&
        (isTakenIn(document, ofToken[token] ?? 0, ofToken[token + 1] ?? 0) ||
          isBeside(document, ofToken[token + 1] ?? 0, WordList.lastName))
      ) {
        pairs.push(token);
      }
    }
  }
  return pairs.length === 0 ? pairs : namedOnce(document, tags, pairs);
}

/** Those of some pairs whose two words are a person nowhere else. */
function namedOnce(
  { tokens, vocabulary: { ofToken, count } }: NamesDocument,
  tags: Uint8Array,
  pairs: readonly number[],
): readonly number[] {
  const keyOf = (token: number): number => (ofToken[token] ?? 0) * count + (ofToken[token + 1] ?? 0);
  const times = new Map<number, number>();
  for (let token = 0; token + 1 < tokens.count; token++) {
    if (tags[token] === PERSON && tags[token + 1] === PERSON + 1) {
      const key = keyOf(token);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  return pairs.filter(it => times.get(keyOf(it)) === 1);
}

/** Whether the first of two words may stand before a name by chance: `Angry Lane`, and `Lane Lane` under a picture. */
function isTakenIn(document: NamesDocument, first: number, last: number): boolean {
  return first === last || isBeside(document, first, WordList.firstName);
}

/** Whether a word may stand beside a name by chance, and is not known as a part of names. */
function isBeside(document: NamesDocument, word: number, known: number): boolean {
  const lists = listsOf(document, word);
  const isPlain = ((document.vocabulary.seen[word] ?? 0) & Seen.lower) !== 0;
  return (lists & known) === 0 && ((lists & BESIDE) !== 0 || isPlain);
}

function listsOf({ vocabulary }: NamesDocument, word: number): number {
  return vocabulary.entries[word] ?? 0;
}
