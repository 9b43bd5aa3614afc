import { Memo } from '../text/memo.ts';
import { isNickname } from '../text/nicknames.ts';
import { wordSet } from '../text/word-set.ts';

/** How two names of persons stand to each other: one of them may be a surname, an initial or a nickname short. */
export type NameMatch = 'same' | 'short' | 'near' | 'different';

/**
 * `same`: the full name on both sides; `short`: one side gives only the surname, or only the first name, of the other;
 * `near`: one letter away, a slip; `different`: two persons.
 */
export function matchNames(one: string, other: string): NameMatch {
  const left = nameWords(one);
  const right = nameWords(other);
  if (left.words.length === 0 || right.words.length === 0) {
    return 'short';
  }
  if (left.suffix !== '' && right.suffix !== '' && left.suffix !== right.suffix) {
    return 'different';
  }
  const [shorter, longer] =
    left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words];
  if (shorter.join(' ') === longer.join(' ')) {
    return 'same';
  }
  const surname = longer.slice(-shorter.length);
  if (surname.join(' ') === shorter.join(' ')) {
    const dropped = longer.slice(0, -shorter.length);
    // `J. Walter Lane` goes by Walter Lane.
    return (shorter[0] ?? '').length > 1 && shorter.length > 1 && dropped.every(isInitial) ? 'same' : 'short';
  }
  if (shorter.length > 1 && ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `)) {
    // `al-Rashid`, `de la Rosa`: the middle of a name that goes on.
    return 'short';
  }
  if (shorter.length === 1) {
    const [only = ''] = shorter;
    if (longer.length === 1) {
      return isSlip(only, longer[0] ?? '') ? 'near' : 'different';
    }
    return longer.includes(only) ||
      longer.some(it => isNickname(it, only)) ||
      isCalledByInitials(longer, only)
      ? 'short'
      : longer.slice(1).some(it => isSlip(only, it))
        ? 'near'
        : 'different';
  }
  // Both have a first name: `Miguel Osorio Chong`, `M. A. Osorio Chong`, `Bill Nelson`.
  if (!isAlikeFirst(shorter[0] ?? '', longer[0] ?? '') || haveOtherInitials(shorter, longer)) {
    return 'different';
  }
  const rest = shorter.slice(1);
  if (isWithin(rest, longer.slice(1))) {
    return 'same';
  }
  return isSlip(shorter.at(-1) ?? '', longer.at(-1) ?? '') ? 'near' : 'different';
}

/** The words of a name, folded: without titles, stops and suffix. */
export function nameWords(name: string): NameWords {
  return remembered.get(name, () => readWords(name));
}

interface NameWords {
  readonly words: readonly string[];
  readonly suffix: string;
}

/** More names than a draft and the articles behind it have; the same few are compared again and again. */
const remembered = new Memo<NameWords>(4000);

function readWords(name: string): NameWords {
  const printed = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/'s$/i, '')
    .replace(/[.,“”"()]/g, ' ')
    .split(/[\s\u00a0-]+/)
    // `Robert ‘Bud’ Lane`
    .map(it => it.replace(/^'+|'+$/g, ''))
    .filter(it => it !== '');
  const words = printed
    .flatMap((word, at) => (areInitials(word, printed[at + 1]) ? [...word] : [word]))
    .map(it => it.toLowerCase());
  let suffix = '';
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) {
    suffix = words.pop() ?? '';
  }
  while (words.length > 1 && titles.has(words[0] ?? '')) {
    words.shift();
  }
  return { words, suffix };
}

/** `JD` of `JD Lane`, `HW` of `George HW Lane`; not in a name that is all in capitals. */
function areInitials(word: string, next: string | undefined): boolean {
  return (
    /^\p{Lu}{2,3}$/u.test(word) &&
    next !== undefined &&
    /\p{Ll}/u.test(next) &&
    !suffixes.has(next.toLowerCase())
  );
}

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const titles = wordSet(
  'mr mrs ms miss mx dr sir dame lord lady sen sens senator rep reps representative gov governor president vice prof professor gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt sergeant corporal judge justice rev reverend father rabbi imam sheikh sheik bishop archbishop cardinal secretary minister premier ambassador mayor sheriff chief coach congressman congresswoman councilman councilwoman councillor councilor alderman deputy detective inspector superintendent officer attorney chairman chairwoman king queen prince princess pope chancellor former democratic republican gop the',
);

/** `JD`, of `JD Lane`. */
function isCalledByInitials(words: readonly string[], letters: string): boolean {
  const initials = words.slice(0, letters.length);
  return letters.length > 1 && initials.every(isInitial) && initials.join('') === letters;
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

/**
 * `John A. Lane` and `John B. Lane` or `John Barry Lane`; `George W. Lane` and `George H.W. Lane`. The last of several may be
 * left out.
 */
function haveOtherInitials(shorter: readonly string[], longer: readonly string[]): boolean {
  const few = shorter.slice(1, -1);
  const many = longer.slice(1, -1);
  return (
    (few.length === many.length || [...few, ...many].every(isInitial)) &&
    few.some((it, at) => (isInitial(it) || isInitial(many[at] ?? '')) && !isAlike(it, many[at] ?? ''))
  );
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let at = 0;
  for (const word of few) {
    while (at < many.length && !isAlike(word, many[at] ?? '')) {
      at++;
    }
    if (at === many.length) {
      return false;
    }
    at++;
  }
  // The surname must be among them, not a middle name alone.
  return few.length > 0 && few.at(-1) === many.at(-1);
}

function isAlike(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length === 1 && other.startsWith(one)) ||
    (other.length === 1 && one.startsWith(other))
  );
}

function isAlikeFirst(one: string, other: string): boolean {
  return isAlike(one, other) || isNickname(one, other);
}

/** One letter put in, left out, replaced or swapped, in a word long enough that this is no other name. */
function isSlip(one: string, other: string): boolean {
  if (one === other) {
    return true;
  }
  if (
    Math.min(one.length, other.length) < 5 ||
    Math.abs(one.length - other.length) > 1 ||
    one[0] !== other[0]
  ) {
    return false;
  }
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at++;
  }
  return (
    one.slice(at + 1) === other.slice(at) ||
    one.slice(at) === other.slice(at + 1) ||
    one.slice(at + 1) === other.slice(at + 1) ||
    (one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2))
  );
}
