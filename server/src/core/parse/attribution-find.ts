import type { Subject } from './attribution-phrases.ts';
import { is, isCapital, isCoordinator, isNumber, phraseEndingAt, phraseStartingAt, skipDateline, skipLead, wordAt } from './attribution-phrases.ts';
import { CAPITAL, Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import {
  ADVERB,
  AUXILIARY,
  BASE,
  BE,
  CONJUNCTION,
  CUE,
  DETERMINER,
  GERUND,
  INDEFINITE,
  JUDGE,
  MODAL,
  NEGATION,
  NOUNLIKE,
  PAST,
  PHRASE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  ROLE,
  SAY,
  SPEECH,
  TIME,
  WEAK,
} from './cues.ts';

/** A sign of speech in a sentence, and who speaks. Token indexes; ends exclusive. */
export interface Attribution {
  /** `says` reports words; `judges` takes quoted words as its object; `beside` is speech only directly beside the marks. */
  readonly strength: 'says' | 'judges' | 'beside';
  readonly cue: { readonly from: number; readonly to: number };
  /** Undefined where it is a sign of speech whose speaker cannot be told: it still takes the words from others. */
  readonly subject: Subject | undefined;
  readonly order: 'subject first' | 'cue first' | 'shared';
  /** The whole phrase: subject and cue. */
  readonly from: number;
  readonly to: number;
  /** Said by nobody: `would say`, `as if to say`. */
  readonly imagined: boolean;
  /** `did not say`, `was called`: no speech at all. */
  readonly denied: boolean;
  /** `asked`: what follows a question may be the answer of another. */
  readonly asks: boolean;
}

/** Every sign of speech in a sentence, in order. */
export function findAttributions(tokens: Tokens, from: number, to: number): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let index = from; index < to; index++) {
    const kind = tokens.kinds[index];
    if (kind === Kind.word) {
      const classes = tokens.classes[index] ?? 0;
      if ((classes & (CUE | PHRASE)) === 0) {
        continue;
      }
      const attribution =
        ((classes & PHRASE) === 0 ? undefined : phrase(tokens, index, from, to)) ?? verb(tokens, index, from, to, found);
      if (attribution) {
        found.push(attribution);
        index = Math.max(index, attribution.cue.to - 1);
      }
    } else if (kind === Kind.dash && index > from) {
      const attribution = afterDash(tokens, index, from, to);
      if (attribution) {
        found.push(attribution);
      }
    } else if (kind === Kind.colon) {
      const attribution = beforeColon(tokens, index, from) ?? leadIn(tokens, index, from, to, found);
      if (attribution) {
        found.push(attribution);
      }
    }
  }
  return found;
}

function phrase(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  return (
    accordingTo(tokens, index, to) ??
    inWords(tokens, index, from, to) ??
    ownedClaim(tokens, index, from) ??
    usedPhrase(tokens, index, from)
  );
}

const plain = { imagined: false, denied: false, asks: false } as const;

function accordingTo(tokens: Tokens, index: number, to: number): Attribution | undefined {
  const word = wordAt(tokens, index);
  if ((word !== 'according' && word !== 'According') || wordAt(tokens, index + 1) !== 'to') {
    return undefined;
  }
  const subject = invertedSubject(tokens, index + 1, to);
  return {
    ...plain,
    strength: 'says',
    cue: { from: index, to: index + 2 },
    subject,
    order: 'cue first',
    from: index,
    to: subject?.to ?? index + 2,
  };
}

/** `in the words of Lane`, `in Lane's words`, `in his words`; `index` is at `words`. */
function inWords(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  if (wordAt(tokens, index) !== 'words') {
    return undefined;
  }
  let start = index - 2;
  while (start > from && index - start < 4 && !isIn(tokens, start)) {
    start--;
  }
  if (start < from || !isIn(tokens, start)) {
    return undefined;
  }
  const owner = start + 1;
  let subject: Subject | undefined;
  if (wordAt(tokens, index + 1) === 'of') {
    subject = phraseStartingAt(tokens, index + 2, to);
  } else if (tokens.kinds[owner] === Kind.name) {
    subject = { kind: 'name', from: owner, to: owner + 1 };
  } else if (/^(?:his|her|its|their)$/.test(wordAt(tokens, owner))) {
    subject = { kind: 'pronoun', from: owner, to: owner + 1 };
  } else {
    return undefined;
  }
  const end = Math.max(index + 1, subject?.to ?? 0);
  return { ...plain, strength: 'says', cue: { from: start, to: index + 1 }, subject, order: 'cue first', from: start, to: end };
}

