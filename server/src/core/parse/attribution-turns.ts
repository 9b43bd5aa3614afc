import { phraseStartingAt } from './attribution-clauses.ts';
import type { Place } from './attribution-choose.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { speakerNamed, speakerOf } from './attribution-speakers.ts';
import type { Tokens } from './attribution-tokens.ts';
import { BODIES } from './bodies.ts';
import { classesOf, ROLE, TITLE } from './cues.ts';
import { isFirstName } from './entities-first-names.ts';
import { speakerByHandle } from './attribution-handle.ts';
import { type LabelledLine, labelOf } from './layout-transcript.ts';
import { nameInHead } from './layout-turns.ts';
import type { QuotationSpan } from './marks.ts';
import type { Speaker } from './reading.ts';
import { type Finding, findingOf } from './utterances.ts';

/** No label of a transcript is longer, in characters. */
const LONGEST_LABEL = 200;

/** `GZ: …`: whoever has those initials. */
export function withInitials(stage: Stage, speaker: Speaker): Speaker {
  const isInitials = speaker.entity === undefined && /^(?:\p{Lu}\.?){2,4}$/u.test(speaker.name);
  const entity = isInitials ? stage.personByInitials(speaker.name) : undefined;
  const name = entity === undefined ? undefined : stage.entities[entity]?.name;
  return name === undefined ? speaker : { ...speaker, entity, name };
}

/** `[00:04:13] ANA LANE: …`, `The Minister for Water (Mr Bo Lane): …`: whom the label of a line names, wherever in it. */
export function labelledSpeaker(stage: Stage, block: number, { tokens }: Scene): Speaker | undefined {
  const { start = 0 } = stage.blocks[block] ?? {};
  const label = labelIn(stage, block);
  if (label?.label.startsWith('@')) {
    return speakerByHandle(stage, start + label.start, start + label.start + label.label.length);
  }
  const speaker =
    label &&
    withoutTitles(stage, speakerWithin(stage, block, tokens, start + label.start, label.label.length));
  // Whoever is shouted above a line and named nowhere else may be no one: `TWO SCHOOLS OF THOUGHT: …`
  const isSomebody = speaker?.entity !== undefined || isCaption(stage, block);
  return speaker && isSomebody ? asPerson(stage, block, speaker) : undefined;
}

/** `GOV. LANE: …`, `SHERIFF ANA LANE: …`: whoever is known by the name behind the titles. */
function withoutTitles(stage: Stage, speaker: Speaker): Speaker {
  const { name, start } = speaker;
  const words = name.split(' ');
  for (
    let first = 1;
    speaker.entity === undefined && first < words.length && isTitle(words[first - 1] ?? '');
    first++
  ) {
    const bare = words.slice(first).join(' ');
    const named = speakerNamed(stage, start + name.length - bare.length, start + name.length);
    const isWhole = (stage.entities[named.entity ?? -1]?.name ?? '')
      .toLowerCase()
      .endsWith(bare.toLowerCase());
    if (isWhole) {
      return named;
    }
  }
  return speaker;
}

/** `GOV.`, `Sheriff`, `MR` */
function isTitle(word: string): boolean {
  return (classesOf(word.toLowerCase()) & (TITLE | ROLE)) !== 0 || /^\p{Lu}\p{L}*\.$/u.test(word);
}

/** `>> ANA LANE: …`, `>> …`: each line of closed captions that begins so is another speaker’s, named or not. */
export function isCaption({ text, blocks }: Stage, block: number): boolean {
  const { start = 0 } = blocks[block] ?? {};
  return text.startsWith('>>', start) || text.startsWith('&gt;&gt;', start);
}

/** `Ana Lane -- Chief Executive` as a line of its own above what she says. */
export function turnSpeaker(stage: Stage, block: number): Speaker | undefined {
  const above = stage.blocks[block - 1];
  const tokens = above?.kind === 'heading' ? stage.scene(block - 1)?.tokens : undefined;
  const name = above && tokens && nameInHead(stage.text.slice(above.start, above.end));
  if (!name) {
    return undefined;
  }
  const speaker = speakerWithin(stage, block - 1, tokens, above.start + name.start, name.end - name.start);
  // `Operator`, `Unidentified Analyst`
  const isUnnamed =
    speaker.entity === undefined && /^(?:Operator|Moderator|Unidentified)\b/.test(speaker.name);
  return isUnnamed ? { ...speaker, kind: 'description' } : asPerson(stage, block, speaker);
}

/** `Petra Lane`, taken for a body by who looks for names: one who speaks by turns and says *I*, or has a first name, is a person. */
function asPerson(stage: Stage, block: number, speaker: Speaker): Speaker {
  const entity = speaker.entity === undefined ? undefined : stage.entities[speaker.entity];
  const { start = 0, end = 0 } = stage.blocks[block] ?? {};
  const isName = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(speaker.name);
  const isPerson =
    entity !== undefined &&
    entity.kind !== 'person' &&
    isName &&
    !BODY.test(speaker.name) &&
    (isFirstName(speaker.name.split(' ')[0] ?? '') || SAYS_I.test(stage.text.slice(start, end)));
  return isPerson ? { ...speaker, entity: undefined } : speaker;
}

const BODY = new RegExp(`\\b(?:${BODIES})$`, 'iu');
const SAYS_I = /(?:^|[^\p{L}])(?:I|I['’](?:m|ve|ll|d)|[Mm]y)(?![\p{L}.])/u;

function speakerWithin(stage: Stage, block: number, tokens: Tokens, start: number, length: number): Speaker {
  const end = start + length;
  const from = tokens.starts.findIndex(it => it >= start);
  const behind = tokens.starts.findIndex(it => it >= end);
  const to = behind < 0 ? tokens.count : behind;
  const subject = from < 0 || from >= to ? undefined : phraseStartingAt(tokens, from, to);
  const speaker =
    subject?.to === to && subject.kind !== 'pronoun'
      ? speakerOf(stage, block, 0, subject)
      : speakerNamed(stage, start, end);
  return withInitials(stage, speaker);
}

/** The label of a line of a transcript: `ANA LANE`. */
export function labelIn({ text, blocks }: Stage, block: number): LabelledLine | undefined {
  const { start = 0, end = 0 } = blocks[block] ?? {};
  return labelOf(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
}

const LABEL =
  /\s*(?!(?:NOTE|NB|PS|P\.S\.|UPDATE|WARNING|ALERT|BREAKING|REMINDER|MEMO|RE|FACT|TRUE|FALSE|SPOILER)\s*:)([A-Z][A-Z.'’ -]{1,30}):\s/y;

/** `“LANE: We will not …”`: a transcript inside marks names its speaker there. */
export function labelledInside(
  stage: Stage,
  { at, from }: Place,
  quotation: QuotationSpan,
): Finding | undefined {
  LABEL.lastIndex = quotation.start;
  const match = at === from ? LABEL.exec(stage.text) : null;
  const label = match?.[1];
  if (label === undefined || LABEL.lastIndex > quotation.end) {
    return undefined;
  }
  const end = stage.text.indexOf(':', quotation.start);
  const start = end - label.length;
  return findingOf('direct', speakerNamed(stage, start, end), { start: end, end: end + 1 });
}
