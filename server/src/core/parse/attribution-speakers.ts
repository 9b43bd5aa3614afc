import type { Attribution } from './attribution-find.ts';
import type { Span } from '../text/span.ts';
import { withoutJoiners } from '../text/word-joiner.ts';
import type { Subject } from './attribution-clauses.ts';
import { entityDescribed } from './attribution-described.ts';
import { entityOf } from './attribution-meant.ts';
import { jointEnd } from './attribution-joint-behind.ts';
import { resolvePronoun } from './attribution-pronouns.ts';
import type { Stage } from './attribution-scene.ts';
import { entityByRole } from './attribution-roles.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPossessive, titlesBefore, wordAt } from './attribution-words.ts';
import { BODIES } from './bodies.ts';
import { PREPOSITION, ROLE, SPEECH, TITLE } from './cues.ts';
import type { Speaker } from './reading.ts';

/** The speaker that a subject stands for: resolved where the text tells who that is, else in the words as printed. */
export function speakerOf(stage: Stage, block: number, sentence: number, subject: Subject): Speaker {
  const tokens = stage.scene(block)?.tokens;
  const start = tokens?.starts[subject.from] ?? 0;
  const end = tokens?.ends[subject.to - 1] ?? start;
  const printed = withoutJoiners(stage.text.slice(start, end)).replace(/\s+/g, ' ');
  const entity = tokens && resolve(stage, tokens, block, sentence, subject, printed);
  const name =
    entity === undefined
      ? (bodyBefore(stage, block, sentence, subject, printed) ?? printed)
      : (stage.entities[entity]?.name ?? printed);
  return { start, end, name, entity, kind: subject.kind };
}

/** Bodies that a text calls by what they are. */
const body = new RegExp(`(?:${BODIES})$`, 'iu');

/** `The theatre’s board said … It added: “…”`: the words that the sentence before has for the body that speaks. */
function bodyBefore(
  stage: Stage,
  block: number,
  sentence: number,
  subject: Subject,
  printed: string,
): string | undefined {
  const before = stage.scene(block)?.sentences[sentence - 1]?.attributions.at(-1)?.subject;
  if (subject.kind !== 'pronoun' || !/^it$/i.test(printed) || before?.kind !== 'description') {
    return undefined;
  }
  const { name } = speakerOf(stage, block, sentence - 1, before);
  return body.test(name) ? name : undefined;
}

/** Whether a speaker is a person whom the text names. */
export function isNamedPerson(stage: Stage, { entity }: Pick<Speaker, 'entity'>): boolean {
  return entity !== undefined && stage.entities[entity]?.kind === 'person';
}

/** Ranks that stand before a surname, and no finder of names parts from it. */
const RANK = /^(?:(?:D?PC|DCI?|DCC|D[IS]|Det|Con|Supt|Insp|Sgt|Coun|Cllr)\.? )+(?=\p{Lu}\p{Ll})/u;

/** Whom the text calls so, or so without the rank: `DC Lane`. */
function entityCalled(stage: Stage, printed: string): number | undefined {
  const bare = printed.replace(RANK, '');
  return stage.entityNamed(printed) ?? (bare === printed ? undefined : stage.entityNamed(bare));
}

/** The speaker that a name in the text stands for, wherever it stands. */
export function speakerNamed(stage: Stage, start: number, end: number): Speaker {
  const printed = withoutJoiners(stage.text.slice(start, end));
  const entity = entityCalled(stage, printed);
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
      return entityOf(stage, tokens, subject) ?? entityCalled(stage, printed);
    case 'description':
      return (
        entityByRole(stage, tokens, subject) ??
        authorOf(stage, tokens, subject) ??
        entityDescribed(stage, tokens, block, sentence, subject)
      );
  }
}

/** `Lane’s written statement read: “…”`, `A statement by Lane read: “…”`: whose words a text is that is named after them. */
function authorOf(stage: Stage, tokens: Tokens, { from, to }: Subject): number | undefined {
  const isText = isPossessive(tokens, from) && to - from <= LONGEST_WORK && is(tokens, to - 1, SPEECH);
  const named = isText
    ? from
    : (authorBehind(tokens, from, to) ?? signerBehind(tokens, to) ?? senderBefore(tokens, from));
  const author =
    named === undefined ? undefined : entityOf(stage, tokens, { kind: 'name', from: named, to: named + 1 });
  return isNamedPerson(stage, { entity: author }) ? author : undefined;
}

/** `Lane sent a text message to his brother which read: “…”`: whoever sends a text; but not `The brother of Lane sent …`. */
function senderBefore(tokens: Tokens, from: number): number | undefined {
  const name = from - 2;
  const isSent = /^(?:sent|sends|posted|posts|wrote|writes|left|penned|emailed|circulated|issued)$/.test(
    wordAt(tokens, from - 1),
  );
  const before = name - 1 - titlesBefore(tokens, name, 0);
  const isSender = isSent && tokens.kinds[name] === Kind.name && !isPossessive(tokens, name);
  return isSender && !is(tokens, before, PREPOSITION) ? name : undefined;
}

/** `a tweet by Lane`, `the statement from Mayor Ana Lane` */
function authorBehind(tokens: Tokens, from: number, to: number): number | undefined {
  const last = to - 1;
  let by = last - 1;
  while (by > from && (isCapital(tokens, by) || is(tokens, by, TITLE | ROLE))) {
    by--;
  }
  const isAuthor =
    /^(?:by|from)$/.test(wordAt(tokens, by)) ||
    (wordAt(tokens, by) === 'to' && /^(?:attributed|credited)$/.test(wordAt(tokens, by - 1)));
  const isMade = MADE.test(wordAt(tokens, by - 1));
  return tokens.kinds[last] === Kind.name &&
    !isPossessive(tokens, last) &&
    isAuthor &&
    is(tokens, isMade ? by - 2 : by - 1, SPEECH)
    ? last
    : undefined;
}

/** `A statement read on behalf of Lane said`, `“…,” reads the letter, signed by Lane`: who is named behind a text. */
function signerBehind(tokens: Tokens, to: number): number | undefined {
  if (!is(tokens, to - 1, SPEECH)) {
    return undefined;
  }
  const made = tokens.kinds[to] === Kind.comma ? to + 1 : to;
  const on = MADE.test(wordAt(tokens, made)) ? made + 1 : made;
  const isBehalf = /^on behalf of$/.test(tokens.text.slice(tokens.starts[on], tokens.ends[on + 2]));
  const isBy = on > made && wordAt(tokens, on) === 'by';
  let name = isBehalf ? on + 3 : on + 1;
  while (is(tokens, name, TITLE | ROLE)) {
    name++;
  }
  const isNamed = tokens.kinds[name] === Kind.name && !isPossessive(tokens, name);
  // `signed by Lane, Ortiz and others` is none of them alone.
  const isAlone = jointEnd(tokens, { kind: 'name', from: name, to: name + 1 }, tokens.count) === undefined;
  return isNamed && isAlone && (isBehalf || isBy) ? name : undefined;
}

const MADE = /^(?:signed|written|posted|sent|issued|released|read|attributed|credited)$/;

/** `Lane’s second open letter`, in tokens. */
const LONGEST_WORK = 4;

/** Where the words of a cue stand in the text. */
export function cueOf(tokens: Tokens, { cue }: Attribution): Span {
  return { start: tokens.starts[cue.from] ?? 0, end: tokens.ends[cue.to - 1] ?? 0 };
}
