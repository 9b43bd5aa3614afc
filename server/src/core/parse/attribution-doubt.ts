import type { Subject } from './attribution-clauses.ts';
import { entityOf, fits, isKindOfSomebody, namedBy, type Wanted } from './attribution-meant.ts';
import type { Scene, Sentence, Stage } from './attribution-scene.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { hasClass, is, isCapital, isThat, titlesBefore, wordAt } from './attribution-words.ts';
import { ADJUNCT, GROUP, INDEFINITE, PREPOSITION, RELATIVE, ROLE, TIME, TITLE } from './cues.ts';

/** `Lane denied Ortiz called it “rotten”. He …`: either may go on. */
export function isToldByOther(
  stage: Stage,
  { tokens }: Scene,
  { attributions }: Sentence,
  speaker: number,
  wanted: Wanted,
): boolean {
  const told = attributionTo(stage, tokens, attributions, speaker);
  const [teller, inner] = [attributions[told - 1], attributions[told]?.subject];
  if (teller?.strength !== 'says' || teller.subject?.kind !== 'name' || inner === undefined) {
    return false;
  }
  const other = namedBy(stage, tokens, teller.subject, wanted);
  // `Lane said she met Ortiz, who told her “…”. She …`
  const cue = attributions[told]?.cue.from ?? inner.to;
  const isAside = hasClass(tokens, inner.to, cue, RELATIVE);
  for (let index = teller.cue.to; index < inner.from && !isAside; index++) {
    if (tokens.kinds[index] !== Kind.word || !(isThat(tokens, index) || is(tokens, index, TITLE | ROLE))) {
      return false;
    }
  }
  return other !== undefined && other !== speaker && fits(stage, other, wanted);
}

/** `Forecaster Dilys Crane said …`, where Crane is taken for a body: `she` may well be whoever is called so. */
export function isUnknownPerson(stage: Stage, tokens: Tokens, { speaker, attributions }: Sentence): boolean {
  const isBody = speaker !== undefined && stage.entities[speaker]?.kind === 'organisation';
  return (
    isBody &&
    attributions.some(({ subject }) => {
      const last = subject?.kind === 'name' ? subject.from - 1 : -1;
      return last >= 0 && isKindOfSomebody(wordAt(tokens, last).toLowerCase());
    })
  );
}

/** `Lane, her tutor, told her: “…”. She …`: whoever is told may go on. */
export function isToldTo(
  stage: Stage,
  { tokens }: Scene,
  { attributions }: Sentence,
  speaker: number,
  wanted: Wanted,
): boolean {
  if (wanted === 'institution' || stage.entities[speaker]?.gender === wanted) {
    return false;
  }
  const { cue } = attributions[attributionTo(stage, tokens, attributions, speaker)] ?? {};
  const object = cue?.to ?? 0;
  const next = tokens.kinds[object + 1];
  // `told her mother`
  const isAlone = next !== Kind.name && (next !== Kind.word || is(tokens, object + 1, PREPOSITION | TIME));
  return isAlone && (wanted === 'female' ? 'her' : 'him') === wordAt(tokens, object);
}

/** `Lane wrote that it was “safe”; when I read it to Ortiz she laughed. “…,” she said.`: somebody else is named before a like pronoun. */
export function isNamedAgain(
  stage: Stage,
  { tokens }: Scene,
  { attributions, from, to }: Sentence,
  speaker: number,
  wanted: Wanted,
): boolean {
  if (wanted === 'institution' || stage.entities[speaker]?.gender === wanted) {
    return false;
  }
  const told = attributionTo(stage, tokens, attributions, speaker);
  let isOther = false;
  for (let index = attributions[told]?.cue.to ?? from; index < to; index++) {
    const entity =
      tokens.kinds[index] === Kind.name ? stage.mentions[tokens.refs[index] ?? -1]?.entity : undefined;
    if (entity !== undefined) {
      isOther =
        entity !== speaker && stage.entities[entity]?.kind === 'person' && fits(stage, entity, wanted);
    } else if (isOther && (wanted === 'female' ? /^she$/i : /^he$/i).test(wordAt(tokens, index))) {
      return true;
    }
  }
  return false;
}

/** `After a talk in which Lane defended his “plan”, Ortiz said he would go. He …`: whoever speaks in the main clause. */
export function mainSpeaker(
  stage: Stage,
  { tokens }: Scene,
  { from, attributions }: Sentence,
  speaker: number,
  wanted: Wanted,
): number | undefined {
  const aside = attributionTo(stage, tokens, attributions, speaker);
  const start = attributions[aside]?.subject?.from ?? from;
  const isAside = is(tokens, from, PREPOSITION | ADJUNCT | TIME) && hasClass(tokens, from, start, RELATIVE);
  const main = isAside
    ? attributions.slice(aside + 1).find(it => it.strength === 'says' && it.subject?.kind === 'name')
    : undefined;
  const entity = main?.subject && namedBy(stage, tokens, main.subject, wanted);
  return entity !== undefined && entity !== speaker && fits(stage, entity, wanted) ? entity : undefined;
}

