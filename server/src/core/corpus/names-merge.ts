import type { Article } from './article.ts';
import type { CorpusEntity } from './corpus.ts';
import type { NameKind } from '../parse/reading.ts';
import { coreTokens, endsWith, fitsFullName, foldName, nameTokens } from './names-forms.ts';

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
interface Group {
  readonly tokens: readonly string[];
  readonly occurrences: Occurrence[];
  /** Other forms that the project gives to it. */
  readonly given: readonly string[];
}

/** What the project says of a name: the group its form belongs to. */
export interface GivenName {
  readonly name: string;
  readonly folded: string;
  readonly forms: readonly string[];
}

/** Two articles within so many days of each other may tell one story. */
const storyDays = 14;
/** Beyond so many days a bare surname is not taken for the only person who bears it. */
const farDays = 180;

/**
 * Merges the entities that share a last name, or the initials of an organisation. Full names join by being the
 * same, or the same but for middle names; a bare surname joins the one person of its story whom it fits, else it
 * stays by itself: two of a family are never mixed up.
 */
export function mergeNames(
  occurrences: readonly Occurrence[],
  given: (folded: string) => GivenName | undefined,
): CorpusEntity[] {
  const sorted = [...occurrences].sort(byPlace);
  const groups = joinMiddleNames(sameNames(sorted, given));
  return joinSurnames(groups)
    .filter(group => group.occurrences.length > 0)
    .map(toEntity);
}

