import type { Attribution } from './attribution-find.ts';
import { signed } from './attribution-idioms.ts';
import type { Trail } from './attribution-joins.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { cueOf, speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isCoordinator, wordAt } from './attribution-words.ts';
import { ADJUNCT, CONJUNCTION, DETERMINER, PREPOSITION, RELATIVE, ROLE, TITLE } from './cues.ts';
import type { BlockKind, Speaker } from './reading.ts';
import type { Finding } from './utterances.ts';

/** Who was speaking where a sentence or a block ended. */
export interface Floor {
  readonly speaker: Speaker;
  readonly cue: { readonly start: number; readonly end: number } | undefined;
  readonly hypothetical: boolean;
  /** The speaker's last words were a question: the next may be the answer. */
  readonly asked: boolean;
}

/** Blocks that a running speech passes over. */
const ASIDE: ReadonlySet<BlockKind> = new Set(['caption', 'boilerplate', 'code']);

/** A headline's speaker does not go on in the text below it. */
const HEADLINES: ReadonlySet<BlockKind> = new Set(['title', 'deck', 'heading', 'byline']);

/** Who has the floor as a block begins: the speaker of the block before, or of a lead-in that ends in a colon. */
export function floorBefore(
  stage: Stage,
  block: number,
  floors: ReadonlyMap<number, Floor>,
): Floor | undefined {
  const before = blockBefore(stage, block);
  if (before < 0 || HEADLINES.has(stage.blocks[before]?.kind ?? 'title')) {
    return undefined;
  }
  return floors.get(before) ?? (endsInColon(stage, before) ? leadIn(stage, before) : undefined);
}

/** The block that the reader has come from. */
function blockBefore(stage: Stage, block: number): number {
  let before = block - 1;
  while (before >= 0 && ASIDE.has(stage.blocks[before]?.kind ?? 'code')) {
    before--;
  }
  return before;
}

function endsInColon(stage: Stage, block: number): boolean {
  const end = stage.blocks[block]?.end ?? 0;
  return stage.text.charCodeAt(end - 1) === 0x3a;
}

/** `Ortiz continued:` as a paragraph of its own. */
function leadIn(stage: Stage, block: number): Floor | undefined {
  const scene = stage.scene(block);
  const sentenceIndex = (scene?.sentences.length ?? 0) - 1;
  const attribution = scene?.sentences[sentenceIndex]?.attributions.at(-1);
  if (!scene || !attribution?.subject || attribution.denied || attribution.strength === 'judges') {
    return undefined;
  }
  return {
    speaker: speakerOf(stage, block, sentenceIndex, attribution.subject),
    cue: cueOf(scene.tokens, attribution),
    hypothetical: attribution.imagined,
    asked: false,
  };
}

/** Only a block that is nothing but quotation, or whose first mark goes on with an unclosed one, carries the floor on. */
export function runningFloor(
  stage: Stage,
  scene: Scene,
  first: number,
  floor: Floor | undefined,
): Floor | undefined {
  if (!floor) {
    return undefined;
  }
  const previous = stage.quotations[first - 1];
  if (previous && !previous.closed) {
    return floor;
  }
  if (floor.asked) {
    return undefined;
  }
  return isOnlyQuoted(scene.tokens, 0, scene.tokens.count) ? floor : undefined;
}

/** Whether marks hold all words from one token to another. */
function isOnlyQuoted({ kinds }: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (kinds[index] === Kind.word || kinds[index] === Kind.name) {
      return false;
    }
  }
  return true;
}

/**
 * `Lane said the quay was rotten. “We will close it.”`: who has the floor after a sentence that reports speech without marks,
 * in the paragraph or at the end of the one before.
 */
export function reportedFloor(
  stage: Stage,
  block: number,
  { tokens, sentences }: Scene,
  sentence: number,
): Floor | undefined {
  const { from, to } = sentences[sentence] ?? { from: 0, to: 0 };
  if (!isOnlyQuoted(tokens, from, to)) {
    return undefined;
  }
  const before = sentence > 0 ? block : blockBefore(stage, block);
  const scene = stage.blocks[before]?.kind === 'paragraph' ? stage.scene(before) : undefined;
  const last = sentence > 0 ? sentence - 1 : (scene?.sentences.length ?? 0) - 1;
  const report = scene?.sentences[last];
  if (!report || scene.tokens.kinds.slice(report.from, report.to).includes(Kind.quotation)) {
    return undefined;
  }
  const speaker = onlySpeaker(stage, before, last, scene.tokens, report);
  return speaker && { speaker, cue: undefined, hypothetical: false, asked: false };
}

/**
 * Who says all that a sentence reports; where it reports nothing, who judges (`Lane praised the crew.`). Undefined where that may
 * be more than one, or is told by the way.
 */
function onlySpeaker(
  stage: Stage,
  block: number,
  sentence: number,
  tokens: Tokens,
  { from, to, attributions }: Scene['sentences'][number],
): Speaker | undefined {
  const strength = attributions.some(it => it.strength === 'says') ? 'says' : 'judges';
  let only: Speaker | undefined;
  let asked = false;
  for (const attribution of attributions) {
    const { subject, denied, imagined } = attribution;
    // `Asked about it, Lane said …`: who asks is not told.
    if (attribution.strength !== strength || (denied && subject === undefined)) {
      continue;
    }
    const speaker = subject && speakerOf(stage, block, sentence, subject);
    const isOther = only !== undefined && (only.entity === undefined || only.entity !== speaker?.entity);
    const end = Math.max(attribution.to, attribution.cue.to);
    // `…, as Lane confirmed.` leads to what follows.
    const isLast = tokens.kinds[end] === Kind.stop;
    const isAside = !isLast && isByTheWay(tokens, from, attribution);
    if (!speaker || denied || imagined || isOther || isAside) {
      return undefined;
    }
    only = speaker;
    asked = asksOther(tokens, attribution, to);
  }
  return asked || (strength === 'judges' && only?.entity === undefined) ? undefined : only;
}

