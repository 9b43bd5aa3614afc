import type { Random } from './random.ts';
import { drawOrganisation, drawTown } from './synthetic-people.ts';
import {
  actions,
  adjectives,
  adverbs,
  conjunctions,
  determined,
  nouns,
  plural,
  prepositions,
  verbs,
} from './synthetic-words.ts';

const subjects = ['we', 'we', 'I', 'they', 'it', 'you', 'people'] as const;
const modals = [
  'will',
  'would',
  'can',
  'must',
  'should',
  'do not',
  'will not',
  'have to',
  'want to',
] as const;

/** A sentence of the narrator, capital and stop included. */
export function narrate(random: Random, subject = nounPhrase(random)): string {
  const words = [subject, ...predicate(random)];
  if (random.chance(0.35)) {
    words.push(`${conjunctions.draw(random)} ${nounPhrase(random)}`, ...predicate(random));
  }
  return `${capital(words.join(' '))}.`;
}

/** What somebody says: a sentence, or two, without the last stop. */
export function speak(random: Random): string {
  const sentence = clause(random);
  return random.chance(0.25) ? `${sentence}. ${clause(random)}` : sentence;
}

/** A headline: no stop. */
export function headline(random: Random): string {
  const place = random.chance(0.5) ? drawTown(random) : capital(adjectives.draw(random));
  return `${place} ${nouns.draw(random)} ${verbs.draw(random)} ${nouns.draw(random)} ${prepositions.draw(random)} ${nouns.draw(random)}`;
}

function clause(random: Random): string {
  const words: string[] = [
    random.pick(subjects),
    random.pick(modals),
    actions.draw(random),
    nounPhrase(random),
  ];
  if (random.chance(0.6)) {
    words.push(prepositions.draw(random), nounPhrase(random));
  }
  if (random.chance(0.45)) {
    words.push(
      `, ${conjunctions.draw(random)}`,
      random.pick(subjects),
      random.pick(modals),
      actions.draw(random),
      'it',
    );
  }
  return capital(words.join(' ').replaceAll(' ,', ','));
}

function predicate(random: Random): readonly string[] {
  const words = [verbs.draw(random), nounPhrase(random)];
  if (random.chance(0.15)) {
    words.unshift(adverbs.draw(random));
  }
  const tail = random.below(3);
  for (let index = 0; index < tail; index++) {
    words.push(prepositions.draw(random), nounPhrase(random));
  }
  if (random.chance(0.12)) {
    words.push('on', random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']));
  }
  return words;
}

function nounPhrase(random: Random): string {
  const kind = random.share();
  if (kind < 0.04) {
    return drawTown(random);
  }
  if (kind < 0.08) {
    return `the ${drawOrganisation(random)}`;
  }
  if (kind < 0.13) {
    return `${String(random.between(2, 900))} ${plural(nouns.draw(random))}`;
  }
  const noun = nouns.draw(random);
  const phrase = determined(random, random.chance(0.4) ? `${adjectives.draw(random)} ${noun}` : noun);
  return random.chance(0.2) ? `${phrase} of ${determined(random, nouns.draw(random))}` : phrase;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
