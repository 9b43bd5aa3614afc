import { genderOfFirstName } from './entities-first-names.ts';
import { endsWith, type Form, formOf, withoutParticles } from './entities-forms.ts';
import { resolveOthers } from './entities-organisations.ts';
import { resolvePeople } from './entities-people.ts';
import { genderOfRole, roleAfter, roleBefore, wordBefore } from './entities-roles.ts';
import { bareSpans, HEADLINES } from './entities-spans.ts';
import type { NameSpan } from './names/find.ts';
import type { Block, Entity, Mention, NameKind } from './reading.ts';

/** An occurrence with the form it is printed in. */
interface Occurrence {
  readonly span: NameSpan;
  readonly form: Form;
}

interface Draft {
  readonly kind: NameKind;
  readonly forms: Map<string, Form>;
  /** Forms that stand outside headlines. */
  readonly inBody: Set<string>;
  role: string | undefined;
  affiliation: string | undefined;
  titleGender: 'female' | 'male' | undefined;
  roleGender: 'female' | 'male' | undefined;
}

/** What somebody is to somebody else says nothing without that other. */
const RELATIONS =
  /\b(?:boss|counterpart|ally|rival|critic|opponent|neighbou?r|supporter|surrogate|wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|grand\w+|boyfriend|girlfriend|widow|widower)$/i;

/** Prepositions of place: what follows them is hardly a person. */
const LOCATIVE = new Set(['in', 'at', 'to', 'near', 'outside', 'across', 'into', 'from']);

/**
 * Who is who in one text: joins the names found in it to the people, organisations and places they refer to. The fullest form
 * names the entity; a surname after it refers to it, unless relatives share the surname.
 */
export function resolveEntities(
  text: string,
  blocks: readonly Block[],
  names: readonly NameSpan[],
): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  const occurrences = read(text, bareSpans(text, blocks, names));
  settleKinds(text, occurrences);
  const drafts: Draft[] = [];
  const of = new Array<number>(occurrences.length).fill(-1);
  joinPeople(text, blocks, occurrences, drafts, of);
  joinOthers(text, occurrences, drafts, of);
  const mentions: Mention[] = [];
  for (const [index, { span, form }] of occurrences.entries()) {
    const entity = of[index] ?? -1;
    drafts[entity]?.forms.set(form.text, form);
    if (!HEADLINES.has(blocks[span.block]?.kind ?? 'title')) {
      drafts[entity]?.inBody.add(form.text);
    }
    mentions.push({ start: span.start, end: span.end, kind: form.kind, text: form.text, entity, block: span.block });
  }
  addRoles(text, blocks, mentions, drafts);
  return { entities: drafts.map(entityOf), mentions };
}

/** One `Form` per printed form, shared by its occurrences. */
function read(text: string, names: readonly NameSpan[]): readonly Occurrence[] {
  const forms = new Map<string, Form>();
  return names.map(span => {
    const printed = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    let form = forms.get(`${printed}\n${span.kind}`);
    if (!form) {
      form = formOf(printed, span.kind);
      forms.set(`${printed}\n${span.kind}`, form);
    }
    return { span, form };
  });
}

/** A form that was taken for several kinds gets the one it was taken for most often. */
function settleKinds(text: string, occurrences: readonly Occurrence[]): void {
  const votes = new Map<string, { readonly counts: Map<NameKind, number>; readonly forms: Set<Form> }>();
  for (const { form } of occurrences) {
    const key = form.words.join(' ');
    const vote = votes.get(key) ?? { counts: new Map<NameKind, number>(), forms: new Set<Form>() };
    vote.counts.set(form.kind, (vote.counts.get(form.kind) ?? 0) + 1);
    vote.forms.add(form);
    votes.set(key, vote);
  }
  const fullNames: Form[] = [];
  for (const { counts, forms } of votes.values()) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] === 'person' ? -1 : 0));
    for (const form of forms) {
      form.kind = first?.[0] ?? form.kind;
      if (form.kind === 'person' && form.words.length > 1) {
        fullNames.push(form);
      }
    }
  }
  const surnames = new Set(fullNames.map(it => it.words.at(-1)));
  const placed = new Set(occurrences.filter(it => isAfterLocative(text, it.span.start)).map(it => it.form));
  for (const { forms } of votes.values()) {
    for (const form of forms) {
      const bare = withoutParticles(form.words);
      const isSurname = form.kind !== 'person' && bare.length === 1 && surnames.has(bare[0]) && fullNames.some(it => endsWith(it.words, bare));
      if (isSurname && !placed.has(form)) {
        form.kind = 'person';
      }
    }
  }
}

function isAfterLocative(text: string, start: number): boolean {
  const word = wordBefore(text, start, Math.max(0, start - 12));
  return word !== undefined && LOCATIVE.has(text.slice(word.start, word.end).toLowerCase());
}

function joinPeople(
  text: string,
  blocks: readonly Block[],
  occurrences: readonly Occurrence[],
  drafts: Draft[],
  of: number[],
): void {
  const indexes: number[] = [];
  const mentions = [];
  for (const [index, { span, form }] of occurrences.entries()) {
    if (form.kind === 'person') {
      indexes.push(index);
      mentions.push({ form, block: span.block, gender: addressedAs(text, blocks, span) });
    }
  }
  const { people, of: person } = resolvePeople(mentions);
  const first = drafts.length;
  for (let count = 0; count < people.length; count++) {
    drafts.push(draftOf('person'));
  }
  for (const [position, index] of indexes.entries()) {
    const entity = first + (person[position] ?? 0);
    of[index] = entity;
    const draft = drafts[entity];
    if (draft) {
      draft.titleGender ??= mentions[position]?.gender;
    }
  }
}

