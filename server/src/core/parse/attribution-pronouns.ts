import {
  actsOn,
  isDoubtful,
  isNamedAgain,
  isSaidOf,
  isSharedName,
  isToldByOther,
  isToldTo,
  isUnknownPerson,
  mainSpeaker,
  onlyFitting,
  tellerBefore,
} from './attribution-doubt.ts';
import { phraseStartingAt, sentenceSubject } from './attribution-clauses.ts';
import { KINDS_OF_PEOPLE } from './attribution-trimmed.ts';
import { is, isCapital, isPossessive, isThe, wordAt } from './attribution-words.ts';
import { isOldSaying } from './attribution-old-saying.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { opensWithUnseen, tellsOfKin } from './attribution-unseen.ts';
import {
  fits,
  inApposition,
  isSomebody,
  namedBy,
  ownerOfSubject,
  type Wanted,
  wantedBy,
} from './attribution-meant.ts';
import { CONJUNCTION, PREPOSITION } from './cues.ts';
import { entityByRole } from './attribution-roles.ts';
import type { Scene, Sentence, Stage } from './attribution-scene.ts';
import type { BlockKind } from './reading.ts';

/** How many blocks of prose a pronoun may look back over. */
const REACH = 3;

/** And how many sentences, wherever they stand. */
const MOST_SENTENCES = 12;

/** Blocks that tell the story; a caption or a headline between them does not count. */
const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'blockquote', 'dateline', 'deck']);

/** An entity, or that it cannot be told. */
type Found = number | 'doubt' | undefined;

/** Whom a pronoun means: the nearest fitting subject before it; undefined where two people would fit. */
export function resolvePronoun(
  stage: Stage,
  block: number,
  sentenceIndex: number,
  token: number,
): number | undefined {
  const scene = stage.scene(block);
  const wanted = scene && wantedBy(wordAt(scene.tokens, token));
  if (!wanted) {
    return undefined;
  }
  // Whoever `she` was said of is not meant by `he` a line on; farther on, the one may be as wrong as the other.
  for (const [entity, told] of stage.pronounsOf) {
    if (told.block < block - 1) {
      stage.pronounsOf.delete(entity);
    }
  }
  const entity = nearestFitting(stage, scene, block, sentenceIndex, token, wanted);
  if (entity !== undefined && wanted !== 'institution') {
    stage.pronounsOf.set(entity, { gender: wanted, block });
  }
  return entity;
}

function nearestFitting(
  stage: Stage,
  scene: Scene,
  block: number,
  sentenceIndex: number,
  token: number,
  wanted: Wanted,
): number | undefined {
  const sentence = scene.sentences[sentenceIndex];
  if (!sentence) {
    return undefined;
  }
  const here = inOwnSentence(stage, scene, sentence, token, wanted);
  if (here === 'doubt' || (here !== undefined && !isClosing(scene.tokens, sentence, token))) {
    return settled(here);
  }
  const answers = isReply(scene.tokens, sentence, token);
  const earlier = inEarlierSentences(stage, scene, block, sentenceIndex, wanted, answers);
  if (typeof earlier === 'number' && isOldSaying(stage, scene.tokens, sentence, earlier, wanted)) {
    return undefined;
  }
  return settled(here !== undefined && typeof earlier !== 'number' ? here : earlier);
}

/** `Lane will close it, he said.`: whoever says so is not whom it is said of. */
function isClosing(tokens: Tokens, { from, attributions }: Sentence, token: number): boolean {
  const [attribution, ...others] = attributions;
  return (
    attribution?.subject?.from === token &&
    others.length === 0 &&
    tokens.kinds[token - 1] === Kind.comma &&
    tokens.kinds[attribution.cue.to] === Kind.stop &&
    tokens.kinds[token - 2] !== Kind.quotation &&
    !is(tokens, from, CONJUNCTION | PREPOSITION)
  );
}

