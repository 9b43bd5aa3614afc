import type { CorpusEntity } from './corpus.ts';
import type { Entity, NameKind } from '../parse/reading.ts';
import { byCodeUnits } from '../text/code-units.ts';
import { homeOf, toHome, type Group, type Home, type Occurrence, type PeopleOf } from './names-story.ts';
import { coreTokens, endsWith, fitsFullName, foldName, nameTokens } from './names-forms.ts';

/** What the project says of a name: the group its form belongs to. */
export interface GivenName {
  readonly name: string;
  readonly folded: string;
  readonly forms: readonly string[];
}

/** An entity of the corpus, with how often it is mentioned in all. */
export interface MergedEntity {
  readonly entity: CorpusEntity;
  readonly mentions: number;
}

/**
 * Merges the entities that share a last name, or the initials of an organisation. Full names join by being the
 * same, or the same but for middle names; a bare surname joins the one person of its story whom it fits, else it
 * stays by itself: two of a family are never mixed up.
 */
export function mergeNames(
  occurrences: readonly Occurrence[],
  given: (folded: string) => GivenName | undefined,
  peopleOf: PeopleOf,
): MergedEntity[] {
  const sorted = [...occurrences].sort(byPlace);
  const groups = joinMiddleNames(sameNames(sorted, given));
  return joinSurnames(groups, peopleOf)
    .filter(group => group.occurrences.length > 0)
    .map(toEntity);
}

function byPlace(one: Occurrence, other: Occurrence): number {
  return byCodeUnits(one.article.path, other.article.path) || one.entity - other.entity;
}

function sameNames(
  occurrences: readonly Occurrence[],
  given: (folded: string) => GivenName | undefined,
): Group[] {
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { folded: own } = occurrence.spelling;
    const folded = given(own)?.folded ?? own;
    const same = byName.get(folded);
    if (same) {
      same.push(occurrence);
    } else {
      byName.set(folded, [occurrence]);
    }
  }
  return [...byName].map(([folded, same]) => {
    const known = given(folded);
    return {
      kind: known ? 'person' : kindOf(same),
      tokens: nameTokens(folded),
      occurrences: same,
      given: known ? [known.name, ...known.forms] : [],
    };
  });
}

/** `Donald Trump` joins `Donald J. Trump` where no other `Donald … Trump` is about. */
function joinMiddleNames(groups: readonly Group[]): Group[] {
  const left: Group[] = [];
  // Short ones first: `A C` joins `A B C`, which may then join `A B B C`.
  const ranked = [...groups].sort((one, other) => one.tokens.length - other.tokens.length);
  const people = ranked.filter(it => it.kind === 'person');
  const byFirst = new Map<string, Group[]>();
  for (const person of people) {
    file(byFirst, person.tokens[0] ?? '', person);
  }
  for (const group of ranked) {
    const alikeFirst = group.kind === 'person' ? (byFirst.get(group.tokens[0] ?? '') ?? []) : [];
    const longer = alikeFirst.filter(it => fitsFullName(group.tokens, it.tokens));
    const [target] = longer;
    const alike = longer.every(it => it === target || (target && fitsFullName(target.tokens, it.tokens)));
    if (target && alike) {
      append(target.occurrences, group.occurrences);
    } else {
      left.push(group);
    }
  }
  return left;
}

/** A surname, two surnames, or the acronym of an organisation: the groups that it may be short for. */
function joinSurnames(groups: readonly Group[], peopleOf: PeopleOf): readonly Group[] {
  const longerOf = longerNames(groups);
  const homes = new Map<Group, Home>();
  // Only full names take others in; what they take in must not depend on the order.
  const moves: { readonly from: Group; readonly to: Group; readonly occurrence: Occurrence }[] = [];
  for (const group of groups) {
    const fitting = longerOf(group).filter(home => longerOf(home).length === 0);
    for (const home of fitting) {
      homes.set(home, homes.get(home) ?? toHome(home, peopleOf));
    }
    const open = fitting.flatMap(home => homes.get(home) ?? []);
    for (const occurrence of open.length > 0 ? group.occurrences : []) {
      const home = homeOf(occurrence, open, peopleOf);
      if (home) {
        moves.push({ from: group, to: home, occurrence });
      }
    }
  }
  const moved = new Set(moves.map(it => it.occurrence));
  for (const group of new Set(moves.map(it => it.from))) {
    const stay = group.occurrences.filter(it => !moved.has(it));
    group.occurrences.length = 0;
    append(group.occurrences, stay);
  }
  for (const { to, occurrence } of moves) {
    to.occurrences.push(occurrence);
  }
  return groups;
}

