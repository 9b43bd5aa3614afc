import { Last } from '../text/last.ts';
import { type Choice, choose, isWhatOneCalls, type Place } from './attribution-choose.ts';
import { saidBehind, signerOnLine } from './attribution-behind.ts';
import { type Floor, floorBefore, readUnmarked, runningFloor, signedBelow } from './attribution-floor.ts';
import { headedBy, namedBelow } from './attribution-headed.ts';
import { isTold } from './attribution-imagined.ts';
import { closesWithAttribution, opensWithAttribution, type Trail } from './attribution-joins.ts';
import { isCorrection } from './attribution-corrected.ts';
import { isUnsaid, isUnused } from './attribution-denied.ts';
import { kindOf } from './attribution-kind.ts';
import type { KnownScenes } from './attribution-known.ts';
import { isPulled } from './attribution-pulled.ts';
import { isRecited } from './attribution-recited.ts';
import { reportedFloor } from './attribution-reported.ts';
import { type Scene, Stage } from './attribution-scene.ts';
import { saidOnSheet } from './attribution-sheet.ts';
import { countPieces, isSentenceLike, lastCharacter } from './attribution-sentences.ts';
import { cueOf, speakerOf } from './attribution-speakers.ts';
import { inRow, rowFloor } from './attribution-table.ts';
import { isTakenBack } from './attribution-taken-back.ts';
import { Kind } from './attribution-tokens.ts';
import { labelledInside } from './attribution-turns.ts';
import type { QuotationSpan } from './marks.ts';
import type { Block, Entity, Mention, Quotation, Speaker, Utterance } from './reading.ts';
import { type Finding, findingOf, utterancesOf } from './utterances.ts';

const lastStage = new Last<Stage>();

/**
 * Finds who says what: kind, cue and speaker of every quotation, and which quotations belong together. A quotation without a
 * sign of speech has no speaker, and a speaker who cannot be told is left unresolved. Blocks that are `known` are not read anew.
 */
export function attribute(
  text: string,
  blocks: readonly Block[],
  quotations: readonly QuotationSpan[],
  names: { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] },
  known?: KnownScenes,
): { readonly quotations: readonly Quotation[]; readonly utterances: readonly Utterance[] } {
  const stage = lastStage.hold(new Stage(text, blocks, quotations, names, known));
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
  const all: Finding[] = [];
  for (let quotation = 0; quotation < quotations.length; quotation++) {
    all.push(findings[quotation] ?? findingOf('scare'));
  }
  return utterancesOf(stage, quotations, all);
}

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
    const isQuote = stage.blocks[block]?.kind === 'blockquote';
    const signer =
      signerOnLine(stage, block, 0, scene.tokens, 1) ??
      (isQuote ? namedBelow(stage, block, scene) : undefined);
    return readUnmarked(stage, block, scene, first, floors, findings, trail, signer);
  }
  const around = aroundBlock(stage, block, scene, first, floors);
  const row = around === undefined ? rowFloor(stage, block) : undefined;
  let floor: Floor | undefined;
  // One quotation may follow an attribution in its line; a second would follow nothing.
  let attributed = false;
  for (const [sentenceIndex, sentence] of scene.sentences.entries()) {
    const running =
      sentenceIndex === 0
        ? runningFloor(stage, scene, first, around?.before)
        : attributed
          ? floor
          : undefined;
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
      const earlier = reopened(stage, quotation, index) ? findings[index - 1] : undefined;
      const told = choice
        ? chosen(stage, block, sentenceIndex, place, quotation, choice)
        : (labelledInside(stage, place, quotation) ??
          (earlier?.speaker === undefined ? undefined : { ...earlier, goesOn: true }) ??
          onSheet(
            saidOnSheet(stage, block, scene, place, quotation, () =>
              sentenceIndex > 0 ? running : (around?.before ?? reportedFloor(stage, block, scene, 0)),
            ),
          ) ??
          continued(
            place,
            quotation,
            around && floorAround(stage, block, scene, sentenceIndex, first, around, running),
          ));
      const given = row === undefined ? told : inRow(stage, place, quotation, choice, told, row);
      const isBack = !given.hypothetical && isTakenBack(place, sentence.attributions);
      const finding = isBack ? { ...given, hypothetical: true } : given;
      finding.goesOn =
        earlier !== undefined ||
        (trail.closed && opensWithAttribution(place, choice, finding, findings[index - 1]));
      findings[index] = finding;
      if (earlier !== undefined && finding.speaker !== undefined && quotation.closed) {
        giveBack(stage, findings, index, finding);
      }
      trail.closed = closesWithAttribution(place, choice);
      if (finding.speaker && finding.kind !== 'scare') {
        const asked = choice?.attribution.asks === true && lastCharacter(stage.text, quotation) === '?';
        attributed = choice !== undefined;
        // What somebody signs, `“…” — Ana Lane`, ends there.
        const next: Floor = {
          speaker: finding.speaker,
          cue: undefined,
          hypothetical: finding.hypothetical,
          asked,
        };
        // Nor does what others call something, behind what somebody says, take the floor from them.
        const isAside: boolean =
          floor !== undefined && choice !== undefined && isWhatOneCalls(place, choice.attribution);
        floor = isSigned(place, choice) ? undefined : isAside ? floor : next;
        sentence.speaker = finding.speaker.entity ?? sentence.speaker;
        sentence.stranger = finding.speaker.entity === undefined && finding.speaker.kind !== 'pronoun';
      }
    }
    trail.closed = trail.closed && hasQuotation;
  }
  return floor;
}