/** `“And you were a clerk,” he replied.`: whoever spoke last is answered, and does not answer. */
function isReply(tokens: Tokens, { from, to }: Sentence, token: number): boolean {
  const isAnswer = (index: number): boolean =>
    /^(?:repli(?:ed|es)|answer(?:ed|s)|retort(?:ed|s)|counter(?:ed|s))$/.test(wordAt(tokens, index));
  if (
    !(isAnswer(token + 1) || isAnswer(token - 1)) ||
    tokens.kinds[from] !== Kind.quotation ||
    token - from > 2
  ) {
    return false;
  }
  for (let index = token + 1; index < to; index++) {
    // `he replied when asked …`
    if (/^(?:when|if|asked|pressed|after|question(?:ed|s)?)$/.test(wordAt(tokens, index))) {
      return false;
    }
  }
  return true;
}

function inEarlierSentences(
  stage: Stage,
  scene: Scene,
  block: number,
  sentenceIndex: number,
  wanted: Wanted,
  answers: boolean,
): Found {
  const first = Math.max(0, sentenceIndex - MOST_SENTENCES);
  for (let index = sentenceIndex - 1; index >= first; index--) {
    const before = scene.sentences[index];
    const isNext = index === sentenceIndex - 1;
    const found =
      inSentence(stage, scene, before, wanted) ??
      (isNext ? ownerOfSubject(stage, scene.tokens, before, wanted) : undefined);
    if (found !== undefined) {
      return found;
    }
  }
  if (stage.blocks[block]?.kind === 'cell') {
    return undefined;
  }
  let answered: number | undefined;
  for (let back = block - 1, read = 0; back >= 0 && read < (wanted === 'institution' ? 1 : REACH); back--) {
    if (!PROSE.has(stage.blocks[back]?.kind ?? 'code')) {
      continue;
    }
    read++;
    const earlier = stage.scene(back);
    const count = earlier?.sentences.length ?? 0;
    for (let index = count - 1; earlier && index >= Math.max(0, count - MOST_SENTENCES); index--) {
      const before = earlier.sentences[index];
      answered ??= answers && read === 1 ? before?.speaker : undefined;
      const found = inSentence(stage, earlier, before, wanted);
      if (found !== undefined && found !== answered) {
        return found;
      }
    }
  }
  return answered === undefined ? undefined : 'doubt';
}

function settled(found: Found): number | undefined {
  return found === 'doubt' ? undefined : found;
}

/** `Lane smiled as he said …`, `When Lane arrived, he said …` */
function inOwnSentence(stage: Stage, scene: Scene, sentence: Sentence, token: number, wanted: Wanted): Found {
  const { tokens } = scene;
  for (let index = sentence.attributions.length - 1; index >= 0; index--) {
    const attribution = sentence.attributions[index];
    if (
      attribution &&
      attribution.cue.to <= token &&
      attribution.subject?.kind === 'name' &&
      attribution.subject.to <= token
    ) {
      const entity = namedBy(stage, tokens, attribution.subject, wanted);
      if (entity !== undefined && fits(stage, entity, wanted)) {
        return actsOn(tokens, attribution.subject.to, wanted) ? 'doubt' : entity;
      }
    }
  }
  const lead = is(tokens, sentence.from, CONJUNCTION)
    ? phraseStartingAt(tokens, sentence.from + 1, token)
    : undefined;
  const subject = lead?.kind === 'name' ? lead : sentenceSubject(tokens, sentence.from, token);
  if (subject?.kind === 'name') {
    const entity = namedBy(stage, tokens, subject, wanted);
    if (entity !== undefined && fits(stage, entity, wanted)) {
      const isDoubt =
        isSaidOf(tokens, subject.to, token) ||
        isDoubtful(stage, tokens, sentence.from, token, entity, wanted);
      return isDoubt ? 'doubt' : entity;
    }
  }
  if (subject?.kind === 'description' && wanted !== 'institution' && isSomebody(tokens, subject)) {
    return inApposition(stage, tokens, subject, wanted) ?? entityByRole(stage, tokens, subject) ?? 'doubt';
  }
  const isAside = tokens.kinds[sentence.from + 1] === Kind.comma;
  if (wanted !== 'institution' && isAside && opensWithUnseen(tokens, sentence)) {
    return 'doubt';
  }
  // `Holt repeated his promise`: whoever Holt is, nobody from an earlier sentence.
  return subject?.kind === 'name' && /^(?:his|her)$/i.test(wordAt(tokens, token)) ? 'doubt' : undefined;
}

