import type { Subject } from './attribution-clauses.ts';
import { agrees, isAllBehindWords } from './attribution-agrees.ts';
import { hearsaySubject, isWhere, readInfinitive } from './attribution-infinitive.ts';
import { isOfMany, speakersEndingAt } from './attribution-joint.ts';
import { joinedIn, recalledBefore } from './attribution-recalled.ts';
import { quotedAs } from './attribution-subjects.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { isReadOut, isReduced, isWithoutObject } from './attribution-reduced.ts';
import { isDenying } from './attribution-unsaid.ts';
import { verbGroup } from './attribution-verb-group.ts';
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
  const {
    before: index,
    modal,
    negated,
    passive,
    auxiliary,
    adverbs,
  } = verbGroup(tokens, verbIndex, from, classes);
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
  const word = kind === Kind.word ? wordAt(tokens, index) : '';
  const quoted = isGerund && word === 'as' ? quotedAs(tokens, index, from) : undefined;
  if (quoted) {
    left.subject = quoted;
    return left;
  }
  if (kind === Kind.word) {
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
      const byDoing =
        isGerund &&
        (word === 'by' ||
          (word === 'of' && /^(?:point|fond|habit)$/.test(wordAt(tokens, index - 1))) ||
          word === 'after' ||
          word === 'before' ||
          word === 'in' ||
          word === 'while' ||
          word === 'despite' ||
          word === 'including' ||
          (word === 'for' && isBlamed(tokens, index - 1)));
      left.barred = !byDoing;
      left.negated ||= isGerund && /^(?:short|refrain(?:s|ed)?)$/.test(wordAt(tokens, index - 1));
      return isGerund ? left : 'no verb';
    }
    if (is(tokens, index, DETERMINER) && !is(tokens, index, RELATIVE | INDEFINITE | PRONOUN)) {
      return 'no verb';
    }
    if (is(tokens, index, CONJUNCTION)) {
      // `law and order`: a noun, unless something shows a verb.
      if (
        (classes & (BASE | NOUNLIKE)) !== 0 &&
        (classes & (PAST | GERUND)) === 0 &&
        !modal &&
        !auxiliary &&
        !adverbs
      ) {
        return 'no verb';
      }
      const whenAsked = !isCoordinator(tokens, index) && (classes & PAST) !== 0 && !auxiliary;
      left.barred = whenAsked && !(word === 'as' && isGerund);
      return left;
    }
  }
  const recalled = isGerund && !auxiliary ? recalledBefore(tokens, index, from) : undefined;
  if (recalled) {
    left.subject = recalled;
    return left;
  }
  // `denied having said`, `regrets ever having said`: whoever denies or regrets it.
  const isPerfect = /^having$/.test(wordAt(tokens, verbIndex - 1)) && (classes & PAST) !== 0;
  if (isPerfect && kind === Kind.word && !is(tokens, index, PRONOUN)) {
    left.negated ||= isDenying(word);
    return left;
  }
  if (isGerund && !auxiliary && kind !== Kind.name && !(kind === Kind.word && is(tokens, index, PRONOUN))) {
    left.negated ||= isDenying(word);
    left.subject = shown(tokens, index, from);
    return left;
  }
  // `took to Chirper on Tuesday saying …`
  if (isGerund && !auxiliary && kind === Kind.name && isWhere(tokens, index)) {
    return left;
  }
  if (isGerund && !auxiliary && kind === Kind.name && ((tokens.marks[index] ?? 0) & POSSESSIVE) === 0) {
    // `Lane calling it …` in a headline, but `protested against Lane calling it …` as well.
    left.subject = { kind: 'name', from: index, to: index + 1 };
    return left;
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
