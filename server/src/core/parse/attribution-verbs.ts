import type { Subject } from './attribution-clauses.ts';
import { agrees, isAllBehindWords } from './attribution-agrees.ts';
import { hearsaySubject, isWhere, readInfinitive } from './attribution-infinitive.ts';
import { isOfMany, speakersEndingAt } from './attribution-joint.ts';
import { joinedIn, recalledBefore } from './attribution-recalled.ts';
import { quotedAs } from './attribution-subjects.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { isReadOut, isReduced, isWithoutObject } from './attribution-reduced.ts';
import { isDenying } from './attribution-unsaid.ts';
import { verbGroup, type VerbGroup } from './attribution-verb-group.ts';
import { is, isCoordinator, isPerson, isPossessive, titlesBefore, wordAt } from './attribution-words.ts';
import {
  ADVERB,
  BASE,
  BE,
  CONJUNCTION,
  DETERMINER,
  GERUND,
  INDEFINITE,
  NOUNLIKE,
  PAST,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
} from './cues.ts';

/** What stands before a verb. */
export interface Left {
  subject: Subject | undefined;
  modal: boolean;
  negated: boolean;
  passive: boolean;
  /** The verb belongs to somebody who cannot be told: `accused him of saying`. */
  barred: boolean;
  /** Nothing stands before the verb in its clause: an inverted subject may follow. */
  opens: boolean;
}

/** Reads what stands before a verb; `no verb` where the word is a noun or an adjective there. */
export function leftOf(
  tokens: Tokens,
  verbIndex: number,
  from: number,
  classes: number,
): Readonly<Left> | 'no verb' {
  const group = verbGroup(tokens, verbIndex, from, classes);
  const { before: index, modal, negated, passive, auxiliary, adverbs } = group;
  const left: Left = { subject: undefined, modal, negated, passive, barred: false, opens: false };
  const kind = index >= from ? tokens.kinds[index] : undefined;
  const isGerund = (classes & GERUND) !== 0;
  if (
    kind === undefined ||
    kind === Kind.quotation ||
    kind === Kind.colon ||
    kind === Kind.semicolon ||
    kind === Kind.open
  ) {
    // `Asked about it, …`: whoever is asked does not ask.
    const asked = kind === undefined && (classes & PAST) !== 0 && wordAt(tokens, verbIndex) === 'Asked';
    left.barred = asked;
    left.opens = !auxiliary && !modal;
    return (classes & NOUNLIKE) !== 0 && kind === undefined && (classes & BASE) !== 0 ? 'no verb' : left;
  }
  const isWord = kind === Kind.word;
  const behindWord = isWord ? leftBehindWord(tokens, verbIndex, from, classes, group, left) : undefined;
  const found = behindWord ?? (isGerund && !auxiliary ? leftOfGerund(tokens, index, from, left) : undefined);
  if (found !== undefined) {
    return found;
  }
  if (
    kind === Kind.comma &&
    !auxiliary &&
    !modal &&
    !adverbs &&
    tokens.kinds[index - 1] === Kind.quotation &&
    index - 1 >= from
  ) {
    left.opens = true;
    return left;
  }
  const subject = heardBefore(tokens, index, from) ?? speakersEndingAt(tokens, index, from);
  const isApposed = kind === Kind.comma && subject?.kind === 'name' && (classes & BASE) === 0;
  if (
    (classes & (NOUNLIKE | BASE)) !== 0 &&
    !modal &&
    !auxiliary &&
    !isApposed &&
    !(subject && (isOfMany(tokens, subject) || isHeard(tokens, subject, from))) &&
    !agrees(tokens, index, verbIndex, classes, adverbs) &&
    !isAllBehindWords(tokens, index, verbIndex, from)
  ) {
    return 'no verb';
  }
  if (!auxiliary && isReadOut(tokens, verbIndex, subject)) {
    return 'no verb';
  }
  if (!passive && isReduced(tokens, verbIndex, classes, subject, auxiliary)) {
    left.passive = true;
    return isWithoutObject(tokens, verbIndex) ? 'no verb' : left;
  }
  left.subject = subject;
  left.opens = !passive && !modal && kind === Kind.comma && subject === undefined;
  return left;
}

