import { LONGEST_PHRASE, phraseStartingAt, sentenceSubject, type Subject } from './attribution-clauses.ts';
import { besideColon, isSpeaker } from './attribution-colon-named.ts';
import type { Attribution } from './attribution-find.ts';
import { signed } from './attribution-dash.ts';
import { isWholeSentence, possessorOf } from './attribution-idioms.ts';
import { isPairOfPeople, joinedBeforeColon } from './attribution-joint.ts';
import { isRubric } from './attribution-rubric.ts';
import { cueFirst, sign, subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  hasClass,
  hasPerson,
  is,
  isPerson,
  isPossessive,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import { AUXILIARY, BE, CUE, INDEFINITE, ROLE, SPEECH } from './cues.ts';

/** No farther from a noun stands whose it is, in tokens. */
const NEAR = 3;

/** What of somebody’s stands right before a colon, and is theirs to say. */
export const TAKE =
  /^(?:take|view|verdict|argument|point|plea|pitch|line|words?|thinking|reasoning|explanation|defen[cs]e|retort|comeback|riposte|rejoinder|advice|logic|rationale|concern|fear|hope|complaint|reaction|theory|suggestion|prediction|promise|pledge|claim|excuse|justification|assessment|summary|conclusion|mantra|philosophy)$/;

/** `LANE: “…”`, `Mayor: ‘…’` */
export function beforeColon(tokens: Tokens, colon: number, from: number): Attribution | undefined {
  const shows = wordAt(tokens, from) === 'Here' && /^(?:is|[’']s)$/.test(wordAt(tokens, from + 1)) ? 2 : 0;
  const head = isWholeSentence(tokens, colon + 1) ? pastTime(tokens, from, colon) : from;
  const start =
    tokens.kinds[head] === Kind.dash && isWholeSentence(tokens, colon + 1) ? head + 1 : head + shows;
  // `Ana Lane and Bo Ortiz, neighbours: “…”`
  const isQuoted = tokens.kinds[colon + 1] === Kind.quotation;
  const joined = isQuoted ? joinedBeforeColon(tokens, start, colon) : undefined;
  if (joined) {
    return subjectFirst('beside', { from: colon, to: colon + 1 }, joined);
  }
  const subject = phraseStartingAt(tokens, start, colon);
  if (!subject || subject.to !== colon || subject.kind === 'pronoun' || isRubric(tokens, subject)) {
    return undefined;
  }
  // `JUST IN: Lane to reporters: “…”`
  if (leadsToColon(tokens, colon)) {
    return undefined;
  }
  const isKnown = is(tokens, colon - 1, ROLE | INDEFINITE) || isPairOfPeople(tokens, subject);
  if (subject.kind === 'description' && !isKnown) {
    return undefined;
  }
  return sign({
    strength: 'beside',
    cue: { from: colon, to: colon + 1 },
    subject,
    order: 'subject first',
    from,
    to: colon + 1,
  });
}

/** Whether another colon leads to the next quotation, behind somebody who is named. */
function leadsToColon(tokens: Tokens, colon: number): boolean {
  let person = false;
  for (let index = colon + 1; index < tokens.count && index - colon <= LONGEST_PHRASE; index++) {
    if (tokens.kinds[index] === Kind.quotation || tokens.kinds[index] === Kind.stop) {
      return person && tokens.kinds[index] === Kind.quotation && tokens.kinds[index - 1] === Kind.colon;
    }
    person ||= isPerson(tokens, index);
  }
  return false;
}

/** `14:32 – Lane: “…”`: the token behind the time at which an entry was made. */
function pastTime(tokens: Tokens, from: number, colon: number): number {
  const time = /^\d{1,2}[.:]\d{2}(?: ?(?:[ap]m|GMT|BST|ET))?(?= ?[-–—:] ?\p{Lu})/u.exec(
    tokens.text.slice(tokens.starts[from], tokens.starts[colon]),
  );
  const end = (tokens.starts[from] ?? 0) + (time?.[0].length ?? 0);
  let index = from;
  while (time && index < colon && (tokens.starts[index] ?? 0) < end) {
    index++;
  }
  return index;
}

/** `Lane had a simple answer: “…”`, `He took to Twitter with a message: “…”` */
export function speechNoun(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  // `Lane’s take: “…”`
  const take = takeBefore(tokens, colon, from);
  const isTold = earlier.some(it => colon - it.cue.to < 8 && it.cue.from !== take);
  if ((tokens.kinds[colon + 1] !== Kind.quotation && colon + 1 < tokens.count) || colon >= to || isTold) {
    return undefined;
  }
  let noun = colon - 1;
  while (noun > from && colon - noun < 6 && !is(tokens, noun, SPEECH)) {
    noun--;
  }
  const owner = take === undefined ? undefined : possessorOf(tokens, take, from, NEAR);
  if (owner) {
    return besideColon(colon, owner);
  }
  const subject = is(tokens, noun, SPEECH)
    ? (possessorOf(tokens, noun, from, NEAR) ?? sentenceSubject(tokens, from, noun))
    : undefined;
  return subject && subject.kind !== 'description'
    ? sign({
        strength: 'beside',
        cue: { from: noun, to: noun + 1 },
        subject,
        order: 'shared',
        from: noun,
        to: colon,
      })
    : undefined;
}

/** `Lane’s take:`, `Lane’s line was blunt:`: the token of what is somebody’s to say. */
function takeBefore(tokens: Tokens, colon: number, from: number): number | undefined {
  let index = colon - 1;
  while (index > from && colon - index <= NEAR && !TAKE.test(wordAt(tokens, index))) {
    index--;
  }
  const isTold = index === colon - 1 || is(tokens, index + 1, BE);
  return isTold && TAKE.test(wordAt(tokens, index)) ? index : undefined;
}

/** `Lane went even further: “We will close the quay.”`: whole sentences behind a colon are those of the subject. */
export function leadIn(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const isSpeech = colon + 1 < to && isWholeSentence(tokens, colon + 1);
  const subject = isSpeech ? sentenceSubject(tokens, from, colon) : undefined;
  // `When asked, Lane was clear: “…”`
  const isAsked = (it: Attribution): boolean => it.asks && it.denied && it.cue.to < (subject?.from ?? 0);
  if (
    !isSpeech ||
    earlier.some(it => (it.strength !== 'judges' || it.imagined || it.denied) && !isAsked(it))
  ) {
    return undefined;
  }
  const leader = subject && isSpeaker(tokens, subject) ? subject : movedBefore(tokens, colon, from);
  return leader && besideColon(colon, leader);
}

/** `The timing does not surprise Lane: “…”`: whoever is moved says why. */
function movedBefore(tokens: Tokens, colon: number, from: number): Subject | undefined {
  const name = colon - 1;
  const verb = name - 1 - titlesBefore(tokens, name, from);
  const isMoved =
    verb > from &&
    isPerson(tokens, name) &&
    !isPossessive(tokens, name) &&
    /^(?:surpris|anger|pleas|delight|worri|worry|shock|sadden|upset|frustrat|annoy|puzzl|horrif|disappoint|appal|alarm|enrag|infuriat)/.test(
      wordAt(tokens, verb),
    );
  return isMoved ? { kind: 'name', from: name, to: colon } : undefined;
}

/** `“We will close the quay”: Ana Lane`, as headlines have it. */
export function signedBehindColon(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
): Attribution | undefined {
  const name = colon + 1;
  const isSigned =
    tokens.kinds[colon - 1] === Kind.quotation &&
    colon - 1 >= from &&
    isPerson(tokens, name) &&
    !isPossessive(tokens, name);
  const isOnTopic =
    isSigned && wordAt(tokens, name + 1) === 'on' && !hasClass(tokens, name + 2, to, CUE | AUXILIARY);
  // `Which is the “bigger enemy”: Lane, or Ortiz?`
  const isAlone =
    colon - 1 === from ||
    (!hasPerson(tokens, from, colon) && (name + 1 >= to || tokens.kinds[name + 1] === Kind.stop));
  return isOnTopic && (colon - 1 === from || !hasPerson(tokens, from, colon))
    ? cueFirst('says', { from: colon, to: name }, { kind: 'name', from: name, to: name + 1 })
    : isSigned && isAlone
      ? signed(tokens, colon, to)
      : undefined;
}
