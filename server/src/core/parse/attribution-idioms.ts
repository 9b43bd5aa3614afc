import { phraseStartingAt, sentenceSubject, type Subject } from './attribution-clauses.ts';
import { type Attribution } from './attribution-find.ts';
import { sign } from './attribution-sign.ts';
import { invertedSubject } from './attribution-subjects.ts';
import { Kind, POSSESSIVE, type Tokens } from './attribution-tokens.ts';
import { is, wordAt } from './attribution-words.ts';
import { CONJUNCTION, DETERMINER, INDEFINITE, PREPOSITION, ROLE, SPEECH } from './cues.ts';

/** No farther from a noun stands whose it is, in tokens. */
const NEAR = 3;

/** Speech by a set phrase: `according to Lane`, `in her words`, `Lane's claim that`, `used the phrase`. */
export function setPhrase(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  return (
    accordingTo(tokens, index, to) ??
    inWords(tokens, index, from, to) ??
    ownedClaim(tokens, index, from) ??
    usedPhrase(tokens, index, from)
  );
}

function accordingTo(tokens: Tokens, index: number, to: number): Attribution | undefined {
  const word = wordAt(tokens, index);
  if ((word !== 'according' && word !== 'According') || wordAt(tokens, index + 1) !== 'to') {
    return undefined;
  }
  const subject = invertedSubject(tokens, index + 1, to);
  return sign({
    strength: 'says',
    cue: { from: index, to: index + 2 },
    subject,
    order: 'cue first',
    from: index,
    to: subject?.to ?? index + 2,
  });
}

/** What `in Lane's …` gives to Lane. */
const VIEWS = /^(?:words|view|opinion|telling|estimation|assessment)$/;

/** `in the words of Lane`, `in Lane's words`, `in his view`; `index` is at `words`. */
function inWords(tokens: Tokens, index: number, from: number, to: number): Attribution | undefined {
  if (!VIEWS.test(wordAt(tokens, index))) {
    return undefined;
  }
  let start = index - 2;
  while (start > from && index - start < 4 && !isIn(tokens, start)) {
    start--;
  }
  if (start < from || !isIn(tokens, start)) {
    return undefined;
  }
  const owner = start + 1;
  let subject: Subject | undefined;
  if (wordAt(tokens, index) === 'words' && wordAt(tokens, index + 1) === 'of') {
    subject = phraseStartingAt(tokens, index + 2, to);
  } else if (tokens.kinds[owner] === Kind.name && ((tokens.marks[owner] ?? 0) & POSSESSIVE) !== 0) {
    subject = { kind: 'name', from: owner, to: owner + 1 };
  } else if (/^(?:his|her|its|their)$/.test(wordAt(tokens, owner))) {
    subject = { kind: 'pronoun', from: owner, to: owner + 1 };
  } else {
    return undefined;
  }
  const end = Math.max(index + 1, subject?.to ?? 0);
  return sign({
    strength: 'says',
    cue: { from: start, to: index + 1 },
    subject,
    order: 'cue first',
    from: start,
    to: end,
  });
}

function isIn(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  return word === 'in' || word === 'In';
}

/** What people make that is speech, before `that` or the marks: `Lane's claim that “…”`. */
const CLAIMS = new Set(
  `claim claims statement assertion remark comment suggestion promise warning argument contention allegation vow pledge description
  assessment admission insistence declaration prediction reference words phrase`.split(/\s+/),
);

/** `Lane's claim that “…”`, `his promise of “…”` */
function ownedClaim(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (!CLAIMS.has(wordAt(tokens, index))) {
    return undefined;
  }
  const next = wordAt(tokens, index + 1);
  const takesWords =
    next === 'that' ||
    next === 'of' ||
    next === 'about' ||
    next === 'to' ||
    tokens.kinds[index + 1] === Kind.quotation;
  const subject = takesWords ? possessorOf(tokens, index, from, NEAR, /^(?:his|her|its)$/i) : undefined;
  return (
    subject &&
    sign({
      strength: 'judges',
      cue: { from: index, to: index + 1 },
      subject,
      order: 'subject first',
      from: subject.from,
      to: index + 1,
    })
  );
}

