import { Last } from '../text/last.ts';
import { addRoles, type Draft, isKin } from './entities-beside.ts';
import { genderOfFirstName } from './entities-first-names.ts';
import { type Form, Forms } from './entities-forms.ts';
import { settleKinds } from './entities-kinds.ts';
import { resolveOthers } from './entities-organisations.ts';
import { type PersonMention, resolvePeople } from './entities-people.ts';
import { genderOfAddress, wordBefore } from './entities-roles.ts';
import { bareSpans, HEADLINES } from './entities-spans.ts';
import type { NameSpan } from './names/find.ts';
import type { Block, Entity, Mention, NameKind } from './reading.ts';

const lastForms = new Last<Forms>();

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
  const forms = lastForms.hold(new Forms());
  const occurrences: Occurrence[] = [];
  for (const span of bareSpans(text, blocks, names)) {
    occurrences.push({ span, form: forms.at(text, span) });
  }
  settleKinds(text, occurrences, forms.all);
  const drafts: Draft[] = [];
  const of = new Array<number>(occurrences.length).fill(-1);
  joinPeople(text, blocks, occurrences, forms.all, drafts, of);
  joinOthers(text, occurrences, forms.all, drafts, of);
  const mentions = mentionsOf(blocks, occurrences, forms.all, drafts, of);
  addRoles(text, blocks, mentions, drafts);
  const entities: Entity[] = [];
  for (const draft of drafts) {
    entities.push(entityOf(draft));
  }
  return { entities, mentions };
}

