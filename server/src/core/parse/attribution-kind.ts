import type { Choice, Place } from './attribution-choose.ts';
import { is, isNumber, wordAt } from './attribution-words.ts';
import { isSentenceLike, lastCharacter, startsSentence } from './attribution-sentences.ts';
import { CAPITAL, Kind, POSSESSIVE } from './attribution-tokens.ts';
import { CUE, DETERMINER, NAMING, PREPOSITION, SAY, WORK } from './cues.ts';
import type { QuotationSpan } from './marks.ts';
import type { Quotation } from './reading.ts';
import { Lettered } from '../text/lettered.ts';

/** Words that make what follows a label, whoever speaks. */
const LABELS = new Set([
  'so-called',
  'called',
  'dubbed',
  'nicknamed',
  'titled',
  'entitled',
  'named',
  'known',
  'labeled',
  'labelled',
  'christened',
]);

/** `under the name “…”`: a name is named. */
const NAMES = new Set([
  'name',
  'nickname',
  'pseudonym',
  'alias',
  'hashtag',
  'codename',
  'moniker',
  'label',
  'brand',
]);

/** Small words that a title leaves in small letters. */
const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'or',
  'but',
  'by',
  'with',
  'from',
  'as',
  'is',
  'vs',
]);

/** Whether a quotation is speech at all, and whole sentences or a part of the narrator's. */
export function kindOf(
  place: Place,
  quotation: QuotationSpan,
  choice: Choice | undefined,
): Quotation['kind'] {
  const { tokens, at, from } = place;
  if (isLabel(place, quotation, choice)) {
    return 'scare';
  }
  const capital = startsSentence(tokens.text, quotation);
  if (choice) {
    const whole = capital ? choice.reach === 'beside' || at === from : goesOnWithSentence(place);
    return whole && !runsIntoNarration(place, quotation) ? 'direct' : 'mixed';
  }
  return isAlone(place) &&
    (isSentenceLike(tokens.text, quotation) || (capital && endsSentence(tokens.text, quotation)))
    ? 'direct'
    : 'scare';
}

/** `“If it rains,” he said, “we will wait.”`: the second half begins small and is as whole as the first. */
function goesOnWithSentence({ tokens, at, from }: Place): boolean {
  let index = at - 1;
  while (index > from && tokens.kinds[index] !== Kind.quotation) {
    index--;
  }
  const comma = tokens.kinds[at - 1] === Kind.comma;
  return (
    comma &&
    index >= from &&
    index < at - 1 &&
    tokens.kinds[index] === Kind.quotation &&
    (index === from || at - index <= 6)
  );
}

/** `“We are glad” about the vote`: the narrator ends the sentence. */
function runsIntoNarration({ tokens, at }: Place, quotation: QuotationSpan): boolean {
  const next = tokens.kinds[at + 1];
  const isWord =
    next === Kind.word && ((tokens.marks[at + 1] ?? 0) & CAPITAL) === 0 && !is(tokens, at + 1, CUE);
  return isWord && quotation.closed && !',.?!…-–—:;'.includes(lastCharacter(tokens.text, quotation));
}

/** Whether a quotation ends as a sentence does. */
export function endsSentence(text: string, quotation: QuotationSpan): boolean {
  const last = lastCharacter(text, quotation);
  return last === '' || '.!?…'.includes(last) || !quotation.closed;
}

/** A sentence of its own: nothing of the narrator's in it. */
function isAlone({ tokens, from, to }: Place): boolean {
  for (let index = from; index < to; index++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.word || kind === Kind.name) {
      return false;
    }
  }
  return true;
}

/** Titles of works, nicknames, labels: named, not said. */
export function isLabel(place: Place, quotation: QuotationSpan, choice: Choice | undefined): boolean {
  const { tokens, at, from } = place;
  const before = at - 1;
  if (before < from) {
    return false;
  }
  const word = tokens.kinds[before] === Kind.word ? wordAt(tokens, before) : '';
  const previous = before > from && tokens.kinds[before - 1] === Kind.word ? wordAt(tokens, before - 1) : '';
  if (
    word === 'so-called' ||
    (word === 'as' && previous === 'known') ||
    (LABELS.has(word) && isNaming(place, choice))
  ) {
    return true;
  }
  if (quotation.end - quotation.start > 70) {
    return false;
  }
  // `asked on “Face the Day”: “…”`
  const isProgramme = /^(?:on|in)$/.test(word);
  const told = is(tokens, before, SAY) && /^t(?:old|ells?|elling)$/.test(word);
  const beside =
    !told &&
    !isProgramme &&
    !(tokens.kinds[before] === Kind.comma && is(tokens, before - 1, WORK)) &&
    choice?.reach === 'beside' &&
    choice.attribution.cue.to <= at &&
    choice.attribution.strength === 'says';
  if (beside) {
    return false;
  }
  const words = tokens.text.slice(quotation.start, quotation.end).split(/\s+/);
  if (!isTitleCase(words)) {
    return false;
  }
  // `CNN’s “State of the Day,”` `on “Face the Facts,”` `the film “Harbour”` `a mass exodus of “Dreamers”`
  const apposed = tokens.kinds[before] === Kind.comma && is(tokens, before - 1, WORK);
  const possessive = ((tokens.marks[before] ?? 0) & POSSESSIVE) !== 0;
  if (possessive || apposed || told || is(tokens, before, WORK) || NAMES.has(word)) {
    return true;
  }
  const isFollowedByWork = is(tokens, at + 1, WORK);
  if (words.length === 1) {
    return (
      isFollowedByWork ||
      (is(tokens, before, PREPOSITION | DETERMINER) && word !== 'as' && !isCueObject(place, choice))
    );
  }
  const opens = is(tokens, before, PREPOSITION | DETERMINER) || isNumber(tokens, before);
  return (
    isFollowedByWork ||
    (opens && word !== 'as' && word !== 'to' && (isProgramme || !isCueObject(place, choice)))
  );
}

/** `called “…”` after a thing names it; after a person who calls somebody so, it judges. */
function isNaming({ tokens, at }: Place, choice: Choice | undefined): boolean {
  const last = choice?.attribution;
  // `It was called “…” by Lane`
  if (last && last.cue.from > at && wordAt(tokens, last.cue.from) === 'by') {
    return false;
  }
  return !is(tokens, at - 1, NAMING) || last?.cue.to !== at || last.subject === undefined || last.denied;
}

/** `spoke of “…”`, `called him a “…”`: the quoted words complete the cue itself. */
function isCueObject({ tokens, at }: Place, choice: Choice | undefined): boolean {
  if (!choice || choice.attribution.cue.to > at) {
    return false;
  }
  const end = choice.attribution.cue.to;
  return choice.attribution.strength === 'judges'
    ? at - end <= 8 && tokens.kinds[end] !== Kind.comma
    : at - end <= 2;
}

/** Whatever is no letter or figure, at either end of a word. */
const MARKS_AROUND = new Lettered(String.raw`^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$`, 'gu');

function isTitleCase(words: readonly string[]): boolean {
  let capitals = 0;
  for (const word of words) {
    const letters = word.replace(MARKS_AROUND.on(word), '');
    if (letters === '') {
      continue;
    }
    const first = letters.charAt(0);
    if (first !== first.toLowerCase() || (first >= '0' && first <= '9')) {
      capitals++;
    } else if (!SMALL.has(letters)) {
      return false;
    }
  }
  return capitals > 0;
}
