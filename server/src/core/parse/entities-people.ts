import { Last } from '../text/last.ts';
import { isNickname } from '../text/nicknames.ts';
import { Closeness } from './entities-closeness.ts';
import { genderOfFirstName } from './entities-first-names.ts';
import { endsWith, type Form, holds, sameGivenName } from './entities-forms.ts';
import { othersBefore, type ToldAs } from './entities-told.ts';

const lastIndex = new Last<PeopleByWord>();
const lastCloseness = new Last<Closeness>();
const lastStrangers = new Last<Strangers>();
const lastParagraphs = new Last<Paragraphs>();

/** A person as the forms of one text make them out. */
export interface Person {
  /** The form that tells them apart, as folded words. */
  words: readonly string[];
  suffix: string | undefined;
  gender: 'female' | 'male' | undefined;
  /** Another first name that the text calls them by: `steve` of `stephen`. */
  goesBy?: string | undefined;
}

/** One occurrence of a person's name. */
export interface PersonMention {
  readonly form: Form;
  readonly block: number;
  /** From the form of address beside it: `Mrs.` */
  readonly gender: 'female' | 'male' | undefined;
  /** Named as somebody’s relative: `first lady Ana Lane`. */
  readonly isKin: boolean;
}

/**
 * Tells which person each mention means, in the order of the text; an index into `people`. A bare surname that relatives share
 * goes to the one it is established for, or to an entry of its own when that is doubtful. `forms` are all of the text; `toldAs`
 * says which pronoun is the first behind a mention.
 */
export function resolvePeople(
  mentions: readonly PersonMention[],
  forms: readonly Form[],
  isHeadline: (block: number) => boolean = () => false,
  toldAs: ToldAs = () => undefined,
): { readonly people: readonly Person[]; readonly of: readonly number[] } {
  const people: Person[] = [];
  const index = lastIndex.hold(new PeopleByWord());
  const byForm = fullNames(mentions, forms, people, index, isHeadline);
  const state = lastCloseness.hold(new Closeness(mentions, byForm, people.length));
  const candidates = new Array<readonly number[] | undefined>(forms.length);
  const strangers = lastStrangers.hold(new Strangers(people, mentions));
  const isElse = othersBefore(people, mentions, byForm, isHeadline, toldAs);
  const of: number[] = [];
  for (const mention of mentions) {
    const { form, block, gender } = mention;
    const full = byForm[form.index];
    if (full !== undefined) {
      state.named(full, block);
      of.push(full);
      continue;
    }
    const alike = (candidates[form.index] ??= candidatesFor(form, people, index));
    const fitting = alike.filter(
      it =>
        agrees(people[it]?.gender, gender) &&
        !((!state.isNamed(it) || strangers.knows(mention)) && isElse(it, form)) &&
        // `President Lane spoke. First lady Ana Lane left.`
        !(
          (gender === undefined || gender !== people[it]?.gender) &&
          state.isFirstKin(it) &&
          people[it]?.words.at(-1) === form.words.at(-1) &&
          (strangers.knows(mention) || (!state.isNamed(it) && !isHeadline(block)))
        ),
    );
    let person = fitting.length === 1 ? fitting[0] : state.choose(fitting, block);
    if (person === undefined) {
      person = strangers.called(mention, fitting.length > 1);
    } else if (fitting.length === 1 || state.isNamed(person)) {
      // Whom a headline means, before either relative is named, is a guess that the text below may correct.
      state.called(person);
    }
    of.push(person);
  }
  return { people, of };
}

