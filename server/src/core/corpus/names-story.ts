import type { Entity, NameKind } from '../parse/reading.ts';
import { lowerBound } from '../text/lower-bound.ts';
import type { Article } from './article.ts';
import { coreTokens, nameTokens } from './names-forms.ts';
import { byPlace, occurrencesIn, type Source } from './names-occurrences.ts';

/** A name as it is compared; one for all articles that print it so. */
export interface Spelling {
  readonly folded: string;
  readonly tokens: readonly string[];
}

/** What some articles have alike of somebody, made ready for merging. */
export interface Namings extends Source {
  /** The entity as the articles have it. */
  readonly value: Entity;
  readonly spelling: Spelling;
  /** How many occurrences there are. */
  readonly count: number;
  /** How often the articles mention it in all. */
  readonly mentions: number;
}

/** The people of an article who are named in full, folded. */
export type PeopleOf = (article: Article) => readonly string[];

/** Namings that are taken for one and the same. */
export interface Group {
  /** Of those that are named in full. */
  readonly kind: NameKind;
  readonly tokens: readonly string[];
  namings: Namings[];
  /** Groups of other names that joined it. */
  readonly joined: Group[];
  /** Other forms that the project gives to it. */
  readonly given: readonly string[];
}

/** All namings of a group. */
export function namingsOf({ namings, joined }: Group): readonly Namings[] {
  return joined.length === 0 ? namings : [...namings, ...joined.flatMap(namingsOf)];
}

/** A group that bare surnames may belong to, with what tells whether they do. */
export interface Home {
  readonly group: Group;
  /** How many occurrences it has. */
  readonly size: number;
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
  const namings = namingsOf(group);
  const last = coreTokens(group.tokens).at(-1) ?? '';
  const names = firstArticles(group, comparedArticles).flatMap(peopleOf);
  const days = namings
    .flatMap(it => occurrencesIn(it).map(at => dayOf(at.article)))
    .filter(it => it !== undefined);
  return {
    group,
    size: namings.reduce((sum, it) => sum + it.count, 0),
    circle: new Set(names.filter(name => coreTokens(nameTokens(name)).at(-1) !== last)),
    days: Float64Array.from(days).sort(),
    female: namings.some(it => it.value.gender === 'female'),
    male: namings.some(it => it.value.gender === 'male'),
  };
}

/** The first articles of a group, then of those that joined it, while there is room. */
function firstArticles({ namings, joined }: Group, most: number): Article[] {
  const sorted = namings.flatMap(it => occurrencesIn(it)).sort(byPlace);
  const first = sorted.slice(0, most).map(it => it.article);
  for (const group of joined) {
    if (first.length < most) {
      first.push(...firstArticles(group, most - first.length));
    }
  }
  return first;
}

/** The group whose story a bare surname in an article belongs to. */
export function homeOf(
  article: Article,
  gender: Entity['gender'],
  homes: readonly Home[],
  peopleOf: PeopleOf,
): Group | undefined {
  const open = homes.filter(home => !contradicts(gender, home));
  const people = peopleOf(article);
  const sharing = open.filter(home => people.some(name => home.circle.has(name)));
  const [only] = open;
  if (open.length === 1 && only) {
    return isFar(article, only) && sharing.length === 0 ? undefined : only.group;
  }
  const near = sharing.length > 0 ? sharing : open.filter(home => daysApart(article, home) <= storyDays);
  return near.length === 1 ? near[0]?.group : foremost(near);
}

/** A bare surname means the one whom everybody knows, where the others of the name are hardly ever mentioned. */
function foremost(homes: readonly Home[]): Group | undefined {
  const [first, second] = [...homes].sort((one, other) => other.size - one.size);
  const most = first?.size ?? 0;
  return most >= manyArticles && most >= (second?.size ?? 0) * manyTimes ? first?.group : undefined;
}

function contradicts(gender: Entity['gender'], { female, male }: Home): boolean {
  return (gender === 'female' && male && !female) || (gender === 'male' && female && !male);
}

function isFar(article: Article, home: Home): boolean {
  const days = daysApart(article, home);
  return days !== Number.POSITIVE_INFINITY && days > farDays;
}

/** Days to the nearest article of a group. */
function daysApart(article: Article, { days }: Home): number {
  const day = dayOf(article);
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