/** The groups that each may be short for, looked up by how their names end and what else they go by. */
function longerNames(groups: readonly Group[]): (short: Group) => readonly Group[] {
  const bySurname = new Map<string, Group[]>();
  const byAcronym = new Map<string, Group[]>();
  for (const group of groups) {
    const core = coreTokens(group.tokens);
    if (group.kind === 'person') {
      for (let words = 1; words < core.length; words++) {
        file(bySurname, core.slice(-words).join(' '), group);
      }
    } else if (group.kind === 'organisation' && group.tokens.length > 1) {
      const forms = new Set(group.occurrences.flatMap(formsOf));
      for (const form of new Set([...forms].map(foldName))) {
        if (!form.includes(' ') && !endsWith(core, [form])) {
          file(byAcronym, form, group);
        }
      }
    }
  }
  return short => {
    if (short.given.length > 0) {
      return [];
    }
    const people = short.kind === 'person' ? (bySurname.get(short.tokens.join(' ')) ?? []) : [];
    const bodies = short.tokens.length === 1 ? (byAcronym.get(short.tokens[0] ?? '') ?? []) : [];
    return bodies.length === 0 ? people : [...people, ...bodies];
  };
}

function file(groups: Map<string, Group[]>, key: string, group: Group): void {
  const same = groups.get(key);
  if (same) {
    same.push(group);
  } else {
    groups.set(key, [group]);
  }
}

/** Without spreading: a name in the news for years has more occurrences than a call takes arguments. */
function append<T>(target: T[], values: readonly T[]): void {
  for (const value of values) {
    target.push(value);
  }
}

function formsOf({ value }: Occurrence): readonly string[] {
  return [value.name, ...value.forms];
}

function kindOf(occurrences: readonly Occurrence[]): NameKind {
  const counts = { person: 0, organisation: 0, place: 0 };
  for (const { value, mentions } of occurrences) {
    counts[value.kind] += 1 + mentions;
  }
  if (counts.person >= counts.organisation && counts.person >= counts.place) {
    return 'person';
  }
  return counts.organisation >= counts.place ? 'organisation' : 'place';
}

/** Of the commonest name: a fuller one that is rarer is not believed. */
const rareName = 0.05;

function toEntity(group: Group): MergedEntity {
  const occurrences = [...group.occurrences].sort(
    (one, other) => byCodeUnits(other.article.date ?? '', one.article.date ?? '') || byPlace(one, other),
  );
  const values = tally(occurrences.map(it => it.value));
  const names = tallyOf(values, it => [it.name]);
  const forms = tallyOf(values, it => [it.name, ...it.forms]);
  const fullestFirst = (one: string, other: string): number =>
    nameTokens(foldName(other)).length - nameTokens(foldName(one)).length ||
    Number(isAllCapitals(one)) - Number(isAllCapitals(other)) ||
    (names.get(other) ?? 0) - (names.get(one) ?? 0) ||
    (forms.get(other) ?? 0) - (forms.get(one) ?? 0) ||
    byCodeUnits(one, other);
  const printed = [...forms.keys()].sort(fullestFirst);
  // A form that is fuller and hardly ever printed is more likely a slip of reading than a fuller name.
  const least = Math.max(...names.values()) * rareName;
  const [name] = [...names.keys()].filter(it => (names.get(it) ?? 0) >= least).sort(fullestFirst);
  const entity: CorpusEntity = {
    kind: group.given.length > 0 ? 'person' : kindOf(occurrences),
    name: group.given[0] ?? name ?? printed[0] ?? '',
    forms: [...new Set([...printed, ...group.given])],
    role: mostOften(tallyOf(values, it => [it.role])),
    affiliation: mostOften(tallyOf(values, it => [it.affiliation])),
    occurrences,
  };
  return { entity, mentions: occurrences.reduce((sum, it) => sum + it.mentions, 0) };
}

function isAllCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** How often each text is given: most articles have their names from the same few values. */
function tallyOf(
  values: ReadonlyMap<Entity, number>,
  texts: (value: Entity) => readonly (string | undefined)[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [value, count] of values) {
    for (const text of new Set(texts(value))) {
      if (text !== undefined && text !== '') {
        counts.set(text, (counts.get(text) ?? 0) + count);
      }
    }
  }
  return counts;
}

/** The text given most often, of those the latest: the texts come latest first. */
function mostOften(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most) {
      best = text;
      most = count;
    }
  }
  return best;
}