/** `Lane asked Ortiz how it broke.`: what follows is the answer. */
function asksOther(tokens: Tokens, { asks, cue }: Attribution, to: number): boolean {
  for (let index = cue.to; asks && index < to; index++) {
    if (/^(?:how|why|what|whether|if|who|when|where|which|about)$/.test(wordAt(tokens, index))) {
      return true;
    }
  }
  return false;
}

/** `after Mayor Ana Lane announced it`, `though at least one clerk says so`: the sentence is about something else. */
function isByTheWay(tokens: Tokens, from: number, attribution: Attribution): boolean {
  let lead = attribution.from - 1;
  while (lead >= from && (isCapital(tokens, lead) || is(tokens, lead, ROLE | TITLE | DETERMINER))) {
    lead--;
  }
  if (lead >= from && is(tokens, lead, PREPOSITION | ADJUNCT)) {
    return true;
  }
  for (let index = attribution.from - 1; index >= from && tokens.kinds[index] !== Kind.comma; index--) {
    if (is(tokens, index, CONJUNCTION | RELATIVE) && !isCoordinator(tokens, index)) {
      return true;
    }
  }
  return false;
}

/** `— Ana Lane, mayor of Holt` as a line of its own below a block that is nothing but quotation. */
export function signedBelow(stage: Stage, block: number, { tokens }: Scene): Floor | undefined {
  const below = isOnlyQuoted(tokens, 0, tokens.count) ? signature(stage, block + 1) : undefined;
  // Two in a row are items of a list.
  return signature(stage, block + 2) ? undefined : below;
}

/** A line with its dash in front is no longer than this, in tokens. */
const LONGEST_SIGNATURE = 16;

const DASH = /[-‒–—―]/;

function signature(stage: Stage, block: number): Floor | undefined {
  const scene = DASH.test(stage.text[stage.blocks[block]?.start ?? 0] ?? '') ? stage.scene(block) : undefined;
  if (!scene || scene.tokens.kinds[0] !== Kind.dash || scene.tokens.count > LONGEST_SIGNATURE) {
    return undefined;
  }
  const attribution = signed(scene.tokens, 0, scene.tokens.count);
  if (!attribution?.subject) {
    return undefined;
  }
  const speaker = speakerOf(stage, block, 0, attribution.subject);
  const isPerson = speaker.entity !== undefined && stage.entities[speaker.entity]?.kind === 'person';
  return isPerson
    ? { speaker, cue: cueOf(scene.tokens, attribution), hypothetical: false, asked: false }
    : undefined;
}

/** `> — Ana Lane` as the last paragraph of a block quote without marks. */
function signedQuote(stage: Stage, block: number): Floor | undefined {
  for (let last = block + 1; last - block < LONGEST_QUOTE; last++) {
    const [before, after] = [stage.blocks[last - 1], stage.blocks[last]];
    const goesOn =
      after?.kind === 'blockquote' && before && !BLANK.test(stage.text.slice(before.end, after.start));
    if (!goesOn) {
      return undefined;
    }
    const found = signature(stage, last);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Between two block quotes stands a line without a mark. */
const BLANK = /\n[ \t]*\n/;

/** A block quote of more paragraphs is a text. */
const LONGEST_QUOTE = 20;

/** Speech without marks: a transcript line, or a block quote that goes on with its lead-in. */
export function readUnmarked(
  stage: Stage,
  block: number,
  scene: Scene,
  first: number,
  floors: ReadonlyMap<number, Floor>,
  findings: (Finding | undefined)[],
  trail: Trail,
): Floor | undefined {
  const isTranscript = stage.blocks[block]?.kind === 'transcript';
  // `LANE: …`, and `… — Ana Lane (@analane) May 3, 2024` behind a post.
  const sign = scene.tokens.kinds.indexOf(isTranscript ? Kind.colon : Kind.dash);
  const attribution = scene.sentences[0]?.attributions.find(it => it.cue.from === sign);
  // `— Sec. Ana Lane`: whoever signs is not their title.
  const isCut = attribution?.subject && scene.tokens.kinds[attribution.subject.to] === Kind.stop;
  const isSigned = !isTranscript && sign === 1;
  const own =
    attribution?.subject && (isTranscript || (isSigned && !isCut))
      ? {
          speaker: speakerOf(stage, block, 0, attribution.subject),
          cue: cueOf(scene.tokens, attribution),
        }
      : undefined;
  // What an interviewer asks, named by no more than `Q:`, nobody quotes as speech; yet it is not the other’s.
  const asks = own !== undefined && /^q(?:uestion)?$/i.test(own.speaker.name);
  const floor = own
    ? { speaker: own.speaker, cue: own.cue, hypothetical: false, asked: false }
    : stage.blocks[block]?.kind === 'blockquote' && !isSigned
      ? (signedQuote(stage, block) ?? floorBefore(stage, block, floors))
      : undefined;
  for (let index = first; stage.quotations[index]?.block === block; index++) {
    findings[index] = {
      kind: asks ? 'scare' : 'direct',
      speaker: floor?.speaker,
      cue: floor?.cue,
      hypothetical: floor?.hypothetical ?? false,
      goesOn: own === undefined,
    };
  }
  // What somebody signs ends there.
  trail.closed = !isSigned;
  return (
    floor && { speaker: floor.speaker, cue: undefined, hypothetical: floor.hypothetical, asked: floor.asked }
  );
}
