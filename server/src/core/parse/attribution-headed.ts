import { BLANK_LINE, blockBefore, type Floor, floorOf } from './attribution-floor.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { isNamedPerson, speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  hasClass,
  hasWords,
  is,
  isNumber,
  isPerson,
  isPossessive,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import { AUXILIARY, CONJUNCTION, CUE, DETERMINER, NOUNLIKE, PRONOUN, ROLE } from './cues.ts';

/** A line that only says who somebody is has no more tokens. */
const LONGEST_LINE = 10;

/** So many lines back is looked for where a row of names and quotations begins. */
const LONGEST_ROW = 20;

/** Words for whoever is not speaking. */
const THIRD = /\b(?:s?he|him|hers?|his)\b/i;

/** `## Ana Lane` above a paragraph that is nothing but quotation, and does not speak of her. */
export function headedBy(stage: Stage, block: number, { tokens }: Scene): Floor | undefined {
  const above = blockBefore(stage, block);
  const kind = stage.blocks[above]?.kind;
  const isHead =
    kind === 'heading' || (kind === 'paragraph' && isEmphasised(stage, above) && !isRow(stage, above - 1));
  if (!isHead || hasWords(tokens, 0, tokens.count)) {
    return undefined;
  }
  const aged = nameLine(stage, above, isAgeLine);
  const floor = aged ?? nameLine(stage, above, isRoleLine);
  return floor && !isSpokenOf(stage, block, floor.speaker.name, aged === undefined) ? floor : undefined;
}

/** `Ana Lane, The Daily Lantern` on a line of its own below a paragraph that is nothing but quotation, as reviews are signed. */
export function namedBelow(stage: Stage, block: number, { tokens }: Scene): Floor | undefined {
  const below = block + 1;
  const kind = stage.blocks[below]?.kind;
  // A line without a stop, taken for a sub-head.
  const isHeadingBelow = kind === 'heading' && isGlued(stage, block);
  if (
    hasWords(tokens, 0, tokens.count) ||
    !(kind === 'paragraph' || kind === 'blockquote' || kind === 'byline' || isHeadingBelow) ||
    (stage.blocks[block]?.kind !== kind && kind === 'blockquote') ||
    namesLead(stage, block)
  ) {
    return undefined;
  }
  const signs = isGlued(stage, block) || isItalic(stage, below);
  return nameLine(stage, below, signs ? isSignature : isOutletLine);
}

/** Whether the next block stands right below one, and an empty line or the end of the text behind it: it can lead in nothing. */
function isGlued({ text, blocks }: Stage, block: number): boolean {
  const [above, below, next] = [blocks[block], blocks[block + 1], blocks[block + 2]];
  return (
    !BLANK_LINE.test(text.slice(above?.end, below?.start)) &&
    (next === undefined || BLANK_LINE.test(text.slice(below?.end, next.start)))
  );
}

/** Whether in a row of names and quotations the names come first: then they lead, and sign nothing. */
function namesLead(stage: Stage, block: number): boolean {
  let at = block;
  for (let count = 0; count < LONGEST_ROW && isRow(stage, at - 1); count++) {
    at--;
  }
  return !isQuoted(stage, at);
}

/** Whether a block is one of a row: nothing but quotation, or nothing but who somebody is. */
function isRow(stage: Stage, block: number): boolean {
  const kind = stage.blocks[block]?.kind;
  return (
    (kind === 'paragraph' || kind === 'blockquote') &&
    (isQuoted(stage, block) ||
      nameLine(stage, block, isEmphasised(stage, block) ? isSignature : isOutletLine) !== undefined)
  );
}

function isQuoted(stage: Stage, block: number): boolean {
  const tokens = stage.scene(block)?.tokens;
  return tokens !== undefined && tokens.kinds.includes(Kind.quotation) && !hasWords(tokens, 0, tokens.count);
}

function isEmphasised({ text, blocks }: Stage, block: number): boolean {
  const { start = 0, end = 0 } = blocks[block] ?? {};
  const first = text.charAt(start);
  return ((first === '*' || first === '_') && text.charAt(end - 1) === first) || isTagged(text, start);
}

/** A name in italics below a quotation signs it, one in bold may head what follows. */
function isItalic({ text, blocks }: Stage, block: number): boolean {
  const { start = 0, end = 0 } = blocks[block] ?? {};
  return isTagged(text, start) || /^([*_])(?!\1).*\1$/.test(text.slice(start, end));
}

/** `<cite>Ana Lane</cite>`: the block begins behind the tag. */
function isTagged(text: string, start: number): boolean {
  return /<(?:cite|em|i)>$/.test(text.slice(Math.max(0, start - 6), start));
}

