import { subjectOfLead } from './attribution-colon-named.ts';
import { signed } from './attribution-dash.ts';
import type { Trail } from './attribution-joins.ts';
import { interviewee, postedBy } from './attribution-posted.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { cueOf, isNamedPerson, speakerOf } from './attribution-speakers.ts';
import { Kind } from './attribution-tokens.ts';
import { isCaption, labelIn, labelledSpeaker, turnSpeaker, withInitials } from './attribution-turns.ts';
import { hasWords } from './attribution-words.ts';
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

/** The floor of somebody who says so and asks nothing. */
export function floorOf(speaker: Speaker, cue?: Floor['cue']): Floor {
  return { speaker, cue, hypothetical: false, asked: false };
}

/** Blocks that a running speech passes over. */
const ASIDE: ReadonlySet<BlockKind> = new Set(['caption', 'boilerplate', 'code', 'cell']);

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
export function blockBefore(stage: Stage, block: number): number {
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
  const lead = scene?.sentences[sentenceIndex];
  const attribution = lead?.attributions.at(-1);
  if (scene && lead && !attribution) {
    const subject = subjectOfLead(scene.tokens, lead.to - 1, lead.from);
    const speaker = subject && speakerOf(stage, block, sentenceIndex, subject);
    return speaker && isNamedPerson(stage, speaker) ? floorOf(speaker) : undefined;
  }
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
  return !hasWords(scene.tokens, 0, scene.tokens.count) ? floor : undefined;
}

/** `— Ana Lane, mayor of Holt` as a line of its own below a block that is nothing but quotation. */
export function signedBelow(stage: Stage, block: number, { tokens }: Scene): Floor | undefined {
  const below = !hasWords(tokens, 0, tokens.count) ? signature(stage, block + 1) : undefined;
  // Two in a row are items of a list.
  return signature(stage, block + 2) ? undefined : below;
}

/** A line with its dash in front is no longer than this, in tokens. */
const LONGEST_SIGNATURE = 16;

/** The dash, emphasised or not. */
const SIGNATURE = /^(?:[*_]{1,3}|<(?:cite|em|i|b|strong)>)?[-‒–—―]/;

function signature(stage: Stage, block: number): Floor | undefined {
  const start = stage.blocks[block]?.start ?? 0;
  const isSigned = SIGNATURE.test(stage.text.slice(start, start + 16));
  const scene = isSigned ? stage.scene(block) : undefined;
  if (!scene || scene.tokens.kinds[0] !== Kind.dash || scene.tokens.count > LONGEST_SIGNATURE) {
    return undefined;
  }
  const attribution = signed(scene.tokens, 0, scene.tokens.count);
  if (!attribution?.subject) {
    return undefined;
  }
  const speaker = speakerOf(stage, block, 0, attribution.subject);
  return isNamedPerson(stage, speaker) ? floorOf(speaker, cueOf(scene.tokens, attribution)) : undefined;
}

/** `> — Ana Lane` as the last paragraph of a block quote without marks, or `— Ana Lane` as a paragraph below it. */
function signedQuote(stage: Stage, block: number): Floor | undefined {
  for (let last = block + 1; last - block < LONGEST_QUOTE; last++) {
    const [before, after] = [stage.blocks[last - 1], stage.blocks[last]];
    const goesOn =
      after?.kind === 'blockquote' && before && !BLANK_LINE.test(stage.text.slice(before.end, after.start));
    if (!goesOn) {
      return after?.kind === 'paragraph' && !signature(stage, last + 1) ? signature(stage, last) : undefined;
    }
    const found = signature(stage, last);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Between two block quotes stands a line without a mark. */
export const BLANK_LINE = /\n[ \t]*\r?\n/;

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
  signer: Floor | undefined,
): Floor | undefined {
  const isTranscript = stage.blocks[block]?.kind === 'transcript';
  // `LANE: …`, and `… — Ana Lane (@analane) May 3, 2024` behind a post.
  const sign = scene.tokens.kinds.indexOf(isTranscript ? Kind.colon : Kind.dash);
  const attribution = scene.sentences[0]?.attributions.find(it => it.cue.from === sign);
  // `— Sec. Ana Lane`: whoever signs is not their title.
  const isCut = attribution?.subject && scene.tokens.kinds[attribution.subject.to] === Kind.stop;
  const isSigned = signer !== undefined || (!isTranscript && sign === 1);
  const turn =
    isTranscript && signer === undefined && attribution?.subject === undefined
      ? (labelledSpeaker(stage, block, scene) ?? turnSpeaker(stage, block))
      : undefined;
  const own =
    signer ??
    (turn && floorOf(turn)) ??
    (attribution?.subject && (isTranscript || (isSigned && !isCut))
      ? floorOf(
          withInitials(stage, speakerOf(stage, block, 0, attribution.subject)),
          cueOf(scene.tokens, attribution),
        )
      : undefined);
  const isQuote = stage.blocks[block]?.kind === 'blockquote' && !isSigned;
  const label = isTranscript && own === undefined ? labelIn(stage, block)?.label : undefined;
  const goesOn = isTranscript && own === undefined && label === undefined && !isCaption(stage, block);
  // What an interviewer asks, named by no more than `Q:`, nobody quotes as speech; yet it is not the other’s.
  const asks = /^q(?:uestion)?$/i.test(own?.speaker.name ?? label ?? '');
  const outside = isQuote
    ? postedBy(stage, block)
    : goesOn || label === 'A'
      ? interviewee(stage, block)
      : undefined;
  const floor =
    own ??
    (goesOn ? speechBefore(stage, block, floors) : undefined) ??
    (outside && floorOf(outside)) ??
    (isQuote ? (signedQuote(stage, block) ?? floorBefore(stage, block, floors)) : undefined);
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

/** Who has the floor in a transcript: its next paragraph goes on, even behind a question. */
function speechBefore(stage: Stage, block: number, floors: ReadonlyMap<number, Floor>): Floor | undefined {
  const before = blockBefore(stage, block);
  return stage.blocks[before]?.kind === 'transcript' ? floors.get(before) : undefined;
}
