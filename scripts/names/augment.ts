import type { Label, LabelledText } from './data.ts';
import type { Random } from './random.ts';

/** Names to put in the place of others. */
export interface NamePool {
  /** Given names and surnames of one language each. */
  readonly people: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[];
  /** Known to the lexicon. */
  readonly countries: readonly string[];
  readonly cities: readonly string[];
  /** Places that the lexicon does not know. */
  readonly villages: readonly string[];
  readonly organisations: readonly string[];
}

/** A copy of a text with other names in it: the same name is replaced in the same way throughout. */
export function withOtherNames(
  source: LabelledText,
  pool: NamePool,
  random: Random,
  weight: number,
): LabelledText {
  const people = new Map<string, string>();
  const others = new Map<string, string>();
  const longest = source.labels
    .filter(it => it.kind === 'person')
    .map(it => source.text.slice(it.start, it.end))
    .sort((one, other) => other.length - one.length);
  for (const name of longest) {
    if (!people.has(name)) {
      addPerson(people, name, pool, random);
    }
  }
  let text = '';
  let at = 0;
  const labels: Label[] = [];
  for (const label of [...source.labels].sort((one, other) => one.start - other.start)) {
    if (label.start < at) {
      continue;
    }
    const name = source.text.slice(label.start, label.end);
    text += source.text.slice(at, label.start);
    let replacement = label.kind === 'person' ? people.get(name) : others.get(name);
    if (replacement === undefined) {
      replacement =
        label.kind === 'place' ? otherPlace(name, pool, random) : otherOrganisation(name, pool, random);
      others.set(name, replacement);
    }
    labels.push({ start: text.length, end: text.length + replacement.length, kind: label.kind });
    text += replacement;
    at = label.end;
  }
  text += source.text.slice(at);
  return { id: `${source.id}+`, text, labels, weight: source.weight * weight };
}

const KEPT = 0.15;

function addPerson(people: Map<string, string>, name: string, pool: NamePool, random: Random): void {
  if (random.next() < KEPT) {
    people.set(name, name);
    return;
  }
  const words = name.split(' ');
  const { given, family } = pick(pool.people, random);
  const first = pick(given, random);
  const last =
    random.next() < 0.25
      ? invented(pick(family, random), pick(family, random), random)
      : pick(family, random);
  if (words.length === 1) {
    people.set(name, random.next() < 0.7 ? last : first);
    return;
  }
  const kind = random.next();
  let full = `${first} ${last}`;
  let short = last;
  if (kind < 0.12) {
    full = `${first} ${pick(given, random)} ${last}`;
  } else if (kind < 0.24) {
    short = `${last} ${pick(family, random)}`;
    full = `${first} ${short}`;
  } else if (kind < 0.3) {
    full = `${first} ${pick(UPPER, random)}. ${last}`;
  } else if (kind < 0.36) {
    full = `${first} ${pick(PARTICLES, random)} ${last}`;
  } else if (kind < 0.4) {
    full = `${first} ${last} Jr.`;
  } else if (kind < 0.44) {
    full = `${last} ${first}`;
  }
  people.set(name, full);
  // The shorter forms that the text may use.
  const lastWord = words.at(-1) ?? '';
  if (!people.has(lastWord)) {
    people.set(lastWord, short);
  }
  if (words[0] !== undefined && !people.has(words[0])) {
    people.set(words[0], first);
  }
}

const UPPER = [...'ABCDEFGHJKLMNPRSTW'];
const PARTICLES = ['bin', 'al', 'de', 'de la', 'van', 'von', 'El', 'Al', 'Ben', 'ibn', 'da', 'van der'];

/** A word that no list has, of the beginning of one and the end of another. */
function invented(one: string, other: string, random: Random): string {
  const cut = 2 + random.below(3);
  return one.slice(0, cut) + other.slice(Math.max(1, other.length - 2 - random.below(3))).toLowerCase();
}

function otherPlace(name: string, pool: NamePool, random: Random): string {
  const kind = random.next();
  if (kind < KEPT || /\b(?:of|and|University|County|River)\b/u.test(name)) {
    return name;
  }
  return pick(kind < 0.45 ? pool.countries : kind < 0.7 ? pool.cities : pool.villages, random);
}

function otherOrganisation(name: string, pool: NamePool, random: Random): string {
  const kind = random.next();
  if (kind < 0.4) {
    return name;
  }
  if (/^[A-Z]{2,5}$/u.test(name)) {
    return Array.from({ length: 2 + random.below(4) }, () => pick(UPPER, random)).join('');
  }
  const { family } = pick(pool.people, random);
  if (!name.includes(' ')) {
    return kind < 0.7
      ? pick(pool.organisations, random)
      : invented(pick(family, random), pick(family, random), random);
  }
  const place = pick(random.next() < 0.5 ? pool.countries : pool.cities, random);
  const made = pick(PATTERNS, random);
  return made
    .replace('P', () => place)
    .replace('F', () => pick(family, random))
    .replace('S', () => pick(SUBJECTS, random));
}

const PATTERNS = [
  'Ministry of S',
  'Department of S',
  'S Ministry',
  'University of P',
  'P University',
  'P Police',
  'F Group',
  'F & Co',
  'F Inc',
  'F Holdings',
  'Bank of P',
  'P Bank',
  'National S Commission',
  'P S Authority',
  'P S Council',
  'S Agency',
  'National Institute of S',
  'P Times',
  'P Post',
  'P News Agency',
  'P United',
  'P City',
  'P FC',
  'F Foundation',
  'F Institute',
  'P Chamber of Commerce',
  'S Workers Union',
  'P S Association',
  'Institute for S Studies',
  'P National Congress',
  'P Supreme Court',
  'S Committee',
  'P Army',
  'P Airlines',
  'Federation of P S Unions',
  'F Motors',
  'F Energy',
];
const SUBJECTS = [
  'Health',
  'Education',
  'Energy',
  'Defence',
  'Interior',
  'Finance',
  'Agriculture',
  'Trade',
  'Transport',
  'Justice',
  'Labour',
  'Environment',
  'Tourism',
  'Water',
  'Electoral',
  'Human Rights',
  'Foreign Affairs',
  'Culture',
  'Science',
  'Technology',
  'Investment',
  'Development',
  'Security',
  'Media',
  'Medical',
];

function pick<T>(list: readonly T[], random: Random): T {
  const picked = list[random.below(list.length)];
  if (picked === undefined) {
    throw new Error('nothing to pick from');
  }
  return picked;
}
