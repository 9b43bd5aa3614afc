import { BODIES } from '../parse/bodies.ts';
import type { Entity, NameKind, Reading, Speaker } from '../parse/reading.ts';
import { matchNames, nameWords } from './names-alike.ts';
import { type Besides, togetherIn } from './together.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** Whom a text gives words to, with what the text knows of them. */
export interface Spoken {
  readonly name: string;
  /** As the text has it beside the words. */
  readonly printed: string;
  readonly kind: NameKind | 'unnamed' | 'unresolved';
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  /** Others of the same text who share the surname. */
  readonly hasNamesake: boolean;
  /** Whom else the text names. */
  readonly company: readonly Entity[];
  /** `Ana Lane and Bo Ortiz`: each of those whom the text names where more speak; else none. */
  readonly together: readonly Spoken[];
  /** Who speaks besides those. */
  readonly besides: Besides;
}

/** The speaker as a text knows them; undefined where it gives the words to nobody. */
export function spokenIn(reading: Reading, speaker: Speaker | undefined): Spoken | undefined {
  if (speaker === undefined) {
    return undefined;
  }
  const entity = speaker.entity === undefined ? undefined : reading.entities[speaker.entity];
  if (entity === undefined) {
    const kind = kindOf(reading.text, speaker);
    const together = speaker.kind === 'description' ? togetherIn(reading, speaker) : undefined;
    return {
      name: kind === 'person' ? speaker.name.replace(title.on(speaker.name), '') : speaker.name,
      printed: speaker.name,
      kind,
      role: undefined,
      affiliation: undefined,
      hasNamesake: false,
      get company() {
        return reading.entities;
      },
      together: [
        ...(together?.named ?? []).flatMap(it => {
          const one = reading.entities[it.entity];
          return one === undefined ? [] : [new KnownSpoken(reading, one, it.text)];
        }),
        ...(together?.bodies ?? []).map(it => bodySpoken(reading, it)),
      ],
      besides: together?.besides ?? 'nobody',
    };
  }
  const printed = speaker.kind === 'name' ? reading.text.slice(speaker.start, speaker.end) : entity.name;
  return new KnownSpoken(reading, entity, printed);
}

/** A body that a text calls only by what it is. */
function bodySpoken({ entities }: Reading, name: string): Spoken {
  return {
    name,
    printed: name,
    kind: 'organisation',
    role: undefined,
    affiliation: undefined,
    hasNamesake: false,
    company: entities,
    together: [],
    besides: 'nobody',
  };
}

/** Somebody whom a text knows by name. */
class KnownSpoken implements Spoken {
  readonly name: string;
  readonly printed: string;
  readonly kind: NameKind;
  readonly role: string | undefined;
  readonly affiliation: string | undefined;
  readonly together: readonly Spoken[] = [];
  readonly besides = 'nobody';
  readonly company: readonly Entity[];
  readonly #entity: Entity;

  constructor({ entities }: Reading, entity: Entity, printed: string) {
    const isRanked = entity.kind !== 'person' && ranked.test(entity.name) && !body.test(`the ${entity.name}`);
    this.name = isRanked ? entity.name.replace(rank, '') : entity.name;
    this.printed = printed;
    this.kind = isRanked ? 'person' : entity.kind;
    this.role = entity.role;
    this.affiliation = entity.affiliation;
    this.company = entities;
    this.#entity = entity;
  }

  /** Two names that are the same, or have nothing in common, do without. */
  get hasNamesake(): boolean {
    return this.kind === 'person' && hasNamesake(this.company, this.#entity);
  }
}

const title = new Lettered(
  String.raw`^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Prof)\.?\s+(?=\p{Lu}|(?:${nameParticles})[ -])`,
  'u',
);

/** `DC Ana Lane`: ranks of the police that look like the name of a body. */
const rank = /^(?:DC|DS|DI|DCI|DSU|PC|PS|WPC|PCSO|ACC)\s+/u;
const ranked = new RegExp(`${rank.source}\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)+$`, 'u');

const initials = /^(?:\p{Lu}\.?){1,3}$/u;

/** Bodies that a text may call by what they are: not a person, and not just any official. */
const body = new Lettered(
  `^(?:the|its|their|our|[\\p{Lu}][\\p{L}.]*[’']s?)\\s(?:.*\\s)?(?:${BODIES})$`,
  'iu',
);

/** What a speaker is whom the text gives no known name. */
function kindOf(text: string, speaker: Speaker): Spoken['kind'] {
  // A pronoun may stand for a body that the text calls only by what it is.
  if (speaker.kind === 'pronoun' && !body.test(speaker.name)) {
    return 'unresolved';
  }
  // `the Harbour Research Service` is nobody’s name; `the Duke` may be anybody.
  if (
    speaker.kind === 'name' &&
    /\bthe\s$/i.test(text.slice(Math.max(0, speaker.start - 5), speaker.start))
  ) {
    return /\s/.test(speaker.name) ? 'organisation' : 'unnamed';
  }
  // `A: …`, `GZ: …`: whoever has those initials.
  if (initials.test(speaker.name)) {
    return 'unnamed';
  }
  // `Ms. Lane’s lawyer` is not Ms. Lane.
  if (speaker.kind === 'name' || (title.test(speaker.name) && !/[’']s?\s/u.test(speaker.name))) {
    return 'person';
  }
  return body.test(speaker.name) ? 'organisation' : 'unnamed';
}

function hasNamesake(entities: readonly Entity[], entity: Entity): boolean {
  const known = familiesOf.get(entities) ?? families(entities);
  familiesOf.set(entities, known);
  const family = known.get(nameWords(entity.name).words.at(-1) ?? '') ?? [];
  return family.some(it => it !== entity && matchNames(it.name, entity.name) === 'different');
}

/** The people of a text who are named in full, by surname: asked for every quotation of it. */
const familiesOf = new WeakMap<readonly Entity[], ReadonlyMap<string, readonly Entity[]>>();

function families(entities: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const entity of entities) {
    const { words } = nameWords(entity.name);
    const surname = words.at(-1);
    if (entity.kind === 'person' && words.length > 1 && surname !== undefined) {
      const family = found.get(surname);
      if (family === undefined) {
        found.set(surname, [entity]);
      } else {
        family.push(entity);
      }
    }
  }
  return found;
}
