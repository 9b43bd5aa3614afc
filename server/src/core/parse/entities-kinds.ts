import type { Form } from './entities-forms.ts';
import { isFirstName } from './entities-first-names.ts';
import { classesOf, ROLE } from './cues.ts';
import { wordBefore } from './entities-roles.ts';
import type { Occurrence } from './entities.ts';
import type { Span } from '../text/span.ts';
import { isBesideSpeech } from './surnames.ts';

/** Prepositions of place: what follows them is hardly a person. */
const LOCATIVE = new Set(['in', 'at', 'to', 'near', 'outside', 'across', 'into', 'from']);

/** How often a form was taken for what. */
interface Vote {
  person: number;
  organisation: number;
  place: number;
  readonly forms: Form[];
}

/** A form that was taken for several kinds gets the one it was taken for most often. */
export function settleKinds(text: string, occurrences: readonly Occurrence[], forms: readonly Form[]): void {
  const votes = new Map<string, Vote>();
  for (const form of forms) {
    const { key } = form.spelling;
    let vote = votes.get(key);
    if (!vote) {
      vote = { person: 0, organisation: 0, place: 0, forms: [] };
      votes.set(key, vote);
    }
    vote[form.kind] += form.count;
    vote.forms.push(form);
  }
  const speaking = speakingPlaces(text, occurrences, forms);
  if (speaking.size > 0) {
    for (const form of forms) {
      const vote = votes.get(form.spelling.key);
      const mayBe = form.kind === 'place' || isCalledLikeBody(form);
      if (vote && mayBe && form.words.length > 1 && speaking.has(form.words.at(-1))) {
        vote.person = vote.place + vote.organisation;
      }
    }
  }
  const surnames = new Set<string | undefined>();
  for (const vote of votes.values()) {
    const most = Math.max(vote.person, vote.organisation, vote.place);
    const kind = vote.person === most ? 'person' : vote.organisation === most ? 'organisation' : 'place';
    for (const form of vote.forms) {
      form.kind = kind;
      if (kind === 'person' && form.words.length > 1) {
        surnames.add(form.words.at(-1));
      }
    }
  }
  takeSurnames(text, occurrences, forms, surnames);
}

/**
 * `Celia Lake said`, `Ms. Lake`: a place does not speak under a first name, nor is it addressed. Nor has a body an age: `Celia Park, 61,`.
 * Their last words.
 */
function speakingPlaces(
  text: string,
  occurrences: readonly Occurrence[],
  forms: readonly Form[],
): ReadonlySet<string | undefined> {
  const speaking = new Set<string | undefined>();
  for (const { span, form } of occurrences) {
    if (form.kind !== 'person' && form.words.length > 1 && headsTurn(text, span)) {
      speaking.add(form.words.at(-1));
    } else if (isCalledLikeBody(form)) {
      if (isToldOf(text, span.end) && (hasFirstName(form) || isSurname(forms, form.words.at(-1)))) {
        speaking.add(form.words.at(-1));
      }
    } else if (form.kind === 'place') {
      const isCalled = (form.words.length === 1 || hasFirstName(form)) && isAddressed(text, span.start);
      const isSomebody = form.words.length > 1 && isToldOf(text, span.end);
      if (isCalled || isSomebody || (hasFirstName(form) && isBesideSpeech(text, span))) {
        speaking.add(form.words.at(-1));
      }
    }
  }
  return speaking;
}

/** A bare surname of somebody means them, unless it stands anywhere as a place does. */
function takeSurnames(
  text: string,
  occurrences: readonly Occurrence[],
  forms: readonly Form[],
  surnames: ReadonlySet<string | undefined>,
): void {
  const taken = new Set<Form>();
  for (const form of forms) {
    const { bare } = form.spelling;
    if (form.kind !== 'person' && bare.length === 1 && surnames.has(bare[0])) {
      taken.add(form);
    }
  }
  if (taken.size === 0) {
    return;
  }
  for (const { span, form } of occurrences) {
    if (taken.has(form) && isAfterLocative(text, span.start)) {
      taken.delete(form);
    }
  }
  for (const form of taken) {
    form.kind = 'person';
  }
}

/** `Marion Lane, the mayor,`, `Marion Lane, 43,`: what no place is. */
function isToldOf(text: string, end: number): boolean {
  if (text.charCodeAt(end) !== 0x2c) {
    return false;
  }
  const match = /^, (?:(\d{2})(?=,)|(?:the|an?) (?:[\p{Ll}-]+ ){0,2}?([\p{Ll}-]+)(?=[,.]))/u.exec(
    text.slice(end, end + 40),
  );
  const role = match?.[2];
  return match?.[1] !== undefined || (role !== undefined && (classesOf(role) & ROLE) !== 0);
}

/** `Celia Park -- Chief Financial Officer`, `Celia Park -- Dunmore Securities -- Analyst`: a line of its own above what she says. */
function headsTurn(text: string, { start, end }: Span): boolean {
  if (text.charCodeAt(end) !== 0x20 || (start > 0 && !/^[\n*]$/.test(text.charAt(start - 1)))) {
    return false;
  }
  const line = text.slice(end, end + LONGEST_OFFICE);
  const found = line.length < LONGEST_OFFICE || line.includes('\n') ? OFFICE.exec(line) : null;
  return found?.[1]?.split(/[^\p{L}]+/u).some(it => (classesOf(it) & ROLE) !== 0) ?? false;
}

/** What somebody is who speaks in turn, up to the end of the line. */
const OFFICE = /^ (?:-{1,3}|–|—|\|) (\p{Lu}[\p{L}\p{N}&.,’' |–—-]*)\*{0,2}\r?$/mu;

/** No line is looked at farther, in characters. */
const LONGEST_OFFICE = 90;

/** `Celia Park`, taken for a body: somebody may be called so. */
function isCalledLikeBody({ kind, words }: Form): boolean {
  return kind === 'organisation' && words.length === 2;
}

/** Whether somebody is called by a word alone: `Mrs Park`. */
function isSurname(forms: readonly Form[], word: string | undefined): boolean {
  return forms.some(({ kind, words }) => kind === 'person' && words.length === 1 && words[0] === word);
}

function hasFirstName({ words }: Form): boolean {
  return words.length > 1 && isFirstName(words[0] ?? '');
}

function isAddressed(text: string, start: number): boolean {
  // All of them end in a small letter, with or without a stop.
  const last = text.charCodeAt(start - 2) === 0x2e ? start - 3 : start - 2;
  const code = text.charCodeAt(last);
  return (
    code >= 0x6e &&
    code <= 0x76 &&
    /(?<!\p{L})(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Cllr|Coun|Insp|Supt|Sgt|Capt)\.?\s$/u.test(
      text.slice(Math.max(0, start - 7), start),
    )
  );
}

function isAfterLocative(text: string, start: number): boolean {
  const word = wordBefore(text, start, Math.max(0, start - 12));
  return word !== undefined && LOCATIVE.has(text.slice(word.start, word.end).toLowerCase());
}