function agrees(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** Makes a person of every full name, longest first, and says for each form whom it names. */
function fullNames(
  mentions: readonly PersonMention[],
  forms: readonly Form[],
  people: Person[],
  index: PeopleByWord,
  isHeadline: (block: number) => boolean,
): readonly (number | undefined)[] {
  const elders = namedBeforeJuniors(mentions, isHeadline);
  const elderPeople = new Set<number>();
  const paragraphs = lastParagraphs.hold(new Paragraphs(mentions));
  const firstForms: Form[] = [];
  const byForm = new Array<number | undefined>(forms.length);
  const full = forms.filter(it => it.kind === 'person' && it.spelling.bare.length > 1);
  full.sort((a, b) => b.words.length - a.words.length);
  for (const form of full) {
    const alike = index.of(form.words.at(-1) ?? '');
    const isElder = elders.has(form);
    const same = alike.find(
      it =>
        isSamePerson(people[it], form) &&
        !(isElder && people[it]?.suffix === 'jr') &&
        !(form.spelling.suffix === 'jr' && elderPeople.has(it)),
    );
    if (same !== undefined) {
      byForm[form.index] = same;
      continue;
    }
    const called = alike.find(it => isCalledBy(people[it], form) && !paragraphs.share(form, firstForms[it]));
    const person = people[called ?? -1];
    if (called !== undefined && person) {
      byForm[form.index] = called;
      person.goesBy = form.words[0];
      index.add(form.words.slice(0, 1), called);
      continue;
    }
    // `Osorio Chong` under `Miguel Angel Osorio Chong` is a surname, not a full name.
    if (alike.some(it => isSurnameOf(people[it], form))) {
      continue;
    }
    const { words, suffix } = form.spelling;
    byForm[form.index] = people.push({ words, suffix, gender: undefined }) - 1;
    if (isElder) {
      elderPeople.add(people.length - 1);
    }
    firstForms.push(form);
    index.add(words, people.length - 1);
  }
  const genders = new Array<'female' | 'male' | undefined>(forms.length);
  for (const { form, gender } of mentions) {
    genders[form.index] = gender ?? genders[form.index];
  }
  for (const form of full) {
    const person = people[byForm[form.index] ?? -1];
    if (person) {
      person.gender ??= genders[form.index] ?? genderOfFirstName(form.words[0] ?? '');
    }
  }
  return byForm;
}

/**
 * `Bo Lane … Bo Lane Jr.`: who is first named in full without a suffix is not the junior who is named so later. A headline may
 * leave it out.
 */
function namedBeforeJuniors(
  mentions: readonly PersonMention[],
  isHeadline: (block: number) => boolean,
): ReadonlySet<Form> {
  const elders = new Set<Form>();
  const seen = new Set<string>();
  if (mentions.some(it => it.form.spelling.suffix === 'jr')) {
    for (const { form, block } of mentions) {
      const { bare, suffix } = form.spelling;
      const key = bare.join(' ');
      if (bare.length < 2 || isHeadline(block) || seen.has(key)) {
        continue;
      }
      seen.add(key);
      if (suffix === undefined) {
        elders.add(form);
      }
    }
  }
  return elders;
}

function isSurnameOf(person: Person | undefined, form: Form): boolean {
  return (
    person !== undefined && person.words.length > form.words.length && endsWith(person.words, form.words)
  );
}

/** `Stephen Lane` and `Steve Lane` */
function isCalledBy(person: Person | undefined, { spelling: { words, suffix } }: Form): boolean {
  return (
    person !== undefined &&
    words.length === 2 &&
    person.words.length === 2 &&
    words[1] === person.words[1] &&
    suffix === person.suffix &&
    isNickname(words[0] ?? '', person.words[0] ?? '')
  );
}

/** The paragraphs that each form stands in; worked out where it is asked for. */
class Paragraphs {
  readonly #mentions: readonly PersonMention[];
  #blocks: Map<Form, Set<number>> | undefined;

  constructor(mentions: readonly PersonMention[]) {
    this.#mentions = mentions;
  }

  /** Whether two forms stand in one: `Robert Lane and his son, Bob Lane, …` are two. */
  share(one: Form, other: Form | undefined): boolean {
    const blocks = other && this.#of(other);
    return blocks !== undefined && [...this.#of(one)].some(it => blocks.has(it));
  }

  #of(form: Form): ReadonlySet<number> {
    if (!this.#blocks) {
      this.#blocks = new Map();
      for (const mention of this.#mentions) {
        const blocks = this.#blocks.get(mention.form) ?? new Set();
        this.#blocks.set(mention.form, blocks.add(mention.block));
      }
    }
    return this.#blocks.get(form) ?? new Set();
  }
}

/** Same given name and surname, whatever stands or misses between them. */
function isSamePerson(person: Person | undefined, form: Form): boolean {
  if (!person) {
    return false;
  }
  const { words, suffix } = form.spelling;
  if (person.suffix !== suffix && person.suffix !== undefined && suffix !== undefined) {
    return false;
  }
  const [given, longGiven] = [words[0] ?? '', person.words[0] ?? ''];
  if (words.length === person.words.length) {
    return (
      sameGivenName(given, longGiven) &&
      words.slice(1).every((word, index) => sameGivenName(word, person.words[index + 1] ?? '')) &&
      words.at(-1) === person.words.at(-1)
    );
  }
  if (!sameGivenName(given, longGiven) || given.length === 1) {
    return false;
  }
  // What is printed must stand in the longer name in the same order: `Miguel Osorio` in `Miguel Angel Osorio Chong`.
  let at = 0;
  for (const word of words.slice(1)) {
    const found = person.words.findIndex(
      (it, index) => index > at && (it === word || (word.length === 1 && it.startsWith(word))),
    );
    if (found < 0) {
      return false;
    }
    at = found;
  }
  // … and end where it ends, or at the first of two surnames.
  return at === person.words.length - 1 || at === person.words.length - 2;
}

/** Whom a bare surname, or else a bare given name, can mean. */
function candidatesFor(form: Form, people: readonly Person[], index: PeopleByWord): readonly number[] {
  const { bare, suffix } = form.spelling;
  const alike = index.of(bare.at(-1) ?? '');
  const where = (test: (person: Person) => boolean): readonly number[] =>
    alike.filter(it => {
      const person = people[it];
      return person !== undefined && test(person);
    });
  const bySurname = where(it => endsWith(it.words, bare) && agrees(it.suffix, suffix));
  if (bySurname.length > 0) {
    // `Lane Jr.` is the one whom the text calls so in full.
    const juniors = suffix === undefined ? [] : bySurname.filter(it => people[it]?.suffix === suffix);
    return juniors.length > 0 ? juniors : bySurname;
  }
  const byGiven = where(it => (it.words[0] === bare[0] || it.goesBy === bare[0]) && bare.length === 1);
  return byGiven.length > 0
    ? byGiven
    : where(it => it.words.length > 2 && (bare[0]?.length ?? 0) > 2 && holds(it.words, bare));
}

/** Of more people who share a word in one text, only the first are told apart. */
const MOST_NAMESAKES = 40;

/** People by each word of their names, so that a text full of names is read in step with its length. */
class PeopleByWord {
  readonly #people = new Map<string, number[]>();

  add(words: readonly string[], person: number): void {
    for (const word of words) {
      const known = this.#people.get(word);
      if (!known) {
        this.#people.set(word, [person]);
      } else if (known.length < MOST_NAMESAKES && known.at(-1) !== person) {
        known.push(person);
      }
    }
  }

  of(word: string): readonly number[] {
    return this.#people.get(word) ?? [];
  }
}

/** People whom a text calls by no more than one name. */
class Strangers {
  readonly #people: Person[];
  readonly #mentions: readonly PersonMention[];
  readonly #known = new Map<string, number>();
  #shared: ReadonlySet<string> | undefined;

  constructor(people: Person[], mentions: readonly PersonMention[]) {
    this.#people = people;
    this.#mentions = mentions;
  }

  /** Whether a name has been told to be nobody’s whom the text names in full. */
  knows(mention: PersonMention): boolean {
    return this.#known.has(this.#keyOf(mention, false));
  }

  /** `Mr. Lane` and `Lane` are one, unless there is a `Mrs. Lane`, or relatives in full. */
  called(mention: PersonMention, isDoubtful: boolean): number {
    const key = this.#keyOf(mention, isDoubtful);
    const { words, suffix } = mention.form.spelling;
    const { gender } = mention;
    const person = this.#known.get(key) ?? this.#people.push({ words, suffix, gender }) - 1;
    this.#known.set(key, person);
    return person;
  }

  #keyOf({ form, gender }: PersonMention, isDoubtful: boolean): string {
    const { key } = form.spelling;
    this.#shared ??= ofBothGenders(this.#mentions);
    return `${key} ${isDoubtful || !this.#shared.has(key) ? '' : (gender ?? '')}`;
  }
}

/** The names of which a text has a `Mr.` and a `Mrs.` */
function ofBothGenders(mentions: readonly PersonMention[]): ReadonlySet<string> {
  const genders = new Map<string, string>();
  const both = new Set<string>();
  for (const { form, gender } of mentions) {
    if (gender !== undefined) {
      const { key } = form.spelling;
      if ((genders.get(key) ?? gender) !== gender) {
        both.add(key);
      }
      genders.set(key, gender);
    }
  }
  return both;
}
