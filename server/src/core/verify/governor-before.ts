import { wordSet } from '../text/word-set.ts';
import { isNegation } from './classify.ts';
import {
  asking,
  breaksClause,
  denials,
  idleNext,
  isCondition,
  isDenial,
  isIdleIf,
  isSplit,
  nothing,
  others,
  reachOfCondition,
  reporting,
  wordBeforeAside,
  type Beside,
} from './governing-words.ts';
import { isPhraseOfCondition } from './phrases-of-condition.ts';
import { unrealBefore } from './unreal.ts';

/** How far from the kept words a negation may stand and still be taken to govern them. */
const reachOfNegation = 4;

/**
 * The index of the word that governs kept words from before them: a negation in the same clause, a condition, or
 * “some say”. `before` are the words of the same sentence, the last one right before the kept. -1 for none.
 */
export function governorBefore(before: readonly Beside[], firstKept: string, isQuestion: boolean): number {
  const negation = negationBefore(before, firstKept, isQuestion);
  if (negation >= 0) {
    return negation;
  }
  const condition = conditionBefore(before, firstKept);
  if (condition >= 0) {
    return condition;
  }
  const report = reportBefore(before);
  return report >= 0 ? report : unrealBefore(before, firstKept);
}

function negationBefore(before: readonly Beside[], firstKept: string, isQuestion: boolean): number {
  const apart = denialBeforeAside(before, firstKept);
  if (apart >= 0) {
    return apart;
  }
  let commas = 0;
  let small = 0;
  const reach = isTelling(before) ? reachOfTelling : reachOfNegation;
  for (let at = before.length - 1; at >= 0; at--) {
    const { key, gap } = before[at] ?? nothing;
    if (breaksClause(gap)) {
      return -1;
    }
    commas += gap.includes(',') ? 1 : 0;
    const between = before.length - 1 - at;
    if (between - small > reach) {
      return -1;
    }
    if (isDenial(key) || (key === 'far' && before[at + 1]?.key === 'from')) {
      const earlier = before[at - 1]?.key ?? '';
      if (idle.has(`${earlier} ${key}`) || (denials.has(key) && isNegation(earlier))) {
        return -1;
      }
      // `not only`, `no doubt`: unless the cut goes between the two.
      const next = before[at + 1]?.key ?? '';
      if ((key === 'not' || key === 'no' || key.endsWith("n't")) && idle.has(`${key} ${next}`)) {
        return -1;
      }
      if (/^(?:not|no)$/.test(key) && idleNext.has(next)) {
        return -1;
      }
      // `It is never too late to …`
      if (next === 'too' && before[at + 2]?.key === 'late') {
        return -1;
      }
      const isParenthesis = commas === 2 && (before.at(-1)?.gap.includes(',') ?? false);
      if (commas > 0 && !isParenthesis) {
        return -1;
      }
      if (isQuestion && at === 0 && key.endsWith("n't")) {
        return -1;
      }
      if (between > 0 && opensClause.has(firstKept)) {
        return -1;
      }
      return isFactive(before) ||
        (key === 'no' && before.at(-1)?.key !== 'that' && hasPreposition(before, at))
        ? -1
        : at;
    }
    const isTold = key === 'and' && reach === reachOfTelling && tells.test(before[at + 1]?.key ?? '');
    if (ends.has(key) && !isTold) {
      return -1;
    }
    // `not under any circumstances`, `not at any time`
    small += key === 'any' ? 3 : smallBetween.has(key) ? 1 : 0;
  }
  return -1;
}

