import { partitionPoint } from '../text/partition-point.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';
import type { NameSpan } from './names/find.ts';
import type { Block } from './reading.ts';
import { isBesideSpeech } from './surnames.ts';

/** Months that are first names as well, and a word behind them that may be a surname. */
const monthAndName = new Lettered(
  String.raw`(?<![\p{L}\p{M}\p{N}’'.-])(?:April|May|June|July|August) (?:(?:${nameParticles}) ){0,3}(\p{Lu}[\p{L}\p{M}’'-]*[\p{L}\p{M}])`,
  'gu',
);
const mayBeMonth = /(?:April|May|Ju[nl][ey]|August) /;

/** What a month stands behind, and no first name: `in May`, `last June`, `a July`, `9 August`, `May and June`. */
const timeBefore =
  /(?:(?:^|[^\p{L}])(?:in|since|until|till|on|last|next|early|late|mid|through|throughout|during|between|every|each|around|an?|the|this|that|its|his|her|their|our|coming|past|(?:end|start|beginning|middle|month|half|weeks?|days?|rest) of|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: and| to| or|,)?)|mid-|[’']s|\d(?:st|nd|rd|th)?(?: of)?|[–-]) $/iu;
/** What stands before both: `the funeral of June Pike`, `by June Pike had gone`. */
const openBefore = /(?:^|[^\p{L}])(?:of|by|to|from|for|after|before|about|and|or|but|that) $/iu;
/** `May Lane rest in peace` */
const wishBehind = /^ (?:be|rest|live|have|find|not|never|always|long|God)(?!\p{L})/u;
/** `June Pike, 92, …`, `June Pike (92)`, `June Pike, née Lane` */
const ageBehind = /^(?:, (?:aged )?\d{1,3}[,.;]| \(\d{1,3}\)|,? née )/u;

/** So much before a month tells whether it is one. */
const reach = 24;

/** `June Pike`, wherever it stands. */
interface Namesake {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly block: number;
  /** Whether the text leaves no doubt. */
  readonly isSure: boolean;
}

/**
 * Adds people whose first name is a month: `June Pike`, of whom finders see the surname alone, or nothing, and take it for somebody
 * else's. Behind a word that tells a time (`in June Pike left`) a month is one; else its surname has to be a person's in the text, or
 * to stand as nothing else would. `found` is in order and free of overlaps.
 */
export function withMonthNames(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly NameSpan[] {
  const namesakes = mayBeMonth.test(text) ? namesakesIn(text, blocks, found) : [];
  const sure = new Set(namesakes.filter(it => it.isSure).map(it => it.name));
  const known = namesakes.filter(it => sure.has(it.name));
  const firsts = new Set(known.map(it => it.name.slice(0, it.name.indexOf(' '))));
  const added = [...known, ...firstNamesIn(text, blocks, found, firsts)];
  if (added.length === 0) {
    return found;
  }
  const others = found.filter(it => !added.some(name => it.start < name.end && name.start < it.end));
  const names = added.map(({ start, end, block }): NameSpan => ({ start, end, block, kind: 'person' }));
  return [...others, ...names].sort((one, other) => one.start - other.start);
}

function namesakesIn(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
): readonly Namesake[] {
  const surnames = new Set(found.flatMap(it => surnameOf(text, it) ?? []));
  const namesakes: Namesake[] = [];
  for (const { index, 0: words, 1: surname = '' } of text.matchAll(monthAndName.on(text))) {
    const last = index + words.length;
    const at = partitionPoint(found.length, it => (found[it]?.end ?? 0) <= index);
    const behind = found[at];
    const block = partitionPoint(blocks.length, it => (blocks[it]?.end ?? 0) < last);
    const { kind, start: floor = 0 } = blocks[block] ?? {};
    const isOther = behind !== undefined && behind.start < last && behind.kind !== 'person';
    const isRead = behind !== undefined && behind.start <= index;
    const before = text.slice(Math.max(floor, index - reach), index);
    if (kind === undefined || kind === 'code' || kind === 'boilerplate' || isOther || isRead) {
      continue;
    }
    const end = behind !== undefined && behind.start < last ? Math.max(last, behind.end) : last;
    const after = text.slice(end, end + reach);
    if (timeBefore.test(before) || wishBehind.test(after) || /^ \p{Lu}/u.test(after)) {
      continue;
    }
    const isSurname = end > last || behind?.end === last || surnames.has(surname) || surname.includes('-');
    const isHeading = kind === 'title' || kind === 'heading' || kind === 'deck';
    const isSure =
      !isHeading &&
      !openBefore.test(before) &&
      (isSurname || ageBehind.test(after) || isBesideSpeech(text, { start: index, end }));
    namesakes.push({ start: index, end, name: text.slice(index, end), block, isSure });
  }
  return namesakes;
}

/** `June and Walter Pike`; and `June said`, of a June whom the text names in full. */
function firstNamesIn(
  text: string,
  blocks: readonly Block[],
  found: readonly NameSpan[],
  firsts: ReadonlySet<string>,
): readonly Omit<Namesake, 'name' | 'isSure'>[] {
  const names: Omit<Namesake, 'name' | 'isSure'>[] = [];
  for (const { index, 0: month } of mayBeMonth.test(text) ? text.matchAll(monthAlone.on(text)) : []) {
    const end = index + month.length;
    const block = partitionPoint(blocks.length, it => (blocks[it]?.end ?? 0) < end);
    const { kind, start: floor = 0 } = blocks[block] ?? {};
    const before = text.slice(Math.max(floor, index - reach), index);
    if (kind !== 'paragraph' || timeBefore.test(before) || openBefore.test(before)) {
      continue;
    }
    const partner = found[partitionPoint(found.length, it => (found[it]?.end ?? 0) <= index)];
    const isJoined =
      text.startsWith(' and ', end) &&
      partner?.kind === 'person' &&
      partner.start === end + ' and '.length &&
      /\s/.test(text.slice(partner.start, partner.end));
    const isKnown = firsts.has(month) && isBesideSpeech(text, { start: index, end });
    if (isJoined || isKnown) {
      names.push({ start: index, end, block });
    }
  }
  return names;
}

const monthAlone = new Lettered(
  String.raw`(?<![\p{L}\p{M}\p{N}’'.-])(?:April|May|June|July|August)(?= [a-z])`,
  'gu',
);

function surnameOf(text: string, { kind, start, end }: NameSpan): string | undefined {
  return kind === 'person' ? /(?:^|\s)(\p{Lu}\S*)$/u.exec(text.slice(start, end))?.[1] : undefined;
}
