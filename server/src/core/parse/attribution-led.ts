import type { Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { cueFirst, sign } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCoordinator, isPerson, isPossessive, wordAt } from './attribution-words.ts';
import { ADVERB, BE, DETERMINER, JUDGE, NAMING, PREPOSITION, ROLE, TITLE } from './cues.ts';

/** What of somebody’s makes a sentence theirs: `in Lane’s eyes`, `by her own account`. */
const MINDS =
  /^(?:eyes|mind|book|account|admission|reckoning|estimate|estimation|version|retelling|reading|telling|count)$/;

/** So far behind `For Lane,` may stand what something is for them, in tokens. */
const REACH_OF_OPINION = 16;

/**
 * Whose opinion a sentence tells that opens, or ends, with whose it is: `For Lane, the quay is “…”`, `In Lane’s eyes, …`, `By Lane’s
 * own account, …`, `If you ask Lane, …`, `“…,” so Lane`. `index` is at the first word of that.
 */
export function ledOpinion(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  const opens = index === from || (index === from + 1 && isCoordinator(tokens, from));
  const before = tokens.kinds[index - 1];
  const follows = index > from && (before === Kind.comma || before === Kind.quotation);
  if (!opens && !follows) {
    return undefined;
  }
  const word = wordAt(tokens, index).toLowerCase();
  switch (word) {
    case 'by':
      return calledBy(tokens, index, from) ?? inMind(tokens, index, to);
    case 'in':
    case 'on':
      return inMind(tokens, index, to);
    case 'for':
    case 'to':
      return opens ? forSomebody(tokens, index, to) : undefined;
    case 'if':
    case 'ask':
      return opens ? ifAsked(tokens, index, to) : undefined;
    case 'so':
    case 'thus':
      return follows ? soSomebody(tokens, index, to) : undefined;
    default:
      return undefined;
  }
}

/** The person who is named at a token, past titles; undefined where nobody is. */
function nameFrom(tokens: Tokens, start: number): number | undefined {
  let name = start;
  while (is(tokens, name, TITLE | ROLE) && name - start < 3) {
    name++;
  }
  return isPerson(tokens, name) ? name : undefined;
}

function named(name: number): Subject {
  return { kind: 'name', from: name, to: name + 1 };
}

/** `It was called “…” by Lane`; `by` stands right behind the marks. */
function calledBy(tokens: Tokens, by: number, from: number): Attribution | undefined {
  const verb = wordAt(tokens, by - 2) === 'as' ? by - 3 : by - 2;
  const isCalled =
    tokens.kinds[by - 1] === Kind.quotation &&
    verb >= from &&
    is(tokens, verb, JUDGE | NAMING) &&
    (is(tokens, verb - 1, BE | ADVERB) || verb === from);
  const name = isCalled ? nameFrom(tokens, by + 1) : undefined;
  return name === undefined || isPossessive(tokens, name)
    ? undefined
    : cueFirst('says', { from: by, to: by + 1 }, named(name));
}

/** `In Lane’s eyes`, `by Lane’s own account`, `in the eyes of Lane` */
function inMind(tokens: Tokens, start: number, to: number): Attribution | undefined {
  const owner = nameFrom(tokens, start + 1);
  if (owner !== undefined && isPossessive(tokens, owner)) {
    const noun = wordAt(tokens, owner + 1) === 'own' ? owner + 2 : owner + 1;
    return MINDS.test(wordAt(tokens, noun)) && noun < to
      ? sign({
          strength: 'says',
          cue: { from: start, to: noun + 1 },
          subject: named(owner),
          order: 'cue first',
          from: start,
          to: noun + 1,
        })
      : undefined;
  }
  const isOf =
    is(tokens, start + 1, DETERMINER) &&
    MINDS.test(wordAt(tokens, start + 2)) &&
    wordAt(tokens, start + 3) === 'of';
  const name = isOf ? nameFrom(tokens, start + 4) : undefined;
  return name === undefined || isPossessive(tokens, name)
    ? undefined
    : cueFirst('says', { from: start, to: start + 4 }, named(name));
}

