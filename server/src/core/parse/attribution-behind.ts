import { isOver, ledTo } from './attribution-behind-lead.ts';
import type { Subject } from './attribution-clauses.ts';
import { type Floor, floorOf } from './attribution-floor.ts';
import { isOutletLine, isSignature } from './attribution-headed.ts';
import type { Scene, Stage } from './attribution-scene.ts';
import { lastCharacter } from './attribution-sentences.ts';
import { speakerOf } from './attribution-speakers.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import {
  hasWords,
  is,
  isCapital,
  isPerson,
  isPossessive,
  isVerb,
  titlesBefore,
  wordAt,
} from './attribution-words.ts';
import { AUXILIARY, CONJUNCTION, MODAL, PREPOSITION, PRONOUN, RELATIVE, ROLE, TIME, TITLE } from './cues.ts';

/** `Lane was speaking at a meeting.`, `Lane made the remarks on Tuesday.` */
const SPEAKING =
  /^(?:(?:is|was|had been) (?:speaking|talking)|said (?:so|this|that|as much) (?:on|in|at|after|when|last|yesterday|today)|made (?:the|these|those|his|her) (?:comments?|remarks?|statements?|claims?))\b/;

/** No lead is longer, in tokens. */
const LONGEST_LEAD = 7;

/** What stands between a quotation and a name that signs it: a line's end, or what opens an emphasis. */
const SET_APART = /\n|<br ?\/?>|^\s+(?:[*_]{1,3}|<(?:cite|em|i|b|strong)>)$/;

/** `“We will close it.” So said Ana Lane.`: who said a quotation, where the sentence behind it tells nothing else. */
export function saidBehind(
  stage: Stage,
  block: number,
  { tokens, sentences }: Scene,
  sentence: number,
): Floor | undefined {
  const own = sentences[sentence];
  const signer = own && signerOnLine(stage, block, sentence, tokens, own.from + 1);
  if (signer) {
    return signer;
  }
  if (own === undefined || hasWords(tokens, own.from, own.to)) {
    return undefined;
  }
  const isLast = sentence + 1 === sentences.length;
  const at = isLast ? block + 1 : block;
  const behind = isLast && stage.blocks[at]?.kind !== 'paragraph' ? undefined : stage.scene(at);
  const next = behind?.sentences[isLast ? 0 : sentence + 1];
  const quotation = stage.quotations[tokens.refs[own.from] ?? -1];
  const isQuestion = quotation !== undefined && lastCharacter(stage.text, quotation) === '?';
  // Where one stands before the quotation as well, names lead.
  const before = sentences[sentence - 1];
  const signs = !isLast && !(before && toldAlone(tokens, before.from, before.to));
  const signed = signs && next ? toldAlone(tokens, next.from, next.to) : undefined;
  const subject = signed ?? (behind && next && speakerBehind(behind.tokens, next.from, next.to, isQuestion));
  const speaker = subject && speakerOf(stage, at, isLast ? 0 : sentence + 1, subject);
  return speaker && floorOf(speaker);
}

/**
 * `Ana Lane` or `Ana Lane, The Daily Lantern` as the last line of the same paragraph, or emphasised in the same line: it can lead
 * in nothing.
 */
