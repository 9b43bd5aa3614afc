import { wordSet } from '../text/word-set.ts';
import type { Beside } from './governing-words.ts';

/**
 * The index of the word that makes kept words something else than the speaker's own claim, without denying them: `my lawyer says`,
 * `I dreamt that`, `it is false that`, `let's say`, `they accuse me of`. `before` are the words of the same sentence, the last one
 * right before the kept. -1 for none.
 */
export function unrealBefore(before: readonly Beside[], firstKept: string): number {
  const last = before.length - 1;
  const hasThat = before[last]?.key === 'that';
  const at = hasThat ? last - 1 : last;
  const key = (index: number): string => before[index]?.key ?? '';
  if (at < 0 || !before.slice(at).every(it => /^\s+$/.test(it.gap)) || questions.has(firstKept)) {
    return -1;
  }
  if (hasThat && untrue.has(key(at))) {
    return at;
  }
  // `You can imagine` and `I would imagine` suppose nothing that is not so.
  const supposes = (unreal.has(key(at)) && key(at - 1) !== 'have') || (at === 0 && key(at) === 'imagine');
  const isWish = /^wish(?:es|ed)?$/.test(key(at));
  if (
    (supposes && (hasThat || !partial.test(firstKept))) ||
    (isWish && (hasThat || subjects.has(firstKept)))
  ) {
    return at;
  }
  if (key(at) === 'say' && (key(at - 1) === "let's" || `${key(at - 2)} ${key(at - 1)}` === 'let us')) {
    return at - 1;
  }
  if (/^(?:think|believe)$/.test(key(at)) && `${key(at - 2)} ${key(at - 1)}` === 'used to') {
    return at - 2;
  }
  if (!hasThat && key(last) === 'of') {
    const accuses = [last - 2, last - 3].find(it => /^accus(?:e|es|ed|ing)$/.test(key(it)));
    return accuses ?? -1;
  }
  return reportsOf.test(key(at)) ? subjectOf(before, at) : -1;
}

/** Whether a folded word tells in a draft that what follows is nobody's claim. */
export function isUnreal(key: string): boolean {
  return unreal.has(key) || key === 'imagine' || untrue.has(key) || /^accus(?:e|es|ed|ing)$/.test(key);
}

/** Of what somebody else says or thinks, the first word: `my lawyer says`. -1 where the speaker does, or where it is only named. */
function subjectOf(before: readonly Beside[], verb: number): number {
  let at = verb - 1;
  for (; at >= 0 && verb - at <= longestSubject; at--) {
    const { key, gap } = before[at] ?? { key: '', gap: '' };
    if (/[^\s’'-]/.test(gap) || speakers.has(key)) {
      return -1;
    }
    if (/^(?:as|like|what|which|who|that|when|how|because|if|he|she|it|they|you)$/.test(key)) {
      return -1;
    }
    if (owners.has(key)) {
      return verb - at > 1 ? at : -1;
    }
  }
  return -1;
}

const longestSubject = 4;

const reportsOf =
  /^(?:says|thinks|believes|argues|insists|alleges|pretends|claimed|alleged|insisted|pretended)$/;
const owners = wordSet('my our your his her their the a an this that one');
const speakers = wordSet("i we i'd i've we've we'd i'm we're");
const subjects = wordSet('i we he she it they there');
/** No clause begins so: `joked about the weather`. */
const partial = /^(?:about|of|to|with|like|in|on|at)$|ing$/;
const questions = wordSet('what how why who whom whose where when which if whether');
const unreal = wordSet(
  'dreamt dreamed dreaming imagined pretend pretended pretending joked joking hallucinated fantasized fantasised',
);
const untrue = wordSet('false untrue incorrect inaccurate nonsense impossible unlikely');
