import { type Form, withoutParticles } from './entities-forms.ts';
import { isFirstName } from './entities-first-names.ts';
import { wordBefore } from './entities-roles.ts';
import type { Occurrence } from './entities.ts';
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
export function settleKinds(text: string, occurrences: readonly Occurrence[]): void {
  const votes = new Map<string, Vote>();
  for (const { form } of occurrences) {
    let vote = votes.get(form.key);
    if (!vote) {
      vote = { person: 0, organisation: 0, place: 0, forms: [] };
      votes.set(form.key, vote);
    }
    vote[form.kind]++;
    if (!vote.forms.includes(form)) {
      vote.forms.push(form);
    }
  }
  // `Celia Lake said`, `Ms. Lake`: a place does not speak under a first name, nor is it addressed.
  const speaking = new Set<string | undefined>();
  for (const { span, form } of occurrences) {
    if (form.kind === 'place') {
      const isCalled = form.words.length === 1 && isAddressed(text, span.start);
      if (isCalled || (hasFirstName(form) && isBesideSpeech(text, span))) {
        speaking.add(form.words.at(-1));
      }
    }
  }
  for (const { form } of speaking.size > 0 ? occurrences : []) {
    const vote = votes.get(form.key);
    if (vote && form.kind === 'place' && hasFirstName(form) && speaking.has(form.words.at(-1))) {
      vote.person = vote.place + vote.organisation;
    }
  }
  const fullNames: Form[] = [];
  for (const vote of votes.values()) {
    const most = Math.max(vote.person, vote.organisation, vote.place);
    const kind = vote.person === most ? 'person' : vote.organisation === most ? 'organisation' : 'place';
    for (const form of vote.forms) {
      form.kind = kind;
      if (kind === 'person' && form.words.length > 1) {
        fullNames.push(form);
      }
    }
  }
  const surnames = new Set(fullNames.map(it => it.words.at(-1)));
  const placed = new Set<Form>();
  const taken: Form[] = [];
  for (const { span, form } of occurrences) {
    const bare = form.kind === 'person' ? [] : withoutParticles(form.words);
    if (bare.length !== 1 || !surnames.has(bare[0])) {
      continue;
    }
    taken.push(form);
    if (isAfterLocative(text, span.start)) {
      placed.add(form);
    }
  }
  for (const form of taken) {
    if (!placed.has(form)) {
      form.kind = 'person';
    }
  }
}

function hasFirstName({ words }: Form): boolean {
  return words.length > 1 && isFirstName(words[0] ?? '');
}

function isAddressed(text: string, start: number): boolean {
  return /(?<!\p{L})(?:Mrs?|Ms|Sen|Rep|Gov)\.?\s$/u.test(text.slice(Math.max(0, start - 6), start));
}

function isAfterLocative(text: string, start: number): boolean {
  const word = wordBefore(text, start, Math.max(0, start - 12));
  return word !== undefined && LOCATIVE.has(text.slice(word.start, word.end).toLowerCase());
}
