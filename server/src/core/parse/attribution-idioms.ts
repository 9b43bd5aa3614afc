import { phraseStartingAt, sentenceSubject, type Subject } from './attribution-clauses.ts';
import { type Attribution } from './attribution-find.ts';
import { cueFirst, sign, subjectFirst } from './attribution-sign.ts';
import { phraseEndingAt } from './attribution-phrases.ts';
import { invertedSubject, mainSubject } from './attribution-subjects.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { is, isPerson, isThat, isThe, wordAt } from './attribution-words.ts';
import { AUXILIARY, BE, CONJUNCTION, CUE, DETERMINER, MODAL, PREPOSITION, PRONOUN } from './cues.ts';
import { Lettered } from '../text/lettered.ts';

/** No farther from a noun stands whose it is, in tokens. */
const NEAR = 3;

/** Speech by a set phrase: `according to Lane`, `in her words`, `Lane's claim that`, `used the phrase`. */
export function setPhrase(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  return (
    accordingTo(tokens, index, to) ??
    inWords(tokens, index, from, to) ??
    heldView(tokens, index, from) ??
    ownedClaim(tokens, index, from) ??
    claimBy(tokens, index, to) ??
    usedPhrase(tokens, index, from, to)
  );
}

function accordingTo(tokens: Tokens, index: number, to: number): Attribution | undefined {
  const isPer = /^[Pp]er$/.test(wordAt(tokens, index));
  if (!isPer && (!/^[Aa]ccording$/.test(wordAt(tokens, index)) || wordAt(tokens, index + 1) !== 'to')) {
    return undefined;
  }
  const end = isPer ? index + 1 : index + 2;
  const subject = invertedSubject(tokens, end - 1, to);
  if (isPer && (subject?.kind !== 'name' || !isPerson(tokens, subject.from))) {
    return undefined;
  }
  return cueFirst('says', { from: index, to: end }, subject);
}

/** What `in Lane's …` gives to Lane. */
const VIEWS = /^(?:words|phrase|view|opinion|telling|estimation|assessment)$/;

/** `in the words of Lane`, `in Lane's words`, `in his view`; `index` is at `words`. */
function inWords(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  if (!VIEWS.test(wordAt(tokens, index))) {
    return undefined;
  }
  let start = index - 2;
  while (start > from && index - start < 4 && !isIn(tokens, start) && !isBorrowing(tokens, start)) {
    start--;
  }
  if (start < from || !(isIn(tokens, start) || isBorrowing(tokens, start))) {
    return undefined;
  }
  const owner = start + 1;
  let subject: Subject | undefined;
  if (wordAt(tokens, index + 1) === 'of') {
    subject = phraseStartingAt(tokens, index + 2, to);
  } else if (tokens.kinds[owner] === Kind.name && ((tokens.marks[owner] ?? 0) & POSSESSIVE) !== 0) {
    subject = { kind: 'name', from: owner, to: owner + 1 };
  } else if (/^(?:his|her|its|their)$/.test(wordAt(tokens, owner))) {
    subject = { kind: 'pronoun', from: owner, to: owner + 1 };
  } else {
    return undefined;
  }
  const end = Math.max(index + 1, subject?.to ?? 0);
  const first = isIn(tokens, start) ? start : start - 1;
  return sign({
    strength: 'says',
    cue: { from: first, to: index + 1 },
    subject,
    order: 'cue first',
    from: first,
    to: end,
  });
}

function isIn(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  return word === 'in' || word === 'In';
}

/** `to use Lane’s words`, `to borrow her phrase` */
function isBorrowing(tokens: Tokens, index: number): boolean {
  return /^(?:use|borrow|quote|echo)$/.test(wordAt(tokens, index)) && /^to$/i.test(wordAt(tokens, index - 1));
}

/** `Lane takes the view that “…”`, `Lane is of the opinion that “…”` */
function heldView(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (!/^(?:view|opinion|belief)$/.test(wordAt(tokens, index)) || !isThat(tokens, index + 1)) {
    return undefined;
  }
  const isOf =
    is(tokens, index - 3, BE) && /^of the$/.test(`${wordAt(tokens, index - 2)} ${wordAt(tokens, index - 1)}`);
  const isTaken =
    /^(?:takes?|took|taken|holds?|held)$/.test(wordAt(tokens, index - 2)) && isThe(tokens, index - 1);
  const verb = isOf ? index - 3 : index - 2;
  const subject =
    isOf || isTaken
      ? phraseEndingAt(tokens, is(tokens, verb - 1, AUXILIARY) ? verb - 2 : verb - 1, from)
      : undefined;
  return subject && subjectFirst('says', { from: verb, to: index + 1 }, subject);
}

/** What people make that is speech, before `that` or the marks: `Lane's claim that “…”`. */
const CLAIMS = new Set(
  `claim claims statement assertion remark comment suggestion promise warning argument contention allegation vow pledge description
  assessment admission insistence declaration prediction reference words phrase`.split(/\s+/),
);

/** Others judge remarks (`called Lane’s remarks “…”`), unless whole sentences stand between commas or dashes. */
const REMARKS = /^(?:remarks|comments)$/;

/** Whether a whole sentence follows by the way: `, “…,”`, `– “…” –` */
function isApposed(tokens: Tokens, index: number): boolean {
  const kind = tokens.kinds[index];
  return (kind === Kind.comma || kind === Kind.dash) && isWholeSentence(tokens, index + 1);
}

