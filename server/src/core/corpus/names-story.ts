import type { NameKind } from '../parse/reading.ts';
import type { Article } from './article.ts';
import { coreTokens, foldName, nameTokens } from './names-forms.ts';

/** An entity of one article, made ready for merging. */
export interface Occurrence {
  readonly article: Article;
  /** Index into `article.entities`. */
  readonly entity: number;
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly mentions: number;
}

/** Occurrences that are taken for one and the same. */
export interface Group {
  /** Of those that are named in full. */
  readonly kind: NameKind;
  readonly tokens: readonly string[];
  readonly occurrences: Occurrence[];
  /** Other forms that the project gives to it. */
  readonly given: readonly string[];
}

/** Two articles within so many days of each other may tell one story. */
const storyDays = 14;
/** Beyond so many days a bare surname is not taken for the only person who bears it. */
const farDays = 180;

/** The group whose story an occurrence of a bare surname belongs to. */
export function homeOf(
  occurrence: Occurrence,
  groups: readonly Group[],
  circles: ReadonlyMap<Group, ReadonlySet<string>>,
): Group | undefined {
  const gender = entityOf(occurrence)?.gender;
  const open = groups.filter(group => !contradicts(gender, group));
  const people = peopleOf(occurrence.article);
  const sharing = open.filter(group => people.some(name => circles.get(group)?.has(name)));
  const [only] = open;
  if (open.length === 1 && only) {
    return isFar(occurrence, only) && sharing.length === 0 ? undefined : only;
  }
  const near = sharing.length > 0 ? sharing : open.filter(group => daysApart(occurrence, group) <= storyDays);
  return near.length === 1 ? near[0] : foremost(near);
}

/** A bare surname means the one whom everybody knows, where the others of the name are hardly ever mentioned. */
function foremost(groups: readonly Group[]): Group | undefined {
  const [first, second] = [...groups].sort((one, other) => other.occurrences.length - one.occurrences.length);
  const most = first?.occurrences.length ?? 0;
  return most >= manyArticles && most >= (second?.occurrences.length ?? 0) * manyTimes ? first : undefined;
}

function contradicts(gender: 'female' | 'male' | undefined, group: Group): boolean {
  return (
    gender !== undefined &&
    group.occurrences.some(it => (entityOf(it)?.gender ?? gender) !== gender) &&
    group.occurrences.every(it => entityOf(it)?.gender !== gender)
  );
}

function isFar(occurrence: Occurrence, group: Group): boolean {
  const days = daysApart(occurrence, group);
  return days !== Number.POSITIVE_INFINITY && days > farDays;
}

function daysApart(occurrence: Occurrence, group: Group): number {
  const day = dayOf(occurrence.article);
  let least = Number.POSITIVE_INFINITY;
  if (day !== undefined) {
    for (const other of group.occurrences) {
      const otherDay = dayOf(other.article);
      if (otherDay !== undefined) {
        least = Math.min(least, Math.abs(day - otherDay));
      }
    }
  }
  return least;
}

function dayOf(article: Article): number | undefined {
  const milliseconds = article.date === undefined ? Number.NaN : Date.parse(article.date);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 86_400_000;
}

/** Articles of a group that are compared at most; a person in more of them is in the news for years. */
const comparedArticles = 50;
/** Somebody in so many articles, and in so many times more than any namesake, needs no first name. */
const manyArticles = 20;
const manyTimes = 10;

/** The people who are named with somebody, relatives left out. */
export function circleOf(group: Group): ReadonlySet<string> {
  const last = coreTokens(group.tokens).at(-1) ?? '';
  const names = group.occurrences.slice(0, comparedArticles).flatMap(it => peopleOf(it.article));
  return new Set(names.filter(name => coreTokens(nameTokens(name)).at(-1) !== last));
}

const peopleOfArticle = new WeakMap<Article, readonly string[]>();

function peopleOf(article: Article): readonly string[] {
  let people = peopleOfArticle.get(article);
  if (!people) {
    const names = article.entities.filter(it => it.kind === 'person').map(it => foldName(it.name));
    people = names.filter(name => name.includes(' '));
    peopleOfArticle.set(article, people);
  }
  return people;
}

/** The entity as its article has it. */
export function entityOf({ article, entity }: Occurrence): Article['entities'][number] | undefined {
  return article.entities[entity];
}
