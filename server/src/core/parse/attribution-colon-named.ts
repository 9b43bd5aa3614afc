import { sentenceSubject, type Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence } from './attribution-idioms.ts';
import { ledBeforeColon } from './attribution-colon-lead.ts';
import { sign } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  is,
  isNumber,
  isPerson,
  isPlace,
  isPossessive,
  isVerb,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import {
  ADVERB,
  AUXILIARY,
  BE,
  CONJUNCTION,
  CUE,
  DETERMINER,
  GERUND,
  INDEFINITE,
  NEGATION,
  NOUNLIKE,
  PRONOUN,
  RELATIVE,
  ROLE,
  SPEECH,
  TIME,
  TITLE,
} from './cues.ts';

/** `Here is Lane:`, `To quote Lane:`, `Next, Lane:` */
const SHOWING =
  /^(?:per|from|take it from|over to|next(?: up)?,|to quote|quoting|listen to|hear|here is|here[’']s|th(?:is|at) (?:is|was)|th(?:is|at)[’']s|asked [^.:;]{1,60},)$/i;

/** So far before `from Lane` may stand what comes from there. */
const REACH_OF_GIFT = 9;

/** What may come from somebody besides what is always said. */
const SAYING =
  /^(?:lines?|word|quotes?|quip|joke|jibe|barb|sentence|sentiment|view|verdict|conclusion|praise|criticism|reactions?|tributes?|condolences|this|same|more|soundbite|clip|audio|video|recording)$/i;

/** `The answer from Lane: “…”`, `They quoted Lane: “…”`, `The line of the week came from Lane: “…”`, `Here is Lane on Tuesday: “…”` */
export function namedBeforeColon(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
): Attribution | undefined {
  const isSpeech = colon + 1 < to && isWholeSentence(tokens, colon + 1);
  const subject = isSpeech
    ? (giverBefore(tokens, colon, from) ??
      quotedBefore(tokens, colon, from) ??
      ledBeforeColon(tokens, colon, from) ??
      forWhom(tokens, colon, from) ??
      inBrackets(tokens, colon, from))
    : undefined;
  const named =
    subject ?? (tokens.kinds[colon + 1] === Kind.quotation ? onTopic(tokens, colon, from) : undefined);
  return named && besideColon(colon, named);
}

/** `Mayor Ana Lane on the quay: “…”`: how items of a list are headed. */
function onTopic(tokens: Tokens, colon: number, from: number): Subject | undefined {
  let name = from;
  while (name < colon && is(tokens, name, ROLE | TITLE)) {
    name++;
  }
  const isOn = isPerson(tokens, name) && !isPossessive(tokens, name) && wordAt(tokens, name + 1) === 'on';
  const isShort = colon - name - 2 <= LONGEST_TOPIC;
  for (let index = name + 2; isOn && isShort && index < colon; index++) {
    const isWord = tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name;
    if (!isWord || isVerb(tokens, index) || is(tokens, index, AUXILIARY | RELATIVE)) {
      return undefined;
    }
  }
  return isOn && isShort && name + 2 < colon ? { kind: 'name', from: name, to: name + 1 } : undefined;
}

/** What somebody speaks on, in tokens. */
const LONGEST_TOPIC = 8;

/** Whoever a lead-in in a paragraph of its own gives the words to: `Ana Lane was blunt:`, `The statement from Ana Lane:` */
export function subjectOfLead(tokens: Tokens, colon: number, from: number): Subject | undefined {
  const subject = giverBefore(tokens, colon, from) ?? sentenceSubject(tokens, from, colon);
  return subject && isSpeaker(tokens, subject) ? subject : undefined;
}

/** `Lane is quoted in the report: “…”`, `Lane was cited by the Lantern on Tuesday: “…”` */
function quotedBefore(tokens: Tokens, colon: number, from: number): Subject | undefined {
  const subject = sentenceSubject(tokens, from, colon);
  let verb = subject?.to ?? colon;
  const auxiliary = verb;
  while (verb < colon && is(tokens, verb, AUXILIARY | ADVERB) && !is(tokens, verb, NEGATION)) {
    verb++;
  }
  const isQuoted = verb > auxiliary && /^(?:quoted|cited)$/.test(wordAt(tokens, verb));
  for (let index = verb + 1; isQuoted && index < colon; index++) {
    const isCircumstance =
      tokens.kinds[index] === Kind.name ||
      (tokens.kinds[index] === Kind.word && !is(tokens, index, AUXILIARY | RELATIVE | CONJUNCTION | GERUND));
    if (!isCircumstance) {
      return undefined;
    }
  }
  return isQuoted && subject && isSpeaker(tokens, subject) ? subject : undefined;
}

