import type { Subject } from './attribution-clauses.ts';
import { is, isCapital } from './attribution-words.ts';
import type { Tokens } from './attribution-tokens.ts';
import { DETERMINER, PREPOSITION } from './cues.ts';
import type { Entity } from './reading.ts';

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

/** `the secretary of state`, where one person in the text has that role and no other. */
export function entityByRole(
  entities: readonly Entity[],
  tokens: Tokens,
  subject: Subject,
): number | undefined {
  const from = is(tokens, subject.from, DETERMINER) ? subject.from + 1 : subject.from;
  const article = tokens.text
    .slice(tokens.starts[subject.from] ?? 0, tokens.ends[subject.from] ?? 0)
    .toLowerCase();
  if (article !== 'the' || from >= subject.to) {
    return undefined;
  }
  let end = subject.to;
  for (let index = from; index < subject.to; index++) {
    // `the minister in charge`, but `the secretary of state`
    if (is(tokens, index, PREPOSITION) && isCapital(tokens, index + 1)) {
      end = index;
      break;
    }
  }
  const words = normal(tokens.text.slice(tokens.starts[from] ?? 0, tokens.ends[end - 1] ?? 0));
  let only: number | undefined;
  for (const [index, { kind, role }] of entities.entries()) {
    if (kind !== 'person' || role === undefined || !matches(words, normal(role))) {
      continue;
    }
    if (only !== undefined) {
      return undefined;
    }
    only = index;
  }
  return only;
}

const COMMON = new Set(
  'president minister leader official chief director candidate nominee head secretary spokesman spokeswoman member manager executive'.split(
    ' ',
  ),
);

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
