import type { Place } from './attribution-choose.ts';
import { phraseStartingAt } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence } from './attribution-idioms.ts';
import { isPairOfPeople } from './attribution-joint.ts';
import { isOutletLine } from './attribution-headed.ts';
import { isPlainWord } from './attribution-phrase-edges.ts';
import { isSentenceLike, lastCharacter } from './attribution-sentences.ts';
import { cueFirst, sign } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  hasPerson,
  isAnd,
  is,
  isCapital,
  isNumber,
  isPerson,
  isPossessive,
  pastDay,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import { AUXILIARY, BE, DETERMINER, PREPOSITION, ROLE, SPEECH, TIME } from './cues.ts';
import type { QuotationSpan } from './marks.ts';

/** Who says a whole sentence that nothing but they follow, by no verb of speech or by one that no list has. */
export function withoutCue(
  { tokens, at, from, to }: Place,
  quotation: QuotationSpan,
  next: number,
): Attribution | undefined {
  const opens = tokens.kinds[next] === Kind.open;
  // `Key line: “…” (Ana Lane)`
  const isAlone =
    at === from ||
    (opens && tokens.kinds[at - 1] === Kind.colon && !hasPerson(tokens, from, at)) ||
    (opens && followsBrackets(tokens, at, from));
  if (opens && !isAlone && isPerson(tokens, next + 1) && tokens.kinds[next + 2] === Kind.close) {
    // `The quay is “…” (Lane).`
    return hasPerson(tokens, from, at)
      ? undefined
      : cueFirst('says', { from: next, to: next + 1 }, { kind: 'name', from: next + 1, to: next + 2 });
  }
  if (!isAlone || !isSentenceLike(tokens.text, quotation)) {
    return undefined;
  }
  // `(Source: Ana Lane)`
  const isSource = opens && /^(?:source|speaker|from|via)$/i.test(wordAt(tokens, next + 1));
  const first = isSource ? next + (tokens.kinds[next + 2] === Kind.colon ? 3 : 2) : next + 1;
  const subject = phraseStartingAt(tokens, opens ? first : next, to);
  const isPair = subject !== undefined && opens && isPairOfPeople(tokens, subject);
  if (!subject || tokens.kinds[subject.from] !== Kind.name || !(isPair || subject.kind === 'name')) {
    return undefined;
  }
  const isClosed = opens || lastCharacter(tokens.text, quotation) === ',';
  const isSigned = !opens && isOutletLine(tokens, subject.to) && isPerson(tokens, subject.from);
  const isNamed =
    isSigned ||
    (isClosed &&
      isPerson(tokens, subject.from) &&
      !isPossessive(tokens, subject.from) &&
      endsBare(tokens, subject.to, to, opens));
  const cue = isNamed ? next : subject.to;
  return isNamed || isPlainVerb(tokens, subject.to, to) || makesRemarks(tokens, subject.to)
    ? sign({
        strength: 'says',
        cue: { from: cue, to: cue + 1 },
        subject,
        order: isNamed ? 'cue first' : 'subject first',
        from: isNamed ? next : subject.from,
        to: Math.max(subject.to, cue + 1),
      })
    : undefined;
}

/** Past `Reactions:`, and the mark of an item in a list. */
function pastRubric(tokens: Tokens, from: number): number {
  const { kinds } = tokens;
  const start = kinds[from] === Kind.dash || kinds[from] === Kind.other ? from + 1 : from;
  return kinds[start + 1] === Kind.colon && kinds[start] === Kind.word ? start + 2 : start;
}

/**
 * `**Ana Lane** “We will close it.”`, `Reactions: Ana Lane, “We will close it.”`: who opens a line of which the rest is a quotation of
 * whole sentences; a line above may sign or lead.
 */
