import type { Form } from './entities-forms.ts';
import { genderOfRole, roleAfter, roleApposed, roleBefore } from './entities-roles.ts';
import type { Block, Mention, NameKind } from './reading.ts';
import type { Span } from '../text/span.ts';

/** An entity while its mentions are gathered. */
export interface Draft {
  readonly kind: NameKind;
  /** Each printed text once. */
  readonly forms: Form[];
  /** For each form, whether it stands outside headlines. */
  readonly inBody: boolean[];
  role: string | undefined;
  affiliation: string | undefined;
  titleGender: 'female' | 'male' | undefined;
  roleGender: 'female' | 'male' | undefined;
}

/** What somebody is to somebody else says nothing without that other. */
const RELATIONS =
  /\b(?:boss|counterpart|ally|rival|critic|opponent|neighbou?r|supporter|surrogate|wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|grand\w+|boyfriend|girlfriend|fianc[eé]e?|friend|widow|widower|\w+-in-law)$/i;

/** `Sens. Ana Lane and Bo Croy`: each of them is one. */
const SEVERAL = /\b(Sen|Rep|Gov|Dr|Prof|Col|Gen|Cllr)s\.$/;

/** Reads roles beside the names of people; the first that the text gives stands. */
export function addRoles(
  text: string,
  blocks: readonly Block[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
): void {
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    const draft = mention.kind === 'person' ? drafts[mention.entity] : undefined;
    const block = blocks[mention.block];
    if (!draft || !block || (draft.role !== undefined && draft.affiliation !== undefined)) {
      continue;
    }
    const before = roleBefore(text, mention, lastPersonEnd(mentions, index, block.start));
    const after = ownRole(text, mentions, index, roleAfter(text, mention, block.end));
    if (before) {
      addRole(draft, text, before);
    }
    if (after) {
      addRole(draft, text, after);
    }
    const apposed = before || after ? undefined : roleApposed(text, mention, block.start, block.end);
    if (apposed) {
      addRole(draft, text, apposed);
    }
    draft.roleGender ??= genderOfKin(text, mention, block.start);
    draft.affiliation ??= affiliationOf(
      text,
      mentions,
      index,
      before ? before.start : mention.start,
      after ? after.end : mention.end,
    );
  }
}

/** `spokesman for Mayor Lane`, `Mayor Lane’s lawyer` */
const OF_ANOTHER = /\b(?:of|for|to) |[’']s?$/;

/** With the whole of another’s name in it: `spokesman for Mayor John A. Lane`; no role: `according to Lane, President Bo Ortiz left`. */
function ownRole(
  text: string,
  mentions: readonly Mention[],
  index: number,
  role: Span | undefined,
): Span | undefined {
  const next = mentions[index + 1];
  if (role === undefined || next === undefined || next.kind !== 'person' || next.start >= role.end) {
    return role;
  }
  const another = roleBefore(text, next, role.start);
  const isAnother =
    another !== undefined &&
    another.start <= role.start &&
    !OF_ANOTHER.test(text.slice(role.start, next.end + 2));
  return isAnother ? undefined : { start: role.start, end: Math.max(role.end, next.end) };
}

/** `his wife, Amy,`: what the word before the comma tells. */
function genderOfKin(text: string, { start }: Span, floor: number): 'female' | 'male' | undefined {
  const isApposed =
    start - 2 > floor && text.charCodeAt(start - 2) === 0x2c && text.charCodeAt(start - 1) === 0x20;
  const kin = isApposed ? wordEnding(text, start - 2, floor) : '';
  return RELATIONS.test(kin) ? genderOfRole(kin) : undefined;
}

const KIN =
  /^(?:wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|grand(?:son|daughter|mother|father)|widow|widower|mom|dad)$/;

/** `first lady Ana Lane`, `his brother, Carl Lane`: whether somebody is named as another’s relative. */
export function isKin(text: string, { start }: Span, floor: number): boolean {
  const gap = text.charCodeAt(start - 2) === 0x2c ? 2 : 1;
  const end = start - gap;
  if (end <= floor || text.charCodeAt(start - 1) !== 0x20) {
    return false;
  }
  const word = wordEnding(text, end, floor);
  return (
    KIN.test(word) || (word === 'lady' && /first lady$/i.test(text.slice(Math.max(floor, end - 10), end)))
  );
}

function wordEnding(text: string, end: number, floor: number): string {
  let start = end;
  while (start > floor && end - start < LONGEST_KIN && text.charCodeAt(start - 1) > 0x40) {
    start--;
  }
  return text.slice(start, end);
}

const LONGEST_KIN = 'granddaughter'.length + 1;

function addRole(draft: Draft, text: string, { start, end }: Span): void {
  if (draft.role !== undefined && draft.roleGender !== undefined) {
    return;
  }
  const role = text.slice(start, end).replace(/\s+/g, ' ').replace(SEVERAL, '$1.');
  draft.roleGender ??= genderOfRole(role);
  if (draft.role === undefined && !RELATIONS.test(role)) {
    draft.role = role;
  }
}

function lastPersonEnd(mentions: readonly Mention[], index: number, floor: number): number {
  const before = mentions[index - 1];
  return before && before.kind === 'person' && before.end > floor ? before.end : floor;
}

/** An organisation in the role, or `at`, `of`, `with` one behind it, or in the genitive before the name. */
function affiliationOf(
  text: string,
  mentions: readonly Mention[],
  index: number,
  start: number,
  end: number,
): string | undefined {
  const before = mentions[index - 1];
  if (before && before.kind === 'organisation') {
    const gap = (mentions[index]?.start ?? before.end) - before.end;
    if (
      before.start >= start ||
      (gap > 1 && gap < 4 && /^[’']s? $/.test(text.slice(before.end, before.end + gap)))
    ) {
      return before.text;
    }
  }
  for (let next = index + 1; next <= index + 2; next++) {
    const after = mentions[next];
    if (!after || after.start - end > 40 || after.kind === 'person') {
      return undefined;
    }
    if (after.kind === 'organisation') {
      const inRole = after.start < end && end > (mentions[index]?.end ?? end);
      return inRole || isJoined(text, end, after.start) ? after.text : undefined;
    }
  }
  return undefined;
}

/** `of the`, `, with`, `at nearby` between a person and a body. */
function isJoined(text: string, start: number, end: number): boolean {
  const word = text.charCodeAt(start) === 0x2c ? start + 2 : start + 1;
  return (
    'aowf'.includes(text.charAt(word)) &&
    /^,? (?:at|of|with|from|for)(?: the| an?)?(?: [\p{L}’'.-]+){0,2} $/u.test(text.slice(start, end))
  );
}