function inSentence(stage: Stage, scene: Scene, sentence: Sentence | undefined, wanted: Wanted): Found {
  if (!sentence) {
    return undefined;
  }
  const { tokens } = scene;
  if (sentence.speaker !== undefined && fits(stage, sentence.speaker, wanted)) {
    return isToldByOther(stage, scene, sentence, sentence.speaker, wanted) ||
      isToldTo(stage, scene, sentence, sentence.speaker, wanted) ||
      isNamedAgain(stage, scene, sentence, sentence.speaker, wanted)
      ? 'doubt'
      : (mainSpeaker(stage, scene, sentence, sentence.speaker, wanted) ?? sentence.speaker);
  }
  if (sentence.stranger || isUnknownPerson(stage, tokens, sentence)) {
    return 'doubt';
  }
  if (wanted !== 'institution' && opensWithUnseen(tokens, sentence)) {
    const unseen = stage.entityNamed(wordAt(tokens, sentence.from));
    if (unseen === undefined || fits(stage, unseen, wanted)) {
      return unseen ?? 'doubt';
    }
  }
  for (let index = sentence.attributions.length - 1; index >= 0; index--) {
    const subject = sentence.attributions[index]?.subject;
    if (subject?.kind === 'pronoun' && wantedBy(wordAt(tokens, subject.from)) === wanted) {
      // `Rosa Holt wept as she spoke of it. “…,” she said.`
      return inOwnSentence(stage, scene, sentence, subject.from, wanted);
    }
    const entity = subject?.kind === 'name' ? namedBy(stage, tokens, subject, wanted) : undefined;
    if (entity !== undefined && fits(stage, entity, wanted)) {
      return tellerBefore(stage, tokens, sentence, index, wanted) ?? entity;
    }
    // `Lane’s knee is well again, but the Scot said he was unsure.`, `…, but the judge ruled …`
    if (subject?.kind === 'description' && sentence.attributions[index]?.strength === 'says') {
      const byRole = entityByRole(stage, tokens, subject);
      if (byRole !== undefined && fits(stage, byRole, wanted)) {
        return byRole;
      }
      const last = subject.to - 1;
      if (
        isThe(tokens, subject.from) &&
        isCapital(tokens, last) &&
        KINDS_OF_PEOPLE.test(wordAt(tokens, last))
      ) {
        return 'doubt';
      }
    }
  }
  const subject = sentenceSubject(tokens, sentence.from, sentence.to);
  if (subject?.kind === 'pronoun' && wantedBy(wordAt(tokens, subject.from)) === wanted) {
    // `Aho told of the concert. She herself played it down.`: somebody else than who spoke last.
    return /^(?:her|him)self$/.test(wordAt(tokens, subject.to)) ? 'doubt' : undefined;
  }
  if (subject?.kind === 'description' && wanted !== 'institution' && isSomebody(tokens, subject)) {
    return inApposition(stage, tokens, subject, wanted) ?? entityByRole(stage, tokens, subject) ?? 'doubt';
  }
  // `The bank’s Holt branch`: the place is not whoever acts there.
  if (subject?.kind === 'name' && wanted === 'institution' && isPossessive(tokens, subject.from - 1)) {
    return 'doubt';
  }
  if (subject?.kind === 'name') {
    const entity = namedBy(stage, tokens, subject, wanted);
    if (entity !== undefined && fits(stage, entity, wanted)) {
      return isDoubtful(stage, tokens, sentence.from, sentence.to, entity, wanted) ? 'doubt' : entity;
    }
    if (isSharedName(stage, tokens, subject, wanted)) {
      return 'doubt';
    }
  }
  if (wanted === 'institution') {
    return undefined;
  }
  // `The news came from her husband, the actor. “…,” he said.`
  return (
    onlyFitting(stage, tokens, sentence, wanted) ??
    (tellsOfKin(tokens, sentence, wanted) ? 'doubt' : undefined)
  );
}