export function signerOnLine(
  stage: Stage,
  block: number,
  sentence: number,
  tokens: Tokens,
  name: number,
): Floor | undefined {
  const before = tokens.ends[name - 1] ?? 0;
  const isSetApart = SET_APART.test(tokens.text.slice(before, tokens.starts[name]));
  // `“We will close it.” Ana Lane, The Daily Lantern`, and no more in the paragraph.
  const isAll = name === 1 && /[.?!][”"’']$/.test(tokens.text.slice(0, before));
  return tokens.kinds[name - 1] === Kind.quotation &&
    isPerson(tokens, name) &&
    (isSetApart ? isSignature(tokens, name + 1) : isAll && isOutletLine(tokens, name + 1))
    ? floorOf(speakerOf(stage, block, sentence, { kind: 'name', from: name, to: name + 1 }))
    : undefined;
}

/** `“Will you go?” The answer came from Lane: “No.”`: what leads to other words, or answers, is of whoever did not ask. */
function leadsOn(tokens: Tokens, from: number, to: number, isQuestion: boolean): boolean {
  const kinds = tokens.kinds.slice(from, to);
  const words = tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
  const answers = isQuestion && /\b(?:answer|reply|response)\b/.test(words);
  return answers || kinds.includes(Kind.quotation) || kinds.includes(Kind.colon);
}

function speakerBehind(tokens: Tokens, from: number, to: number, isQuestion: boolean): Subject | undefined {
  const source = sourceBehind(tokens, from, to);
  if (source || leadsOn(tokens, from, to, isQuestion)) {
    return source;
  }
  const speaking = speaksThere(tokens, from, to);
  if (speaking) {
    return speaking;
  }
  let lead = '';
  for (let index = from; index < Math.min(to, from + LONGEST_LEAD); index++) {
    const found = lead === '' ? undefined : ledTo(tokens, index, to, lead);
    if (found || tokens.kinds[index] !== Kind.word) {
      return found;
    }
    // `That’s`
    const word = wordAt(tokens, index)
      .toLowerCase()
      .replace(/[’']s$/, ' is');
    lead = lead === '' ? word : `${lead} ${word}`;
  }
  return undefined;
}

/** `Source: Ana Lane.`, `The speaker was Ana Lane.`, `Not my words, but those of Ana Lane.` */
const TO_SOURCE =
  /^(?:(?:the )?(?:source|speaker|author|words)(?::| (?:is|was))|said by|not (?:my|our|his|her|their) (?:own )?words,? but those of)$/i;

function sourceBehind(tokens: Tokens, from: number, to: number): Subject | undefined {
  let name = from;
  while (name < Math.min(to, from + LONGEST_LEAD + 2) && !isPerson(tokens, name)) {
    name++;
  }
  const first = name - titlesBefore(tokens, name, from - 1);
  if (!isPerson(tokens, name) || isPossessive(tokens, name)) {
    return undefined;
  }
  const lead = tokens.text.slice(tokens.starts[from], tokens.starts[first]).trimEnd();
  return TO_SOURCE.test(lead) && isOver(tokens, name + 1, to)
    ? { kind: 'name', from: name, to: name + 1 }
    : undefined;
}

/** `Ana Lane, harbour pilot, on Tuesday.`: who a sentence tells that says no more than who it is and when. */
function toldAlone(tokens: Tokens, from: number, to: number): Subject | undefined {
  let name = from;
  while (is(tokens, name, TITLE | ROLE)) {
    name++;
  }
  return isPerson(tokens, name) && !isPossessive(tokens, name) && isTelling(tokens, name + 1, to)
    ? { kind: 'name', from: name, to: name + 1 }
    : undefined;
}

/** Whether `, harbour pilot, on Tuesday` is all that stands from a token to the end. */
function isTelling(tokens: Tokens, start: number, to: number): boolean {
  const end = tokens.kinds[to - 1] === Kind.stop ? to - 1 : to;
  const isList = tokens.kinds[start] === Kind.comma && end - start <= LONGEST_LEAD + 3;
  let role = false;
  for (let index = start + 1; isList && index < end; index++) {
    role ||= is(tokens, index, ROLE);
    const isComma = tokens.kinds[index] === Kind.comma;
    const goesOn = isComma && (is(tokens, index + 1, TIME | PREPOSITION) || isCapital(tokens, index + 1));
    const isWord =
      tokens.kinds[index] === Kind.word &&
      !isVerb(tokens, index) &&
      !is(tokens, index, AUXILIARY | PRONOUN | RELATIVE | MODAL | CONJUNCTION);
    const isName = tokens.kinds[index] === Kind.name && !isPerson(tokens, index);
    if (!goesOn && !isWord && !isName) {
      return false;
    }
  }
  return role;
}

/** `Mayor Lane was speaking at a meeting.`, `With those words, Lane left.`: who opens a sentence that tells of a speech. */
function speaksThere(tokens: Tokens, from: number, to: number): Subject | undefined {
  const isWith = /^with (?:these|those) words,$/i.test(
    tokens.text.slice(tokens.starts[from], tokens.ends[from + 3]),
  );
  const start = isWith ? from + 4 : from;
  let name = start;
  while (name < to && is(tokens, name, TITLE | ROLE)) {
    name++;
  }
  if (!isPerson(tokens, name) || isPossessive(tokens, name)) {
    return undefined;
  }
  const behind = tokens.text.slice(tokens.starts[name + 1], tokens.ends[Math.min(to, name + 4) - 1]);
  return isWith || SPEAKING.test(behind) ? { kind: 'name', from: name, to: name + 1 } : undefined;
}