/** What stands before a verb where that is a word of the clause; undefined where the word may be its subject. */
function leftBehindWord(
  tokens: Tokens,
  verbIndex: number,
  from: number,
  classes: number,
  { before: index, modal, auxiliary, adverbs }: VerbGroup,
  left: Left,
): Readonly<Left> | 'no verb' | undefined {
  const word = wordAt(tokens, index);
  const isGerund = (classes & GERUND) !== 0;
  const quoted = isGerund && word === 'as' ? quotedAs(tokens, index, from) : undefined;
  if (quoted) {
    left.subject = quoted;
    return left;
  }
  if (word === 'to' && (classes & BASE) !== 0) {
    readInfinitive(tokens, index, from, left);
    return left;
  }
  const hearsay = word === 'to' && auxiliary ? hearsaySubject(tokens, index, from) : undefined;
  if (hearsay) {
    left.subject = hearsay;
    return left;
  }
  const joined = isGerund && word === 'in' ? joinedIn(tokens, index, from) : undefined;
  if (joined) {
    left.subject = joined;
    return left;
  }
  if (is(tokens, index, PREPOSITION) && !is(tokens, index, ADVERB)) {
    left.barred = !(isGerund && isByDoing(tokens, index, word));
    left.negated ||= isGerund && /^(?:short|refrain(?:s|ed)?)$/.test(wordAt(tokens, index - 1));
    return isGerund ? left : 'no verb';
  }
  if (is(tokens, index, DETERMINER) && !is(tokens, index, RELATIVE | INDEFINITE | PRONOUN)) {
    return 'no verb';
  }
  if (is(tokens, index, CONJUNCTION)) {
    // `law and order`: a noun, unless something shows a verb.
    const isNoun = (classes & (BASE | NOUNLIKE)) !== 0 && (classes & (PAST | GERUND)) === 0;
    if (isNoun && !modal && !auxiliary && !adverbs) {
      return 'no verb';
    }
    const whenAsked = !isCoordinator(tokens, index) && (classes & PAST) !== 0 && !auxiliary;
    left.barred = whenAsked && !(word === 'as' && isGerund);
    return left;
  }
  // `denied having said`, `regrets ever having said`: whoever denies or regrets it.
  const isPerfect = wordAt(tokens, verbIndex - 1) === 'having' && (classes & PAST) !== 0;
  if (isPerfect && !is(tokens, index, PRONOUN)) {
    left.negated ||= isDenying(word);
    return left;
  }
  return undefined;
}

/** Whether whoever acts says it, too: `by saying`, `made a point of saying`, `was blamed for saying`. */
function isByDoing(tokens: Tokens, index: number, word: string): boolean {
  switch (word) {
    case 'by':
    case 'after':
    case 'before':
    case 'in':
    case 'while':
    case 'despite':
    case 'including':
      return true;
    case 'of':
      return /^(?:point|fond|habit)$/.test(wordAt(tokens, index - 1));
    case 'for':
      return isBlamed(tokens, index - 1);
    default:
      return false;
  }
}

/** What stands before a gerund; undefined where that may be its subject as of any verb. */
function leftOfGerund(tokens: Tokens, index: number, from: number, left: Left): Readonly<Left> | undefined {
  const kind = tokens.kinds[index];
  const recalled = recalledBefore(tokens, index, from);
  if (recalled) {
    left.subject = recalled;
    return left;
  }
  if (kind !== Kind.name) {
    if (kind === Kind.word && is(tokens, index, PRONOUN)) {
      return undefined;
    }
    left.negated ||= kind === Kind.word && isDenying(wordAt(tokens, index));
    left.subject = shown(tokens, index, from);
    return left;
  }
  // `took to Chirper on Tuesday saying …`
  if (isWhere(tokens, index)) {
    return left;
  }
  if (((tokens.marks[index] ?? 0) & POSSESSIVE) === 0) {
    // `Lane calling it …` in a headline, but `protested against Lane calling it …` as well.
    left.subject = { kind: 'name', from: index, to: index + 1 };
    return left;
  }
  return undefined;
}

/** `Ortiz heard Mayor Lane say`: not the mayor of Ortiz’s. */
function heardBefore(tokens: Tokens, last: number, from: number): Subject | undefined {
  const name: Subject = { kind: 'name', from: last, to: last + 1 };
  return isPerson(tokens, last) && !isPossessive(tokens, last) && isHeard(tokens, name, from)
    ? name
    : undefined;
}

/** Whether somebody is heard, seen or made to speak: `heard Lane say`, `had Lane say`. */
function isHeard(tokens: Tokens, { kind, from: first }: Subject, from: number): boolean {
  const verb = first - 1 - titlesBefore(tokens, first, from);
  return (
    kind === 'name' &&
    verb > from &&
    /^(?:hear|hears|heard|hearing|saw|sees?|watch(?:ed|es)?)$/.test(wordAt(tokens, verb))
  );
}

/** `apologised for saying`, `was criticised for saying`: whoever did is blamed; but `criticised Lane for saying` */
function isBlamed(tokens: Tokens, last: number): boolean {
  const word = wordAt(tokens, last);
  return (
    /^(?:apologi[sz](?:ed|es)|sorry|fire|criticism|flak|known|famous|remembered|renowned)$/.test(word) ||
    (/^(?:criticised|criticized|condemned|mocked|ridiculed|sacked|suspended|reprimanded|rebuked|fined|arrested|booed|attacked)$/.test(
      word,
    ) &&
      is(tokens, last - 1, BE | ADVERB))
  );
}

/** `a clip of both men calling for it`: those who are heard. */
function shown(tokens: Tokens, last: number, from: number): Subject | undefined {
  const isPeople = is(tokens, last, INDEFINITE | ROLE) || /^(?:wo)?men$/.test(wordAt(tokens, last));
  let first = last;
  while (isPeople && first > from && last - first < 3 && is(tokens, first - 1, DETERMINER)) {
    first--;
  }
  return isPeople && wordAt(tokens, first - 1) === 'of'
    ? { kind: 'description', from: first, to: last + 1 }
    : undefined;
}
