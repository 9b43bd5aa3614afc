import type { Trail } from './attribution-joins.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { cueOf, speakerOf } from './attribution-speakers.ts';
import { Kind } from './attribution-tokens.ts';
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
  let before = block - 1;
  while (before >= 0 && ASIDE.has(stage.blocks[before]?.kind ?? 'code')) {
    before--;
  }
  if (before < 0 || HEADLINES.has(stage.blocks[before]?.kind ?? 'title')) {
    return undefined;
  }
  return floors.get(before) ?? (endsInColon(stage, before) ? leadIn(stage, before) : undefined);
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
  const { tokens } = scene;
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name) {
      return undefined;
    }
  }
  return floor;
}

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
  const colon = scene.tokens.kinds.indexOf(Kind.colon);
  const attribution = scene.sentences[0]?.attributions.find(it => it.cue.from === colon);
  const own =
    attribution?.subject && stage.blocks[block]?.kind === 'transcript'
      ? {
          speaker: speakerOf(stage, block, 0, attribution.subject),
          cue: cueOf(scene.tokens, attribution),
        }
      : undefined;
  const floor = own
    ? { ...own, hypothetical: false, asked: false }
    : stage.blocks[block]?.kind === 'blockquote'
      ? floorBefore(stage, block, floors)
      : undefined;
  for (let index = first; stage.quotations[index]?.block === block; index++) {
    findings[index] = {
      kind: 'direct',
      speaker: floor?.speaker,
      cue: floor?.cue,
      hypothetical: floor?.hypothetical ?? false,
      goesOn: own === undefined,
    };
  }
  trail.closed = true;
  return floor && { ...floor, cue: undefined };
}
