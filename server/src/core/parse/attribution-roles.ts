import { wordSet } from '../text/word-set.ts';
import type { Subject } from './attribution-clauses.ts';
import { is, isAnd, isCapital, isThe, wordAt } from './attribution-words.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { DETERMINER, PREPOSITION } from './cues.ts';
import type { Stage } from './attribution-scene.ts';

/** What a short title is called in full: `Sen. Ortiz` is `the senator`. */
const TITLES: Readonly<Record<string, string>> = {
  'sen.': 'senator',
  'rep.': 'congressman',
  'gov.': 'governor',
  'prof.': 'professor',
  'dr.': 'doctor',
  'gen.': 'general',
  'col.': 'colonel',
  'lt.': 'lieutenant',
  'sgt.': 'sergeant',
};

/** Roles that so many people have that the bare word tells nobody. */
const COMMON = wordSet(
  'president minister leader official chief director candidate nominee head secretary spokesman spokeswoman member manager executive ceo cfo coo mp mep',
);

/** So far behind an office its holder may first be named, in characters: farther on, it is somebody of another story. */
const LONGEST_DELAY = 1200;

/** `the secretary of state`, where one person in the text has that role and no other. */
export function entityByRole(stage: Stage, tokens: Tokens, subject: Subject): number | undefined {
  const from = subject.from + 1;
  if (!is(tokens, subject.from, DETERMINER) || !isThe(tokens, subject.from) || from >= subject.to) {
    return undefined;
  }
  let end = subject.to;
  for (let index = from; index < subject.to; index++) {
    // `the mayor and the clerk`, `the mayor and Ana Lane` are more than one.
    if (
      isAnd(tokens, index) &&
      (is(tokens, index + 1, DETERMINER) || tokens.kinds[index + 1] === Kind.name)
    ) {
      return undefined;
    }
    // `the mayor of Holt` is the mayor; `the secretary of state` is more than the secretary.
    if (is(tokens, index, PREPOSITION) && isCapital(tokens, index + 1)) {
      end = index;
      break;
    }
  }
  const words = normal(tokens.text.slice(tokens.starts[from] ?? 0, tokens.ends[end - 1] ?? 0));
  // `the director of Holt Radio` is no other director.
  if (COMMON.has(words) && /^(?:of|for|at|in)$/.test(wordAt(tokens, end)) && end < subject.to) {
    return undefined;
  }
  let only: number | undefined;
  const reach = (tokens.starts[subject.from] ?? 0) + LONGEST_DELAY;
  for (const index of stage.peopleWithRole(lastWord(words))) {
    const role = stage.entities[index]?.role;
    if (
      role === undefined ||
      index === only ||
      !stage.isNamedBy(index, reach) ||
      !rolesOf(role).some(it => matches(words, it))
    ) {
      continue;
    }
    if (only !== undefined) {
      return undefined;
    }
    only = index;
  }
  return only;
}

/** The words by which a person with a role can be meant: the last of the role, and the last before its `of`. */
export function roleWords(role: string): readonly string[] {
  return rolesOf(role).map(lastWord);
}

function rolesOf(role: string): readonly string[] {
  const whole = normal(role);
  const head = whole.replace(/ (?:of|for|at|in) .*$/, '');
  return head === whole || COMMON.has(head) ? [whole] : [whole, head];
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}

function normal(words: string): string {
  return words
    .toLowerCase()
    .split(/\s+/)
    .map(word => TITLES[word] ?? word)
    .join(' ');
}

/** One ends with the other, at a word: `mexican president` and `president`. */
function matches(words: string, role: string): boolean {
  if (role === words) {
    return true;
  }
  // A bare `the president` may be anybody's; `the mayor` is the mayor of the story.
  const isTelling = words.includes(' ') || !COMMON.has(words);
  return (isTelling && role.endsWith(` ${words}`)) || (role.includes(' ') && words.endsWith(` ${role}`));
}