/** `Lane's claim that “…”`, `his promise of “…”`, `Lane’s comments – “…” –` */
function ownedClaim(tokens: Tokens, index: number, from: number): Attribution | undefined {
  const apposed = isApposed(tokens, index + 1);
  if (!CLAIMS.has(wordAt(tokens, index)) && !(apposed && REMARKS.test(wordAt(tokens, index)))) {
    return undefined;
  }
  const next = wordAt(tokens, index + 1);
  const that = thatBehind(tokens, index + 1);
  const takesWords =
    that !== undefined ||
    next === 'of' ||
    next === 'about' ||
    next === 'to' ||
    tokens.kinds[index + 1] === Kind.quotation ||
    apposed;
  const subject = takesWords ? possessorOf(tokens, index, from, NEAR, /^(?:his|her|its)$/i) : undefined;
  return subject && subjectFirst('judges', { from: index, to: that ?? index + 1 }, subject);
}

/** So far behind a claim may stand what is claimed: `his statement before the vote on Tuesday that “…”`. */
const LONGEST_CIRCUMSTANCE = 8;

/** `that` behind a claim, or behind when and where it was made. */
function thatBehind(tokens: Tokens, start: number): number | undefined {
  const isCircumstance = is(tokens, start, PREPOSITION) && !/^(?:of|about|to)$/.test(wordAt(tokens, start));
  let index = start;
  while (
    isCircumstance &&
    index - start < LONGEST_CIRCUMSTANCE &&
    !isThat(tokens, index) &&
    (tokens.kinds[index] === Kind.name ||
      (tokens.kinds[index] === Kind.word &&
        !is(tokens, index, CUE | AUXILIARY | MODAL | PRONOUN | CONJUNCTION)))
  ) {
    index++;
  }
  return isThat(tokens, index) ? index : undefined;
}

/** `The words of Lane, “…,” were heard.` */
function claimBy(tokens: Tokens, index: number, to: number): Attribution | undefined {
  const word = wordAt(tokens, index);
  const isClaim =
    (CLAIMS.has(word) || REMARKS.test(word)) && /^(?:of|by|from)$/.test(wordAt(tokens, index + 1));
  const subject = isClaim ? phraseStartingAt(tokens, index + 2, to) : undefined;
  return subject?.kind === 'name' && isApposed(tokens, subject.to)
    ? cueFirst('judges', { from: index, to: index + 2 }, subject)
    : undefined;
}

/** `Lane has used the phrase “…”`, `With the words “…,” Lane left` */
function usedPhrase(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  if (
    tokens.kinds[index + 1] !== Kind.quotation ||
    !/^(?:phrase|term|words?|slogan|expression|line)$/.test(wordAt(tokens, index))
  ) {
    return undefined;
  }
  const verb = index - 2;
  const isWith = verb === from && /^with$/i.test(wordAt(tokens, verb)) && isThe(tokens, index - 1);
  const leaver = isWith ? mainSubject(tokens, index, to) : undefined;
  if (leaver) {
    return cueFirst('judges', { from, to: index + 1 }, leaver);
  }
  if (
    verb <= from ||
    !/^(?:us(?:ed?|es|ing)|coined|repeat(?:s|ed|ing)|invoked)$/.test(wordAt(tokens, verb))
  ) {
    return undefined;
  }
  const subject = sentenceSubject(tokens, from, verb);
  return subject && subject.kind !== 'description'
    ? sign({
        strength: 'judges',
        cue: { from: verb, to: index + 1 },
        subject,
        order: 'shared',
        from: verb,
        to: index + 1,
      })
    : undefined;
}

/**
 * Whose a noun is: `Lane’s blunt answer`, and `her reply` where pronouns count. No farther back than `floor`, and `reach` tokens
 * from the noun.
 */
export function possessorOf(
  tokens: Tokens,
  noun: number,
  floor: number,
  reach: number,
  pronouns?: RegExp,
): Subject | undefined {
  for (let owner = noun - 1; owner >= Math.max(floor, noun - reach); owner--) {
    if (tokens.kinds[owner] === Kind.name && ((tokens.marks[owner] ?? 0) & POSSESSIVE) !== 0) {
      return { kind: 'name', from: owner, to: owner + 1 };
    }
    if (tokens.kinds[owner] !== Kind.word) {
      return undefined;
    }
    if (pronouns?.test(wordAt(tokens, owner)) === true) {
      return { kind: 'pronoun', from: owner, to: owner + 1 };
    }
    // `Lane’s most famous line`
    if (is(tokens, owner, DETERMINER | PREPOSITION | CONJUNCTION) && wordAt(tokens, owner) !== 'most') {
      return undefined;
    }
  }
  return undefined;
}

/** So many characters of a quotation, marks among them, make a sentence. */
const SHORTEST_SENTENCE = 16;

const CAPITAL_FIRST = new Lettered(String.raw`^[^\p{L}\p{N}]{1,3}\p{Lu}`, 'u');
const CLOSED = new Lettered(String.raw`[.!?…,][^\p{L}\p{N}]{0,2}$`, 'u');

/** Whether a token is a quotation of whole sentences. */
export function isWholeSentence(tokens: Tokens, index: number): boolean {
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[index] ?? 0;
  return (
    tokens.kinds[index] === Kind.quotation &&
    end - start >= SHORTEST_SENTENCE &&
    CAPITAL_FIRST.test(tokens.text.slice(start, start + 4)) &&
    CLOSED.test(tokens.text.slice(end - 3, end))
  );
}