function isIn(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  return word === 'in' || word === 'In';
}

/** What people make that is speech, before `that` or the marks: `Lane's claim that “…”`. */
const CLAIMS = new Set(
  `claim claims statement assertion remark comment suggestion promise warning argument contention allegation vow pledge description
  assessment admission insistence declaration prediction reference words phrase`.split(/\s+/),
);

/** `Lane's claim that “…”`, `his promise of “…”` */
function ownedClaim(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (!CLAIMS.has(wordAt(tokens, index))) {
    return undefined;
  }
  const next = wordAt(tokens, index + 1);
  const takesWords = next === 'that' || next === 'of' || next === 'about' || next === 'to' || tokens.kinds[index + 1] === Kind.quotation;
  for (let owner = index - 1; takesWords && owner >= Math.max(from, index - 3); owner--) {
    const isName = tokens.kinds[owner] === Kind.name && ((tokens.marks[owner] ?? 0) & POSSESSIVE) !== 0;
    const isPronoun = tokens.kinds[owner] === Kind.word && /^(?:his|her|its)$/i.test(wordAt(tokens, owner));
    if (isName || isPronoun) {
      const subject: Subject = { kind: isName ? 'name' : 'pronoun', from: owner, to: owner + 1 };
      return { ...plain, strength: 'judges', cue: { from: index, to: index + 1 }, subject, order: 'subject first', from: owner, to: index + 1 };
    }
    if (tokens.kinds[owner] !== Kind.word || is(tokens, owner, DETERMINER | PREPOSITION | CONJUNCTION)) {
      return undefined;
    }
  }
  return undefined;
}

/** `Lane has used the phrase “…”` */
function usedPhrase(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (tokens.kinds[index + 1] !== Kind.quotation || !/^(?:phrase|term|words?|slogan|expression|line)$/.test(wordAt(tokens, index))) {
    return undefined;
  }
  const verb = index - 2;
  if (verb <= from || !/^(?:us(?:ed?|es|ing)|coined|repeat(?:s|ed|ing)|invoked)$/.test(wordAt(tokens, verb))) {
    return undefined;
  }
  const subject = sentenceSubject(tokens, from, verb);
  return subject && subject.kind !== 'description'
    ? { ...plain, strength: 'judges', cue: { from: verb, to: index + 1 }, subject, order: 'shared', from: verb, to: index + 1 }
    : undefined;
}

/** `“…” — Ana Lane, mayor of Holt` */
function afterDash(tokens: Tokens, dash: number, from: number, to: number): Attribution | undefined {
  const before = tokens.kinds[dash - 1];
  if (before !== Kind.quotation && !(before === Kind.stop && tokens.kinds[dash - 2] === Kind.quotation && dash - 2 >= from)) {
    return undefined;
  }
  const subject = phraseStartingAt(tokens, dash + 1, to);
  if (subject?.kind !== 'name') {
    return undefined;
  }
  const after = tokens.kinds[subject.to];
  const closes = subject.to >= to || after === Kind.comma || after === Kind.open || after === Kind.stop || after === Kind.quotation;
  return closes
    ? { ...plain, strength: 'says', cue: { from: dash, to: dash + 1 }, subject, order: 'cue first', from: dash, to: subject.to }
    : undefined;
}

/** `LANE: “…”`, `Mayor: ‘…’` */
function beforeColon(tokens: Tokens, colon: number, from: number): Attribution | undefined {
  const subject = phraseStartingAt(tokens, from, colon);
  if (!subject || subject.to !== colon || subject.kind === 'pronoun') {
    return undefined;
  }
  if (subject.kind === 'description' && !is(tokens, colon - 1, ROLE | INDEFINITE)) {
    return undefined;
  }
  return {
    ...plain,
    strength: 'beside',
    cue: { from: colon, to: colon + 1 },
    subject,
    order: 'subject first',
    from,
    to: colon + 1,
  };
}

