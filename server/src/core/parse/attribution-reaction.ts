import { sentenceSubject, type Subject } from './attribution-clauses.ts';
import { possessorOf } from './attribution-idioms.ts';
import { TAKE } from './attribution-colon.ts';
import type { Stage } from './attribution-scene.ts';
import { isSentenceLike } from './attribution-sentences.ts';
import { isNamedPerson, speakerOf } from './attribution-speakers.ts';
import { mainSubject } from './attribution-subjects.ts';
import type { Tokens } from './attribution-tokens.ts';
import {
  hasClass,
  is,
  isCoordinator,
  isPerson,
  isPossessive,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import { AUXILIARY, BE, MODAL, ROLE, SPEECH, TITLE } from './cues.ts';
import type { QuotationSpan } from './marks.ts';
import type { Speaker } from './reading.ts';

/** A sentence of more tokens tells a story of its own. */
const LONGEST_REACTION = 14;

/** Words for whoever is not speaking; of somebody whose gender is known, those that can mean them. */
const THIRD = {
  female: /\b(?:she|hers?)\b/i,
  male: /\b(?:he|him|his)\b/i,
  unknown: /\b(?:s?he|him|hers?|his)\b/i,
};

/**
 * `Ana Lane was not impressed. “It is rotten.”`: a short sentence about one person, who is not spoken of in the words behind
 * it, leads to what they say.
 */
export function reactsAlone(
  stage: Stage,
  block: number,
  sentence: number,
  quotation: QuotationSpan | undefined,
): Speaker | undefined {
  const scene = stage.scene(block);
  const { tokens, sentences } = scene ?? {};
  const reaction = sentences?.[sentence];
  if (!tokens || !reaction || !quotation || !isSentenceLike(stage.text, quotation)) {
    return undefined;
  }
  const { from, to, attributions } = reaction;
  const said = stage.text.slice(quotation.start, quotation.end).trimEnd();
  const isSaid = is(tokens, to - 2, SPEECH) || TAKE.test(wordAt(tokens, to - 2));
  const owner = wordAt(tokens, to - 1) === '?' && isSaid && ownerOf(tokens, to - 2, from);
  const asked = owner ? owner : (askedOf(tokens, from, to) ?? givenFrom(tokens, from, to));
  if (asked) {
    return speakerOf(stage, block, sentence, asked);
  }
  const wondered = wonderedAt(tokens, from, to);
  if (wondered) {
    const speaker = speakerOf(stage, block, sentence, wondered);
    const isOfThem = THIRD[/^she$/i.test(wordAt(tokens, wondered.from)) ? 'female' : 'male'].test(said);
    return isOfThem || !isNamedPerson(stage, speaker) ? undefined : speaker;
  }
  const answers = isAskedThere(tokens, from) ? mainSubject(tokens, from, to) : undefined;
  const isShort = to - from <= LONGEST_REACTION && wordAt(tokens, to - 1) === '.';
  if (
    !isShort ||
    !/[.!?…]$/.test(said) ||
    attributions.some(
      it => it.strength !== 'beside' && !(it.asks && it.denied) && it.cue.to > (answers?.from ?? from),
    )
  ) {
    return undefined;
  }
  const head = answers ?? predicateOf(tokens, from, to - 1) ?? sentenceSubject(tokens, from, to);
  const subject = head && (respondent(tokens, head) ?? head);
  if (!subject || subject.kind === 'description' || hasOthers(tokens, from, to, subject.from)) {
    return undefined;
  }
  const speaker = speakerOf(stage, block, sentence, subject);
  const gender = stage.entities[speaker.entity ?? -1]?.gender ?? 'unknown';
  const isSpokenOf =
    (!isAskedThere(tokens, from) && THIRD[gender].test(said)) ||
    speaker.name.split(/\s+/).some(it => it.length > 2 && said.includes(it));
  return isSpokenOf || !isNamedPerson(stage, speaker) ? undefined : speaker;
}

/** `Asked if she blamed the mayor, Lane shrugged. “She did not build it.”`: what follows is the answer, whoever is spoken of. */
function isAskedThere(tokens: Tokens, from: number): boolean {
  return /^(?:Asked|Pressed|Challenged|Questioned|Quizzed)$/.test(wordAt(tokens, from));
}

/** `This is from Ana Lane, the former mayor, on the levy.`: whose the words below are. */
function givenFrom(tokens: Tokens, from: number, to: number): Subject | undefined {
  const start = isCoordinator(tokens, from) || /^also$/i.test(wordAt(tokens, from)) ? from + 1 : from;
  const isGiven =
    /^(?:this|these|here|that)$/i.test(wordAt(tokens, start)) &&
    (is(tokens, start + 1, BE) || /^comes?$/.test(wordAt(tokens, start + 1))) &&
    wordAt(tokens, start + 2) === 'from' &&
    to - start <= LONGEST_GIFT;
  let name = start + 3;
  while (name < to && is(tokens, name, TITLE | ROLE)) {
    name++;
  }
  const isAlone = isPerson(tokens, name) && !isPossessive(tokens, name) && !hasOthers(tokens, from, to, name);
  return isGiven && isAlone ? { kind: 'name', from: name, to: name + 1 } : undefined;
}

/** No sentence that only tells whose words follow is longer, in tokens. */
const LONGEST_GIFT = 24;

/** `Does she regret it? “Not for a minute.”`: whoever the reporter asks himself about in passing, and lets answer. */
function wonderedAt(tokens: Tokens, from: number, to: number): Subject | undefined {
  const verb = isCoordinator(tokens, from) ? from + 1 : from;
  const isAsked =
    wordAt(tokens, to - 1) === '?' &&
    is(tokens, verb, AUXILIARY | MODAL) &&
    /^s?he$/.test(wordAt(tokens, verb + 1)) &&
    WONDERED.test(wordAt(tokens, verb + 2));
  return isAsked ? { kind: 'pronoun', from: verb + 1, to: verb + 2 } : undefined;
}

/** What only somebody can tell of themselves. */
const WONDERED =
  /^(?:think|believe|feel|regret|mind|miss|worry|want|wish|hope|fear|plan|remember|expect|care|like|ever|still|really)$/;

/** `What does Ana Lane think? “It is rotten.”` */
function askedOf(tokens: Tokens, from: number, to: number): Subject | undefined {
  let name = from + 2;
  while (name < to && is(tokens, name, TITLE | ROLE)) {
    name++;
  }
  const isAsked =
    wordAt(tokens, to - 1) === '?' &&
    /^(?:what|how)$/i.test(wordAt(tokens, from)) &&
    /^(?:do|does|did)$/.test(wordAt(tokens, from + 1)) &&
    /^(?:think|say|feel|answer|reply|respond|see|make)$/.test(wordAt(tokens, name + 1));
  return isAsked && isPerson(tokens, name) ? { kind: 'name', from: name, to: name + 1 } : undefined;
}

/** `Ana Lane’s response to the report was blunt.`: whose it is. */
function respondent(tokens: Tokens, { from, to, kind }: Subject): Subject | undefined {
  const isText = kind === 'description' && hasClass(tokens, from + 1, to, SPEECH);
  return isText && isPerson(tokens, from) && isPossessive(tokens, from)
    ? { kind: 'name', from, to: from + 1 }
    : undefined;
}

/** `Ana Lane’s answer? “It is rotten.”` */
function ownerOf(tokens: Tokens, noun: number, from: number): Subject | undefined {
  const owner = possessorOf(tokens, noun, from, noun - from, /^(?:his|her)$/i);
  // `And Lane’s answer?`
  const start = isCoordinator(tokens, from) ? from + 1 : from;
  return owner?.from === start ? owner : undefined;
}

/** `One of them is Ana Lane.`, `Among the critics was Mayor Ana Lane.`, `The last word goes to Lane.` */
function predicateOf(tokens: Tokens, from: number, stop: number): Subject | undefined {
  const name = stop - 1;
  const first = name - titlesBefore(tokens, name, from);
  const isLeft =
    wordAt(tokens, first - 1) === 'to' &&
    /^(?:goes|went|belongs)$/.test(wordAt(tokens, first - 2)) &&
    /^(?:word|line|quote)$/.test(wordAt(tokens, first - 3));
  return isPerson(tokens, name) && first > from + 1 && (isLeft || is(tokens, first - 1, BE))
    ? { kind: 'name', from: name, to: stop }
    : undefined;
}

/** Whether somebody else is named in a sentence. */
function hasOthers(tokens: Tokens, from: number, to: number, subject: number): boolean {
  for (let index = from; index < to; index++) {
    if (index !== subject && isPerson(tokens, index)) {
      return true;
    }
  }
  return false;
}
