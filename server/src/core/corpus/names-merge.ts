import type { CorpusEntity } from './corpus.ts';
import type { NameKind } from '../parse/reading.ts';
import { circleOf, entityOf, homeOf, type Group, type Occurrence } from './names-story.ts';
import { coreTokens, endsWith, fitsFullName, foldName, nameTokens } from './names-forms.ts';

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
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const folded = given(occurrence.folded)?.folded ?? occurrence.folded;
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
  ranked.forEach((group, index) => {
    const longer =
      group.kind === 'person'
        ? ranked.slice(index + 1).filter(it => it.kind === 'person' && fitsFullName(group.tokens, it.tokens))
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
  const circles = new Map<Group, ReadonlySet<string>>();
  for (const [group, longer] of homes) {
    const fitting = longer.filter(home => homes.get(home)?.length === 0);
    if (fitting.length > 0) {
      for (const home of fitting) {
        circles.set(home, circles.get(home) ?? circleOf(home));
      }
      for (const occurrence of group.occurrences) {
        const home = homeOf(occurrence, fitting, circles);
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
    return long.kind === 'person' && short.kind === 'person';
  }
  return (
    short.tokens.length === 1 &&
    long.kind === 'organisation' &&
    long.occurrences.some(it => formsOf(it).some(form => foldName(form) === short.tokens[0]))
  );
}

function formsOf(occurrence: Occurrence): readonly string[] {
  const entity = entityOf(occurrence);
  return entity ? [entity.name, ...entity.forms] : [];
}

function kindOf(occurrences: readonly Occurrence[]): NameKind {
  const counts = { person: 0, organisation: 0, place: 0 };
  for (const occurrence of occurrences) {
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

/** Of the commonest name: a fuller one that is rarer is not believed. */
const rareName = 0.05;

function toEntity(group: Group): CorpusEntity {
  const occurrences = [...group.occurrences].sort(
    (one, other) => compare(other.article.date ?? '', one.article.date ?? '') || byPlace(one, other),
  );
  const names = tally(occurrences.map(it => entityOf(it)?.name));
  const forms = tally(occurrences.flatMap(it => [...new Set(formsOf(it))]));
  const fullestFirst = (one: string, other: string): number =>
    nameTokens(foldName(other)).length - nameTokens(foldName(one)).length ||
    Number(isAllCapitals(one)) - Number(isAllCapitals(other)) ||
    (names.get(other) ?? 0) - (names.get(one) ?? 0) ||
    (forms.get(other) ?? 0) - (forms.get(one) ?? 0) ||
    compare(one, other);
  const printed = [...forms.keys()].sort(fullestFirst);
  // A form that is fuller and hardly ever printed is more likely a slip of reading than a fuller name.
  const least = Math.max(...names.values()) * rareName;
  const [name] = [...names.keys()].filter(it => (names.get(it) ?? 0) >= least).sort(fullestFirst);
  return {
    kind: group.given.length > 0 ? 'person' : kindOf(occurrences),
    name: group.given[0] ?? name ?? printed[0] ?? '',
    forms: [...new Set([...printed, ...group.given])],
    role: mostOften(occurrences.map(it => entityOf(it)?.role)),
    affiliation: mostOften(occurrences.map(it => entityOf(it)?.affiliation)),
    occurrences: occurrences.map(({ article, entity }) => ({ article, entity })),
  };
}

function isAllCapitals(name: string): boolean {
  return name === name.toUpperCase();
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