/** `Lane had a simple answer: “…”`, `He took to Twitter with a message: “…”` */
function leadIn(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  if ((tokens.kinds[colon + 1] !== Kind.quotation && colon + 1 < tokens.count) || colon >= to || earlier.some(it => colon - it.cue.to < 8)) {
    return undefined;
  }
  let noun = colon - 1;
  while (noun > from && colon - noun < 6 && !is(tokens, noun, SPEECH)) {
    noun--;
  }
  const subject = is(tokens, noun, SPEECH) ? sentenceSubject(tokens, from, noun) : undefined;
  return subject && subject.kind !== 'description'
    ? {
        ...plain,
        strength: 'beside',
        cue: { from: noun, to: noun + 1 },
        subject,
        order: 'shared',
        from: noun,
        to: colon,
      }
    : undefined;
}

function verb(
  tokens: Tokens,
  index: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const classes = tokens.classes[index] ?? 0;
  const idiom = (classes & PHRASE) === 0 || (classes & CUE) !== 0 ? undefined : idiomAt(tokens, index);
  if ((classes & CUE) === 0 && idiom === undefined) {
    return undefined;
  }
  if (wordAt(tokens, index + 1) === 'to' && is(tokens, index, SAY | WEAK) && CONTROL.test(wordAt(tokens, index))) {
    return undefined;
  }
  const left = leftOf(tokens, index, from, idiom === undefined ? classes : classes & ~(BASE | NOUNLIKE));
  if (left === 'no verb') {
    return undefined;
  }
  const reports = idiom !== undefined || (classes & SAY) !== 0 || ((classes & WEAK) !== 0 && wordAt(tokens, index + 1) === 'that');
  const strength = reports ? 'says' : (classes & JUDGE) !== 0 ? 'judges' : 'beside';
  const word = wordAt(tokens, index).toLowerCase();
  const common = {
    strength,
    cue: { from: index, to: idiom ?? cueEnd(tokens, index, to) },
    imagined: left.modal,
    denied: left.negated || left.passive,
    asks: word.startsWith('ask'),
  } as const;
  if (left.subject) {
    return { ...common, subject: left.subject, order: 'subject first', from: left.subject.from, to: common.cue.to };
  }
  if (left.passive || left.barred) {
    return { ...common, denied: true, subject: undefined, order: 'shared', from: index, to: common.cue.to };
  }
  const inverted = left.opens && (classes & GERUND) === 0 && idiom === undefined ? invertedSubject(tokens, index, to) : undefined;
  if (inverted) {
    return { ...common, subject: inverted, order: 'cue first', from: index, to: inverted.to };
  }
  if (left.opens && index === from && (classes & GERUND) === 0) {
    return undefined;
  }
  const shared = opensSentence(tokens, index, from) ? mainSubject(tokens, index, to) : sharedSubject(tokens, index, from, earlier);
  return { ...common, subject: shared, order: 'shared', from: index, to: common.cue.to };
}

/** Verbs that report words together with the word behind them. */
const IDIOMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['put', ['it']],
  ['puts', ['it']],
  ['made', ['clear']],
  ['makes', ['clear']],
  ['went', ['on', 'further']],
  ['goes', ['on', 'further']],
  ['pointed', ['out', 'to']],
  ['points', ['out', 'to']],
  ['pointing', ['out', 'to']],
  ['weighed', ['in']],
  ['chimed', ['in']],
  ['singled', ['out']],
]);

/** `put it`, `pointed out`: the end of the cue. */
function idiomAt(tokens: Tokens, index: number): number | undefined {
  const nexts = IDIOMS.get(wordAt(tokens, index));
  if (!nexts?.includes(wordAt(tokens, index + 1))) {
    return undefined;
  }
  // `went on to say` and `went on for hours` are not speech by themselves.
  const goesOn = wordAt(tokens, index + 1) === 'on';
  return goesOn && tokens.kinds[index + 2] === Kind.word && wordAt(tokens, index + 2) !== 'about' ? undefined : index + 2;
}

/** Takes the particle in: `pointed out`, `shot back`. */
function cueEnd(tokens: Tokens, index: number, to: number): number {
  const next = index + 1 < to && tokens.kinds[index + 1] === Kind.word ? wordAt(tokens, index + 1) : '';
  return next === 'out' || next === 'back' ? index + 2 : index + 1;
}

/** `continued to fall`: no speech before an infinitive. */
const CONTROL = /^(?:continu|agree|decid|begin|began|start|fail|plan|hop|expect|offer|ask(?:ed|s)?$)/;

