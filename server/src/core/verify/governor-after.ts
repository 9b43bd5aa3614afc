import { wordSet } from '../text/word-set.ts';
import { isNegation } from './classify.ts';
import {
  asking,
  breaksClause,
  idleNext,
  isCondition,
  isIdleIf,
  nothing,
  others,
  reachOfCondition,
  reporting,
  wordBehindAside,
  type Beside,
} from './governing-words.ts';
import { isPhraseOfCondition } from './phrases-of-condition.ts';

/**
 * The index of the word that governs kept words from behind them: `not` cut from its verb, a condition, `they say`, or the
 * exception to `all`. `after` are the words of the rest of the sentence; `gap` stands between the kept words and the first
 * of them; `kept` gives the kept words of the sentence.
 */
export function governorAfter(
  after: readonly Beside[],
  lastKept: string,
  gap: string,
  kept: () => readonly Beside[],
): number {
  const first = after[0]?.key ?? '';
  if (excepts(after, gap) && (first === 'except' || kept().some(it => totals.has(it.key)))) {
    return 0;
  }
  if (!/[,;:.?!—–-]/.test(gap)) {
    const next = after[1]?.key ?? '';
    // `It would be rude | not to`, `they told us | not to go`
    if (first === 'not' && next === 'to' && after[2]?.key !== 'mention') {
      return 0;
    }
    // `We should send the guard | only when we are asked to`
    if (first === 'only' && restricts.test(next)) {
      return 0;
    }
    if ((first === 'not' || first === 'never') && auxiliaries.test(lastKept) && !idleNext.has(next)) {
      return 0;
    }
    // `I hate everybody | who litters`: all of them are not meant.
    if (/^(?:who|whose|whom|that|which)$/.test(first) && totalPronouns.has(lastKept)) {
      return 0;
    }
    if (
      /^(?:nothing|nobody|none|neither|hardly|scarcely|barely)$/.test(first) ||
      (first === 'no' && !idleNext.has(next))
    ) {
      return 0;
    }
  }
  if (/^(?:but|however|except)$/.test(first) && turnsBack(after.slice(1))) {
    return 0;
  }
  const condition = conditionBehindAside(after, gap);
  if (condition >= 0 && !asking.test(lastKept)) {
    return condition;
  }
  let passed = gap;
  for (let at = 0; at < after.length && at <= reachOfCondition; at++) {
    const { key } = after[at] ?? nothing;
    if (breaksClause(passed)) {
      return -1;
    }
    const asks = key === 'whether' || asking.test(after[at - 1]?.key ?? lastKept);
    const isPhrase = isPhraseOfCondition(after, at, lastKept);
    if ((isCondition(key) || isPhrase) && !asks && !isIdleIf(after, at)) {
      return passed.includes(',') && at > 0 ? -1 : at;
    }
    if (
      /^(?:and|but|because|although|though|while|which|who|so|when|that)$/.test(key) ||
      (at > 0 && passed.includes(','))
    ) {
      return -1;
    }
    if (
      at <= 2 &&
      after.length <= 4 &&
      at + 1 < after.length &&
      others.has(key) &&
      reporting.has(after[at + 1]?.key ?? '')
    ) {
      return at;
    }
    passed = after[at]?.gap ?? '';
  }
  return -1;
}

/** `We will go | (and you all know it) if we win`, `| – I say it again – only if we win` */
function conditionBehindAside(after: readonly Beside[], gap: string): number {
  const behind = wordBehindAside(after, gap);
  const at = after[behind]?.key === 'only' ? behind + 1 : behind;
  const { key } = after[at] ?? nothing;
  return isCondition(key) && key !== 'whether' && !isIdleIf(after, at) ? at : -1;
}

/** More words than these behind `but` are another clause, and no exception. */
const longestException = 4;

/** `except the red one`, `other than me`, `but me`: what does not hold of the rest. */
function excepts(after: readonly Beside[], gap: string): boolean {
  const [first, next] = after;
  if (first === undefined || breaksClause(gap)) {
    return false;
  }
  if (first.key === 'but') {
    const end = after.findIndex(it => /[,.;:?!]/.test(it.gap));
    return !gap.includes(',') && (end < 0 ? after.length : end + 1) <= longestException + 1;
  }
  return (
    first.key === 'except' ||
    first.key === 'excluding' ||
    exceptions.has(`${first.key} ${next?.key ?? ''}`) ||
    (first.key === 'with' && after[2]?.key === 'exception')
  );
}

/** Whether a sentence that opens with *but*, *however* or *not* takes the one before it back. */
export function turnsBack(words: readonly Beside[]): boolean {
  if (/^(?:not|only|if|unless)$/.test(words[0]?.key ?? '')) {
    return true;
  }
  const denies = words
    .slice(0, 6)
    .some((it, at) => isNegation(it.key) && !idleNext.has(words[at + 1]?.key ?? ''));
  // Else it may well be about something else.
  const refersBack = words.some(
    (it, at) => backward.has(it.key) || (it.key === 'that' && at === words.length - 1),
  );
  return denies && (words.length <= 4 || (words.length <= 18 && refersBack));
}

/** Behind `only` these tell without what the rest does not hold. */
const restricts = /^(?:when|whenever|if|after|once|where|with|under)$/;
const backward = wordSet("it it's this these those so them they him her that's that'll");
const exceptions = new Set(['other than', 'apart from', 'aside from', 'save for']);
const totals = wordSet(
  'all every everyone everybody everything everywhere each always no nobody none nothing nowhere never any anyone anybody anything whole entire',
);
const totalPronouns = wordSet(
  'everyone everybody everything nobody none nothing anyone anybody anything those',
);
const auxiliaries =
  /^(?:is|are|was|were|be|been|am|will|would|can|could|do|does|did|has|have|had|should|must|may|might|.*'(?:s|re|m|ve|ll|d))$/;
