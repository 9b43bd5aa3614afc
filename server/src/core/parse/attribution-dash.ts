import { phraseStartingAt, type Subject } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence } from './attribution-idioms.ts';
import { isPairOfPeople } from './attribution-joint.ts';
import { cueFirst, sign } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isPerson, isPossessive, pastDay, wordAt } from './attribution-words.ts';
import { ROLE, SPEECH } from './cues.ts';

/** No more tokens tell who somebody is between two dashes. */
const LONGEST_ROLE = 8;

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

/** `Ana Lane — “We will close the quay.”` */
export function beforeDash(tokens: Tokens, dash: number, from: number, to: number): Attribution | undefined {
  // `* Ana Lane – “…”`
  const start = tokens.kinds[from] === Kind.other ? from + 1 : from;
  const subject =
    dash + 1 < to && isWholeSentence(tokens, dash + 1) ? phraseStartingAt(tokens, start, dash) : undefined;
  return subject?.kind === 'name' && isAllBefore(tokens, subject.to, dash) && isPerson(tokens, subject.from)
    ? sign({
        strength: 'beside',
        cue: { from: dash, to: dash + 1 },
        subject,
        order: 'subject first',
        from,
        to: dash + 1,
      })
    : undefined;
}

/** `Ana Lane – mayor of Holt – “…”`: whether nothing but who they are stands between a name and a dash. */
function isAllBefore(tokens: Tokens, start: number, dash: number): boolean {
  if (start === dash) {
    return true;
  }
  let role = false;
  for (let index = start + 1; index < dash; index++) {
    role ||= is(tokens, index, ROLE);
    if (tokens.kinds[index] !== Kind.name && tokens.kinds[index] !== Kind.word) {
      return false;
    }
  }
  return role && tokens.kinds[start] === Kind.dash && dash - start <= LONGEST_ROLE;
}

/** `— Ana Lane, mayor of Holt` */
export function signed(tokens: Tokens, dash: number, to: number): Attribution | undefined {
  const start = pastLead(tokens, dash + 1);
  const text = textOf(tokens, start, to);
  if (text !== undefined) {
    return cueFirst('says', { from: dash, to: start }, text);
  }
  const subject = phraseStartingAt(tokens, start, to);
  if (subject?.kind !== 'name' && !(subject && isPairOfPeople(tokens, subject))) {
    return undefined;
  }
  // `— Ana Lane to Bo Ortiz`
  const isTo = wordAt(tokens, subject.to) === 'to' && isPerson(tokens, subject.to + 1);
  const named = isTo ? subject.to + 2 : subject.to;
  const dated = pastDay(tokens, named, to);
  // A day by which more follows belongs to that.
  const end = dated >= to || tokens.kinds[dated] === Kind.stop ? dated : named;
  const after = tokens.kinds[end];
  const closes =
    end >= to ||
    after === Kind.comma ||
    after === Kind.semicolon ||
    after === Kind.open ||
    after === Kind.close ||
    after === Kind.stop ||
    after === Kind.quotation;
  return closes ? cueFirst('says', { from: dash, to: start }, subject) : undefined;
}

/** Past `the words of`, `so says`, `from` behind a dash. */
function pastLead(tokens: Tokens, start: number): number {
  for (const count of [3, 2, 1]) {
    const words = tokens.text.slice(tokens.starts[start], tokens.ends[start + count - 1]);
    if (/^(?:the words of|words of|so sa(?:ys|id)|so|from|via|sa(?:ys|id))$/i.test(words)) {
      return start + count;
    }
  }
  return start;
}

/** `— Ana Lane’s letter`: whose the text is that stands alone behind a dash. */
function textOf(tokens: Tokens, name: number, to: number): Subject | undefined {
  const isText = isPerson(tokens, name) && isPossessive(tokens, name) && is(tokens, name + 1, SPEECH);
  const ends =
    name + 2 >= to || tokens.kinds[name + 2] === Kind.stop || tokens.kinds[name + 2] === Kind.comma;
  return isText && ends ? { kind: 'name', from: name, to: name + 1 } : undefined;
}
