import type { Candidate } from './layout-candidate.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';
import type { Span } from '../text/span.ts';
import { isPersonal } from './layout-transcript.ts';

/** No line that names who speaks is longer, in characters. */
const longestHead = 120;

/**
 * `Ana Lane`, `Ana Lane -- Chief Executive Officer`, `Bo Ortiz - Dunmore Securities`, `Ana Lane (Holt North) (Lab)`, `Operator`: a line
 * of its own above what somebody says, as transcripts of calls and parliaments have it.
 */
const turnHead = new Lettered(
  String.raw`^(\*{0,2})((?:Operator|Moderator|Unidentified (?:Analyst|Participant|Speaker|Company Representative))|(?:\p{Lu}[\p{L}.'’-]*)(?: (?:${nameParticles}|\p{Lu}[\p{L}.'’-]*)){1,4})(?:\s+(?:-{1,3}|–|—|\|)\s+\p{Lu}[^.?!:]{2,80}|,\s\p{Lu}[^.?!:]{2,80}|(?:\s\([^()]{2,60}\)){1,2})?\1$`,
  'u',
);

/** Where a name stands that heads what somebody says, from the start of the line; undefined of any other line. */
export function nameInHead(line: string): Span | undefined {
  const found = line.length > longestHead ? null : turnHead.exec(line);
  const name = found?.[2];
  const start = found?.[1]?.length ?? 0;
  return name === undefined ? undefined : { start, end: start + name.length };
}

/** So many turns make a transcript, and this share of them is somebody’s *I*, *we* or *you*. */
const fewestTurns = 4;
const leastPersonal = 0.4;

/** Marks what stands below lines that only name a speaker, in a text whose speakers take turns under such lines. */
export function markTurns(all: readonly Candidate[]): void {
  const flowing = all.filter(it => it.kind === undefined);
  const heads = flowing.map(it => (it.features.stopped ? undefined : headOf(it)));
  const turns = new Map<string, number>();
  let count = 0;
  let personal = 0;
  for (const [index, head] of heads.entries()) {
    const next = flowing[index + 1];
    if (head === undefined || next === undefined || heads[index + 1] !== undefined || !isSaid(next)) continue;
    turns.set(head, (turns.get(head) ?? 0) + 1);
    count++;
    personal += isPersonal(next.line) ? 1 : 0;
  }
  const takesTurns = turns.size > 1 && [...turns.values()].some(it => it > 1);
  if (!takesTurns || count < fewestTurns || personal < count * leastPersonal) return;
  let speaks = false;
  for (const [index, it] of flowing.entries()) {
    const next = flowing[index + 1];
    if (heads[index] !== undefined) {
      speaks = next !== undefined && heads[index + 1] === undefined && isSaid(next);
      it.kind = speaks ? 'heading' : undefined;
    } else if (speaks && isSaid(it) && !isAbout(it.line, turns)) {
      it.kind = 'transcript';
    } else {
      speaks = false;
    }
  }
}

function headOf({ line }: Candidate): string | undefined {
  const name = nameInHead(line);
  return name && line.slice(name.start, name.end);
}

/** `Ana Lane is a writer in Holt.`: what the page says of who spoke. */
function isAbout(line: string, turns: ReadonlyMap<string, number>): boolean {
  const about =
    /^[*_]*(.{3,60}?)[’']?s? (?:is|was|has|writes|covers|reports|can be|works|teaches|latest)\b/u.exec(line);
  return about !== null && turns.has(about[1] ?? '');
}

/** Whether a block is what somebody says: sentences, without the marks, the verbs and the rubrics of a narrator who quotes them. */
function isSaid({ line, features, label }: Candidate): boolean {
  return (
    features.stopped &&
    label === undefined &&
    !/^[*_]*\p{Lu}[\p{L}’']*(?: [\p{L}’']+){0,3}:\s/u.test(line) &&
    !/["“”][^"“”]*["“”],? (?:\p{L}+ ){0,3}said\b/u.test(line)
  );
}