export function ledByName({ tokens, at, from }: Place): Attribution | undefined {
  const name = tokens.kinds[at - 1] === Kind.comma ? at - 2 : at - 1;
  const first = pastRubric(tokens, from);
  const isOnLine = !tokens.text.slice(tokens.ends[name], tokens.starts[at]).includes('\n');
  return isOnLine &&
    isPerson(tokens, name) &&
    !isPossessive(tokens, name) &&
    name - titlesBefore(tokens, name, first - 1) === first &&
    isWholeSentence(tokens, at)
    ? sign({
        strength: 'beside',
        cue: { from: name, to: at },
        subject: { kind: 'name', from: name, to: at },
        order: 'subject first',
        from: name,
        to: at,
      })
    : undefined;
}

/** `“…,” Ana Lane.`, `“…” (Ana Lane)`, `“…,” Ana Lane in a statement.` */
function endsBare(tokens: Tokens, index: number, to: number, opens: boolean): boolean {
  if (opens) {
    const close =
      tokens.kinds[index] === Kind.comma ? pastOutlet(tokens, index + 1, to) : pastDay(tokens, index, to);
    return (
      tokens.kinds[close] === Kind.close && (isEnd(tokens, close + 1, to) || isListed(tokens, close + 1))
    );
  }
  const isTold = wordAt(tokens, index) === 'to' && wordAt(tokens, index + 1) === 'reporters';
  return isEnd(tokens, index, to) || isInStatement(tokens, index) || (isTold && isEnd(tokens, index + 2, to));
}

/** `“…” (Lane); “…” (Ortiz) and “…” (Hart)`: the token of a quotation that goes on a list. */
function isListed(tokens: Tokens, index: number): boolean {
  const { kinds } = tokens;
  if (kinds[index] === Kind.quotation) {
    return true;
  }
  const isJoined = kinds[index] === Kind.semicolon || kinds[index] === Kind.comma || isAnd(tokens, index);
  return isJoined && isListed(tokens, index + 1);
}

/** Whether a quotation stands behind another one and whose that was, in brackets. */
function followsBrackets(tokens: Tokens, at: number, from: number): boolean {
  let index = at - 1;
  while (index > from && tokens.kinds[index] !== Kind.close) {
    index--;
  }
  return index > from && isListed(tokens, index + 1);
}

/** `(Ana Lane, Tuesday)`, `(Ana Lane, mayor of Holt)`: past what tells when and where, and who that is. */
function pastOutlet(tokens: Tokens, start: number, to: number): number {
  let index = start;
  while (
    index < to &&
    ((tokens.kinds[index] === Kind.name && !isPerson(tokens, index)) ||
      is(tokens, index, TIME | DETERMINER | ROLE | PREPOSITION) ||
      isNumber(tokens, index) ||
      isPlainWord(tokens, index) ||
      isCapital(tokens, index))
  ) {
    index++;
  }
  return index;
}

/** `“It is rotten all through,” Lane snarled.`: where nothing else can stand, any verb is one of speech. */
function isPlainVerb(tokens: Tokens, verb: number, to: number): boolean {
  const isVerb =
    tokens.kinds[verb] === Kind.word &&
    !isCapital(tokens, verb) &&
    /(?:ed|s)$/.test(wordAt(tokens, verb)) &&
    !is(tokens, verb, AUXILIARY | BE);
  const after = tokens.kinds[verb + 1];
  const ends = isEnd(tokens, verb + 1, to) || after === Kind.comma || after === Kind.quotation;
  return isVerb && (ends || isInStatement(tokens, verb + 1));
}

/** `“It is rotten.” Lane made the comments in Holt.` */
function makesRemarks(tokens: Tokens, verb: number): boolean {
  const isMade = wordAt(tokens, verb) === 'made' && is(tokens, verb + 1, DETERMINER);
  return isMade && /^(?:comments?|remarks?|statements?|claims?)$/.test(wordAt(tokens, verb + 2));
}

function isEnd(tokens: Tokens, index: number, to: number): boolean {
  return index >= to || tokens.kinds[index] === Kind.stop;
}

function isInStatement(tokens: Tokens, index: number): boolean {
  return wordAt(tokens, index) === 'in' && is(tokens, index + 1, DETERMINER) && is(tokens, index + 2, SPEECH);
}