/** `We will never, and I have said so in this hall, | leave`, `not – as some tell you – | sell`: a denial, and the aside behind it. */
function denialBeforeAside(before: readonly Beside[], firstKept: string): number {
  if (opensClause.has(firstKept) || subjects.test(firstKept)) {
    return -1;
  }
  const last = before.length - 1;
  // `“We will not,” Lane said, “sell it”`
  let at = isSplit(before[last]?.gap ?? '') ? last : wordBeforeAside(before, last);
  // `never, ever, in my whole life, | taken`
  while (at >= 0 && !denies.test(before[at]?.key ?? '')) {
    const earlier = wordBeforeAside(before, at);
    at = at - earlier <= longestRepeat ? earlier : -1;
  }
  return at >= 0 && !answering.test(before[at - 1]?.key ?? '') ? at : -1;
}

const denies = /^(?:not|never|cannot|.*n't)$/;
/** No longer is what strengthens a denial, in words: `never, ever,`, `not, my friends,`. */
const longestRepeat = 2;

/** Before `not` these make an answer of it: `I hope not`, `whether or not`, `why not`. */
const answering =
  /^(?:or|if|why|hope|think|suppose|guess|believe|afraid|course|certainly|absolutely|definitely|maybe|perhaps|probably|surely|obviously)$/;

/** With these what was kept has a subject of its own. */
const subjects = /^(?:i|you|he|she|it|we|they|there|this|that|these|those)(?:'|$)/;

/** `I am not going to stand here and tell you (that) | …`: a verb of telling carries a negation from farther away. */
const reachOfTelling = 8;

function isTelling(before: readonly Beside[]): boolean {
  let at = before.length - 1;
  at -= before[at]?.key === 'that' ? 1 : 0;
  at -= /^(?:you|me|us|him|her|people|anyone|anybody|everyone|them)$/.test(before[at]?.key ?? '') ? 1 : 0;
  const verb = before[at]?.key ?? '';
  return tells.test(verb) || told.test(verb);
}

const tells = /^(?:tell|say|claim|pretend|promise|argue|suggest)$/;
const told = /^(?:told|said|claimed|pretended|promised|argued|suggested)$/;

/** `no problem with …`, but `no use of …`. */
function hasPreposition(before: readonly Beside[], at: number): boolean {
  return before.slice(at + 1).some(it => /^(?:with|about|in|for|on|at|from|by)$/.test(it.key));
}

/** `they don't know that …`: what follows is true all the same. */
function isFactive(before: readonly Beside[]): boolean {
  const last = before.at(-1)?.key ?? '';
  const verb = last === 'that' || last === 'how' ? (before.at(-2)?.key ?? '') : last;
  return factive.has(verb);
}

function conditionBefore(before: readonly Beside[], firstKept: string): number {
  let commas = 0;
  let sinceComma = -1;
  for (let at = before.length - 1; at >= 0 && before.length - at < 24; at--) {
    const { key, gap } = before[at] ?? nothing;
    const between = before.length - 1 - at;
    if (breaksClause(gap)) {
      return -1;
    }
    if (gap.includes(',')) {
      commas++;
      sinceComma = sinceComma < 0 ? between : sinceComma;
    }
    // `confident, subject to the weather, and | we will`: only where it opens the clause.
    const opensPhrase = at === 0 || /^(?:and|but|so)$/.test(before[at - 1]?.key ?? '');
    const isPhrase = commas > 0 && opensPhrase && isPhraseOfCondition(before, at);
    if ((isCondition(key) || isPhrase) && !isIdleIf(before, at)) {
      // `I wonder if …`; but `You know, if …`
      const earlier = before[at - 1] ?? nothing;
      const asks = asking.test(earlier.key) && !earlier.gap.includes(',');
      // `I wonder if, in May, | we will …`
      if (asks && gap.includes(',') && commas === 2) {
        return sinceComma <= reachOfCondition ? at : -1;
      }
      const opens =
        at === 0 || earlier.gap.includes(',') || /^(?:and|but|so|that|because|then)$/.test(earlier.key);
      if (commas === 0) {
        // `If you made me guess I would …`: where no comma parts the two clauses, the second one's subject does.
        const isApart = opens && subjects.test(firstKept);
        return between <= (isApart ? reachOfCoordinated : asks ? reachOfCondition : 3) ? at : -1;
      }
      // `If we win, we will …`: the clause behind the comma depends on it.
      const reach = isCoordinated(before) ? reachOfCoordinated : reachOfCondition;
      return opens && sinceComma <= reach ? at : -1;
    }
    if (/^(?:but|because|although|though|while)$/.test(key)) {
      return -1;
    }
  }
  return -1;
}

/**
 * So far behind its comma a condition governs a second clause, `If we win, we will build the quay and then | we will …`, and as long it
 * may be without one.
 */
const reachOfCoordinated = 12;

function isCoordinated(before: readonly Beside[]): boolean {
  const last = before.at(-1)?.key ?? '';
  return last === 'and' || (last === 'then' && before.at(-2)?.key === 'and');
}

/** `Some people say (that) …`, `he told me …`, `the idea that …`: somebody else's view. */
function reportBefore(before: readonly Beside[]): number {
  let at = before.length - 1;
  if (before[at]?.key === 'that') {
    at--;
    if (notions.has(before[at]?.key ?? '')) {
      return at;
    }
  }
  if (at < 0 || breaksClause(before.at(-1)?.gap ?? '')) {
    return -1;
  }
  at = beforeParenthesis(before, at);
  // `I was told that …`: whoever told it is not the speaker.
  if (
    before[at]?.key === 'told' &&
    /^(?:am|is|are|was|were|been|being|i'm)$/.test(before[at - 1]?.key ?? '')
  ) {
    return at - 1;
  }
  if (
    /^(?:me|us|you|everyone|everybody|people|reporters)$/.test(before[at]?.key ?? '') &&
    /^(?:tell|tells|told|telling)$/.test(before[at - 1]?.key ?? '')
  ) {
    at--;
  } else if (!reporting.has(before[at]?.key ?? '')) {
    return -1;
  }
  for (let subject = at - 1; subject >= 0 && subject >= at - 4; subject--) {
    const { key, gap } = before[subject] ?? nothing;
    if (
      gap.includes(',') ||
      breaksClause(gap) ||
      (/^(?:i|we|i'd|we'd|i've|i'm)$/.test(key) && before[subject - 1]?.key !== 'wish')
    ) {
      return -1;
    }
    if (others.has(key) || untrue.has(key)) {
      return subject;
    }
  }
  return -1;
}

/** The word before a parenthesis between dashes or commas that ends at `at`: `told — by the mayor herself — that`. */
function beforeParenthesis(before: readonly Beside[], at: number): number {
  const close = /[—–,]|--|\s-\s/;
  if (!close.test(before[at]?.gap ?? '')) {
    return at;
  }
  for (let open = at - 1; open >= 0 && at - open < 8; open--) {
    if (close.test(before[open]?.gap ?? '')) {
      return open;
    }
  }
  return at;
}

const idle = new Set([
  "can't wait",
  "couldn't agree",
  "can't help",
  "don't forget",
  "why don't",
  "don't worry",
  'not least',
]);
/** A negation before these is in another clause. */
const ends = wordSet(
  'but because although though while whereas since than which who whose where when before after and so except until unless if',
);
/** A kept stretch that begins with one of these is a clause of its own. */
const opensClause = wordSet(
  'but because although though while since which who when where and so unless if until',
);
const factive = wordSet(
  'know knows knew realize realise realized realised understand understands understood forget forgot remember recognize recognise recognised regret care matter mind see notice noticed aware surprised explain',
);
const smallBetween = wordSet('a an the that to of be been going really even very');
/** `It would be wrong to say …`, `I wish I could say …`. */
const untrue = wordSet(
  'wrong false untrue mistaken mistake nonsense absurd ridiculous foolish premature dishonest lying wish',
);
const notions = wordSet(
  'idea notion claim claims suggestion suggestions allegation allegations myth lie rumor rumors accusation accusations charge theory fiction pretense perception appearance impression speculation possibility suspicion',
);
