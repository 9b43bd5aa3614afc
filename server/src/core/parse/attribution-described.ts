import { sentenceSubject, type Subject } from './attribution-clauses.ts';
import { entityOf, isKindOfSomebody } from './attribution-meant.ts';
import type { Scene, Sentence, Stage } from './attribution-scene.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { KINDS_OF_PEOPLE } from './attribution-trimmed.ts';
import { is, isCapital, isThe, wordAt } from './attribution-words.ts';
import { PREPOSITION, ROLE } from './cues.ts';
import type { BlockKind } from './reading.ts';

/** `the veteran left-sided defender`, in tokens with its article. */
const LONGEST_DESCRIPTION = 4;

/** Blocks that tell the story. */
const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'dateline']);

/** Verbs with which somebody goes on who spoke before. */
const GOING_ON = /^(?:add(?:ed|s)|continu(?:ed|es)|conclud(?:ed|es))$/;

/**
 * Whom a description means that stands for the only person named right before: `Ana Lane was in no mood. “…,” the Spaniard said.`,
 * `Lane, the captain, said it was late. “…,” the defender added.` Undefined where it may be anybody else.
 */
export function entityDescribed(
  stage: Stage,
  tokens: Tokens,
  block: number,
  sentence: number,
  subject: Subject,
): number | undefined {
  const head = headOf(tokens, subject);
  const only =
    head === undefined ? undefined : onlyNamedBefore(stage, block, tokens.starts[subject.from] ?? 0);
  if (head === undefined || only === undefined) {
    return undefined;
  }
  const before = sentenceBefore(stage, block, sentence);
  if (before === undefined || !isAbout(stage, before.scene, before.sentence, only)) {
    return undefined;
  }
  const own = stage.entities[only]?.role?.toLowerCase() ?? '';
  const isPast = /^(?:former|ex|then|late)$/.test(wordAt(tokens, subject.from + 1));
  if (isPast && !/^(?:former|ex|then|late)\b/.test(own)) {
    return undefined;
  }
  const others = stage.peopleWithRole(head).filter(it => it !== only);
  const isOwn = own === head || own.endsWith(` ${head}`);
  if (isOwn) {
    return before.isNear || others.length === 0 ? only : undefined;
  }
  // `Her counterpart, Bo Holm, was silent. “…,” the minister said.`
  if (others.length > 0 && (own.endsWith('counterpart') || isCounterpart(before))) {
    return only;
  }
  const goesOn = GOING_ON.test(wordAt(tokens, subject.to)) || GOING_ON.test(wordAt(tokens, subject.from - 1));
  const isAnybody =
    isOrigin(tokens, subject) || (goesOn && before.isNear && before.sentence.speaker === only);
  return isAnybody && others.length === 0 ? only : undefined;
}

/** `the Spaniard`, `the 24-year-old`: what somebody is besides their office. */
function isOrigin(tokens: Tokens, { to }: Subject): boolean {
  const word = wordAt(tokens, to - 1);
  return (isCapital(tokens, to - 1) && KINDS_OF_PEOPLE.test(word)) || /^\d+-year-old$/.test(word);
}

const OTHER = /^(?:vice|deputy|acting|assistant|shadow|other|second|next)$/;

/** The last word of a description of one person, in lower case; undefined of any other. */
function headOf(tokens: Tokens, subject: Subject): string | undefined {
  const { from, to } = subject;
  if (!isThe(tokens, from) || to - from < 2 || to - from > LONGEST_DESCRIPTION) {
    return undefined;
  }
  // `The top Republican on the panel, Rep. Bo Moss, said`
  if (is(tokens, to, PREPOSITION) || (tokens.kinds[to] === Kind.comma && isCapital(tokens, to + 1))) {
    return undefined;
  }
  for (let index = from + 1; index < to; index++) {
    // `the attorney general` is no general, `the vice president` no president.
    const isOtherOffice = index < to - 1 && (is(tokens, index, ROLE) || OTHER.test(wordAt(tokens, index)));
    if (tokens.kinds[index] !== Kind.word || isOtherOffice) {
      return undefined;
    }
  }
  const head = wordAt(tokens, to - 1);
  const isOne = is(tokens, to - 1, ROLE) || isKindOfSomebody(head) || isOrigin(tokens, subject);
  return isOne && !head.endsWith('s') ? head.toLowerCase() : undefined;
}

/** The only person whom the paragraph names before an offset, or, where it names nobody, the one before. */
function onlyNamedBefore(stage: Stage, block: number, offset: number): number | undefined {
  for (let at = block; at >= 0; at--) {
    const kind = stage.blocks[at]?.kind ?? 'code';
    if (at !== block && !PROSE.has(kind)) {
      continue;
    }
    const named = peopleIn(stage, at, offset);
    if (named.size > 0 || at !== block) {
      const [only] = named;
      return named.size === 1 ? only : undefined;
    }
  }
  return undefined;
}

function peopleIn(stage: Stage, block: number, end: number): ReadonlySet<number> {
  const named = new Set<number>();
  const { tokens } = stage.scene(block) ?? {};
  for (let index = 0; index < (tokens?.count ?? 0); index++) {
    const mention = tokens?.kinds[index] === Kind.name ? stage.mentions[tokens.refs[index] ?? -1] : undefined;
    if (mention !== undefined && mention.start < end && stage.entities[mention.entity]?.kind === 'person') {
      named.add(mention.entity);
    }
  }
  return named;
}

interface Before {
  readonly scene: Scene;
  readonly sentence: Sentence;
  /** Whether it stands in the same paragraph. */
  readonly isNear: boolean;
}

function sentenceBefore(stage: Stage, block: number, sentence: number): Before | undefined {
  const scene = stage.scene(block);
  const near = scene?.sentences[sentence - 1];
  if (scene !== undefined && near !== undefined) {
    return { scene, sentence: near, isNear: true };
  }
  for (let at = block - 1; at >= 0; at--) {
    const earlier = PROSE.has(stage.blocks[at]?.kind ?? 'code') ? stage.scene(at) : undefined;
    const last = earlier?.sentences.at(-1);
    if (earlier !== undefined) {
      return last && { scene: earlier, sentence: last, isNear: false };
    }
  }
  return undefined;
}

/** Whether a sentence is about somebody: who speaks in it, or of whom it tells. */
function isAbout(stage: Stage, { tokens }: Scene, sentence: Sentence, entity: number): boolean {
  if (sentence.speaker !== undefined || sentence.stranger) {
    return sentence.speaker === entity;
  }
  return subjectsOf(tokens, sentence).some(it => entityOf(stage, tokens, named(tokens, it)) === entity);
}

function isCounterpart({ scene: { tokens }, sentence }: Before): boolean {
  for (let index = sentence.from; index < sentence.to; index++) {
    const last = tokens.kinds[index - 1] === Kind.comma ? index - 2 : index - 1;
    if (tokens.kinds[index] === Kind.name && wordAt(tokens, last) === 'counterpart') {
      return true;
    }
  }
  return false;
}

function subjectsOf(tokens: Tokens, { from, to, attributions }: Sentence): readonly Subject[] {
  return [...attributions.map(it => it.subject), sentenceSubject(tokens, from, to)].filter(
    it => it !== undefined,
  );
}

/** `her counterpart, Bo Holm, said`: the name right behind a description. */
function named(tokens: Tokens, subject: Subject): Subject {
  const name = tokens.kinds[subject.to] === Kind.comma ? subject.to + 1 : subject.to;
  const isNamed = subject.kind === 'description' && tokens.kinds[name] === Kind.name;
  return isNamed ? { kind: 'name', from: name, to: name + 1 } : subject;
}