interface Left {
  readonly subject: Subject | undefined;
  readonly modal: boolean;
  readonly negated: boolean;
  readonly passive: boolean;
  /** The verb belongs to somebody who cannot be told: `accused him of saying`. */
  readonly barred: boolean;
  /** Nothing stands before the verb in its clause: an inverted subject may follow. */
  readonly opens: boolean;
}

/** Reads what stands before a verb; `no verb` where the word is a noun or an adjective there. */
function leftOf(tokens: Tokens, verbIndex: number, from: number, classes: number): Left | 'no verb' {
  let index = verbIndex - 1;
  let modal = false;
  let negated = false;
  let passive = false;
  let auxiliary = false;
  let adverbs = false;
  while (index >= from && tokens.kinds[index] === Kind.word) {
    if (is(tokens, index, NEGATION)) {
      negated = true;
    } else if (is(tokens, index, MODAL)) {
      modal = true;
    } else if (is(tokens, index, AUXILIARY)) {
      passive = passive || (!auxiliary && is(tokens, index, BE) && (classes & PAST) !== 0);
      auxiliary = true;
    } else if (is(tokens, index, TIME) || isYear(tokens, index, from)) {
      index = beforeTime(tokens, index, from);
      adverbs = true;
      continue;
    } else if (is(tokens, index, ADVERB) && (!is(tokens, index, DETERMINER | INDEFINITE) || isFloating(tokens, index, from))) {
      adverbs = true;
    } else {
      break;
    }
    index--;
  }
  const nothing = { subject: undefined, modal, negated, passive, barred: false, opens: false };
  const kind = index >= from ? tokens.kinds[index] : undefined;
  const isGerund = (classes & GERUND) !== 0;
  if (kind === undefined || kind === Kind.quotation || kind === Kind.colon || kind === Kind.semicolon || kind === Kind.open) {
    // `Asked about it, …`: whoever is asked does not ask.
    const asked = kind === undefined && (classes & PAST) !== 0 && wordAt(tokens, verbIndex) === 'Asked';
    return (classes & NOUNLIKE) !== 0 && kind === undefined && (classes & BASE) !== 0
      ? 'no verb'
      : { ...nothing, barred: asked, opens: !auxiliary };
  }
  const word = kind === Kind.word ? wordAt(tokens, index) : '';
  if (kind === Kind.word) {
    if (word === 'to' && (classes & BASE) !== 0) {
      return { ...nothing, ...infinitive(tokens, index, from) };
    }
    if (is(tokens, index, PREPOSITION) && !is(tokens, index, ADVERB)) {
      const byDoing = isGerund && (word === 'by' || (word === 'of' && wordAt(tokens, index - 1) === 'point') || word === 'after' || word === 'before' || word === 'in' || word === 'while');
      return byDoing ? nothing : isGerund ? { ...nothing, barred: true } : 'no verb';
    }
    if (is(tokens, index, DETERMINER) && !is(tokens, index, RELATIVE | INDEFINITE | PRONOUN)) {
      return 'no verb';
    }
    if (is(tokens, index, CONJUNCTION)) {
      // `law and order`: a noun, unless something shows a verb.
      if ((classes & (BASE | NOUNLIKE)) !== 0 && (classes & (PAST | GERUND)) === 0 && !modal && !auxiliary && !adverbs) {
        return 'no verb';
      }
      const whenAsked = !isCoordinator(tokens, index) && (classes & PAST) !== 0 && !auxiliary;
      return word === 'as' && isGerund ? nothing : { ...nothing, barred: whenAsked };
    }
  }
  if (isGerund && !auxiliary && kind !== Kind.name && !(kind === Kind.word && is(tokens, index, PRONOUN))) {
    return nothing;
  }
  if (isGerund && !auxiliary && kind === Kind.name && ((tokens.marks[index] ?? 0) & POSSESSIVE) === 0) {
    // `Lane calling it …` in a headline, but `protested against Lane calling it …` as well.
    return { ...nothing, subject: { kind: 'name', from: index, to: index + 1 } };
  }
  if (kind === Kind.comma && !auxiliary && !adverbs && tokens.kinds[index - 1] === Kind.quotation && index - 1 >= from) {
    return { ...nothing, opens: true };
  }
  const subject = phraseEndingAt(tokens, index, from);
  const isApposed = kind === Kind.comma && subject?.kind === 'name' && (classes & BASE) === 0;
  if ((classes & (NOUNLIKE | BASE)) !== 0 && !modal && !auxiliary && !isApposed && !agrees(tokens, index, classes, adverbs)) {
    return 'no verb';
  }
  if (passive) {
    return { ...nothing, subject };
  }
  if (isReduced(tokens, verbIndex, classes, subject, auxiliary)) {
    return { ...nothing, passive: true };
  }
  return { ...nothing, subject, opens: kind === Kind.comma && subject === undefined };
}

