import { Random, Zipf } from './random.ts';
import { inventWords } from './synthetic-words.ts';

/** Somebody invented, the same whenever the number is. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly title: string;
  readonly woman: boolean;
}

const women =
  'Anna Maria Helen Rosa Clara Nora Ingrid Sofia Elena Laura Irene Julia Martha Alice Ruth Sarah Linda Diana Olga Vera Teresa Monica Paula Judith Naomi Esther Amelia Harriet'.split(
    ' ',
  );
const men =
  'John Peter Paul Mark David James Thomas Daniel Martin Robert George Henry Victor Simon Oscar Leon Hugo Ivan Carl Felix Tobias Edward Samuel Walter Arthur Miguel Rafael Stefan'.split(
    ' ',
  );
const titles = [
  'Mayor',
  'Senator',
  'Finance Minister',
  'Foreign Minister',
  'President',
  'Prime Minister',
  'Judge',
  'Police Chief',
  'Governor',
  'Professor',
];
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const surnames = inventWords(21, 9000, [
  '',
  'son',
  'berg',
  'ez',
  'ov',
  'ham',
  'ley',
  'ini',
  'sen',
  'wick',
]).map(capitalised);

/** Towns, the most written of first. */
export const towns: readonly string[] = inventWords(22, 600, [
  'ton',
  'ville',
  ' City',
  'burg',
  ' Bay',
  'stadt',
]).map(capitalised);
/** Organisations, the most written of first. */
export const organisations: readonly string[] = inventWords(23, 800, ['']).map(
  (word, index) =>
    `${capitalised(word)} ${['Party', 'Bank', 'Institute', 'Council', 'Holdings', 'University', 'Union'][index % 7] ?? ''}`,
);
export const outlets = [
  'Northwire',
  'Harbour Times',
  'Valley Monitor',
  'Island Courier',
  'Radio Shoal',
] as const;

/** There are about as many people as articles, and a few are in all the papers. */
const known = new Zipf(100_000, 8);
const towned = new Zipf(towns.length);
const organised = new Zipf(organisations.length);

export function drawPerson(random: Random): Person {
  const own = new Random(31, known.draw(random));
  const woman = own.chance(0.45);
  const last = own.pick(surnames);
  return {
    first: own.pick(woman ? women : men),
    last: own.chance(0.06) ? `${last} ${own.pick(surnames)}` : last,
    title: own.pick(titles),
    woman,
  };
}

export function drawTown(random: Random): string {
  return towns[towned.draw(random)] ?? '';
}

export function drawOrganisation(random: Random): string {
  return organisations[organised.draw(random)] ?? '';
}
