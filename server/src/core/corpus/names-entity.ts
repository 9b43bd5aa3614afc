import type { Entity, NameKind } from '../parse/reading.ts';
import { byCodeUnits } from '../text/code-units.ts';
import type { CorpusEntity } from './corpus.ts';
import { foldName, nameTokens } from './names-forms.ts';
import { latestFirst, occurrencesIn, Sources, type Occurrence } from './names-occurrences.ts';
import { namingsOf, type Group, type Namings } from './names-story.ts';

/** An entity of the corpus, with how often it is mentioned in all. */
export interface MergedEntity {
  readonly entity: CorpusEntity;
  readonly mentions: number;
}

/** Of the commonest name: a fuller one that is rarer is not believed. */
const rareName = 0.05;

/** Who a group is, by what most of its articles say. */
export function toEntity(group: Group): MergedEntity {
  const namings = namingsOf(group);
  const names = tally(namings, it => [it.value.name]);
  const forms = tally(namings, it => new Set(formsOf(it)));
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
  const entity = new Named(
    group.given.length > 0 ? 'person' : kindOf(namings),
    group.given[0] ?? name ?? printed[0] ?? '',
    [...new Set([...printed, ...group.given])],
    mostOften(namings, it => it.role),
    mostOften(namings, it => it.affiliation),
    namings,
  );
  return { entity, mentions: namings.reduce((sum, it) => sum + it.mentions, 0) };
}

/** Finds its occurrences when they are first asked for: of most none ever is, and somebody may have tens of thousands. */
class Named implements CorpusEntity {
  readonly kind: NameKind;
  readonly name: string;
  readonly forms: readonly string[];
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  readonly occurrenceCount: number;
  readonly #sources: Sources;
  /** As many of the occurrences as were asked for. */
  #latest: readonly Occurrence[] = [];
  #sourceCount: number | undefined;

  constructor(
    kind: NameKind,
    name: string,
    forms: readonly string[],
    role: string | undefined,
    affiliation: string | undefined,
    namings: readonly Namings[],
  ) {
    this.kind = kind;
    this.name = name;
    this.forms = forms;
    this.role = role;
    this.affiliation = affiliation;
    this.occurrenceCount = namings.reduce((sum, it) => sum + it.count, 0);
    this.#sources = new Sources(namings);
  }

  get sourceCount(): number {
    this.#sourceCount ??= this.#sources.articles();
    return this.#sourceCount;
  }

  latest(most: number): readonly Occurrence[] {
    const isKnown = this.#latest.length >= Math.min(most, this.occurrenceCount);
    this.#latest = isKnown ? this.#latest : this.#sources.latest(most);
    return this.#latest.length <= most ? this.#latest : this.#latest.slice(0, most);
  }

  get occurrences(): readonly Occurrence[] {
    return this.latest(this.occurrenceCount);
  }
}

/** The name and all other forms that an entity goes by. */
export function formsOf({ value }: Namings): readonly string[] {
  return [value.name, ...value.forms];
}

/** What most namings take somebody for; a person where it is a tie. */
export function kindOf(namings: readonly Namings[]): NameKind {
  const counts = { person: 0, organisation: 0, place: 0 };
  for (const naming of namings) {
    counts[naming.value.kind] += naming.count + naming.mentions;
  }
  if (counts.person >= counts.organisation && counts.person >= counts.place) {
    return 'person';
  }
  return counts.organisation >= counts.place ? 'organisation' : 'place';
}

function isAllCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** In how many places each text is given. */
function tally(
  namings: readonly Namings[],
  texts: (naming: Namings) => Iterable<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const naming of namings) {
    for (const text of texts(naming)) {
      if (text !== '') {
        counts.set(text, (counts.get(text) ?? 0) + naming.count);
      }
    }
  }
  return counts;
}

/** The text given most often, of those the latest. */
function mostOften(
  namings: readonly Namings[],
  textOf: (value: Entity) => string | undefined,
): string | undefined {
  const counts = tally(namings, it => [textOf(it.value) ?? '']);
  const most = Math.max(...counts.values());
  const often = [...counts.keys()].filter(text => counts.get(text) === most);
  if (often.length < 2) {
    return often[0];
  }
  const tied = namings
    .filter(it => often.includes(textOf(it.value) ?? ''))
    .map(it => ({ text: textOf(it.value), occurrences: occurrencesIn(it) }));
  const [latest] = latestFirst(tied.flatMap(it => it.occurrences));
  return tied.find(it => latest && it.occurrences.includes(latest))?.text;
}
