import { sentenceSubject, type Subject } from './attribution-clauses.ts';
import type { Sentence, Stage } from './attribution-scene.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isPerson, isPossessive, wordAt } from './attribution-words.ts';
import { classesOf, GROUP, ROLE, SPEECH, TITLE, WORK } from './cues.ts';

/** Whom a pronoun asks for. */
export type Wanted = 'female' | 'male' | 'institution';

/** What a pronoun asks for; undefined for others than of the third person. */
export function wantedBy(word: string): Wanted | undefined {
  switch (word.toLowerCase().replace(/['’].*$/, '')) {
    case 'he':
    case 'his':
      return 'male';
    case 'she':
    case 'her':
      return 'female';
    case 'it':
    case 'its':
      return 'institution';
    default:
      return undefined;
  }
}

/** Whether a pronoun can mean an entity. */
export function fits(stage: Stage, index: number, wanted: Wanted): boolean {
  const entity = stage.entities[index];
  if (!entity) {
    return false;
  }
  const gender = entity.gender ?? stage.pronounsOf.get(index)?.gender ?? wanted;
  return wanted === 'institution' ? entity.kind !== 'person' : entity.kind === 'person' && gender === wanted;
}

/** The entity that a name token stands for. */
export function entityOf(stage: Stage, tokens: Tokens, subject: Subject): number | undefined {
  return tokens.kinds[subject.from] === Kind.name
    ? stage.mentions[tokens.refs[subject.from] ?? -1]?.entity
    : undefined;
}

/** Whom a subject names, for a pronoun to mean: a surname that is a firm’s as well is the person’s where one has it. */
export function namedBy(stage: Stage, tokens: Tokens, subject: Subject, wanted: Wanted): number | undefined {
  const entity =
    entityOf(stage, tokens, subject) ??
    stage.entityNamed(tokens.text.slice(tokens.starts[subject.from], tokens.ends[subject.to - 1]));
  const isBody = entity !== undefined && stage.entities[entity]?.kind === 'organisation';
  return isBody && wanted !== 'institution' ? (stage.bearerOf(entity) ?? entity) : entity;
}

const SOMEBODY =
  /^(?:man|woman|boy|girl|person|passenger|mom|dad|kid|patient|caller|commentator|blogger|user|insider|observer|onlooker|bystander|customer|worker|employee|colleague|friend|tourist|protester|protestor|demonstrator|guard|sailor|fisherman|commuter|motorist|cyclist|teenager|pensioner|landlord|tenant|fan|spectator|reader|viewer|listener|builder|waiter|waitress)$/;

/** `docker`, `defender`, `cyclist`, `librarian`: what people do. */
const AGENT = /[^aeiou](?:er|or)$|(?:ist|ician|arian|man|woman|person)$/;

/** Whether a word tells what somebody is or does besides an office: `tourist`, `docker`; but `letter`, `banner` are texts. */
export function isKindOfSomebody(word: string): boolean {
  return SOMEBODY.test(word) || (AGENT.test(word) && (classesOf(word) & (SPEECH | WORK | GROUP)) === 0);
}

/** `my mother`, `the official`: one person, who has no name here. */
export function isSomebody(tokens: Tokens, subject: Subject): boolean {
  for (let index = subject.from; index < subject.to; index++) {
    if (
      is(tokens, index, ROLE) ||
      (tokens.kinds[index] === Kind.word && SOMEBODY.test(wordAt(tokens, index)))
    ) {
      return true;
    }
  }
  return false;
}

/** `Her counterpart, Ignacio Ruiz Calder, was …`: the person named right behind the description. */
export function inApposition(
  stage: Stage,
  tokens: Tokens,
  { to }: Subject,
  wanted: Wanted,
): number | undefined {
  let next = wordAt(tokens, to) === ',' ? to + 1 : to;
  // `His rival, Dr. Ana Lane, …`
  while (is(tokens, next, TITLE)) {
    next++;
  }
  const entity =
    tokens.kinds[next] === Kind.name ? stage.mentions[tokens.refs[next] ?? -1]?.entity : undefined;
  return entity !== undefined && fits(stage, entity, wanted) ? entity : undefined;
}

/** `Lane’s words were plain. He …`: whoever the subject of a sentence belongs to, where nobody else is named in it. */
export function ownerOfSubject(
  stage: Stage,
  tokens: Tokens,
  sentence: Sentence | undefined,
  wanted: Wanted,
): number | undefined {
  if (sentence === undefined || wanted === 'institution') {
    return undefined;
  }
  const subject = sentenceSubject(tokens, sentence.from, sentence.to);
  const from = subject?.from ?? 0;
  if (subject?.kind !== 'description' || !isPerson(tokens, from) || !isPossessive(tokens, from)) {
    return undefined;
  }
  const owner = namedBy(stage, tokens, { kind: 'name', from, to: from + 1 }, wanted);
  if (owner === undefined || !fits(stage, owner, wanted)) {
    return undefined;
  }
  for (let index = subject.to; index < sentence.to; index++) {
    if (isPerson(tokens, index) && stage.mentions[tokens.refs[index] ?? -1]?.entity !== owner) {
      return undefined;
    }
  }
  return owner;
}
