import { Random } from './random.ts';
import { drawOrganisation, drawPerson, drawTown, outlets, type Person } from './synthetic-people.ts';
import { headline, narrate, speak } from './synthetic-sentences.ts';

/** A file of the articles folder. */
export interface SyntheticArticle {
  readonly path: string;
  readonly text: string;
}

interface Utterance {
  readonly person: number;
  readonly words: string;
}

interface Story {
  readonly people: readonly Person[];
  readonly utterances: readonly Utterance[];
  readonly town: string;
  readonly date: string;
}

/** So many outlets print a story, each its own cut of it. */
const printings = 3;
const words = 730;

/**
 * Invented news with the frequencies of English words, by number: any article can be made alone and is the same on
 * every machine. About 700 words each, with the mess of copied web pages: headlines printed twice, captions, three
 * styles of quotation marks, share lines; the same quotations in several outlets, at times in other words.
 */
export function syntheticArticle(index: number): SyntheticArticle {
  const story = tell(Math.floor(index / printings));
  const random = new Random(2, index);
  const outlet = outlets[index % outlets.length] ?? outlets[0];
  const [open, close] = random.pick([
    ['“', '”'],
    ['“', '”'],
    ['"', '"'],
  ] as const);
  const quoted = (text: string): string => `${open}${text}${close}`;
  const title = headline(random);
  const parts = [title];
  if (random.chance(0.3)) {
    parts.push(narrate(random), title);
  }
  if (random.chance(0.25)) {
    const person = drawPerson(random);
    const caption = `${person.first} ${person.last} at the ${drawOrganisation(random)} in ${story.town}`;
    parts.push(caption, caption);
  }
  parts.push(`${dateline(random, story, outlet)}${narrate(random)}`);
  const introduced = new Set<number>();
  const used = story.utterances.filter(() => random.chance(0.75));
  let next = 0;
  for (let count = 60; count < words;) {
    const utterance = random.chance(0.45) ? used[next++] : undefined;
    const paragraph =
      utterance === undefined
        ? narration(random, story, introduced)
        : attributed(random, story, utterance, introduced, quoted);
    parts.push(paragraph);
    count += paragraph.split(' ').length;
  }
  if (random.chance(0.4)) {
    parts.push('Share This Post', 'Latest News', headline(random), headline(random));
  }
  const name = outlet.toLowerCase().replaceAll(' ', '-');
  return {
    path: `articles/${story.date.slice(0, 7)}/${story.date}-${name}-${String(index)}.txt`,
    text: `${parts.join('\n\n')}\n`,
  };
}

/** Plain narration that stands in no article: the prose of a draft. */
export function syntheticProse(seed: number): string {
  const random = new Random(4, seed);
  return `${narrate(random)} ${narrate(random)}`;
}

/** Something that nobody in the articles says. */
export function syntheticSpeech(seed: number): string {
  const random = new Random(5, seed);
  return `${speak(random)} ${random.pick(['for the sake of', 'because of', 'in spite of'])} ${drawTown(random)}`;
}

function tell(number: number): Story {
  const random = new Random(1, number);
  const people = Array.from({ length: random.between(2, 4) }, () => drawPerson(random));
  const utterances = Array.from({ length: 14 }, () => ({
    person: random.below(people.length),
    words: speak(random),
  }));
  const date = new Date(Date.UTC(2015, 0, 1 + random.below(3600))).toISOString().slice(0, 10);
  return { people, utterances, town: drawTown(random), date };
}

function dateline(random: Random, { town, date }: Story, outlet: string): string {
  return random.pick([
    `${town.toUpperCase()} (${outlet}) - `,
    `${town}: `,
    ` date ${date} `,
    `${town}, ${date} — `,
    '',
  ]);
}

function narration(random: Random, { people }: Story, introduced: Set<number>): string {
  const which = random.below(people.length);
  const person = people[which];
  const about = person !== undefined && random.chance(0.4);
  const first = about ? narrate(random, nameOf(person, introduced.has(which))) : narrate(random);
  if (about) {
    introduced.add(which);
  }
  return random.chance(0.6) ? `${first} ${narrate(random)}` : first;
}

function attributed(
  random: Random,
  { people }: Story,
  { person: which, words: said }: Utterance,
  introduced: Set<number>,
  quoted: (text: string) => string,
): string {
  const person = people[which];
  if (person === undefined) {
    return narrate(random);
  }
  const name =
    random.chance(0.15) && introduced.has(which)
      ? person.woman
        ? 'she'
        : 'he'
      : nameOf(person, introduced.has(which));
  introduced.add(which);
  const printed = random.chance(0.08) ? said.replace(/ (will|must|can) /, ' should ') : said;
  const cue = random.pick(['said', 'said', 'said', 'told reporters', 'added']);
  const before = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  switch (random.below(5)) {
    case 0:
      return `${before} ${cue}: ${quoted(`${printed}.`)}`;
    case 1: {
      const [, one, rest] = /^(.*?[.,]) (.*)$/.exec(printed) ?? [];
      return one === undefined || rest === undefined
        ? `${quoted(`${printed},`)} ${name} ${cue}.`
        : `${quoted(`${one.slice(0, -1)},`)} ${name} ${cue}${one.slice(-1)} ${quoted(`${rest}.`)}`;
    }
    case 2:
      return `${quoted(`${printed},`)} ${name} ${cue}. ${narrate(random)}`;
    default:
      return `${quoted(`${printed},`)} ${name} ${cue}.`;
  }
}

function nameOf({ first, last, title }: Person, known: boolean): string {
  return known ? last : `${title} ${first} ${last}`;
}
