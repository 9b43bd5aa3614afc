import { phraseStartingAt } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence, possessorOf } from './attribution-idioms.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { cueFirst, sign, subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isPerson, isThat, titlesBefore, wordAt } from './attribution-words.ts';
import { ADVERB, AUXILIARY, BE, DETERMINER, JUDGE, PAST, SPEECH } from './cues.ts';

/** What is credited to somebody besides what is always said. */
const WORDS = /^(?:words?|lines?|quotes?|quotations?|phrase|sentence|sentiment|view|verdict)$/i;

/** What of somebody’s may be “that …”. */
const VIEWS =
  /^(?:view|position|argument|message|point|line|case|belief|verdict|claim|contention|warning|advice|answer)$/;

/** Sure enough to say so. */
const SURE =
  /^(?:clear|adamant|insistent|emphatic|categorical|unequivocal|blunt|confident|convinced|certain)$/;

/** No more words than these stand between `Lane’s` and `view`. */
const LONGEST_EPITHET = 3;

/**
 * Speech that is told of somebody by what they are credited with, by what they hold, or as `Lane had it`. `index` is at `credited`,
 * at `had`, or at a form of `be`.
 */
export function creditedTo(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  return (
    attributedTo(tokens, index, from, to) ??
    madeBy(tokens, index, from, to) ??
    hadIt(tokens, index, from) ??
    asConcerns(tokens, index, from) ??
    quotedFirst(tokens, index, from, to) ??
    isSure(tokens, index, from) ??
    viewIs(tokens, index, from)
  );
}

/** `“…,” a remark attributed to Lane`, `A line credited to Lane: “…”`, `The words are credited to Lane: “…”` */
function attributedTo(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  if (wordAt(tokens, index + 1) !== 'to' || !/^(?:attributed|credited)$/.test(wordAt(tokens, index))) {
    return undefined;
  }
  let noun = index - 1;
  while (noun > from && is(tokens, noun, AUXILIARY | ADVERB)) {
    noun--;
  }
  const isSaid = noun >= from && (is(tokens, noun, SPEECH) || WORDS.test(wordAt(tokens, noun)));
  const subject = isSaid ? phraseStartingAt(tokens, index + 2, to) : undefined;
  if (subject?.kind !== 'name') {
    return undefined;
  }
  const start = noun > from && is(tokens, noun - 1, DETERMINER) ? noun - 1 : noun;
  return cueFirst('says', { from: start, to: index + 2 }, subject);
}

/** `The remark, “…,” was made by Lane`, `“…” was the phrase used by Lane`, `The words “…” were attributed to Lane` */
function madeBy(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  const quotation = tokens.kinds[index - 1] === Kind.comma ? index - 2 : index - 1;
  if (!is(tokens, index, BE) || tokens.kinds[quotation] !== Kind.quotation || quotation < from) {
    return undefined;
  }
  let verb = index + 1;
  while (verb < to && (is(tokens, verb, DETERMINER | ADVERB | SPEECH) || WORDS.test(wordAt(tokens, verb)))) {
    verb++;
  }
  const noun = tokens.kinds[quotation - 1] === Kind.comma ? quotation - 2 : quotation - 1;
  const isTold = noun >= from && (is(tokens, noun, SPEECH) || WORDS.test(wordAt(tokens, noun)));
  const by = `${wordAt(tokens, verb)} ${wordAt(tokens, verb + 1)}`;
  const isNamed = verb > index + 1 && (is(tokens, verb - 1, SPEECH) || WORDS.test(wordAt(tokens, verb - 1)));
  const isMade = isNamed
    ? /^(?:made|used|uttered|spoken|chosen) by$/.test(by)
    : /^(?:made|uttered|spoken) by$/.test(by) && (isTold || isWholeSentence(tokens, quotation));
  const isCredited = isTold && /^(?:(?:written|posted|sent|shared) by|(?:attributed|credited) to)$/.test(by);
  const subject = isMade || isCredited ? phraseStartingAt(tokens, verb + 2, to) : undefined;
  return subject?.kind === 'name' ? cueFirst('says', { from: index, to: verb + 2 }, subject) : undefined;
}

/** `As far as Lane is concerned, “…”` */
function asConcerns(tokens: Tokens, index: number, from: number): Attribution | undefined {
  const name = index - 1;
  if (!is(tokens, index, BE) || wordAt(tokens, index + 1) !== 'concerned' || !isPerson(tokens, name)) {
    return undefined;
  }
  const far = name - 1 - titlesBefore(tokens, name, from);
  const lead = tokens.text.slice(tokens.starts[far - 2], tokens.ends[far]);
  return /^as far as$/i.test(lead)
    ? subjectFirst('says', { from: index, to: index + 2 }, { kind: 'name', from: name, to: name + 1 })
    : undefined;
}

