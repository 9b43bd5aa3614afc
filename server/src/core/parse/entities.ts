import { addRoles, type Draft } from './entities-beside.ts';
import { genderOfFirstName } from './entities-first-names.ts';
import { type Form, formOf } from './entities-forms.ts';
import { settleKinds } from './entities-kinds.ts';
import { resolveOthers } from './entities-organisations.ts';
import { resolvePeople } from './entities-people.ts';
import { genderOfRole, wordBefore } from './entities-roles.ts';
import { bareSpans, HEADLINES } from './entities-spans.ts';
import type { NameSpan } from './names/find.ts';
import type { Block, Entity, Mention, NameKind } from './reading.ts';

/** An occurrence with the form it is printed in. */
export interface Occurrence {
  readonly span: NameSpan;
  readonly form: Form;
}

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
    mentions.push({
      start: span.start,
      end: span.end,
      kind: form.kind,
      text: form.text,
      entity,
      block: span.block,
    });
  }
  addRoles(text, blocks, mentions, drafts);
  return { entities: drafts.map(entityOf), mentions };
}

/** One `Form` per printed form, shared by its occurrences. */
function read(text: string, names: readonly NameSpan[]): readonly Occurrence[] {
  const forms = {
    person: new Map<string, Form>(),
    organisation: new Map<string, Form>(),
    place: new Map<string, Form>(),
  };
  return names.map(span => {
    const printed = text.slice(span.start, span.end).replace(/[^\S ]+| {2,}/g, ' ');
    const known = forms[span.kind];
    let form = known.get(printed);
    if (!form) {
      form = formOf(printed, span.kind);
      known.set(printed, form);
    }
    return { span, form };
  });
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
  return printed !== undefined &&
    /^(?:Mrs?|Ms|Miss|Sir|Dame|Lady|Lord|Madame|King|Queen|Prince|Princess)\.?$/.test(printed)
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
    if (
      next &&
      next.form.kind !== 'person' &&
      next.span.start - span.end === 2 &&
      text.slice(span.end, next.span.start) === ' ('
    ) {
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

function entityOf(draft: Draft): Entity {
  const isHeadlineOnly = (form: Form): number => Number(!draft.inBody.has(form.text));
  // In a headline every word may be a capital, so that a name seems to go on: `Ana Lane Slams Budget`.
  const hasFull = [...draft.forms.values()].some(it => draft.inBody.has(it.text) && it.words.length > 1);
  const forms = [...draft.forms.values()].sort(
    (one, other) => (hasFull ? isHeadlineOnly(one) - isHeadlineOnly(other) : 0) || byFullness(one, other),
  );
  const name = forms[0]?.text ?? '';
  const given =
    forms[0] && forms[0].words.length > 1 ? genderOfFirstName(forms[0].words[0] ?? '') : undefined;
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
  const length = other.words.length - one.words.length || other.text.length - one.text.length;
  // `Oslo` before the `OSLO` of a dateline.
  return (
    loud ||
    length ||
    Number(one.text === one.text.toUpperCase()) - Number(other.text === other.text.toUpperCase())
  );
}

/** Printed in capitals, as a headline or a transcript does. */
function isLoud(text: string): boolean {
  return text.length > 5 && text === text.toUpperCase();
}
