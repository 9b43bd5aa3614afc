import type { Attribution } from './attribution-find.ts';
import { blockBefore, type Floor, floorOf } from './attribution-floor.ts';
import { reactsAlone } from './attribution-reaction.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { hasWords, is, isCapital, isCoordinator, wordAt } from './attribution-words.ts';
import { ADJUNCT, CONJUNCTION, DETERMINER, PREPOSITION, RELATIVE, ROLE, TITLE } from './cues.ts';
import type { Speaker } from './reading.ts';

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
  if (hasWords(tokens, from, to)) {
    return undefined;
  }
  const before = sentence > 0 ? block : blockBefore(stage, block);
  const scene = stage.blocks[before]?.kind === 'paragraph' ? stage.scene(before) : undefined;
  const last = sentence > 0 ? sentence - 1 : (scene?.sentences.length ?? 0) - 1;
  const report = scene?.sentences[last];
  if (!report || scene.tokens.kinds.slice(report.from, report.to).includes(Kind.quotation)) {
    return undefined;
  }
  const speaker =
    onlySpeaker(stage, before, last, scene.tokens, report) ??
    reactsAlone(stage, before, last, stage.quotations[tokens.refs[from] ?? -1]);
  return speaker && floorOf(speaker);
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
