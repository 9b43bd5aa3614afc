import type { Attribution } from './attribution-find.ts';
import { choose, type Choice, isSentenceLike, type Place } from './attribution-choose.ts';
import { kindOf } from './attribution-kind.ts';
import { lastCharacter } from './attribution-sentences.ts';
import { type Scene, Stage } from './attribution-scene.ts';
import { speakerNamed, speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { AUXILIARY, CUE, MODAL } from './cues.ts';
import { is } from './attribution-phrases.ts';
import type { QuotationSpan } from './marks.ts';
import type { Block, BlockKind, Entity, Mention, Quotation, Speaker, Utterance } from './reading.ts';
import { type Finding, utterancesOf } from './utterances.ts';

/** Who was speaking where a sentence or a block ended. */
interface Floor {
  readonly speaker: Speaker;
  readonly cue: { readonly start: number; readonly end: number } | undefined;
  readonly hypothetical: boolean;
  /** The speaker's last words were a question: the next may be the answer. */
  readonly asked: boolean;
}

/** What stands since the quotation before. */
interface Trail {
  /** Nothing but its attribution. */
  closed: boolean;
}

/** Blocks that a running speech passes over. */
const ASIDE: ReadonlySet<BlockKind> = new Set(['caption', 'boilerplate', 'code']);

/**
 * Finds who says what: kind, cue and speaker of every quotation, and which quotations belong together. A quotation without a
 * sign of speech has no speaker, and a speaker who cannot be told is left unresolved.
 */
export function attribute(
  text: string,
  blocks: readonly Block[],
  quotations: readonly QuotationSpan[],
  names: { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] },
): { readonly quotations: readonly Quotation[]; readonly utterances: readonly Utterance[] } {
  const stage = new Stage(text, blocks, quotations, names);
  const findings = new Array<Finding | undefined>(quotations.length);
  const floors = new Map<number, Floor>();
  const trail = { closed: false };
  let index = 0;
  while (index < quotations.length) {
    const block = quotations[index]?.block ?? 0;
    const first = index;
    while (index < quotations.length && quotations[index]?.block === block) {
      index++;
    }
    const floor = readBlock(stage, block, first, floors, findings, trail);
    if (floor) {
      floors.set(block, floor);
    }
  }
  return utterancesOf(stage, quotations, findings.map(it => it ?? NOTHING));
}

const NOTHING: Finding = { kind: 'scare', speaker: undefined, cue: undefined, hypothetical: false, goesOn: false };

/** Reads the quotations of a block; gives who is speaking where it ends. */
function readBlock(
  stage: Stage,
  block: number,
  first: number,
  floors: ReadonlyMap<number, Floor>,
  findings: (Finding | undefined)[],
  trail: Trail,
): Floor | undefined {
  const scene = stage.scene(block);
  if (!scene) {
    return undefined;
  }
  if (stage.quotations[first]?.mark === 'none') {
    return readUnmarked(stage, block, scene, first, floors, findings, trail);
  }
  const before = floorBefore(stage, block, first, floors);
  let floor: Floor | undefined;
  // One quotation may follow an attribution in its line; a second would follow nothing.
  let attributed = false;
  for (const [sentenceIndex, sentence] of scene.sentences.entries()) {
    const carried = sentenceIndex === 0 ? runningFloor(stage, scene, first, before) : attributed ? floor : undefined;
    floor = undefined;
    attributed = false;
    let hasQuotation = false;
    for (let at = sentence.from; at < sentence.to; at++) {
      if (scene.tokens.kinds[at] !== Kind.quotation) {
        continue;
      }
      const index = scene.tokens.refs[at] ?? -1;
      const quotation = stage.quotations[index];
      if (!quotation) {
        continue;
      }
      hasQuotation = true;
      const place = { tokens: scene.tokens, at, from: sentence.from, to: sentence.to };
      const choice = choose(place, quotation, sentence.attributions);
      const finding = choice
        ? chosen(stage, block, sentenceIndex, place, quotation, choice)
        : (labelled(stage, place, quotation) ?? continued(place, quotation, carried));
      findings[index] = { ...finding, goesOn: trail.closed && opensWithAttribution(place, choice, finding, findings[index - 1]) };
      trail.closed = closesWithAttribution(place, choice);
      if (finding.speaker && finding.kind !== 'scare') {
        const asked = choice?.attribution.asks === true && lastCharacter(stage.text, quotation) === '?';
        attributed = choice !== undefined;
        floor = { speaker: finding.speaker, cue: undefined, hypothetical: finding.hypothetical, asked };
        sentence.speaker = finding.speaker.entity ?? sentence.speaker;
        sentence.stranger = finding.speaker.entity === undefined && finding.speaker.kind === 'description';
      }
    }
    trail.closed = trail.closed && hasQuotation;
  }
  return floor;
}