/** `a plan described as “…”`, `a bill called “…”`: no verb of its subject. */
function isReduced(
  tokens: Tokens,
  verbIndex: number,
  classes: number,
  subject: Subject | undefined,
  auxiliary: boolean,
): boolean {
  if ((classes & PAST) === 0 || (classes & JUDGE) === 0 || auxiliary || subject?.kind !== 'description') {
    return false;
  }
  const next = wordAt(tokens, verbIndex + 1);
  const before = is(tokens, subject.from - 1, RELATIVE) || ['what', 'which', 'as'].includes(wordAt(tokens, subject.from - 1));
  return !before && (next === 'as' || next === 'by' || tokens.kinds[verbIndex + 1] === Kind.quotation);
}

/** `in 2010`, `on May 3` before a verb. */
function isYear(tokens: Tokens, index: number, from: number): boolean {
  return index > from && isNumber(tokens, index) && is(tokens, index - 1, PREPOSITION | TIME);
}

/** `Lane and Ortiz both said`, `they all said` */
function isFloating(tokens: Tokens, index: number, from: number): boolean {
  return index > from && (tokens.kinds[index - 1] === Kind.name || is(tokens, index - 1, PRONOUN));
}

function beforeTime(tokens: Tokens, start: number, from: number): number {
  let index = start;
  while (index >= from && (is(tokens, index, TIME) || isNumber(tokens, index))) {
    index--;
  }
  return index >= from && (is(tokens, index, PREPOSITION) || wordAt(tokens, index) === 'this') ? index - 1 : index;
}

/** `went on to say` shares its subject; `asked him to say` does not; `refused to say` says nothing. */
function infinitive(tokens: Tokens, to: number, from: number): Partial<Left> {
  const before = to - 1;
  if (before < from) {
    return {};
  }
  if (is(tokens, before, NEGATION) || (before > from && is(tokens, before - 1, NEGATION))) {
    return { negated: true };
  }
  const isObject = tokens.kinds[before] === Kind.name || is(tokens, before, PRONOUN) || /^(?:him|her|them|us|me|not)$/.test(wordAt(tokens, before));
  const asIf = wordAt(tokens, before) === 'if';
  return { barred: isObject, modal: asIf };
}

/** A form that is as often a noun is a verb only after something that can be its subject. */
function agrees(tokens: Tokens, index: number, classes: number, adverbs: boolean): boolean {
  const kind = tokens.kinds[index];
  if (((tokens.marks[index] ?? 0) & POSSESSIVE) !== 0) {
    return false;
  }
  if (kind === Kind.name) {
    // `Democrats claim`, `Lane claims`; but `the Lane claim`
    const isPlural = tokens.text.charCodeAt((tokens.ends[index] ?? 1) - 1) === 0x73 || (is(tokens, index - 1, CONJUNCTION) && tokens.kinds[index - 2] === Kind.name);
    return (classes & BASE) === 0 || isPlural;
  }
  if (kind === Kind.comma || kind === Kind.close || kind === Kind.dash) {
    return (classes & NOUNLIKE) === 0 || adverbs;
  }
  if (kind !== Kind.word) {
    return false;
  }
  if (is(tokens, index, PRONOUN | RELATIVE | INDEFINITE)) {
    return true;
  }
  const word = wordAt(tokens, index);
  const isPlural = word.endsWith('s') && !word.endsWith('ss');
  return (classes & BASE) !== 0 ? isPlural : (classes & NOUNLIKE) === 0 || adverbs;
}

