import type { Entity, NameKind } from '../parse/reading.ts';
import { lowerBound } from '../text/lower-bound.ts';
import type { Article } from './article.ts';
import { coreTokens, nameTokens } from './names-forms.ts';

/** A name as it is compared; one for all articles that print it so. */
export interface Spelling {
  readonly folded: string;
  readonly tokens: readonly string[];
}

/** An entity of one article, made ready for merging. */
export interface Occurrence {
  readonly article: Article;
  /** Index into `article.entities`. */
  readonly entity: number;
  /** The entity as its article has it. */
  readonly value: Entity;
  readonly spelling: Spelling;
  readonly mentions: number;
}

/** The people of an article who are named in full, folded. */
export type PeopleOf = (article: Article) => readonly string[];

/** Occurrences that are taken for one and the same. */
export interface Group {
  /** Of those that are named in full. */
  readonly kind: NameKind;
  readonly tokens: readonly string[];
  readonly occurrences: Occurrence[];
  /** Other forms that the project gives to it. */
  readonly given: readonly string[];
}

/** A group that bare surnames may belong to, with what tells whether they do. */
export interface Home {
  readonly group: Group;
  /** The people who are named with somebody, relatives left out. */
  readonly circle: ReadonlySet<string>;
  /** Days since 1970 of its articles, ascending. */
  readonly days: Float64Array;
  /** What its articles say of the gender. */
  readonly female: boolean;
  readonly male: boolean;
}

/** Two articles within so many days of each other may tell one story. */
const storyDays = 14;
/** Beyond so many days a bare surname is not taken for the only person who bears it. */
const farDays = 180;
/** Articles of a group that are compared at most; a person in more of them is in the news for years. */
const comparedArticles = 50;
/** Somebody in so many articles, and in so many times more than any namesake, needs no first name. */
const manyArticles = 20;
const manyTimes = 10;

/** Gathers once what every bare surname is compared with. */
export function toHome(group: Group, peopleOf: PeopleOf): Home {
  const { occurrences } = group;
  const last = coreTokens(group.tokens).at(-1) ?? '';
  const names = occurrences.slice(0, comparedArticles).flatMap(it => peopleOf(it.article));
  const days = occurrences.map(it => dayOf(it.article)).filter(it => it !== undefined);
  return {
    group,
    circle: new Set(names.filter(name => coreTokens(nameTokens(name)).at(-1) !== last)),
    days: Float64Array.from(days).sort(),
    female: occurrences.some(it => it.value.gender === 'female'),
    male: occurrences.some(it => it.value.gender === 'male'),
  };
}

/** The group whose story an occurrence of a bare surname belongs to. */
export function homeOf(
  occurrence: Occurrence,
  homes: readonly Home[],
  peopleOf: PeopleOf,
): Group | undefined {
  const { gender } = occurrence.value;
  const open = homes.filter(home => !contradicts(gender, home));
  const people = peopleOf(occurrence.article);
  const sharing = open.filter(home => people.some(name => home.circle.has(name)));
  const [only] = open;
  if (open.length === 1 && only) {
    return isFar(occurrence, only) && sharing.length === 0 ? undefined : only.group;
  }
  const near = sharing.length > 0 ? sharing : open.filter(home => daysApart(occurrence, home) <= storyDays);
  return near.length === 1 ? near[0]?.group : foremost(near);
}

/** A bare surname means the one whom everybody knows, where the others of the name are hardly ever mentioned. */
function foremost(homes: readonly Home[]): Group | undefined {
  const [first, second] = homes
    .map(home => home.group)
    .sort((one, other) => other.occurrences.length - one.occurrences.length);
  const most = first?.occurrences.length ?? 0;
  return most >= manyArticles && most >= (second?.occurrences.length ?? 0) * manyTimes ? first : undefined;
}

function contradicts(gender: 'female' | 'male' | undefined, { female, male }: Home): boolean {
  return (gender === 'female' && male && !female) || (gender === 'male' && female && !male);
}

function isFar(occurrence: Occurrence, home: Home): boolean {
  const days = daysApart(occurrence, home);
  return days !== Number.POSITIVE_INFINITY && days > farDays;
}

/** Days to the nearest article of a group. */
function daysApart(occurrence: Occurrence, { days }: Home): number {
  const day = dayOf(occurrence.article);
  if (day === undefined) {
    return Number.POSITIVE_INFINITY;
  }
  const next = lowerBound(days, day);
  const before = days[next - 1] ?? Number.NEGATIVE_INFINITY;
  const after = days[next] ?? Number.POSITIVE_INFINITY;
  return Math.min(day - before, after - day);
}

function dayOf({ date }: Article): number | undefined {
  const milliseconds = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 86_400_000;
}
