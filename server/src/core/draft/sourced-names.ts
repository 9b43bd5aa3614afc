import { CorpusMemory } from '../corpus/corpus-memory.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { NameSpan } from '../parse/names/find.ts';
import { capitalRun, nameEnding } from '../parse/capital-run.ts';
import type { Block } from '../parse/reading.ts';
import { isBesideSpeech } from '../parse/surnames.ts';
import { keyOf, placesFrom } from '../text/key.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { allSteps } from '../text/steps.ts';
import { Lettered } from '../text/lettered.ts';

/** What a draft asks of the sources while it is read: who goes by a form. */
export type KnownForms = Pick<Corpus, 'named' | 'revision'>;

const capitalRuns = capitalRun({});
/** Longer runs are headlines; no known name has as many words. */
const longestRun = 12;
const longestName = 6;

/** So far around a block it is looked at what stands beside a name. */
const reach = 30;

/** A name in a block, without the number of the block. */
type Named = Omit<NameSpan, 'block'>;

/** What the names of a block are, by all that they hang on: a keystroke changes one block. */
const remembered = new CorpusMemory<readonly Named[]>();

/**
 * Adds the names of people that the sources know and the finder did not see: a draft is short and gives it little to go by
 * (“said Per Aasen”, “Will said”). A full name counts wherever it stands; a single word only beside a verb of speech.
 */
export function withSourcedNames(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
  corpus: KnownForms,
): readonly NameSpan[] {
  return allSteps(sourcedNamesInSteps(text, blocks, found, corpus));
}

/** The same, with steps between which others may have their turn: whom the sources know is merged as it is asked for. */
export function* sourcedNamesInSteps(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
  corpus: KnownForms,
): Generator<void, readonly NameSpan[]> {
  const names: NameSpan[] = [];
  const ofBlock: NameSpan[][] = blocks.map(() => []);
  found.forEach(it => ofBlock[it.block]?.push(it));
  for (const [block, { start, end, kind, hidden }] of blocks.entries()) {
    const own = ofBlock[block] ?? [];
    if (kind === 'code' || kind === 'boilerplate') {
      names.push(...own);
      continue;
    }
    const from = Math.max(0, start - reach);
    const around = text.slice(from, end + reach);
    const prose = { start: start - from, end: end - from };
    const given = own.map(it => ({ kind: it.kind, start: it.start - from, end: it.end - from }));
    const unseen = hidden.map(it => ({ start: it.start - from, end: it.end - from }));
    const kinds = given.map(it => it.kind);
    const key = keyOf([
      around,
      kind === 'cell',
      kinds,
      placesFrom(0, [prose]),
      placesFrom(0, given),
      placesFrom(0, unseen),
    ]);
    const known = remembered.known(corpus, key);
    for (const it of known ??
      remembered.keep(corpus, key, yield* namesIn(around, prose, unseen, given, corpus, kind === 'cell'))) {
      names.push({ kind: it.kind, start: it.start + from, end: it.end + from, block });
    }
  }
  return names.sort((one, other) => one.start - other.start);
}

/** The names in a stretch of a text: those found, and those that the sources know. */
function* namesIn(
  text: string,
  { start, end }: Span,
  hidden: readonly Span[],
  found: readonly Named[],
  corpus: KnownForms,
  isCell: boolean,
): Generator<void, readonly Named[]> {
  const names = [...found];
  const bare = isCell ? text.slice(start, end).replace(/[*_:]/g, '') : '';
  const words = text.slice(start, end);
  for (const match of words.matchAll(capitalRuns.on(words))) {
    const run = { start: start + match.index, end: start + match.index + match[0].length };
    if (!hidden.some(span => overlaps(span, run))) {
      const known =
        match[0] === bare ? surnameAlone(text, run, names, corpus) : peopleInRun(text, run, names, corpus);
      for (const span of known) {
        replaceOverlapped(names, { ...span, kind: 'person' });
      }
      const stranger = strangerIn(text, run, names);
      if (stranger !== undefined) {
        const kind = corpus.named(textOf(text, stranger))[0]?.kind ?? 'person';
        replaceOverlapped(names, { ...stranger, kind });
      }
      yield;
    }
  }
  addJoined(text, { start, end }, hidden, names, corpus);
  return names;
}

/** `said Lane or Ortiz`, `Lane, Moss and Ortiz said`: bare surnames that the sources know, joined to a name. */
function addJoined(
  text: string,
  { start, end }: Span,
  hidden: readonly Span[],
  names: Named[],
  corpus: KnownForms,
): void {
  const open: Span[] = [];
  for (const name of names) {
    open.push(name);
  }
  for (let name = open.pop(); name; name = open.pop()) {
    const before = joinedBefore.exec(text.slice(Math.max(start, name.start - reach), name.start));
    const behind = joinedBehind.exec(text.slice(name.end, Math.min(end, name.end + reach)));
    for (const [match, at] of [
      [before, name.start - (before?.[0].length ?? 0)],
      [behind, name.end + (behind?.[0].length ?? 0) - (behind?.[1]?.length ?? 0)],
    ] as const) {
      const form = match?.[1] ?? '';
      const span = { start: at, end: at + form.length };
      const isFree = ![...names, ...hidden].some(it => overlaps(it, span));
      if (form.length > 2 && isFree && isKnownPerson(form, corpus)) {
        names.push({ ...span, kind: 'person' });
        open.push(span);
      }
    }
  }
}

const JOINER =
  '(?:,? \\(?(?:and|or|&|(?:together|along|jointly) with|as well as)|,)(?: \\p{Lu}\\p{L}+\\.?)? ';