/** Whether a quotation follows the one before it with only its own cue and speaker between. */
function opensWithAttribution(
  { tokens, at, from }: Place,
  choice: Choice | undefined,
  finding: Finding,
  before: Finding | undefined,
): boolean {
  let index = at - 1;
  while (index >= from && tokens.kinds[index] !== Kind.quotation) {
    index--;
  }
  const start = index + 1;
  if (!hasWords(tokens, start, at)) {
    return true;
  }
  // A part of the narrator's sentence is joined to nothing by a cue of its own: `He added that “…”`.
  if (index < from && (finding.kind !== 'direct' || before?.kind !== 'direct')) {
    return false;
  }
  const cue = choice?.reach === 'beside' && choice.attribution.cue.to <= at ? choice.attribution : undefined;
  return cue?.strength === 'says' && cue.from >= start && isLead(tokens, start, cue.from);
}

/** Nothing before an attribution but `And`, `Later`, a title. */
function isLead(tokens: Tokens, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (tokens.kinds[index] === Kind.word && is(tokens, index, AUXILIARY | MODAL | CUE)) {
      return false;
    }
  }
  return end - start <= 8;
}

/** Whether what follows a quotation in its sentence is attribution, up to the next quotation. */
function closesWithAttribution({ tokens, at, to }: Place, choice: Choice | undefined): boolean {
  let end = at + 1;
  while (end < to && tokens.kinds[end] !== Kind.quotation) {
    end++;
  }
  // What follows up to another quotation of the sentence is judged from there.
  return end < to || !hasWords(tokens, at + 1, end) || (choice?.reach === 'beside' && choice.attribution.cue.from > at);
}

function hasWords(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name) {
      return true;
    }
  }
  return false;
}

function chosen(
  stage: Stage,
  block: number,
  sentenceIndex: number,
  place: Place,
  quotation: QuotationSpan,
  choice: Choice,
): Finding {
  const { attribution } = choice;
  const kind = kindOf(place, quotation, choice);
  if (kind === 'scare' || attribution.denied) {
    // `Lane was asked, “Why did you leave?”` is speech, but nobody is named as its speaker.
    const unclaimed = attribution.denied && kind === 'direct' && isSentenceLike(place.tokens.text, quotation);
    return { ...NOTHING, kind: unclaimed ? 'direct' : 'scare' };
  }
  return {
    ...NOTHING,
    kind,
    speaker: attribution.subject && speakerOf(stage, block, sentenceIndex, attribution.subject),
    cue: cueOf(place, attribution),
    hypothetical: attribution.imagined,
  };
}

function cueOf({ tokens }: Place, { cue }: Attribution): { start: number; end: number } {
  return { start: tokens.starts[cue.from] ?? 0, end: tokens.ends[cue.to - 1] ?? 0 };
}

const LABEL = /\s*([A-Z][A-Z.'’ -]{1,30}):\s/y;

/** `“LANE: We will not …”`: a transcript inside marks names its speaker there. */
function labelled(stage: Stage, { at, from }: Place, quotation: QuotationSpan): Finding | undefined {
  LABEL.lastIndex = quotation.start;
  const match = at === from ? LABEL.exec(stage.text) : null;
  const label = match?.[1];
  if (label === undefined || LABEL.lastIndex > quotation.end) {
    return undefined;
  }
  const end = stage.text.indexOf(':', quotation.start);
  const start = end - label.length;
  return { ...NOTHING, kind: 'direct', speaker: speakerNamed(stage, start, end), cue: { start: end, end: end + 1 } };
}

/** A quotation without a cue of its own goes on with whoever had the floor, if it opens its sentence. */
function continued(place: Place, quotation: QuotationSpan, floor: Floor | undefined): Finding {
  const kind = kindOf(place, quotation, undefined);
  const opens = place.at === place.from;
  if (!floor || !opens || (kind === 'scare' && !isLong(place.tokens.text, quotation))) {
    return { ...NOTHING, kind };
  }
  return { ...NOTHING, kind: kind === 'direct' ? 'direct' : 'mixed', speaker: floor.speaker, cue: floor.cue, hypothetical: floor.hypothetical };
}

function isLong(text: string, quotation: QuotationSpan): boolean {
  return text.slice(quotation.start, Math.min(quotation.end, quotation.start + 80)).split(/\s+/).length >= 5;
}

/** Who has the floor as a block begins: the speaker of the block before, or of a lead-in that ends in a colon. */
function floorBefore(
  stage: Stage,
  block: number,
  first: number,
  floors: ReadonlyMap<number, Floor>,
): Floor | undefined {
  let before = block - 1;
  while (before >= 0 && ASIDE.has(stage.blocks[before]?.kind ?? 'code')) {
    before--;
  }
  if (before < 0) {
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
  const place = { tokens: scene.tokens, at: 0, from: 0, to: 0 };
  return {
    speaker: speakerOf(stage, block, sentenceIndex, attribution.subject),
    cue: cueOf(place, attribution),
    hypothetical: attribution.imagined,
    asked: false,
  };
}

/** Only a block that is nothing but quotation, or whose first mark goes on with an unclosed one, carries the floor on. */
function runningFloor(stage: Stage, scene: Scene, first: number, floor: Floor | undefined): Floor | undefined {
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
function readUnmarked(
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
          cue: cueOf({ tokens: scene.tokens, at: 0, from: 0, to: 0 }, attribution),
        }
      : undefined;
  const floor = own
    ? { ...own, hypothetical: false, asked: false }
    : stage.blocks[block]?.kind === 'blockquote'
      ? floorBefore(stage, block, first, floors)
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
