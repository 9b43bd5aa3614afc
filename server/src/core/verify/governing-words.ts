import { wordSet } from '../text/word-set.ts';
import { isNegation } from './classify.ts';

/** A word beside the kept ones, with what stands between it and the next. */
export interface Beside {
  readonly key: string;
  /** The text behind the word, up to the next one or to the kept words. */
  readonly gap: string;
}

/** What stands beyond the edge of a sentence. */
export const nothing: Beside = { key: '', gap: '' };
/** How many words may stand between a condition and the kept words that depend on it. */
export const reachOfCondition = 6;

/** Whether what stands between two words ends the clause. A lone stop may be an abbreviation's. */
export function breaksClause(gap: string): boolean {
  return /[;:—–!?"“”()…]|\s-\s|--|\.\s?\./.test(gap);
}

/** Whether the narrator stands in a gap: `“We will not,” Lane said, “sell it”` leaves the comma, and no space. */
export function isSplit(gap: string): boolean {
  return gap === ',';
}

/** Marks that set an aside off at both ends. */
const asideMarks = [/^,\s*$/, /^\s*(?:[–—]|--?)\s*$/];

/**
 * The word that an aside stands behind whose closing mark follows the word `end`: `never` of `never, and I mean it, | sell`, of one in
 * dashes likewise. -1 where no such mark does, or none opens it.
 */
export function wordBeforeAside(words: readonly Beside[], end: number): number {
  const mark = asideMarks.find(it => it.test(words[end]?.gap ?? ''));
  for (let at = end - 1; mark !== undefined && at >= 0; at--) {
    const { gap } = words[at] ?? nothing;
    if (mark.test(gap)) {
      return at;
    }
    if (mark === asideMarks[0] ? breaksClause(gap) : /[;:!?"“”()…]|\.\s/.test(gap)) {
      return -1;
    }
  }
  return -1;
}

/** The index of the word behind an aside that a gap opens: `if` of `| (and you all know it) if …`. -1 where it opens none that closes. */
export function wordBehindAside(words: readonly Beside[], gap: string): number {
  const closing = /^\s*[([]$/.test(gap) ? /^[)\]]\s*$/ : asideMarks.find(it => it.test(gap));
  for (let at = 0; closing !== undefined && at + 1 < words.length; at++) {
    const between = words[at]?.gap ?? '';
    if (closing.test(between)) {
      return at + 1;
    }
    if (/[;:!?"“”()…]|\.\s/.test(between)) {
      return -1;
    }
  }
  return -1;
}

/** Whether an `if` makes no condition: `even if`, `as if`, `more than if`, `if anything`, `if you ask me`. */
export function isIdleIf(words: readonly Beside[], at: number): boolean {
  const { key } = words[at] ?? nothing;
  if (key !== 'if') {
    return false;
  }
  const earlier = words[at - 1]?.key ?? '';
  const next = words[at + 1]?.key ?? '';
  const after = words[at + 2]?.key ?? '';
  return (
    /^(?:even|as|than)$/.test(earlier) ||
    /^(?:anything|not|possible|necessary|any|so|ever)$/.test(next) ||
    (/^(?:you|we|one|1)$/.test(next) &&
      /^(?:look|looked|ask|asked|see|think|will|read|listen|like|want|know|go|may)$/.test(after)) ||
    (next === 'i' && /^(?:may|might|can|could)$/.test(after))
  );
}

/** Whether a folded word denies what follows it: negations, and verbs and prepositions that deny. */
export function isDenial(key: string): boolean {
  return isNegation(key) || denials.has(key);
}

/** Whether a folded word makes a condition. */
export function isCondition(key: string): boolean {
  return conditions.has(key);
}

/** Negations that are verbs or adverbs. */
export const denials = wordSet(
  'deny denies denied denying doubt doubts doubted refuse refuses refused refusing rarely seldom fails failed failing',
);
const conditions = wordSet('if unless provided assuming suppose supposing whether');
/** Behind these a condition is a question: `asked if it was true`. */
export const asking =
  /^(?:know|knows|knew|ask|asks|asked|asking|see|wonder|wonders|wondering|tell|care|matter|sure|decide|find|say|check|question|doubt)$/;
/** Behind `not` or `no` these affirm: `not only …`, `no doubt …`. */
export const idleNext = wordSet(
  'only just simply merely solely doubt question matter wonder surprise secret mention coincidence',
);
/** Verbs that give a view to whoever says it. */
export const reporting = wordSet(
  'say says said saying think thinks thought believe believes believed claim claims claimed argue argues argued suggest suggests suggested insist insists insisted allege alleges alleged pretend pretends feel feels felt',
);
/** Whose view is not the speaker's. */
export const others = wordSet(
  'some people they critics opponents others many everyone everybody folks he she nobody media you experts someone somebody democrats republicans pundits analysts press supporters detractors',
);