/** Gives every occurrence its entity, and every entity its forms. */
function mentionsOf(
  blocks: readonly Block[],
  occurrences: readonly Occurrence[],
  forms: readonly Form[],
  drafts: readonly Draft[],
  of: readonly number[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  // One table for the forms of all entities: most have one or two.
  const places = new Map<number, number>();
  for (let index = 0; index < occurrences.length; index++) {
    const { span, form } = occurrences[index] as Occurrence;
    const entity = of[index] ?? -1;
    const draft = drafts[entity];
    if (draft) {
      const key = entity * forms.length + form.print;
      let place = places.get(key);
      if (place === undefined) {
        place = draft.forms.push(form) - 1;
        draft.inBody.push(false);
        places.set(key, place);
      }
      draft.forms[place] = form;
      if (!HEADLINES.has(blocks[span.block]?.kind ?? 'title')) {
        draft.inBody[place] = true;
      }
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
  return mentions;
}

function joinPeople(
  text: string,
  blocks: readonly Block[],
  occurrences: readonly Occurrence[],
  forms: readonly Form[],
  drafts: Draft[],
  of: number[],
): void {
  const indexes: number[] = [];
  const mentions: PersonMention[] = [];
  for (let index = 0; index < occurrences.length; index++) {
    const { span, form } = occurrences[index] as Occurrence;
    if (form.kind === 'person') {
      indexes.push(index);
      const floor = blocks[span.block]?.start ?? 0;
      mentions.push({
        form,
        block: span.block,
        gender: addressedAs(text, span, floor),
        isKin: form.words.length > 1 && isKin(text, span, floor),
      });
    }
  }
  const { people, of: person } = resolvePeople(
    mentions,
    forms,
    block => HEADLINES.has(blocks[block]?.kind ?? 'title'),
    mention => toldBehind(text, occurrences[indexes[mention] ?? 0]?.span.end ?? text.length),
  );
  const first = drafts.length;
  for (let count = 0; count < people.length; count++) {
    drafts.push(draftOf('person'));
  }
  for (let position = 0; position < indexes.length; position++) {
    const entity = first + (person[position] ?? 0);
    of[indexes[position] ?? 0] = entity;
    const draft = drafts[entity];
    if (draft) {
      draft.titleGender ??= mentions[position]?.gender;
    }
  }
}

/** `Lane answered that he would`: the gender of the pronoun behind a name, where nobody else is named between. */
function toldBehind(text: string, end: number): 'female' | 'male' | undefined {
  const pronoun = TOLD.exec(text.slice(end, end + LONGEST_CLAUSE))?.[1];
  return pronoun === undefined
    ? undefined
    : pronoun.startsWith('h') && !pronoun.startsWith('her')
      ? 'male'
      : 'female';
}

const TOLD = /^[^.?!:;“”"\p{Lu}]*? (he|his|him|himself|she|her|hers|herself)\b/u;
/** In characters. */
const LONGEST_CLAUSE = 100;

/** The gender of `Mr.`, `Mrs.`, `Lady` before a name. */
function addressedAs(text: string, span: NameSpan, floor: number): 'female' | 'male' | undefined {
  const word = wordBefore(text, span.start, floor);
  return word && genderOfAddress(text, word);
}

function draftOf(kind: NameKind): Draft {
  return {
    kind,
    forms: [],
    inBody: [],
    role: undefined,
    affiliation: undefined,
    titleGender: undefined,
    roleGender: undefined,
  };
}

function joinOthers(
  text: string,
  occurrences: readonly Occurrence[],
  forms: readonly Form[],
  drafts: Draft[],
  of: number[],
): void {
  const introduced: (readonly [Form, Form])[] = [];
  for (let index = 0; index < occurrences.length; index++) {
    const { span, form } = occurrences[index] as Occurrence;
    if (form.kind === 'person') {
      continue;
    }
    const next = occurrences[index + 1];
    if (
      next &&
      next.span.start - span.end === 2 &&
      next.form.kind !== 'person' &&
      text.startsWith(' (', span.end)
    ) {
      introduced.push([form, next.form]);
    }
  }
  const heads = resolveOthers(forms, introduced);
  const entities = new Array<number | undefined>(forms.length);
  for (let index = 0; index < occurrences.length; index++) {
    const { form } = occurrences[index] as Occurrence;
    if (form.kind === 'person') {
      continue;
    }
    const head = heads.of(form);
    const entity = (entities[head.index] ??= drafts.push(draftOf(head.kind)) - 1);
    of[index] = entity;
  }
}

function entityOf(draft: Draft): Entity {
  const forms = draft.forms.length > 1 ? fullestFirst(draft) : draft.forms;
  const [first] = forms;
  return {
    kind: draft.kind,
    name: first?.text ?? '',
    forms: textsOf(forms),
    role: draft.role,
    affiliation: draft.affiliation,
    gender: draft.kind === 'person' ? (draft.titleGender ?? draft.roleGender ?? genderOf(first)) : undefined,
  };
}

/** What the first name of a full one tells. */
function genderOf(form: Form | undefined): 'female' | 'male' | undefined {
  return form && form.words.length > 1 ? genderOfFirstName(form.words[0] ?? '') : undefined;
}

function textsOf(forms: readonly Form[]): readonly string[] {
  const texts: string[] = [];
  for (const { text } of forms) {
    texts.push(text);
  }
  return texts;
}

function fullestFirst({ forms, inBody }: Draft): readonly Form[] {
  // In a headline every word may be a capital, so that a name seems to go on: `Ana Lane Slams Budget`.
  const hasFull = forms.some((it, place) => inBody[place] === true && it.words.length > 1);
  return forms
    .map((form, place) => ({ form, isHeadlineOnly: hasFull && inBody[place] === false }))
    .sort(
      (one, other) =>
        Number(one.isHeadlineOnly) - Number(other.isHeadlineOnly) || byFullness(one.form, other.form),
    )
    .map(it => it.form);
}

function byFullness(one: Form, other: Form): number {
  const isLoud = Number(isUpper(one.text));
  const isOtherLoud = Number(isUpper(other.text));
  // Printed in capitals, as a headline or a transcript does.
  const loud = (one.text.length > 5 ? isLoud : 0) - (other.text.length > 5 ? isOtherLoud : 0);
  const length = other.words.length - one.words.length || other.text.length - one.text.length;
  // `Oslo` before the `OSLO` of a dateline.
  return loud || length || isLoud - isOtherLoud;
}

function isUpper(text: string): boolean {
  const second = text.charCodeAt(1);
  return !(second >= 0x61 && second <= 0x7a) && text === text.toUpperCase();
}