const joinedBefore = new Lettered(`(?<![\\p{L}\\p{N}’'.-])(\\p{Lu}[\\p{L}’'-]+)${JOINER}$`, 'u');
const joinedBehind = new Lettered(`^${JOINER}(\\p{Lu}[\\p{L}’'-]+)(?! \\p{Lu})`, 'u');

/** `| Lane |`: a cell that is nothing but a surname that the sources know; else the names among its words. */
function surnameAlone(text: string, run: Span, names: readonly Named[], corpus: KnownForms): readonly Span[] {
  const form = textOf(text, run);
  const isKnown = !commonSurnames.has(form) && form.length > 2 && isKnownPerson(form, corpus);
  return isKnown && !/\s/.test(form) ? [run] : peopleInRun(text, run, names, corpus);
}

/** The longest known names among the words of a run, from its left. */
function peopleInRun(text: string, run: Span, names: readonly Named[], corpus: KnownForms): readonly Span[] {
  const words = [...text.slice(run.start, run.end).matchAll(/\S+/g)].slice(0, longestRun);
  const spans: Span[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let last = Math.min(words.length, first + longestName) - 1; last >= first; last--) {
      const from = run.start + (words[first]?.index ?? 0);
      const whole = run.start + (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const form = text.slice(from, whole).replace(nameEnding, '');
      const span = { start: from, end: from + form.length };
      // `Cllr Marion Lane`, taken for a place
      const isPlaceToo = (name: Named): boolean =>
        last > first && name.kind === 'place' && name.start === span.start && name.end === span.end;
      const covered = names.some(
        name => name.start <= span.start && span.end <= name.end && !isPlaceToo(name),
      );
      if (!covered && isPerson(text, span, form, last > first, corpus)) {
        spans.push(span);
        first = last;
        break;
      }
    }
  }
  return spans;
}

const fullName = new Lettered(String.raw`^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}$`, 'u');

/** `said Vermont Edition`: whoever it is, the draft names them. Two words or more, or anything could be one. */
function strangerIn(text: string, run: Span, names: readonly Named[]): Span | undefined {
  const form = textOf(text, run).replace(nameEnding, '');
  const span = { start: run.start, end: run.start + form.length };
  const isName = fullName.test(form) && !/^(?:The|A|An|In|On|At|But|And)\s/.test(form);
  return isName &&
    !names.some(name => overlaps(name, span) && (name.kind === 'person' || contains(name, span))) &&
    saidBefore.test(text.slice(Math.max(0, span.start - 30), span.start))
    ? span
    : undefined;
}

/** Only behind the verb: `… President said` may be a title. */
const saidBefore = /(?:^|[\s,”"’'])(?:said|says|told|added|wrote|asked)\s$/;

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function isPerson(text: string, span: Span, form: string, isFull: boolean, corpus: KnownForms): boolean {
  const isToldOf = (): boolean => behindTitle.test(text.slice(Math.max(0, span.start - reach), span.start));
  if (!isFull && !isBesideSpeech(text, span) && !isSurnameLike(text, span, form) && !isToldOf()) {
    return false;
  }
  return isKnownPerson(form.replace(/\s+/g, ' '), corpus);
}

function isKnownPerson(form: string, corpus: KnownForms): boolean {
  const [entity] = corpus.named(form);
  return entity?.kind === 'person' && entity.name.includes(' ');
}

/** `Sens. Lane`, `according to Lane`, `said the council and Lane`, `“…” (Lane`, `“…” – Lane` */
const behindTitle =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Cllr)\.? |\b[Aa]ccording to |\bsa(?:id|ys) (?:the|his|her) [\p{Ll} ]{1,20} and |[”"’'] (?:\(|[–—-] ))$/u;

/** What goes on behind a subject. */
const subjectEnding = new Lettered(
  String.raw`^(?:[’']s\s|,? (?:\(?and (?:the|his|her|others|\p{Lu}\p{L}+)|(?:together|along|jointly) with|as well as|\p{Ll}+ed|was|is|has|had|did|does|will|would|could|may|might|went|put|gave|took|made|came|left|stood)(?![\p{L}-]))`,
  'u',
);

/** Whether a word can stand for nothing but somebody of that surname: `Dahlgren was blunt`, `Dahlgren’s answer`. */
function isSurnameLike(text: string, { end }: Span, form: string): boolean {
  return form.length > 3 && !commonSurnames.has(form) && subjectEnding.test(text.slice(end, end + 24));
}

/** Surnames that are as often another word at the head of a sentence. */
const commonSurnames = new Set(
  `Banks Baker Bishop Black Brooks Brown Burns Bush Case Chase Christian Church Cross Dean Farmer Fields Fisher Flowers Forest Forrest Foster French
  Frost German Glass Grant Graves Green Hills Hunter Irish Israel Jordan Judge Lakes Little Long Major Marsh Masters Miller Mills Moody Nurse Paris
  Parks Peace Pilot Piper Pope Power Powers Price Prince Prior Qatar Rivers Roads Rowdy Sharp Short Singer Small Snow Spring Stone Street Strong Summer
  Summers Swift Texas Today Trade Virginia Waters Wells White Winter Winters Woods Young`.split(/\s+/),
);

function replaceOverlapped(names: Named[], name: Named): void {
  for (let index = names.length - 1; index >= 0; index--) {
    const other = names[index];
    if (other !== undefined && overlaps(other, name)) {
      names.splice(index, 1);
    }
  }
  names.push(name);
}