/** `Even then, Lane points out, we do less than Ortiz promised. He …`: whoever tells so, not whom what is told compares with. */
export function tellerBefore(
  stage: Stage,
  tokens: Tokens,
  { attributions }: Sentence,
  inner: number,
  wanted: Wanted,
): number | undefined {
  const told = attributions[inner]?.subject;
  const first = told === undefined ? 0 : told.from - titlesBefore(tokens, told.from, 0);
  const teller = COMPARING.test(wordAt(tokens, first - 1))
    ? attributions.slice(0, inner).find(it => it.strength === 'says' && it.subject?.kind === 'name')
    : undefined;
  const entity = teller?.subject && namedBy(stage, tokens, teller.subject, wanted);
  return entity !== undefined && fits(stage, entity, wanted) ? entity : undefined;
}

const COMPARING = /^(?:than|as|like|what|when|because|since|after|before|until|if|where|which)$/;

/** The first of some attributions that names a speaker; −1 where none does. */
function attributionTo(
  stage: Stage,
  tokens: Tokens,
  attributions: Sentence['attributions'],
  speaker: number,
): number {
  return attributions.findIndex(
    it => it.subject?.kind === 'name' && entityOf(stage, tokens, it.subject) === speaker,
  );
}

/** `Lane also joked about Holm. “…,” he said.`: where a woman is called so and a man has the surname, too, either may joke. */
export function isSharedName(stage: Stage, tokens: Tokens, { from, to }: Subject, wanted: Wanted): boolean {
  const printed = tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
  return (
    wanted !== 'institution' &&
    !/\s/.test(printed) &&
    !is(tokens, from - 1, TITLE) &&
    stage.relatives(printed).some(it => stage.entities[it]?.gender === wanted)
  );
}

/** `Lane “still has the keys,” he said`: who has them need not be who says so. */
export function isSaidOf({ kinds }: Tokens, from: number, token: number): boolean {
  return kinds[from] === Kind.quotation && from === (kinds[token - 1] === Kind.comma ? token - 2 : token - 1);
}

/** A subject of unknown gender beside somebody who is known to fit. */
export function isDoubtful(
  stage: Stage,
  tokens: Tokens,
  from: number,
  to: number,
  subject: number,
  wanted: Wanted,
): boolean {
  if (wanted === 'institution' || stage.entities[subject]?.gender !== undefined) {
    return false;
  }
  for (let index = from; index < to; index++) {
    const entity =
      tokens.kinds[index] === Kind.name ? stage.mentions[tokens.refs[index] ?? -1]?.entity : undefined;
    if (
      entity !== undefined &&
      entity !== subject &&
      stage.entities[entity]?.gender === wanted &&
      stage.entities[entity].kind === 'person'
    ) {
      return true;
    }
  }
  return false;
}

/** `Lane supporters`, `the Lane campaign`: others. */
function isAttributive(tokens: Tokens, name: number): boolean {
  return is(tokens, name + 1, ROLE | GROUP | INDEFINITE) && !isCapital(tokens, name + 1)
    ? is(tokens, name + 1, GROUP | INDEFINITE) || wordAt(tokens, name + 1).endsWith('s')
    : /^(?:supporters|voters|backers|fans|critics|allies|loyalists|followers)$/.test(
        wordAt(tokens, name + 1),
      );
}

/** The only one named in a sentence whom a pronoun can mean; a doubt where there are more. */
export function onlyFitting(
  stage: Stage,
  tokens: Tokens,
  sentence: Sentence,
  wanted: Wanted,
): number | 'doubt' | undefined {
  let only: number | undefined;
  for (let index = sentence.from; index < sentence.to; index++) {
    if (
      tokens.kinds[index] !== Kind.name ||
      ((tokens.marks[index] ?? 0) & POSSESSIVE) !== 0 ||
      isAttributive(tokens, index)
    ) {
      continue;
    }
    const entity = stage.mentions[tokens.refs[index] ?? -1]?.entity;
    if (entity === undefined || entity === only || !fits(stage, entity, wanted)) {
      continue;
    }
    if (only !== undefined) {
      return 'doubt';
    }
    only = entity;
  }
  return only;
}

/** `Lane accused him of lying, saying he had …`: whoever is acted on may be meant as well. */
export function actsOn(tokens: Tokens, verb: number, wanted: Wanted): boolean {
  const isObject = (index: number): boolean => wordAt(tokens, index) === 'him';
  return wanted === 'male' && tokens.kinds[verb] === Kind.word && (isObject(verb + 1) || isObject(verb + 2));
}