function byPlace(one: Occurrence, other: Occurrence): number {
  return compare(one.article.path, other.article.path) || one.entity - other.entity;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sameNames(
  occurrences: readonly Occurrence[],
  given: (folded: string) => GivenName | undefined,
): Group[] {
  const groups = new Map<string, Group>();
  for (const occurrence of occurrences) {
    const known = given(occurrence.folded);
    const folded = known?.folded ?? occurrence.folded;
    const group = groups.get(folded);
    if (group) {
      group.occurrences.push(occurrence);
    } else {
      groups.set(folded, {
        tokens: nameTokens(folded),
        occurrences: [occurrence],
        given: known ? [known.name, ...known.forms] : [],
      });
    }
  }
  return [...groups.values()];
}

/** `Donald Trump` joins `Donald J. Trump` where no other `Donald … Trump` is about. */
function joinMiddleNames(groups: readonly Group[]): Group[] {
  const left: Group[] = [];
  // Short ones first: `A C` joins `A B C`, which may then join `A B B C`.
  const ranked = [...groups].sort((one, other) => one.tokens.length - other.tokens.length);
  ranked.forEach((group, index) => {
    const longer = isPerson(group)
      ? ranked.slice(index + 1).filter(it => isPerson(it) && fitsFullName(group.tokens, it.tokens))
      : [];
    const [target] = longer;
    const alike = longer.every(it => it === target || (target && fitsFullName(target.tokens, it.tokens)));
    if (target && alike) {
      target.occurrences.push(...group.occurrences);
    } else {
      left.push(group);
    }
  });
  return left;
}

/** A surname, two surnames, or the acronym of an organisation: the groups that it may be short for. */
function joinSurnames(groups: readonly Group[]): Group[] {
  const homes = new Map(
    groups.map(group => [group, groups.filter(it => it !== group && abbreviates(group, it))]),
  );
  // Only full names take others in; what they take in must not depend on the order.
  const moves: { readonly from: Group; readonly to: Group; readonly occurrence: Occurrence }[] = [];
  for (const [group, longer] of homes) {
    const fitting = longer.filter(home => homes.get(home)?.length === 0);
    if (fitting.length > 0) {
      for (const occurrence of group.occurrences) {
        const home = homeOf(occurrence, fitting);
        if (home) {
          moves.push({ from: group, to: home, occurrence });
        }
      }
    }
  }
  for (const { from, to, occurrence } of moves) {
    from.occurrences.splice(from.occurrences.indexOf(occurrence), 1);
    to.occurrences.push(occurrence);
  }
  return [...groups];
}

function abbreviates(short: Group, long: Group): boolean {
  if (short.given.length > 0 || short.tokens.length >= long.tokens.length) {
    return false;
  }
  const core = coreTokens(long.tokens);
  if (short.tokens.length < core.length && endsWith(core, short.tokens)) {
    return isPerson(long) && kindOf(short) === 'person';
  }
  return (
    short.tokens.length === 1 &&
    kindOf(long) === 'organisation' &&
    long.occurrences.some(it => formsOf(it).some(form => foldName(form) === short.tokens[0]))
  );
}

/** The group whose story an occurrence of a bare surname belongs to. */
function homeOf(occurrence: Occurrence, groups: readonly Group[]): Group | undefined {
  const gender = entityOf(occurrence)?.gender;
  const open = groups.filter(group => !contradicts(gender, group));
  const [only] = open;
  if (open.length === 1 && only) {
    return isFar(occurrence, only) && !sharesPeople(occurrence, only) ? undefined : only;
  }
  const sharing = open.filter(group => sharesPeople(occurrence, group));
  if (sharing.length > 0) {
    return sharing.length === 1 ? sharing[0] : undefined;
  }
  const near = open.filter(group => daysApart(occurrence, group) <= storyDays);
  return near.length === 1 ? near[0] : undefined;
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

function sharesPeople(occurrence: Occurrence, group: Group): boolean {
  const people = peopleOf(occurrence.article);
  return group.occurrences.slice(0, comparedArticles).some(other => {
    for (const name of peopleOf(other.article)) {
      if (people.has(name) && !endsWith(nameTokens(name), occurrence.tokens)) {
        return true;
      }
    }
    return false;
  });
}

const peopleOfArticle = new WeakMap<Article, ReadonlySet<string>>();

function peopleOf(article: Article): ReadonlySet<string> {
  let people = peopleOfArticle.get(article);
  if (!people) {
    const names = article.entities.filter(it => it.kind === 'person').map(it => foldName(it.name));
    people = new Set(names.filter(name => name.includes(' ')));
    peopleOfArticle.set(article, people);
  }
  return people;
}

function isPerson(group: Group): boolean {
  return group.given.length > 0 || kindOf(group) === 'person';
}

function entityOf({ article, entity }: Occurrence): Article['entities'][number] | undefined {
  return article.entities[entity];
}

function formsOf(occurrence: Occurrence): readonly string[] {
  const entity = entityOf(occurrence);
  return entity ? [entity.name, ...entity.forms] : [];
}

function kindOf(group: Group): NameKind {
  const counts = { person: 0, organisation: 0, place: 0 };
  for (const occurrence of group.occurrences) {
    const kind = entityOf(occurrence)?.kind;
    if (kind) {
      counts[kind] += 1 + occurrence.mentions;
    }
  }
  if (counts.person >= counts.organisation && counts.person >= counts.place) {
    return 'person';
  }
  return counts.organisation >= counts.place ? 'organisation' : 'place';
}

function toEntity(group: Group): CorpusEntity {
  const occurrences = [...group.occurrences].sort(
    (one, other) => compare(other.article.date ?? '', one.article.date ?? '') || byPlace(one, other),
  );
  const names = tally(occurrences.map(it => entityOf(it)?.name));
  const forms = tally(occurrences.flatMap(it => [...new Set(formsOf(it))]));
  const fullestFirst = (one: string, other: string): number =>
    nameTokens(foldName(other)).length - nameTokens(foldName(one)).length ||
    (names.get(other) ?? 0) - (names.get(one) ?? 0) ||
    (forms.get(other) ?? 0) - (forms.get(one) ?? 0) ||
    compare(one, other);
  const printed = [...forms.keys()].sort(fullestFirst);
  const [name] = [...names.keys()].sort(fullestFirst);
  return {
    kind: kindOf(group),
    name: group.given[0] ?? name ?? printed[0] ?? '',
    forms: [...new Set([...printed, ...group.given])],
    role: mostOften(occurrences.map(it => entityOf(it)?.role)),
    affiliation: mostOften(occurrences.map(it => entityOf(it)?.affiliation)),
    occurrences: occurrences.map(({ article, entity }) => ({ article, entity })),
  };
}

function tally(values: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined && value !== '') {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The value given most often, of those the latest: the values come latest first. */
function mostOften(values: readonly (string | undefined)[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [value, count] of tally(values)) {
    if (count > most) {
      best = value;
      most = count;
    }
  }
  return best;
}