/** The gender of `Mr.`, `Mrs.`, `Lady` before a name. */
function addressedAs(text: string, blocks: readonly Block[], span: NameSpan): 'female' | 'male' | undefined {
  const word = wordBefore(text, span.start, blocks[span.block]?.start ?? 0);
  const printed = word && text.slice(word.start, word.end);
  return printed !== undefined && /^(?:Mrs?|Ms|Miss|Sir|Dame|Lady|Lord|Madame|King|Queen|Prince|Princess)\.?$/.test(printed)
    ? genderOfRole(printed)
    : undefined;
}

function draftOf(kind: NameKind): Draft {
  return {
    kind,
    forms: new Map(),
    inBody: new Set(),
    role: undefined,
    affiliation: undefined,
    titleGender: undefined,
    roleGender: undefined,
  };
}

function joinOthers(text: string, occurrences: readonly Occurrence[], drafts: Draft[], of: number[]): void {
  const forms = new Set<Form>();
  const introduced: (readonly [Form, Form])[] = [];
  for (const [index, { span, form }] of occurrences.entries()) {
    if (form.kind === 'person') {
      continue;
    }
    forms.add(form);
    const next = occurrences[index + 1];
    if (next && next.form.kind !== 'person' && next.span.start - span.end === 2 && text.slice(span.end, next.span.start) === ' (') {
      introduced.push([form, next.form]);
    }
  }
  const heads = resolveOthers([...forms], introduced);
  const entities = new Map<Form, number>();
  for (const [index, { form }] of occurrences.entries()) {
    const head = heads.get(form);
    if (form.kind === 'person' || !head) {
      continue;
    }
    const entity = entities.get(head) ?? drafts.push(draftOf(head.kind)) - 1;
    entities.set(head, entity);
    of[index] = entity;
  }
}

/** Reads roles beside the names of people; the first that the text gives stands. */
function addRoles(text: string, blocks: readonly Block[], mentions: readonly Mention[], drafts: readonly Draft[]): void {
  for (const [index, mention] of mentions.entries()) {
    const draft = drafts[mention.entity];
    const block = blocks[mention.block];
    if (mention.kind !== 'person' || !draft || !block || (draft.role !== undefined && draft.affiliation !== undefined)) {
      continue;
    }
    const before = roleBefore(text, mention, lastPersonEnd(mentions, index, block.start));
    const after = roleAfter(text, mention, block.end);
    for (const span of [before, after]) {
      if (!span) {
        continue;
      }
      const role = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      draft.roleGender ??= genderOfRole(role);
      if (!RELATIONS.test(role)) {
        draft.role ??= role;
      }
    }
    draft.affiliation ??= affiliationOf(text, mentions, index, before?.start ?? mention.start, after ? after.end : mention.end);
  }
}

function lastPersonEnd(mentions: readonly Mention[], index: number, floor: number): number {
  const before = mentions[index - 1];
  return before && before.kind === 'person' && before.end > floor ? before.end : floor;
}

/** An organisation in the role, or `at`, `of`, `with` one behind it, or in the genitive before the name. */
function affiliationOf(text: string, mentions: readonly Mention[], index: number, start: number, end: number): string | undefined {
  const before = mentions[index - 1];
  if (before && before.kind === 'organisation') {
    const between = text.slice(before.end, mentions[index]?.start ?? before.end);
    if (before.start >= start || /^[’']s? $/.test(between)) {
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
      const joined = /^,? (?:at|of|with|from|for)(?: the| an?)?(?: [\p{L}’'.-]+){0,2} $/u.test(text.slice(end, after.start));
      return inRole || joined ? after.text : undefined;
    }
  }
  return undefined;
}

function entityOf(draft: Draft): Entity {
  const isHeadlineOnly = (form: Form): number => Number(!draft.inBody.has(form.text));
  // In a headline every word may be a capital, so that a name seems to go on: `Ana Lane Slams Budget`.
  const hasFull = [...draft.forms.values()].some(it => draft.inBody.has(it.text) && it.words.length > 1);
  const forms = [...draft.forms.values()].sort(
    (one, other) => (hasFull ? isHeadlineOnly(one) - isHeadlineOnly(other) : 0) || byFullness(one, other),
  );
  const name = forms[0]?.text ?? '';
  const given = forms[0] && forms[0].words.length > 1 ? genderOfFirstName(forms[0].words[0] ?? '') : undefined;
  return {
    kind: draft.kind,
    name,
    forms: forms.map(it => it.text),
    role: draft.role,
    affiliation: draft.affiliation,
    gender: draft.kind === 'person' ? (draft.titleGender ?? draft.roleGender ?? given) : undefined,
  };
}

function byFullness(one: Form, other: Form): number {
  const loud = Number(isLoud(one.text)) - Number(isLoud(other.text));
  return loud || other.words.length - one.words.length || other.text.length - one.text.length;
}

/** Printed in capitals, as a headline or a transcript does. */
function isLoud(text: string): boolean {
  return text.length > 5 && text === text.toUpperCase();
}