/** `To quote Lane, “…”`, `It was “…”, to quote Lane`; `index` is at `quote`. */
function quotedFirst(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  const verb = index - 1;
  const isQuoting = wordAt(tokens, index) === 'quote' && /^to$/i.test(wordAt(tokens, verb));
  const subject = isQuoting ? phraseStartingAt(tokens, index + 1, to) : undefined;
  const after = tokens.kinds[subject?.to ?? to];
  const opens = verb === from && after === Kind.comma;
  const isBehind = tokens.kinds[verb - 1] === Kind.comma || tokens.kinds[verb - 1] === Kind.quotation;
  const closes = isBehind && ((subject?.to ?? 0) >= to || after === Kind.stop);
  return subject?.kind === 'name' && (opens || closes)
    ? cueFirst('says', { from: verb, to: index + 1 }, subject)
    : undefined;
}

/** `As Lane had it, “…”`, `“…,” as Lane sees it` */
function hadIt(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (wordAt(tokens, index + 1) !== 'it') {
    return undefined;
  }
  // `as Lane would have it`
  const isWould = wordAt(tokens, index) === 'have' && wordAt(tokens, index - 1) === 'would';
  const name = isWould ? index - 2 : index - 1;
  const isIdiom = isWould || /^(?:had|has|sees|saw|tells)$/.test(wordAt(tokens, index));
  const after = tokens.kinds[index + 2];
  const ends = after === undefined || after === Kind.comma || after === Kind.stop || after === Kind.colon;
  if (!isIdiom || !ends || !isPerson(tokens, name)) {
    return undefined;
  }
  const as = name - 1 - titlesBefore(tokens, name, from);
  return /^(?:as|how)$/i.test(wordAt(tokens, as))
    ? subjectFirst('says', { from: index, to: index + 2 }, { kind: 'name', from: name, to: name + 1 })
    : undefined;
}

/** `Lane was clear that “…”`, `he is adamant that “…”` */
function isSure(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (!is(tokens, index, BE)) {
    return undefined;
  }
  let sure = index + 1;
  while (is(tokens, sure, ADVERB)) {
    sure++;
  }
  const isTold = SURE.test(wordAt(tokens, sure)) && isThat(tokens, sure + 1);
  let last = index - 1;
  while (isTold && last > from && is(tokens, last, AUXILIARY | ADVERB)) {
    last--;
  }
  const subject = isTold ? phraseEndingAt(tokens, last, from) : undefined;
  const isSomebody =
    subject?.kind === 'name' || (subject?.kind === 'pronoun' && /^s?he$/i.test(wordAt(tokens, subject.from)));
  return isSomebody ? subjectFirst('says', { from: index, to: sure + 1 }, subject) : undefined;
}

/** `Lane’s view is that “…”` */
function viewIs(tokens: Tokens, index: number, from: number): Attribution | undefined {
  const noun = index - 1;
  const isView = is(tokens, index, BE) && isThat(tokens, index + 1) && VIEWS.test(wordAt(tokens, noun));
  const owner = isView ? possessorOf(tokens, noun, from, LONGEST_EPITHET + 1, /^(?:his|her)$/i) : undefined;
  return owner && subjectFirst('says', { from: noun, to: index + 1 }, owner);
}

/** `The council was told by Lane that “…”`, `“…,” as described by Lane`: who tells stands behind. `verb` is at `told`. */
export function toldBy(tokens: Tokens, verb: number, to: number): Attribution | undefined {
  if (wordAt(tokens, verb + 1) !== 'by') {
    return undefined;
  }
  const isPassive = /^(?:told|informed|warned|assured|reminded)$/.test(wordAt(tokens, verb));
  const isAs =
    /^(?:described|put|noted|phrased|recounted|told|explained)$/.test(wordAt(tokens, verb)) &&
    /^as$/i.test(wordAt(tokens, verb - 1));
  // `It was described by Lane as “…”`
  const isJudged = is(tokens, verb, JUDGE) && is(tokens, verb, PAST);
  const subject = isPassive || isAs || isJudged ? phraseStartingAt(tokens, verb + 2, to) : undefined;
  if (isJudged && !isAs) {
    const isLed = subject?.kind === 'name' && wordAt(tokens, subject.to) === 'as';
    return isLed
      ? sign({
          strength: 'judges',
          cue: { from: verb, to: subject.to + 1 },
          subject,
          order: 'cue first',
          from: verb,
          to: subject.to + 1,
        })
      : undefined;
  }
  if (isAs && subject?.kind === 'name') {
    return cueFirst('says', { from: verb - 1, to: verb + 2 }, subject);
  }
  const leads =
    subject?.kind === 'name' && (isThat(tokens, subject.to) || tokens.kinds[subject.to] === Kind.colon);
  return leads ? cueFirst('says', { from: verb, to: verb + 2 }, subject) : undefined;
}
