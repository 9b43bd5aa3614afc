import { phraseStartingAt } from './attribution-clauses.ts';
import type { Attribution } from './attribution-find.ts';
import { isWholeSentence } from './attribution-idioms.ts';
import { isPairOfPeople } from './attribution-joint.ts';
import { cueFirst, sign } from './attribution-sign.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isNumber, isPerson, wordAt } from './attribution-words.ts';
import { ROLE, TIME } from './cues.ts';

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

/** Past `on Tuesday`, `last week` where nothing else follows a name. */
function pastDay(tokens: Tokens, start: number, to: number): number {
  let end = start;
  while (end < to && (is(tokens, end, TIME) || isNumber(tokens, end) || wordAt(tokens, end) === 'on')) {
    end++;
  }
  return end >= to || tokens.kinds[end] === Kind.stop ? end : start;
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
  const subject = phraseStartingAt(tokens, dash + 1, to);
  if (subject?.kind !== 'name' && !(subject && isPairOfPeople(tokens, subject))) {
    return undefined;
  }
  const end = pastDay(tokens, subject.to, to);
  const after = tokens.kinds[end];
  const closes =
    end >= to ||
    after === Kind.comma ||
    after === Kind.open ||
    after === Kind.close ||
    after === Kind.stop ||
    after === Kind.quotation;
  return closes ? cueFirst('says', { from: dash, to: dash + 1 }, subject) : undefined;
}