/** `For Lane, “…”`, `To Lane, the quay is a “…”`: the words are whole, or what something is. */
function forSomebody(tokens: Tokens, start: number, to: number): Attribution | undefined {
  const name = nameFrom(tokens, start + 1);
  if (name === undefined || isPossessive(tokens, name) || tokens.kinds[name + 1] !== Kind.comma) {
    return undefined;
  }
  if (tokens.kinds[name + 2] === Kind.quotation) {
    return cueFirst('says', { from: start, to: name }, named(name));
  }
  let quotation = name + 2;
  while (
    quotation < to &&
    quotation - name <= REACH_OF_OPINION &&
    tokens.kinds[quotation] !== Kind.quotation
  ) {
    if (isPerson(tokens, quotation)) {
      return undefined;
    }
    quotation++;
  }
  let verb = quotation - 1;
  while (
    verb > name + 2 &&
    (is(tokens, verb, ADVERB | DETERMINER) || /^(?:like|about)$/.test(wordAt(tokens, verb)))
  ) {
    verb--;
  }
  return tokens.kinds[quotation] === Kind.quotation && quotation < to && is(tokens, verb, BE)
    ? sign({
        strength: 'judges',
        cue: { from: verb, to: verb + 1 },
        subject: named(name),
        order: 'shared',
        from: verb,
        to: verb + 1,
      })
    : undefined;
}

/** `If you ask Lane, …`, `If Lane is to be believed, …`, `Ask Lane and …` */
function ifAsked(tokens: Tokens, start: number, to: number): Attribution | undefined {
  const isIf = /^if$/i.test(wordAt(tokens, start));
  const asks =
    isIf &&
    /^(?:you|we)$/.test(wordAt(tokens, start + 1)) &&
    /^(?:ask|believe)$/.test(wordAt(tokens, start + 2));
  const name = nameFrom(tokens, asks ? start + 3 : start + 1);
  if (name === undefined || isPossessive(tokens, name)) {
    return undefined;
  }
  const next = wordAt(tokens, name + 1);
  const isAsked = asks ? tokens.kinds[name + 1] === Kind.comma : !isIf && /^(?:and|,)$/.test(next);
  const believed = tokens.text.slice(tokens.starts[name + 1], tokens.ends[name + 4]);
  const isBelieved = isIf && /^(?:is|was|are|were) to be believed$/.test(believed) && name + 4 < to;
  return isAsked || isBelieved
    ? sign({
        strength: 'says',
        cue: { from: start, to: isBelieved ? name + 5 : name + 1 },
        subject: named(name),
        order: 'cue first',
        from: start,
        to: isBelieved ? name + 5 : name + 1,
      })
    : undefined;
}

/** `“…,” so Lane.` */
function soSomebody(tokens: Tokens, start: number, to: number): Attribution | undefined {
  const name = nameFrom(tokens, start + 1);
  const ends =
    name !== undefined &&
    (name + 1 >= to || tokens.kinds[name + 1] === Kind.stop || is(tokens, name + 1, PREPOSITION));
  return ends && !isPossessive(tokens, name)
    ? cueFirst('says', { from: start, to: start + 1 }, named(name))
    : undefined;
}

/**
 * `Citing Lane, the Lantern said the quay was “…”`: what a paper reports so may be the words of whoever it cites. Gives the signs
 * of speech of a sentence anew.
 */
export function ofWhomCited(
  tokens: Tokens,
  from: number,
  found: readonly Attribution[],
): readonly Attribution[] {
  const first = wordAt(tokens, from);
  const name = first === 'Citing' || first === 'Quoting' ? nameFrom(tokens, from + 1) : undefined;
  if (name === undefined || isPossessive(tokens, name)) {
    return found;
  }
  // Whoever cites may say so as well.
  return found.map(it =>
    it.subject === undefined || it.subject.from <= name || it.cue.from <= name
      ? it
      : { ...it, subject: { kind: 'description', from: name, to: it.subject.to } },
  );
}
