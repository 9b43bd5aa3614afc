import { wordSet } from '../text/word-set.ts';
import { phraseStartingAt, type Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence, possessorOf } from './attribution-idioms.ts';
import { sign, subjectFirst } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import { BE, SPEECH } from './cues.ts';

/** No more words than these stand between `Lane’s` and `answer`. */
const LONGEST_EPITHET = 3;

/** And between `answer` and `was`: `Lane’s answer to the people of Holt was “…”`. */
const LONGEST_COMPLEMENT = 8;

/** A statement that “was ‘false’” is judged by another; an answer that “was ‘no’” is told. */
const TOLD = /^(?:answer|reply|response|message|motto|slogan|advice)$/;

/** `“…,” came his reply` */
const COMING = wordSet('come comes came');

/** `Lane’s answer was “…”`, `“…” was his reply`: words of speech that a verb of being makes somebody’s. */
export function spokenOf(tokens: Tokens, verb: number, from: number, to: number): Attribution | undefined {
  const isBeing = is(tokens, verb, BE);
  if (!isBeing && !COMING.has(wordAt(tokens, verb))) {
    return undefined;
  }
  if (isBeing && isQuoted(tokens, verb + 1) && verb + 1 < to) {
    for (let noun = verb - 1; noun > from && verb - noun <= LONGEST_COMPLEMENT; noun--) {
      if (tokens.kinds[noun] !== Kind.word && tokens.kinds[noun] !== Kind.name) {
        return undefined;
      }
      const word = wordAt(tokens, noun);
      const isTold = TOLD.test(word) || (word === 'words' && isWholeSentence(tokens, verb + 1));
      const owner = isTold ? ownerOf(tokens, noun, from) : undefined;
      if (owner) {
        return subjectFirst('says', { from: noun, to: verb + 1 }, owner);
      }
    }
    return undefined;
  }
  const before = verb - (tokens.kinds[verb - 1] === Kind.comma ? 2 : 1);
  if (before < from || !isQuoted(tokens, before)) {
    return undefined;
  }
  for (let noun = verb + 2; noun < to && noun - verb <= LONGEST_EPITHET + 2; noun++) {
    const owner = is(tokens, noun, SPEECH) ? ownerOf(tokens, noun, verb + 1) : undefined;
    const giver = is(tokens, noun, SPEECH) && owner === undefined ? giverOf(tokens, noun, to) : undefined;
    if (owner?.from === verb + 1 || giver) {
      return sign({
        strength: 'says',
        cue: { from: verb, to: noun + 1 },
        subject: giver ?? owner,
        order: 'cue first',
        from: verb,
        to: giver?.to ?? noun + 1,
      });
    }
  }
  return undefined;
}

/** `the answer from Lane` */
function giverOf(tokens: Tokens, noun: number, to: number): Subject | undefined {
  const giver = /^(?:from|of)$/.test(wordAt(tokens, noun + 1))
    ? phraseStartingAt(tokens, noun + 2, to)
    : undefined;
  return giver?.kind === 'name' ? giver : undefined;
}

function ownerOf(tokens: Tokens, noun: number, floor: number): Subject | undefined {
  return possessorOf(tokens, noun, floor, LONGEST_EPITHET + 1, /^(?:his|her)$/i);
}

function isQuoted(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] === Kind.quotation;
}
