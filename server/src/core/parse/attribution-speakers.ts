import type { Subject } from './attribution-phrases.ts';
import { is, isCapital } from './attribution-phrases.ts';
import { entityOf, resolvePronoun } from './attribution-pronouns.ts';
import type { Stage } from './attribution-scene.ts';
import type { Tokens } from './attribution-tokens.ts';
import { DETERMINER, PREPOSITION } from './cues.ts';
import type { Entity, Speaker } from './reading.ts';

/** The speaker that a subject stands for: resolved where the text tells who that is, else in the words as printed. */
export function speakerOf(stage: Stage, block: number, sentence: number, subject: Subject): Speaker {
  const tokens = stage.scene(block)?.tokens;
  const start = tokens?.starts[subject.from] ?? 0;
  const end = tokens?.ends[subject.to - 1] ?? start;
  const printed = stage.text.slice(start, end).replace(/\s+/g, ' ');
  const entity = tokens && resolve(stage, tokens, block, sentence, subject, printed);
  const name = entity === undefined ? printed : (stage.entities[entity]?.name ?? printed);
  return { start, end, name, entity, kind: subject.kind };
}

/** The speaker that a name in the text stands for, wherever it stands. */
export function speakerNamed(stage: Stage, start: number, end: number): Speaker {
  const printed = stage.text.slice(start, end);
  const entity = byForm(stage.entities, printed);
  const name = entity === undefined ? printed : (stage.entities[entity]?.name ?? printed);
  return { start, end, name, entity, kind: 'name' };
}

function resolve(
  stage: Stage,
  tokens: Tokens,
  block: number,
  sentence: number,
  subject: Subject,
  printed: string,
): number | undefined {
  switch (subject.kind) {
    case 'pronoun':
      return resolvePronoun(stage, block, sentence, subject.from);
    case 'name':
      return entityOf(stage, tokens, subject) ?? byForm(stage.entities, printed);
    case 'description':
      return byRole(stage.entities, tokens, subject);
  }
}

/** A name that the finder of names passed over here, but knows from elsewhere in the text. */
function byForm(entities: readonly Entity[], printed: string): number | undefined {
  const wanted = printed.toLowerCase();
  const index = entities.findIndex(it => it.forms.some(form => form.toLowerCase() === wanted || lastWord(form) === wanted));
  return index < 0 ? undefined : index;
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

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
function byRole(entities: readonly Entity[], tokens: Tokens, subject: Subject): number | undefined {
  const from = is(tokens, subject.from, DETERMINER) ? subject.from + 1 : subject.from;
  const article = tokens.text.slice(tokens.starts[subject.from] ?? 0, tokens.ends[subject.from] ?? 0).toLowerCase();
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

function normal(words: string): string {
  return words
    .toLowerCase()
    .split(/\s+/)
    .map(word => TITLES[word] ?? word)
    .join(' ');
}

/** One ends with the other, at a word: `mexican president` and `president`. */
function matches(words: string, role: string): boolean {
  return role === words || role.endsWith(` ${words}`) || words.endsWith(` ${role}`);
}
