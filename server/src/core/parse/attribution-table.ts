import type { Choice, Place } from './attribution-choose.ts';
import { type Floor, floorOf } from './attribution-floor.ts';
import { isLabel } from './attribution-kind.ts';
import { fits, wantedBy } from './attribution-meant.ts';
import type { Stage } from './attribution-scene.ts';
import { countPieces } from './attribution-sentences.ts';
import { isNamedPerson, speakerNamed, speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { hasClass, hasWords, is, isPerson, isPossessive, isVerb, wordAt } from './attribution-words.ts';
import {
  AUXILIARY,
  CONJUNCTION,
  CUE,
  MODAL,
  NEGATION,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SPEECH,
} from './cues.ts';
import type { QuotationSpan } from './marks.ts';
import type { Cell, Row } from './table-rows.ts';
import type { Finding } from './utterances.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** A cell that only says who somebody is has no more tokens. */
const LONGEST_NAME = 24;

/** Heads of columns that say who speaks. */
const SPEAKERS =
  /^(?:(?:the\s)?(?:who|speakers?|names?|person|people|politicians?|candidates?|witness(?:es)?|officials?|organi[sz]ations?|institutions?|bod(?:y|ies)|part(?:y|ies)|experts?)|(?:who )?(?:said|says|spoke)(?: (?:it|so|by|this|that))?|(?:said|spoken|quoted) by|by whom)[?:]?$/i;

/** Of these, those that tell the speaker from others whom the row names: a candidate may have been endorsed by somebody else. */
const SPEAKING = /^(?:(?:the\s)?(?:who|speakers?)\b|(?:who )?(?:said|says|spoke)|spoken|quoted|by whom)/i;

/** Heads of columns that name people who do not speak. */
const OTHERS =
  /^(?:about|on|re|regarding|concerning|to|told|for|with|against|of)\b|\b(?:topics?|subjects?|issues?|targets?|rivals?|opponents?|victims?|address(?:ed|ee)s?|audience|met|ask(?:s|ed)|interview(?:er|ed by)|questions?|questioner|reporters?|journalists?|outlets?|papers?|publications?|photo\w*|pictures?|images?|captions?|editors?|edited|desk|checked|writers?|written|predecessors?|successors?|replac\w+|spouse|wife|husband)\b/i;

/** Heads of columns whose marks hold what is named, not said. */
const WORKS =
  /^(?:(?:the|his|her|their)\s)?(?:books?|titles?|films?|movies?|songs?|albums?|works?|plays?|novels?|shows?|series|programmes?|programs?|headlines?|slogans?|mottos?|nicknames?|names?|terms?|phrases?)$/i;

/**
 * Whose words a quotation in a table is that its own cell gives to nobody: of whoever else the row names and nothing more, or the
 * head of the column. Undefined where that may be more than one: a table gives the words to nobody then.
 */
export function rowFloor(stage: Stage, block: number): Floor | undefined {
  const row = stage.rows.get(block);
  const own = row?.cells.find(it => it.block === block);
  if (row === undefined || own === undefined || WORKS.test(headOf(stage, row, own.column))) {
    return undefined;
  }
  const head = row.header?.cells.find(it => it.column === own.column && !isQuoted(stage, it.block));
  const inHead = head && namedIn(stage, head.block, isSaying);
  const beside = namedBeside(stage, row, own);
  if (head !== undefined && inHead === undefined && namesPerson(stage, head.block)) {
    // `What Ortiz was asked`: whose words these are is not told.
    return undefined;
  }
  const isOther = inHead && beside && !isSame(inHead, beside);
  return isOther ? undefined : (beside ?? inHead);
}

/**
 * The words of a cell as its row gives them: those that its own words give to nobody, or to a `she` who is nobody in the cell.
 * A label or a few words in a clause of the narrator's stay the narrator's.
 */
export function inRow(
  stage: Stage,
  place: Place,
  quotation: QuotationSpan,
  choice: Choice | undefined,
  told: Finding,
  { speaker }: Floor,
): Finding {
  const { tokens, from, to } = place;
  if (choice === undefined) {
    const isPassing =
      told.kind === 'scare' &&
      hasWords(tokens, from, to) &&
      (isLabel(place, quotation, undefined) || countPieces(tokens.text, quotation) < FEWEST_WORDS);
    return isPassing || told.speaker !== undefined
      ? told
      : { ...told, kind: told.kind === 'direct' ? 'direct' : 'mixed', speaker };
  }
  if (told.kind === 'scare' || choice.attribution.denied) {
    return told;
  }
  if (told.speaker === undefined) {
    return { ...told, speaker };
  }
  const { kind, entity, name } = told.speaker;
  const wanted = kind === 'pronoun' && entity === undefined ? wantedBy(name) : undefined;
  return wanted !== undefined && speaker.entity !== undefined && fits(stage, speaker.entity, wanted)
    ? { ...told, speaker: { ...told.speaker, name: speaker.name, entity: speaker.entity } }
    : told;
}

/** Fewer words that the narrator builds into a sentence may be a scare quote. */
const FEWEST_WORDS = 5;

/** Whom the other cells of a row name; an empty one goes on with what stands above it. */
function namedBeside(stage: Stage, row: Row, own: Cell): Floor | undefined {
  for (
    let at: Row | undefined = row, count = 0;
    at !== undefined && count < LONGEST_GROUP;
    at = at.above, count++
  ) {
    const found = namesIn(stage, at, own);
    if (found.length > 0) {
      const column = found[0]?.column;
      const goesOn = at === row || !row.cells.some(it => it.column === column);
      return found.length === 1 && goesOn ? found[0]?.floor : undefined;
    }
    if (at.header === undefined) {
      return undefined;
    }
  }
  return undefined;
}

/** A name stands above no more rows that leave its place empty. */
const LONGEST_GROUP = 40;

interface Named {
  readonly column: number;
  readonly floor: Floor;
}

/** Whom a row names beside a quotation: those who the head of their column says speak, else all. */
function namesIn(stage: Stage, row: Row, own: Cell): readonly Named[] {
  const speakers: Named[] = [];
  const others: Named[] = [];
  for (const { block, column } of row.cells) {
    const head = column === own.column ? undefined : headOf(stage, row, column);
    if (head === undefined || OTHERS.test(head)) {
      continue;
    }
    const mayBeStranger = SPEAKERS.test(head);
    const floor = namedIn(stage, block, isNothing) ?? (mayBeStranger ? calledSo(stage, block) : undefined);
    if (floor !== undefined) {
      (SPEAKING.test(head) && mayBeStranger ? speakers : others).push({ column, floor });
    }
  }
  return distinct(speakers.length > 0 ? speakers : others);
}

function distinct(named: readonly Named[]): readonly Named[] {
  return named.filter((it, index) => named.findIndex(other => isSame(it.floor, other.floor)) === index);
}

function isSame({ speaker: one }: Floor, { speaker: other }: Floor): boolean {
  return one.entity === undefined ? one.name === other.name : one.entity === other.entity;
}

/** The words at the head of a column; empty where it has none. */
function headOf(stage: Stage, { header }: Row, column: number): string {
  const head = header?.cells.find(it => it.column === column);
  const { start = 0, end = 0 } = stage.blocks[head?.block ?? -1] ?? {};
  return stage.text.slice(start, end).replace(/[*_`]/g, '').trim();
}

/** Whoever a cell is about that tells no more than who that is: `Mayor Ana Lane`, `Ana Lane (Labour)`, `Ana Lane to Reuters, 3 May`. */
function namedIn(
  stage: Stage,
  block: number,
  isRest: (tokens: Tokens, from: number, to: number) => boolean,
): Floor | undefined {
  const tokens = tokensOf(stage, block);
  const name = tokens?.kinds.findIndex((kind, index) => kind === Kind.name && isPerson(tokens, index)) ?? -1;
  if (tokens === undefined || name < 0) {
    return undefined;
  }
  let end = tokens.count;
  while (end > name + 1 && [Kind.other, Kind.colon, Kind.stop].some(it => it === tokens.kinds[end - 1])) {
    end--;
  }
  const rest = name + 1;
  const kind = tokens.kinds[rest];
  const isApposed =
    kind === Kind.comma ||
    kind === Kind.dash ||
    kind === Kind.open ||
    kind === Kind.other ||
    is(tokens, rest, PREPOSITION);
  const leads = leadsTo(tokens, name);
  const isWhole =
    (rest >= end || isApposed) && !isPossessive(tokens, name) && leads && isVerbless(tokens, rest, end);
  if (!isWhole && !isRest(tokens, name, end)) {
    return undefined;
  }
  const speaker = speakerOf(stage, block, 0, { kind: 'name', from: name, to: name + 1 });
  return isNamedPerson(stage, speaker) ? floorOf(speaker) : undefined;
}

function tokensOf(stage: Stage, block: number): Tokens | undefined {
  const { start = 0, end = 0 } = stage.blocks[block] ?? {};
  const tokens = end - start < LONGEST_NAME * 20 ? stage.scene(block)?.tokens : undefined;
  return tokens !== undefined && tokens.count <= LONGEST_NAME ? tokens : undefined;
}

/** Titles, an office, a club, a country: what may stand before a name and means nobody else. */
function leadsTo(tokens: Tokens, name: number): boolean {
  for (let index = 0; index < name; index++) {
    const kind = tokens.kinds[index];
    const isWord = kind === Kind.word || kind === Kind.name || kind === Kind.other || kind === Kind.comma;
    const isOf = is(tokens, index, PREPOSITION) && /^(?:of|for)$/i.test(wordAt(tokens, index)) && index > 0;
    const isSentence =
      !isOf &&
      (isVerb(tokens, index) ||
        is(tokens, index, AUXILIARY | MODAL | PRONOUN | PREPOSITION | CONJUNCTION | RELATIVE | NEGATION));
    if (!isWord || isSentence || isPossessive(tokens, index)) {
      return false;
    }
  }
  return true;
}

/** Whether words tell nothing of anybody else and nothing that is done. */
function isVerbless(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (
      tokens.kinds[index] === Kind.quotation ||
      isPerson(tokens, index) ||
      isVerb(tokens, index) ||
      is(tokens, index, AUXILIARY | MODAL | PRONOUN)
    ) {
      return false;
    }
  }
  return true;
}

function isNothing(): boolean {
  return false;
}

/** `Lane says`, `What Lane said`, `Lane’s words`, as the head of a column. */
function isSaying(tokens: Tokens, name: number, end: number): boolean {
  const before = name === 0 || (name === 1 && /^what$/i.test(wordAt(tokens, 0)));
  const isLast = name + 2 === end;
  return (
    before &&
    isLast &&
    (isPossessive(tokens, name)
      ? hasClass(tokens, name + 1, end, SPEECH | CUE)
      : hasClass(tokens, name + 1, end, CUE))
  );
}

function isQuoted(stage: Stage, block: number): boolean {
  return stage.scene(block)?.tokens.kinds.includes(Kind.quotation) === true;
}

function namesPerson(stage: Stage, block: number): boolean {
  const tokens = tokensOf(stage, block);
  return tokens === undefined || tokens.kinds.some((_, index) => isPerson(tokens, index));
}

const CALLED = new Lettered(
  String.raw`^\p{Lu}[\p{L}\p{M}’'.-]*(?:\s(?:(?:of|the|for|and|${nameParticles})\s)*\p{Lu}[\p{L}\p{M}’'.-]*){0,4}$`,
  'u',
);

/** Under `Who`, a name that nobody knows is one still, and a body speaks. */
function calledSo(stage: Stage, block: number): Floor | undefined {
  const tokens = tokensOf(stage, block);
  const [first, last] = [tokens?.starts[0], tokens?.ends[tokens.count - 1]];
  if (
    tokens === undefined ||
    first === undefined ||
    last === undefined ||
    tokens.kinds.some((kind, index) => kind === Kind.quotation || isPerson(tokens, index))
  ) {
    return undefined;
  }
  const printed = stage.text.slice(first, last);
  const isBody = tokens.kinds[0] === Kind.name && tokens.count === 1;
  const isStranger =
    /\s/.test(printed) && CALLED.test(printed) && !hasClass(tokens, 0, tokens.count, PRONOUN);
  return isBody || isStranger ? floorOf(speakerNamed(stage, first, last)) : undefined;
}