/** The speaker after the cue: `said Lane`, `said the mayor, Ana Lane`. */
function invertedSubject(tokens: Tokens, cue: number, to: number): Subject | undefined {
  const subject = phraseStartingAt(tokens, cue + 1, to);
  if (!subject) {
    return undefined;
  }
  if (subject.kind === 'pronoun') {
    // `said he`; but `said they would`, `told us`
    const after = tokens.kinds[subject.to];
    return subject.to >= to || after === Kind.comma || after === Kind.stop ? subject : undefined;
  }
  if (subject.kind === 'description') {
    const extended = withPrepositions(tokens, subject, to);
    const name = extended.to + 1;
    if (tokens.kinds[extended.to] === Kind.comma && name < to) {
      const apposed = phraseStartingAt(tokens, name, to);
      if (apposed?.kind === 'name' && tokens.kinds[apposed.from] === Kind.name && closesPhrase(tokens, apposed.to, to)) {
        return apposed;
      }
    }
    return extended;
  }
  return subject;
}

function closesPhrase(tokens: Tokens, index: number, to: number): boolean {
  return index >= to || tokens.kinds[index] !== Kind.word || is(tokens, index, RELATIVE);
}

function withPrepositions(tokens: Tokens, subject: Subject, to: number): Subject {
  let end = subject.to;
  for (let round = 0; round < 3; round++) {
    if (end >= to || !is(tokens, end, PREPOSITION) || is(tokens, end + 1, TIME)) {
      break;
    }
    const object = phraseStartingAt(tokens, end + 1, to);
    if (!object) {
      break;
    }
    end = object.to;
  }
  return { ...subject, to: end };
}

/** The subject of a verb that has none of its own: that of the verb before, else the sentence's. */
function sharedSubject(
  tokens: Tokens,
  index: number,
  from: number,
  earlier: readonly Attribution[],
): Subject | undefined {
  let last: Subject | undefined;
  for (let back = earlier.length - 1; back >= 0; back--) {
    const attribution = earlier[back];
    if (!attribution?.subject || attribution.denied) {
      continue;
    }
    if (!isEmbedded(tokens, attribution, from, earlier[back - 1])) {
      return attribution.subject;
    }
    last ??= attribution.subject;
  }
  return sentenceSubject(tokens, from, index) ?? last;
}

/** `Calling it …, Lane left`, `After saying …, Lane left` */
function opensSentence(tokens: Tokens, index: number, from: number): boolean {
  return is(tokens, index, GERUND) && (index === from || (index === from + 1 && is(tokens, from, PREPOSITION | CONJUNCTION)));
}

/** The subject behind the comma that ends an opening clause. */
function mainSubject(tokens: Tokens, index: number, to: number): Subject | undefined {
  for (let at = index + 1; at < to; at++) {
    const kind = tokens.kinds[at];
    const tail = kind === Kind.quotation ? tokens.text.slice((tokens.ends[at] ?? 0) - 4, tokens.ends[at]) : '';
    if (kind === Kind.comma || tail.includes(',')) {
      const subject = phraseStartingAt(tokens, at + 1, to);
      return subject?.kind === 'description' ? undefined : subject;
    }
  }
  return undefined;
}

/** Whether a clause of speech depends on another: `an architect who said`, `Lane said Ortiz called`. */
function isEmbedded(tokens: Tokens, attribution: Attribution, from: number, before: Attribution | undefined): boolean {
  let start = attribution.from;
  while (start > from && tokens.kinds[start - 1] === Kind.word && (isCapital(tokens, start - 1) || is(tokens, start - 1, ROLE)) && !is(tokens, start - 1, CONJUNCTION | RELATIVE)) {
    start--;
  }
  if (before && start <= before.cue.to && before.cue.to <= attribution.from) {
    return true;
  }
  const relative = attribution.order === 'subject first' && is(tokens, attribution.cue.from - 1, RELATIVE);
  const lead = start > from ? start - 1 : -1;
  return relative || (lead >= 0 && (is(tokens, lead, RELATIVE) || (is(tokens, lead, CONJUNCTION) && !isCoordinator(tokens, lead))));
}

/** The subject at the head of a sentence, before `ceiling`. */
export function sentenceSubject(tokens: Tokens, from: number, ceiling: number): Subject | undefined {
  let start = skipDateline(tokens, from, ceiling);
  start = skipLead(tokens, start, ceiling) ?? ceiling;
  const subject = start < ceiling ? phraseStartingAt(tokens, start, ceiling) : undefined;
  // A capital word that no finder took for a name may be any word at the head of a sentence.
  const isGuess = subject?.kind === 'name' && tokens.kinds[subject.from] !== Kind.name;
  return subject && subject.to <= ceiling && !isGuess ? subject : undefined;
}
