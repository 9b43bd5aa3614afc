import type { Place } from './attribution-choose.ts';
import { type Floor, floorOf } from './attribution-floor.ts';
import { handleIn, speakerByHandle } from './attribution-handle.ts';
import { isRoleLine } from './attribution-headed.ts';
import { floorAt, heard, heardAbove, isHeard } from './attribution-heard.ts';
import { endsSentence } from './attribution-kind.ts';
import { interviewee } from './attribution-posted.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { isSentenceLike, startsSentence } from './attribution-sentences.ts';
import { speakerNamed } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { hasWords, is, isPerson, isPossessive } from './attribution-words.ts';
import { CUE, ROLE } from './cues.ts';
import type { QuotationSpan } from './marks.ts';
import type { Speaker } from './reading.ts';

/** `On the penalty:`, `(On Lee Amis)`, `As for Ortiz:`: what the words behind are about, and no more. */
const TOPIC =
  /^[([*_]{0,3}(?:on|about|regarding|asked (?:about|if|whether|how|what|why)|as (?:for|to)|(?:opening|closing|final) (?:statement|remarks?|comments?|thoughts?|words?))\b[^.!?“”"]{0,110}$/i;

/** What goes on with who spoke before, where no sheet is: `On the placard: “…”` is nobody’s. */
const ASIDE_TOPIC =
  /^(?:[([]on\b|(?:as (?:for|to)|regarding|asked (?:about|if|whether|how|what|why)|on (?:whether|why|how))\b)/i;

/** So many blocks are looked back over for the head of a sheet. */
const LONGEST_SHEET = 60;

/** A line that heads a sheet, or leads to a sound bite, is no longer, in characters. */
const LONGEST_HEAD = 160;

/** What players are, besides the roles that all articles tell of. */
const POSITION =
  /\b(?:midfielder|defender|forward|winger|full-?back|wing-?back|fly-?half|scrum-?half|prop|hooker|lock|flanker|guard|quarterback|linebacker|receiver|pitcher|catcher|infielder|outfielder|batter|bowler|all-rounder|keeper|senior|junior|sophomore|freshman)\b/i;

/**
 * Who says what has nothing before it but what it is about: whoever heads the sheet (`HEAD COACH ANA LANE`, and farther down `On the
 * draw:`), or is named as heard there. `running` tells who has the floor else.
 */
export function saidOnSheet(
  stage: Stage,
  block: number,
  scene: Scene,
  place: Place,
  quotation: QuotationSpan,
  running: () => Floor | undefined,
): Floor | undefined {
  const { start, lead } = leadBefore(place, quotation);
  if (lead === undefined || (lead !== '' && !isSentence(place.tokens.text, quotation))) {
    return undefined;
  }
  const handle = handleIn(lead);
  if (handle) {
    return floorOf(speakerByHandle(stage, start + handle.start, start + handle.end));
  }
  if (isHeard(lead)) {
    return heard(stage, block, scene.tokens, start, quotation.outer.start);
  }
  if (lead === '' ? hasWords(scene.tokens, 0, scene.tokens.count) : !isTopic(lead)) {
    return undefined;
  }
  const isFirst = start === stage.blocks[block]?.start;
  const head = isFirst ? headOfSheet(stage, block, lead !== '') : undefined;
  const before = head === undefined && ASIDE_TOPIC.test(lead) ? running() : undefined;
  const goesOn = before && !isNamed(stage, scene, start, quotation.outer.start, before.speaker);
  return head ?? (goesOn ? floorOf(before.speaker) : undefined);
}

/** What stands before a quotation in its sentence, behind another; undefined where it is a tale. */
function leadBefore(
  { tokens, from, at }: Place,
  { outer }: QuotationSpan,
): { readonly start: number; readonly lead: string | undefined } {
  const before = tokens.kinds.lastIndexOf(Kind.quotation, at - 1);
  const first = at > from && before >= from ? before + 1 : from;
  const start = first === at ? outer.start : (tokens.starts[first] ?? 0);
  const lead = outer.start - start > LONGEST_HEAD ? undefined : tokens.text.slice(start, outer.start).trim();
  return { start, lead };
}

function isSentence(text: string, quotation: QuotationSpan): boolean {
  return (
    isSentenceLike(text, quotation) || (startsSentence(text, quotation) && endsSentence(text, quotation))
  );
}

function isTopic(line: string): boolean {
  return line.length <= LONGEST_HEAD && /[:)\]–—*_-]$/.test(line) && TOPIC.test(line);
}

/** Walks back over what is said and what it is about, to the line that names who says it. */
function headOfSheet(stage: Stage, block: number, hasTopic: boolean): Floor | undefined {
  let topics = hasTopic ? 1 : 0;
  for (let above = block - 1; above >= 0 && block - above <= LONGEST_SHEET; above--) {
    const it = stage.blocks[above];
    const line = it && it.end - it.start <= LONGEST_HEAD ? stage.text.slice(it.start, it.end) : '';
    if (it?.kind === 'boilerplate' || it?.kind === 'caption') {
      continue;
    }
    if (topics === 0 && above === block - 1 && isHeard(line)) {
      return heardAbove(stage, above);
    }
    if (isTopic(line) || (it?.kind === 'heading' && TOPIC.test(line))) {
      topics++;
    } else if (isSaid(stage, above)) {
      topics += isTopic(leadOf(stage, above)) ? 1 : 0;
    } else {
      return topics === 0 ? undefined : (namedInHead(stage, above, line) ?? spokenThere(stage, block));
    }
  }
  return undefined;
}

/** Whether a block is nothing but what somebody says, and what it is about. */
function isSaid(stage: Stage, block: number): boolean {
  const tokens = stage.scene(block)?.tokens;
  if (!tokens?.kinds.includes(Kind.quotation)) {
    return false;
  }
  return !hasWords(tokens, 0, tokens.count) || isTopic(leadOf(stage, block));
}

function leadOf(stage: Stage, block: number): string {
  const tokens = stage.scene(block)?.tokens;
  const first = tokens?.kinds.indexOf(Kind.quotation) ?? -1;
  const start = stage.blocks[block]?.start ?? 0;
  const end = tokens?.starts[first] ?? start;
  return end - start > LONGEST_HEAD ? '' : stage.text.slice(start, end).trim();
}

/** `HOLT ATHLETIC HEAD COACH ANA LANE`, `Ana Lane, Holt Athletic head coach`: who is named in a line that tells no more than that. */
function namedInHead(stage: Stage, block: number, line: string): Floor | undefined {
  const tokens = line === '' || /[.!?:]$/.test(line) ? undefined : stage.scene(block)?.tokens;
  if (!tokens || tokens.kinds.includes(Kind.quotation)) {
    return undefined;
  }
  let first = 0;
  while (first < tokens.count && tokens.kinds[first] === Kind.other) {
    first++;
  }
  let last = tokens.count - 1;
  while (last > first && tokens.kinds[last] === Kind.other) {
    last--;
  }
  if (tokens.kinds[first] === Kind.name && isPerson(tokens, first) && !isPossessive(tokens, first)) {
    const isHead =
      first === last || isRoleLine(tokens, first + 1) || POSITION.test(line) || ROLE_LAST.test(line);
    return isHead ? floorAt(stage, block, first) : undefined;
  }
  for (let index = first; index < last; index++) {
    if (isPerson(tokens, index) || (is(tokens, index, CUE) && !is(tokens, index, ROLE))) {
      return undefined;
    }
  }
  const isTold = isPerson(tokens, last) || isCalled(tokens, last, line);
  return tokens.kinds[last] === Kind.name && isTold ? floorAt(stage, block, last) : undefined;
}

/** Whether a name that is taken for a body is that of somebody whom the line tells the role of. */
function isCalled(tokens: Tokens, name: number, line: string): boolean {
  const printed = tokens.text.slice(tokens.starts[name], tokens.ends[name]);
  const role = line.slice(0, line.length - printed.length).trimEnd();
  return /^\S+ \S+$/.test(printed) && (POSITION.test(role) || ROLE_LAST.test(role));
}

const ROLE_LAST = /\b(?:coach|manager|captain|director|president|owner|chair\w*|striker|goalkeeper)$/i;

/** The one whom the headline of what was said at a press conference names. */
function spokenThere(stage: Stage, block: number): Floor | undefined {
  const speaker = interviewee(stage, block);
  const title = stage.blocks.find(it => it.kind === 'title');
  const isThere =
    title !== undefined &&
    /\b(?:press|news|media) (?:conference|briefing|availability)\b|\bpresser\b|\btranscript\b|\bquotes\b/i.test(
      stage.text.slice(title.start, title.end),
    );
  return speaker && isThere ? floorOf(speaker) : undefined;
}

/** Whether a topic is the one who would go on: `As for Lane:` is not hers. */
function isNamed(stage: Stage, { tokens }: Scene, start: number, end: number, speaker: Speaker): boolean {
  for (let index = 0; index < tokens.count && (tokens.starts[index] ?? 0) < end; index++) {
    if (tokens.kinds[index] === Kind.name && (tokens.starts[index] ?? 0) >= start) {
      const named = speakerNamed(stage, tokens.starts[index] ?? 0, tokens.ends[index] ?? 0);
      if (named.name === speaker.name || (named.entity !== undefined && named.entity === speaker.entity)) {
        return true;
      }
    }
  }
  return false;
}