function isSigned({ tokens, from, at, to }: Place, choice: Choice | undefined): boolean {
  const { cue, subject } = choice?.attribution ?? {};
  return (
    at === from &&
    cue?.from === at + 1 &&
    tokens.kinds[cue.from] === Kind.dash &&
    subject !== undefined &&
    !tokens.kinds.slice(subject.to, to).includes(Kind.quotation)
  );
}

/** Who has the floor around a block. */
interface Around {
  readonly before: Floor | undefined;
  readonly signed: Floor | undefined;
  readonly headed: Floor | undefined;
  /** Whoever had the floor above a table that quotes others has it no more. */
  readonly isBehindTable: boolean;
}

/** Undefined of a cell in a table: what stands around it is not about it, but for its row. */
function aroundBlock(
  stage: Stage,
  block: number,
  scene: Scene,
  first: number,
  floors: ReadonlyMap<number, Floor>,
): Around | undefined {
  if (stage.blocks[block]?.kind === 'cell') {
    return undefined;
  }
  const isBehindTable = stage.blocks[stage.quotations[first - 1]?.block ?? -1]?.kind === 'cell';
  return {
    before: isBehindTable ? undefined : floorBefore(stage, block, floors),
    signed: signedBelow(stage, block, scene) ?? namedBelow(stage, block, scene),
    headed: isBehindTable ? undefined : headedBy(stage, block, scene),
    isBehindTable,
  };
}

function floorAround(
  stage: Stage,
  block: number,
  scene: Scene,
  sentence: number,
  first: number,
  { signed, headed, isBehindTable }: Around,
  running: Floor | undefined,
): Floor | undefined {
  const said = signed ?? saidBehind(stage, block, scene, sentence);
  if (said !== undefined || isPulled(stage, first)) {
    return said;
  }
  const isCut = isBehindTable && sentence === 0;
  return headed ?? running ?? (isCut ? undefined : reportedFloor(stage, block, scene, sentence));
}

/** `“We close it. “The boats go on,” Lane said.`: the mark before is open still, and nothing stands between. */
function reopened(stage: Stage, quotation: QuotationSpan, index: number): boolean {
  const before = stage.quotations[index - 1];
  return (
    before?.closed === false &&
    before.block === quotation.block &&
    stage.text.slice(before.outer.end, quotation.outer.start).trim() === ''
  );
}

/** Whoever is named at the end of a running quotation said all of it. */
function giveBack(
  stage: Stage,
  findings: (Finding | undefined)[],
  index: number,
  { speaker, cue }: Finding,
): void {
  for (let at = index; at > 0; at--) {
    const quotation = stage.quotations[at];
    const before = findings[at - 1];
    if (!quotation || !before || before.speaker !== undefined || !reopened(stage, quotation, at)) {
      return;
    }
    findings[at - 1] = { ...before, speaker, cue };
  }
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
    return findingOf(unclaimed ? 'direct' : 'scare', undefined, undefined, isUnsaid(place, choice));
  }
  const speaker = attribution.subject && speakerOf(stage, block, sentenceIndex, attribution.subject);
  return findingOf(
    kind,
    speaker,
    cueOf(place.tokens, attribution),
    (attribution.imagined && !isTold(place, attribution, isPerson(stage, speaker))) ||
      isUnsaid(place, choice) ||
      (isPerson(stage, speaker) && isRecited(place, choice)) ||
      isCorrection(stage, block, place),
  );
}

function isPerson(stage: Stage, speaker: Speaker | undefined): boolean {
  const kind = speaker?.entity === undefined ? undefined : stage.entities[speaker.entity]?.kind;
  return kind === 'person' || (kind === undefined && speaker?.kind === 'pronoun');
}

/** `‘A rotten quay’` in a paragraph of its own: single marks and no stop make a sub-head. */
function isSubhead({ tokens }: Place, quotation: QuotationSpan): boolean {
  return (
    quotation.mark === 'single' &&
    tokens.count === 1 &&
    !/[.,;:!?…–—-]$/.test(tokens.text.slice(quotation.start, quotation.end))
  );
}

function onSheet(floor: Floor | undefined): Finding | undefined {
  return floor && findingOf('direct', floor.speaker, floor.cue, floor.hypothetical);
}

/** A quotation without a cue of its own goes on with whoever had the floor, if it opens its sentence. */
function continued(place: Place, quotation: QuotationSpan, floor: Floor | undefined): Finding {
  const kind = kindOf(place, quotation, undefined);
  const opens = place.at === place.from;
  if (
    !floor ||
    !opens ||
    isSubhead(place, quotation) ||
    (kind === 'scare' && countPieces(place.tokens.text, quotation) < 5)
  ) {
    return findingOf(kind, undefined, undefined, isUnused(place));
  }
  return findingOf(kind === 'direct' ? 'direct' : 'mixed', floor.speaker, floor.cue, floor.hypothetical);
}
