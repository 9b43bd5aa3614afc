import { byCodeUnits } from '../text/code-units.ts';
import type { Article } from './article.ts';
import { formsOf, kindOf, toEntity, type MergedEntity } from './names-entity.ts';
import { coreTokens, endsWith, fitsFullName, foldName, nameTokens } from './names-forms.ts';
import { occurrencesIn, type Occurrence } from './names-occurrences.ts';
import {
  namingsOf,
  homeOf,
  toHome,
  type Group,
  type Home,
  type Namings,
  type PeopleOf,
} from './names-story.ts';
import { pushTo } from './sets.ts';

/** What the project says of a name: the group its form belongs to. */
export interface GivenName {
  readonly name: string;
  readonly folded: string;
  readonly forms: readonly string[];
}

/**
 * Merges the entities that share a last name, or the initials of an organisation. Full names join by being the
 * same, or the same but for middle names; a bare surname joins the one person of its story whom it fits, else it
 * stays by itself: two of a family are never mixed up.
 */
export function mergeNames(
  namings: readonly Namings[],
  given: (folded: string) => GivenName | undefined,
  peopleOf: PeopleOf,
): MergedEntity[] {
  const groups = joinMiddleNames(sameNames(namings, given));
  return joinSurnames(groups, peopleOf)
    .filter(group => group.namings.length > 0)
    .map(toEntity);
}

/** Those of one name each, in the order of the names. */
function sameNames(namings: readonly Namings[], given: (folded: string) => GivenName | undefined): Group[] {
  const byName = new Map<string, Namings[]>();
  for (const naming of namings) {
    const { folded: own } = naming.spelling;
    pushTo(byName, given(own)?.folded ?? own, naming);
  }
  const sorted = [...byName].sort(([one], [other]) => byCodeUnits(one, other));
  return sorted.map(([folded, same]) => {
    const known = given(folded);
    return {
      kind: known ? 'person' : kindOf(same),
      tokens: nameTokens(folded),
      namings: same,
      joined: [],
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
    pushTo(byFirst, person.tokens[0] ?? '', person);
  }
  for (const group of ranked) {
    const alikeFirst = group.kind === 'person' ? (byFirst.get(group.tokens[0] ?? '') ?? []) : [];
    const longer = alikeFirst.filter(it => fitsFullName(group.tokens, it.tokens));
    const [target] = longer;
    const alike = longer.every(it => it === target || (target && fitsFullName(target.tokens, it.tokens)));
    if (target && alike) {
      target.joined.push(group);
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
  const moves: { readonly to: Group; readonly namings: Namings }[] = [];
  for (const group of groups) {
    const fitting = longerOf(group).filter(home => longerOf(home).length === 0);
    for (const home of fitting) {
      homes.set(home, homes.get(home) ?? toHome(home, peopleOf));
    }
    const open = fitting.flatMap(home => homes.get(home) ?? []);
    if (open.length > 0) {
      const stay: Namings[] = [];
      for (const namings of namingsOf(group)) {
        const { gender } = namings.value;
        for (const [to, part] of divided(namings, it => homeOf(it, gender, open, peopleOf))) {
          if (to) {
            moves.push({ to, namings: part });
          } else {
            stay.push(part);
          }
        }
      }
      group.namings = stay;
      group.joined.length = 0;
    }
  }
  for (const { to, namings } of moves) {
    to.namings.push(namings);
  }
  return groups;
}

/** Divides namings by where their articles belong. */
function divided(
  namings: Namings,
  homeOf: (article: Article) => Group | undefined,
): ReadonlyMap<Group | undefined, Namings> {
  const parts = new Map<Group | undefined, Occurrence[]>();
  for (const occurrence of occurrencesIn(namings)) {
    pushTo(parts, homeOf(occurrence.article), occurrence);
  }
  return new Map(
    Array.from(parts, ([home, some]) => {
      const mentions = some.reduce((sum, it) => sum + it.mentions, 0);
      return [home, { ...namings, some, count: some.length, mentions }];
    }),
  );
}

/** The groups that each may be short for, looked up by how their names end and what else they go by. */
function longerNames(groups: readonly Group[]): (short: Group) => readonly Group[] {
  const bySurname = new Map<string, Group[]>();
  const byAcronym = new Map<string, Group[]>();
  for (const group of groups) {
    const core = coreTokens(group.tokens);
    if (group.kind === 'person') {
      for (let words = 1; words < core.length; words++) {
        pushTo(bySurname, core.slice(-words).join(' '), group);
      }
    } else if (group.kind === 'organisation' && group.tokens.length > 1) {
      const forms = new Set(namingsOf(group).flatMap(formsOf));
      for (const form of new Set([...forms].map(foldName))) {
        if (!form.includes(' ') && !endsWith(core, [form])) {
          pushTo(byAcronym, form, group);
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