/** `Lane has used the phrase “…”` */
function usedPhrase(tokens: Tokens, index: number, from: number): Attribution | undefined {
  if (
    tokens.kinds[index + 1] !== Kind.quotation ||
    !/^(?:phrase|term|words?|slogan|expression|line)$/.test(wordAt(tokens, index))
  ) {
    return undefined;
  }
  const verb = index - 2;
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

/** `“…” — Ana Lane, mayor of Holt` */
export function afterDash(tokens: Tokens, dash: number, from: number, to: number): Attribution | undefined {
  const before = tokens.kinds[dash - 1];
  if (
    before !== Kind.quotation &&
    !(before === Kind.stop && tokens.kinds[dash - 2] === Kind.quotation && dash - 2 >= from)
  ) {
    return undefined;
  }
  return signed(tokens, dash, to);
}

/** `— Ana Lane, mayor of Holt` */
export function signed(tokens: Tokens, dash: number, to: number): Attribution | undefined {
  const subject = phraseStartingAt(tokens, dash + 1, to);
  if (subject?.kind !== 'name') {
    return undefined;
  }
  const after = tokens.kinds[subject.to];
  const closes =
    subject.to >= to ||
    after === Kind.comma ||
    after === Kind.open ||
    after === Kind.stop ||
    after === Kind.quotation;
  return closes
    ? sign({
        strength: 'says',
        cue: { from: dash, to: dash + 1 },
        subject,
        order: 'cue first',
        from: dash,
        to: subject.to,
      })
    : undefined;
}

/** `LANE: “…”`, `Mayor: ‘…’` */
export function beforeColon(tokens: Tokens, colon: number, from: number): Attribution | undefined {
  const shows = wordAt(tokens, from) === 'Here' && /^(?:is|[’']s)$/.test(wordAt(tokens, from + 1)) ? 2 : 0;
  const subject = phraseStartingAt(tokens, from + shows, colon);
  if (!subject || subject.to !== colon || subject.kind === 'pronoun') {
    return undefined;
  }
  if (subject.kind === 'description' && !is(tokens, colon - 1, ROLE | INDEFINITE)) {
    return undefined;
  }
  return sign({
    strength: 'beside',
    cue: { from: colon, to: colon + 1 },
    subject,
    order: 'subject first',
    from,
    to: colon + 1,
  });
}

/** `Lane had a simple answer: “…”`, `He took to Twitter with a message: “…”` */
export function speechNoun(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  if (
    (tokens.kinds[colon + 1] !== Kind.quotation && colon + 1 < tokens.count) ||
    colon >= to ||
    earlier.some(it => colon - it.cue.to < 8)
  ) {
    return undefined;
  }
  let noun = colon - 1;
  while (noun > from && colon - noun < 6 && !is(tokens, noun, SPEECH)) {
    noun--;
  }
  const subject = is(tokens, noun, SPEECH)
    ? (possessorOf(tokens, noun, from, NEAR) ?? sentenceSubject(tokens, from, noun))
    : undefined;
  return subject && subject.kind !== 'description'
    ? sign({
        strength: 'beside',
        cue: { from: noun, to: noun + 1 },
        subject,
        order: 'shared',
        from: noun,
        to: colon,
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
    if (is(tokens, owner, DETERMINER | PREPOSITION | CONJUNCTION)) {
      return undefined;
    }
  }
  return undefined;
}

/** So many characters of a quotation, marks among them, make a sentence. */
const SHORTEST_SENTENCE = 25;

/** `Lane went even further: “We will close the quay.”`: whole sentences behind a colon are those of the subject. */
export function leadIn(
  tokens: Tokens,
  colon: number,
  from: number,
  to: number,
  earlier: readonly Attribution[],
): Attribution | undefined {
  const start = tokens.starts[colon + 1] ?? 0;
  const end = tokens.ends[colon + 1] ?? 0;
  const isSpeech =
    colon + 1 < to &&
    tokens.kinds[colon + 1] === Kind.quotation &&
    end - start >= SHORTEST_SENTENCE &&
    /^[^\p{L}\p{N}]{1,3}\p{Lu}/u.test(tokens.text.slice(start, start + 4)) &&
    /[.!?…][^\p{L}\p{N}]{0,2}$/u.test(tokens.text.slice(end - 3, end));
  if (!isSpeech || earlier.some(it => it.strength !== 'judges' || it.imagined || it.denied)) {
    return undefined;
  }
  const subject = sentenceSubject(tokens, from, colon);
  const isPerson =
    subject?.kind === 'name' || (subject?.kind === 'pronoun' && /^s?he$/i.test(wordAt(tokens, subject.from)));
  return subject && isPerson
    ? sign({
        strength: 'beside',
        cue: { from: colon, to: colon + 1 },
        subject,
        order: 'shared',
        from: colon,
        to: colon + 1,
      })
    : undefined;
}
