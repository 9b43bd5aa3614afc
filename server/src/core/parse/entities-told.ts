import type { Form } from './entities-forms.ts';
import type { Person, PersonMention } from './entities-people.ts';

/** The gender of the pronoun that follows a mention, by its place among the mentions, in the same clause. */
export type ToldAs = (mention: number) => 'female' | 'male' | undefined;

/** Of the mentions of one word, so many tell. */
const MOST_TOLD = 40;
/**
 * `President Lane said he would. … Like Bo Ortiz, Ana Lane and others, …`: tells who is not meant by a surname, because whoever it was
 * before their full name is `he`, and their first name is a woman’s; or the other way round.
 */
export function othersBefore(
  people: readonly Person[],
  mentions: readonly PersonMention[],
  byForm: readonly (number | undefined)[],
  isHeadline: (block: number) => boolean,
  toldAs: ToldAs,
): (person: number, form: Form) => boolean {
  const known = new Map<number, boolean>();
  let bare: ReadonlyMap<string, readonly number[]> | undefined;
  let named: readonly number[] | undefined;
  const isOther = (person: number, surname: string): boolean => {
    const { gender } = people[person] ?? {};
    bare ??= bareMentions(mentions, isHeadline);
    named ??= firstNamed(mentions, byForm, people.length, isHeadline);
    let told = 0;
    for (const index of gender === undefined ? [] : (bare.get(surname) ?? [])) {
      if (index > (named[person] ?? mentions.length)) {
        break;
      }
      const as = toldAs(index);
      if (as === gender) {
        return false;
      }
      told += Number(as !== undefined);
    }
    return told >= ENOUGH_TOLD;
  };
  return (person, form) => {
    const [surname = ''] = form.words;
    if (surname !== people[person]?.words.at(-1) || form.words.length > 1) {
      return false;
    }
    const answer = known.get(person) ?? isOther(person, surname);
    known.set(person, answer);
    return answer;
  };
}

/** Where the body of the text has each name of one word, in order: at most so many, for the first ones tell. */
function bareMentions(
  mentions: readonly PersonMention[],
  isHeadline: (block: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const bare = new Map<string, number[]>();
  mentions.forEach(({ form, block }, index) => {
    const [surname = ''] = form.words;
    if (form.words.length === 1 && !isHeadline(block)) {
      const places = bare.get(surname);
      if (!places) {
        bare.set(surname, [index]);
      } else if (places.length < MOST_TOLD) {
        places.push(index);
      }
    }
  });
  return bare;
}

/** Which mention in the body of the text is the first that names each person in full. */
function firstNamed(
  mentions: readonly PersonMention[],
  byForm: readonly (number | undefined)[],
  count: number,
  isHeadline: (block: number) => boolean,
): readonly number[] {
  const named = new Array<number>(count).fill(mentions.length);
  mentions.forEach(({ form, block }, index) => {
    const person = byForm[form.index];
    if (person !== undefined && !isHeadline(block)) {
      named[person] = Math.min(named[person] ?? index, index);
    }
  });
  return named;
}

/** Behind so many mentions a pronoun must tell. */
const ENOUGH_TOLD = 2;