function isSpokenOf(stage: Stage, block: number, name: string, byPronoun: boolean): boolean {
  const { start = 0, end = 0 } = stage.blocks[block] ?? {};
  const said = stage.text.slice(start, end);
  return (byPronoun && THIRD.test(said)) || name.split(/\s+/).some(it => it.length > 2 && said.includes(it));
}

/** Who a line names that tells no more than that. */
function nameLine(
  stage: Stage,
  block: number,
  isRest: (tokens: Tokens, start: number) => boolean,
): Floor | undefined {
  const { start = 0, end = 0 } = stage.blocks[block] ?? {};
  const tokens = end - start < LONGEST_LINE * 20 ? stage.scene(block)?.tokens : undefined;
  if (!tokens || tokens.count > LONGEST_LINE || tokens.kinds.includes(Kind.quotation)) {
    return undefined;
  }
  const first = tokens.kinds.findIndex(kind => kind === Kind.name || kind === Kind.word);
  const name = tokens.kinds.indexOf(Kind.name);
  const opens = name >= 0 && isPerson(tokens, name) && name - titlesBefore(tokens, name, first - 1) === first;
  if (!opens || isPossessive(tokens, name) || !isRest(tokens, name + 1)) {
    return undefined;
  }
  const speaker = speakerOf(stage, block, 0, { kind: 'name', from: name, to: name + 1 });
  return isNamedPerson(stage, speaker) ? floorOf(speaker) : undefined;
}

/** Whether a line that begins with a name has nothing behind it, or `, mayor of Holt`. */
export function isRoleLine(tokens: Tokens, start: number): boolean {
  const end = withoutMarks(tokens);
  return start >= end || (isList(tokens, start, end) && hasClass(tokens, start, end, ROLE));
}

/** Whether a line that begins with a name goes on with an age, and with what somebody is: `Ana Lane, 58, retired nurse`. */
function isAgeLine(tokens: Tokens, start: number): boolean {
  const end = withoutMarks(tokens);
  const isAged =
    tokens.kinds[start] === Kind.comma &&
    isNumber(tokens, start + 1) &&
    /^[1-9]\d$/.test(wordAt(tokens, start + 1));
  const isOver = start + 2 === end;
  return isAged && (isOver || (tokens.kinds[start + 2] === Kind.comma && isWords(tokens, start + 3, end)));
}

/** Whether a line that begins with a name ends behind it, or goes on with `, The Daily Lantern`, `, mayor of Holt`, and ends so. */
export function isSignature(tokens: Tokens, start: number): boolean {
  return start >= withoutMarks(tokens) || isOutletLine(tokens, start);
}

/** Whether a line goes on with `, The Daily Lantern`, `, mayor of Holt` from a token, and ends so. */
export function isOutletLine(tokens: Tokens, start: number): boolean {
  const end = withoutMarks(tokens);
  return start < end && isList(tokens, start, end);
}

function withoutMarks(tokens: Tokens): number {
  let end = tokens.count;
  while (end > 0 && tokens.kinds[end - 1] === Kind.other) {
    end--;
  }
  return end;
}

/** Whether a comma and words without a verb follow a name. */
function isList(tokens: Tokens, start: number, end: number): boolean {
  if (tokens.kinds[start] !== Kind.comma) {
    return false;
  }
  const head = start + 1;
  return (
    isWords(tokens, head, end) &&
    (hasClass(tokens, start, end, ROLE) ||
      (tokens.kinds[head] === Kind.name && head + 1 === end) ||
      isTitleCase(tokens, head, end))
  );
}

/** Whether words without a verb stand there, that name nobody else. */
function isWords(tokens: Tokens, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const isVerb = is(tokens, index, CUE) && !is(tokens, index, NOUNLIKE);
    const isPart = tokens.kinds[index] === Kind.word || tokens.kinds[index] === Kind.name;
    if (
      !isPart ||
      isVerb ||
      isPerson(tokens, index) ||
      is(tokens, index, AUXILIARY | PRONOUN | CONJUNCTION)
    ) {
      return false;
    }
  }
  return true;
}

function isTitleCase(tokens: Tokens, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = tokens.text.charCodeAt(tokens.starts[index] ?? 0);
    const isSmall = code >= 0x61 && code <= 0x7a;
    if (isSmall && !is(tokens, index, DETERMINER) && !/^(?:of|for|and)$/.test(wordAt(tokens, index))) {
      return false;
    }
  }
  return start < end;
}