/** `Quote of the day (Ana Lane): “…”` */
function inBrackets(tokens: Tokens, colon: number, from: number): Subject | undefined {
  const name = colon - 2;
  const open = name - 1 - titlesBefore(tokens, name, from);
  const isNamed = tokens.kinds[colon - 1] === Kind.close && isPerson(tokens, name) && open > from;
  return isNamed && tokens.kinds[open] === Kind.open && isSaid(tokens, from, open)
    ? { kind: 'name', from: name, to: name + 1 }
    : undefined;
}

/** `For Mayor Ana Lane, the case is clear: “…”`, `For Lane, it was simple: “…”` */
function forWhom(tokens: Tokens, colon: number, from: number): Subject | undefined {
  let name = from + 1;
  while (name < colon && is(tokens, name, ROLE | TITLE)) {
    name++;
  }
  const isFor =
    /^for$/i.test(wordAt(tokens, from)) &&
    isPerson(tokens, name) &&
    (tokens.kinds[name + 1] === Kind.comma || is(tokens, name + 1, DETERMINER));
  for (let index = name + 2; isFor && index < colon; index++) {
    // `it was simple`, `the answer is plain`
    const isThing =
      (wordAt(tokens, index) === 'it' && is(tokens, index + 1, BE)) ||
      (is(tokens, index, NOUNLIKE) && is(tokens, index - 1, DETERMINER));
    if (isPerson(tokens, index) || (is(tokens, index, CUE | PRONOUN | ROLE | INDEFINITE) && !isThing)) {
      return undefined;
    }
  }
  return isFor ? { kind: 'name', from: name, to: name + 1 } : undefined;
}

/** `The best line was Lane’s: “…”` */
function isOwned(tokens: Tokens, name: number, from: number): boolean {
  return is(tokens, name - 1, BE) && isSaid(tokens, Math.max(from, name - REACH_OF_GIFT), name - 1);
}

/** Whether a stretch tells of what is said. */
function isSaid(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (is(tokens, index, SPEECH) || SAYING.test(wordAt(tokens, index))) {
      return true;
    }
  }
  return false;
}

function giverBefore(tokens: Tokens, colon: number, from: number): Subject | undefined {
  let name = colon - 1;
  while (name > from && (is(tokens, name, TIME) || isNumber(tokens, name) || wordAt(tokens, name) === 'on')) {
    name--;
  }
  if (!isPerson(tokens, name)) {
    return undefined;
  }
  if (isPossessive(tokens, name)) {
    return name === colon - 1 && isOwned(tokens, name, from)
      ? { kind: 'name', from: name, to: name + 1 }
      : undefined;
  }
  let first = name - titlesBefore(tokens, name, from);
  // `a quip from Ohio Sen. Ana Lane: “…”`
  while (first < name && first - 1 > from && isPlace(tokens, first - 1)) {
    first--;
  }
  const lead = tokens.text.slice(tokens.starts[from], tokens.ends[first - 1]);
  const isQuoted = /^(?:quot|cit)(?:e|es|ed|ing)$/.test(wordAt(tokens, first - 1));
  // `Among those paying tribute was Lane:`
  const isOne = /^among$/i.test(wordAt(tokens, from)) && is(tokens, first - 1, BE);
  return first > from && (isQuoted || isOne || SHOWING.test(lead) || isGiven(tokens, first - 1, from))
    ? { kind: 'name', from: name, to: name + 1 }
    : undefined;
}

/** What stands before a colon gives the words behind it to a subject. */
export function besideColon(colon: number, subject: Subject): Attribution {
  return sign({
    strength: 'beside',
    cue: { from: colon, to: colon + 1 },
    subject,
    order: 'shared',
    from: colon,
    to: colon + 1,
  });
}

/** Whether a subject is somebody by name, or `he` or `she`. */
export function isSpeaker(tokens: Tokens, { kind, from }: Subject): boolean {
  return kind === 'name' || (kind === 'pronoun' && /^s?he$/i.test(wordAt(tokens, from)));
}

/** `from`, `by`, `went to`, behind something that is said. */
function isGiven(tokens: Tokens, by: number, from: number): boolean {
  const word = wordAt(tokens, by);
  const isLeft = word === 'to' && /^(?:went|goes|belong(?:s|ed)|f[ae]lls?)$/.test(wordAt(tokens, by - 1));
  const reach = word === 'from' || isLeft ? REACH_OF_GIFT : word === 'by' || word === 'of' ? 1 : 0;
  return isSaid(tokens, Math.max(from, by - reach), by);
}
