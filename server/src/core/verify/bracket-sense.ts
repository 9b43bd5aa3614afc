import { wordSet } from '../text/word-set.ts';
import type { ChangedWord } from './classify.ts';
import { persons, type Person } from './pronouns.ts';

/**
 * Whether words in brackets say something else than the words they stand for. An editor may name whom a pronoun means, put one
 * noun for another, and change a verb's form; not its sense, nor who speaks of whom, nor how many. `before` is the folded word
 * that both have in front.
 */
export function isOtherSense(
  drafted: readonly ChangedWord[],
  source: readonly ChangedWord[],
  before: string,
): boolean {
  const { put, taken, lead } = withoutCommon(drafted, source, before);
  if (put.length === 0 || taken.length === 0 || put.some(it => placeholders.test(it.key))) {
    return false;
  }
  const [said, meant] = [taken, put].map(words => words.flatMap(it => personOf(it.key) ?? []));
  if (said === undefined || meant === undefined) {
    return false;
  }
  if (said.length === 0 && put.every(it => it.key.endsWith('self') || it.key.endsWith('selves'))) {
    // `I [himself] would`, for `I certainly would`: who is meant himself is named before.
    return true;
  }
  if (meant.length > 0) {
    const isPlain = said.length === 0 && !meant.some(it => it === 'I' || it === 'we');
    return !isPlain && !meant.every(it => said.some(other => mayStandFor(it, other)));
  }
  const amounts = (words: readonly ChangedWord[]): readonly string[] =>
    words.flatMap(it => (quantities.has(it.key) ? it.key : []));
  if (amounts(taken).length > 0 && amounts(put).some(it => !amounts(taken).includes(it))) {
    return true;
  }
  if (put.some(one => taken.some(other => isOpposite(one.key, other.key)))) {
    return true;
  }
  // Behind `he` and `we` stands a verb, or when and where: `we [on Tuesday]`, but not `we [since]`.
  const isPlace = subjects.has(lead) ? saysWhen(put) : !put.every(it => links.has(it.key));
  const isNoun =
    said.length > 0 ||
    (isPlace && taken.some(it => pointing.has(it.key))) ||
    (!subjects.has(lead) && isNominal(put, lead));
  return !isNoun && !put.some(one => taken.some(other => isOneVerb(one.key, other.key)));
}

/** Whether words that stand behind a word look like a noun and what belongs to it. */
function isNominal(put: readonly ChangedWord[], lead: string): boolean {
  return (
    put.some(it => /^[\p{Lu}\p{N}]/u.test(it.raw)) ||
    determiners.has(put[0]?.key ?? '') ||
    determiners.has(lead) ||
    prepositions.has(lead)
  );
}

/** Whether words may say when, where or how. */
function saysWhen(put: readonly ChangedWord[]): boolean {
  const [first] = put;
  return (
    first !== undefined &&
    (put.length > 1 || /^[\p{Lu}\p{N}]|ly$/u.test(first.raw) || pointing.has(first.key)) &&
    !put.every(it => links.has(it.key))
  );
}

/** Whether a folded word says of whom, or of how many. */
export function isPersonOrQuantity(key: string): boolean {
  return personOf(key) !== undefined || quantities.has(key);
}

/** Both without the words that they begin and end with alike; and the word before what is left. */
function withoutCommon(
  put: readonly ChangedWord[],
  taken: readonly ChangedWord[],
  before: string,
): { readonly put: readonly ChangedWord[]; readonly taken: readonly ChangedWord[]; readonly lead: string } {
  let start = 0;
  while (start < Math.min(put.length, taken.length) && put[start]?.key === taken[start]?.key) {
    start++;
  }
  let end = 0;
  while (
    end < Math.min(put.length, taken.length) - start &&
    put.at(-1 - end)?.key === taken.at(-1 - end)?.key
  ) {
    end++;
  }
  return {
    put: put.slice(start, put.length - end),
    taken: taken.slice(start, taken.length - end),
    lead: put[start - 1]?.key ?? before,
  };
}

function personOf(key: string): Person | undefined {
  return persons.get(key.replace(/'(?:s|re|ve|ll|d|m)$/, ''));
}

/** A speaker of whom the narrator tells becomes the third person; what is one thing may be many to others. */
function mayStandFor(put: Person, taken: Person): boolean {
  if (put === taken) {
    return true;
  }
  return /^(?:I|we|you)$/.test(taken) ? /^(?:he|she|it|they)$/.test(put) : /^(?:it|they)$/.test(put);
}

function isOpposite(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length > 2 &&
    long.endsWith(short) &&
    /^(?:un|dis|in|im|ir|il|non|mis|anti)$/.test(long.slice(0, -short.length))
  );
}

/** Whether two words are forms of one verb: begin alike, or are listed. */
function isOneVerb(one: string, other: string): boolean {
  const [left, right] = [one, other].map(it => it.replace(/[^a-z]/g, ''));
  if (left === undefined || right === undefined || left === '' || right === '') {
    return false;
  }
  return (
    left.slice(0, 2) === right.slice(0, 2) ||
    isPrefixed(left, right) ||
    isPrefixed(right, left) ||
    skeleton(left) === skeleton(right) ||
    irregular.some(it => it.has(left) && it.has(right))
  );
}

/** `resell` of `sell`; `caused` is no form of `used`. */
function isPrefixed(long: string, short: string): boolean {
  return (
    long.endsWith(short) &&
    /^(?:re|pre|over|out|up|under|fore|with|be|co|inter)$/.test(long.slice(0, -short.length))
  );
}

/** The first letter and the next consonant of a verb whose vowel changes: `take`, `took`. */
function skeleton(word: string): string {
  return (
    word.slice(0, 1) +
    word
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .slice(0, 1)
  );
}

const irregular = [
  "am is are was were be been being i'm he's she's it's that's we're you're they're",
  'have has had having',
  'do does did done doing',
  'go goes went gone going gonna',
  'buy buys bought',
  'seek seeks sought',
  'teach teaches taught',
  'see sees saw seen',
  "will won't wo",
  "shall shan't",
  'eat eats ate eaten',
].map(it => wordSet(it.replaceAll("'", '')));

const placeholders =
  /^(?:expletives?|bleep(?:ed|ing)?|inaudible|unintelligible|indistinct|crosstalk|redacted|deleted|removed|withheld|omitted|laughs|laughter|profanity|epithet|slur|obscenity|vulgarity|swearing)$/;
const quantities = wordSet(
  'some all most many few several every each any both half only more less fewer always often sometimes rarely seldom never probably perhaps maybe certainly surely first last before after',
);
/** What these point at, only who was there knows. */
const pointing = wordSet(
  'this that these those here there then now today yesterday tomorrow tonight ago so such who what which where when people guy guys folks man men woman women kid kids person thing things stuff one ones 1 place time day week month year other others same former latter',
);
const subjects = wordSet('i we he she they');
/** These alone stand for nothing. */
const links = wordSet(
  'of in on at for from by with about against into over under after before during between among without within toward towards since until till regarding concerning despite because although though while whereas unless if and or but nor than as',
);
const determiners = wordSet(
  'the a an this that these those my our your his her its their some any no every each all both',
);
const prepositions = wordSet(
  'of in on at for from by with about against into over under after before during through between among without within toward behind like as than and or',
);
