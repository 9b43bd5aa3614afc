import { phraseStartingAt, type Subject } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isPerson, isPossessive, wordAt } from './attribution-words.ts';
import { ADVERB, AUXILIARY, NEGATION, PREPOSITION, SAY, TIME } from './cues.ts';

const SAYING =
  '(?:words?|lines?|quot(?:e|ation)s?|sentences?|sentiments?|remarks?|comments?|statement|message|answer|reply|response|verdict|view|conclusion|warning|advice)';

/** `Those were Lane’s words`: what leads to whose. */
const TO_OWNER = /^(?:th(?:at|is|ose|ese)|it) (?:is|was|were|are)$/;

/** `The words are Lane’s.` */
const TO_POSSESSOR = new RegExp(`^th(?:e|ose|ese|is|at) ${SAYING} (?:is|was|were|are)$`);

/** `That is what Lane said`, `That was how Lane put it` */
const TO_SUBJECT = /^(?:that|this|it) (?:is|was) (?:how|what)$/;

/** `So said Lane`, `Those were the words of Lane`, `The line came from Lane` */
const TO_SPEAKER = new RegExp(
  '^(?:this from|(?:spoken|written|posted|uttered) by|i(?: am)? quot(?:e|ing)|(?:or )?(?:so|thus)(?: (?:said|says|spoke|wrote|writes|argue[ds]|insist(?:s|ed)|claim(?:s|ed)))?|th(?:at|is) (?:is|was) according to' +
    `|(?:(?:th(?:at|is|ose|ese)|it|such) (?:is|was|were|are) (?:the )?(?:[a-z]+ )?|the )${SAYING} (?:of|from)` +
    `|the author of (?:the|that|this|those|these) ${SAYING} (?:is|was)` +
    `|th(?:e|at|is|ose|ese) ${SAYING} (?:belong(?:s|ed)? to|c[oa]mes? from|(?:is|was|were|are) (?:from|(?:spoken|uttered|written) by|(?:credited|attributed) to)))$`,
);

/** `The words of`: no verb. */
const BARE = /^the \w+ (?:of|from)$/;

/** `That was Lane on Tuesday.` */
const TO_NAME = /^(?:that|this|it) (?:is|was)$/;

/** `The comments by Lane drew applause.` */
const TO_AUTHOR = /^th(?:e|ose|ese) (?:words?|comments?|remarks?|statement) (?:by|from)$/;

const OWNED = new RegExp(`^${SAYING}$`);

const PUT_IT = /^(?:put|puts|saw|sees|phrased|describe[ds]|explain(?:s|ed)|tells) it$/;

/** No more words than these stand between `Lane’s` and `answer`. */
const LONGEST_EPITHET = 3;

/** Whom a sentence behind a quotation names as its speaker, right at a token; `lead` is all of it before that, in small letters. */
export function ledTo(tokens: Tokens, start: number, to: number, lead: string): Subject | undefined {
  const isNamed = TO_NAME.test(lead) && isPerson(tokens, start) && !isPossessive(tokens, start);
  const isAuthor = TO_AUTHOR.test(lead) && isPerson(tokens, start);
  // `It was Lane.` may tell of anything.
  const isIt = lead.startsWith('it') && wordAt(tokens, start + 1) !== 'speaking';
  if (isAuthor || (isNamed && !isIt && isOver(tokens, start + 1, to))) {
    return { kind: 'name', from: start, to: start + 1 };
  }
  if (TO_POSSESSOR.test(lead) && tokens.kinds[start] === Kind.name && isPossessive(tokens, start)) {
    return isOver(tokens, start + 1, to) ? { kind: 'name', from: start, to: start + 1 } : undefined;
  }
  if (TO_OWNER.test(lead)) {
    return ownerOf(tokens, start, to);
  }
  const isSubject = TO_SUBJECT.test(lead);
  const subject = isSubject || TO_SPEAKER.test(lead) ? phraseStartingAt(tokens, start, to) : undefined;
  if (subject?.kind !== 'name' || tokens.kinds[subject.from] !== Kind.name) {
    return undefined;
  }
  // `The answer from Lane on Tuesday was no.`
  const isBare = BARE.test(lead);
  const ends = isBare ? tokens.kinds[subject.to] === Kind.stop : closes(tokens, subject.to, to);
  return (isSubject ? speaks(tokens, subject.to, to) : ends) ? subject : undefined;
}

/** `Lane’s words`, `his last answer` */
function ownerOf(tokens: Tokens, start: number, to: number): Subject | undefined {
  const kind = /^(?:his|her)$/.test(wordAt(tokens, start)) ? 'pronoun' : 'name';
  if (kind === 'name' && !(tokens.kinds[start] === Kind.name && isPossessive(tokens, start))) {
    return undefined;
  }
  let noun = start + 1;
  while (
    noun - start <= LONGEST_EPITHET &&
    tokens.kinds[noun] === Kind.word &&
    !OWNED.test(wordAt(tokens, noun))
  ) {
    noun++;
  }
  return OWNED.test(wordAt(tokens, noun)) && closes(tokens, noun + 1, to)
    ? { kind, from: start, to: start + 1 }
    : undefined;
}

/** Whether a verb of speech without an object of its own follows a subject: `has said`, `told reporters`, `put it`. */
function speaks(tokens: Tokens, start: number, to: number): boolean {
  let verb = start;
  while (verb < to && is(tokens, verb, AUXILIARY | ADVERB) && !is(tokens, verb, NEGATION)) {
    verb++;
  }
  return is(tokens, verb, SAY) || PUT_IT.test(`${wordAt(tokens, verb)} ${wordAt(tokens, verb + 1)}`);
}

/** Whether nothing but a day, or `speaking on Tuesday`, stands behind a name. */
export function isOver(tokens: Tokens, start: number, to: number): boolean {
  const next = tokens.kinds[start] === Kind.comma ? start + 1 : start;
  const isSpeaking =
    /^(?:speaking|talking)$/.test(wordAt(tokens, next)) &&
    (next + 1 >= to || tokens.kinds[next + 1] !== Kind.comma);
  if (isSpeaking) {
    return true;
  }
  let index = start;
  while (index < to && (is(tokens, index, TIME) || wordAt(tokens, index) === 'on')) {
    index++;
  }
  return index >= to || tokens.kinds[index] === Kind.stop;
}

/** Whether nothing but when and where goes on behind a phrase. */
function closes(tokens: Tokens, index: number, to: number): boolean {
  const kind = tokens.kinds[index];
  return index >= to || kind === Kind.stop || kind === Kind.comma || is(tokens, index, TIME | PREPOSITION);
}
