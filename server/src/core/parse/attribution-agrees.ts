import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { is, isNumber, isPerson, isThat, isVerb, wordAt } from './attribution-words.ts';
import { BASE, CONJUNCTION, DETERMINER, INDEFINITE, NOUNLIKE, PRONOUN, RELATIVE } from './cues.ts';

/** No more words than these stand between the marks and the verb: `“…,” the harbour report notes.` */
const LONGEST_TEXT = 4;

/** `“…,” the report notes.`: where nothing else stands behind the words, it is their verb. */
export function isAllBehindWords(tokens: Tokens, last: number, verb: number, from: number): boolean {
  let first = last;
  while (first > from && last - first < LONGEST_TEXT && tokens.kinds[first] === Kind.word) {
    if (is(tokens, first, DETERMINER)) {
      break;
    }
    first--;
  }
  const after = tokens.kinds[verb + 1];
  const ends = after === undefined || after === Kind.stop || after === Kind.comma || after === Kind.quotation;
  return (
    ends &&
    first < last &&
    is(tokens, first, DETERMINER) &&
    tokens.kinds[first - 1] === Kind.quotation &&
    /[^s]s$/.test(wordAt(tokens, verb))
  );
}

/** `needed to answer that question` */
function isInfinitive(tokens: Tokens, index: number): boolean {
  return is(tokens, index, BASE) && wordAt(tokens, index - 1) === 'to';
}

/** What stands so before a word shows it to be a noun. */
const SEVERAL =
  /^(?:many|several|few|most|all|both|these|those|some|other|two|three|four|five|six|more|various)$/i;

/** A form that is as often a noun is a verb only after something that can be its subject. */
export function agrees(
  tokens: Tokens,
  index: number,
  verb: number,
  classes: number,
  adverbs: boolean,
): boolean {
  const kind = tokens.kinds[index];
  if (((tokens.marks[index] ?? 0) & POSSESSIVE) !== 0) {
    return false;
  }
  if (kind === Kind.name) {
    // `Democrats claim`, `Lane claims`; but `the Lane claim`
    const isPlural =
      tokens.text.charCodeAt((tokens.ends[index] ?? 1) - 1) === 0x73 ||
      (is(tokens, index - 1, CONJUNCTION) && tokens.kinds[index - 2] === Kind.name);
    // `Holt Police say`
    const isBody = !isPerson(tokens, index) && /^(?:say|tell|write)$/.test(wordAt(tokens, verb));
    return (classes & BASE) === 0 || isPlural || isBody;
  }
  if (kind === Kind.comma || kind === Kind.close || kind === Kind.dash) {
    return (classes & NOUNLIKE) === 0 || adverbs;
  }
  // `across 17 states`
  if (kind !== Kind.word || isNumber(tokens, index)) {
    return false;
  }
  // `maintaining that state law …`: nobody is meant by `that`.
  if (isThat(tokens, index) && (isVerb(tokens, index - 1) || isInfinitive(tokens, index - 1))) {
    return false;
  }
  const word = wordAt(tokens, index);
  // `in many states`, `several claims`: more than one of what the word names.
  if ((classes & BASE) === 0 && SEVERAL.test(word)) {
    return false;
  }
  if (is(tokens, index, PRONOUN | RELATIVE | INDEFINITE)) {
    return true;
  }
  // `a rapacious state government`
  const isPlural = word.endsWith('s') && !/(?:ss|ous)$/.test(word);
  return (classes & BASE) !== 0 ? isPlural : (classes & NOUNLIKE) === 0 || adverbs;
}
