import { classesOf, ROLE, TITLE } from './cues.ts';
import { isFirstName } from './entities-first-names.ts';
import type { NameSpan } from './names/find.ts';
import type { Block } from './reading.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** What stands before the name that friends give: `Ana`, `Thomas J.` */
const GIVEN = new Lettered(String.raw`(?:^|[^\p{L}\p{N}’'-])(\p{Lu}[\p{L}’'-]*)(?: \p{Lu}\.?){0,2} $`, 'u');

/** Marks that a nickname may stand between, by the one that opens them. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'", '(': ')' };

/** Such a mark behind a space. */
const OPENING = / [“‘"'(](?![a-z\d ])/g;

/** `“Bud” McLane`, `(Dot) de la Rosa`, between whichever marks. */
const BEHIND = new Lettered(
  String.raw`^.\p{Lu}\p{L}*\p{Ll}(?:[ -]\p{Lu}[\p{L}’'-]*)?(.) (?:(?:${nameParticles})[ -]){0,2}\p{Lu}[\p{L}’'-]*\p{L}`,
  'u',
);

const CAPITAL = new Lettered(String.raw`^\p{Lu}`, 'u');

/** No longer are a given name, or a nickname and a surname, in characters. */
const REACH = 50;

/** No more names are found in one that is whole. */
const MOST_INSIDE = 4;

/**
 * Makes one name of `Robert “Bud” Lane`, `Robert ‘Bud’ Lane` and `Robert (Bud) Lane`, of which finders see two or three, if any.
 * `found` is in order and free of overlaps.
 */
export function withNicknames(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly NameSpan[] {
  const whole: NameSpan[] = [];
  for (const { index } of text.matchAll(OPENING)) {
    const name = mayBeNickname(text, index + 1) ? nameAround(text, blocks, found, index + 1) : undefined;
    if (name) {
      whole.push(name);
    }
  }
  if (whole.length === 0) {
    return found;
  }
  const others = found.filter(it => !whole.some(name => it.start < name.end && name.start < it.end));
  return [...others, ...whole].sort((one, other) => one.start - other.start);
}

/** Whether a mark stands before a capital, and is closed soon before a space: hardly any need be looked at longer. */
function mayBeNickname(text: string, mark: number): boolean {
  const closing = CLOSING[text.charAt(mark)] ?? '';
  return (
    CAPITAL.test(text.slice(mark + 1, mark + 3)) && text.slice(mark + 1, mark + REACH).includes(`${closing} `)
  );
}

/** The whole name around the nickname in a pair of marks; undefined where there is none. */
function nameAround(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
  mark: number,
): NameSpan | undefined {
  const behind = BEHIND.exec(text.slice(mark, mark + REACH));
  const lead = text.slice(Math.max(0, mark - REACH), mark);
  const before = behind && behind[1] === CLOSING[text.charAt(mark)] ? GIVEN.exec(lead) : null;
  if (!behind || !before) {
    return undefined;
  }
  const given = before[1] ?? '';
  const start = mark - before[0].length + before[0].indexOf(given);
  const end = mark + behind[0].replace(/[’']s$/, '').length;
  const block = partitionPoint(blocks.length, it => (blocks[it]?.end ?? 0) < end);
  const kind = blocks[block]?.kind;
  const next = partitionPoint(found.length, it => (found[it]?.end ?? 0) <= start);
  const near = found.slice(next, next + MOST_INSIDE);
  const first = near.find(it => it.start <= start && it.end > start);
  const last = near.find(it => it.start < end && it.end >= end);
  const isOther = [first, last].some(it => it !== undefined && it.kind !== 'person');
  // `Bo Ortiz (Holt) Lane`, `LANE “BUD” SLAMS`: the one before has a surname already.
  const isAlone = first === undefined ? !isBehindName(text, start) : first.start === start;
  if (kind === undefined || kind === 'boilerplate' || kind === 'code' || isOther || !isAlone) {
    return undefined;
  }
  // `Lane (Ohio) Ortiz (Iowa)`: brackets may hold anything behind a surname.
  const isShort = text.slice(mark + 1, mark + 3) === given.slice(0, 2);
  const isGiven = isFirstName(given) || (first !== undefined && (text.charAt(mark) !== '(' || isShort));
  // In a headline all words have capitals.
  return isGiven && (kind !== 'title' || last !== undefined)
    ? { start, end: Math.max(end, last?.end ?? 0), kind: 'person', block }
    : undefined;
}

/** Whether a capital word that is no title stands right before an offset; `Striker` at the head of a sentence is none of a name. */
function isBehindName(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const word = /(\p{Lu}[\p{L}.’'-]*) $/u.exec(before)?.[1];
  if (word === undefined || (classesOf(word) & (TITLE | ROLE)) !== 0) {
    return false;
  }
  const lead = before.slice(0, -word.length - 1);
  const opens = /(?:\p{Ll}[.?!][”"’']? |\n)$/u.test(lead) || (lead === '' && start === word.length + 1);
  return !opens || isFirstName(word);
}
