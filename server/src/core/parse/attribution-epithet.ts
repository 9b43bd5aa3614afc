import { VERBAL } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPerson, isPossessive, isThe, isVerb } from './attribution-words.ts';
import { ADVERB, CONJUNCTION, DETERMINER, PREPOSITION, ROLE, TITLE } from './cues.ts';

/** `the late great Ana Lane`: so many words at most. */
const LONGEST_EPITHET = 2;

/**
 * The name of an apposition that begins at a token, behind its title or what is said of whoever bears it: `Dr. Ana Lane`,
 * `the formidable Ana Lane`, `the Dane Ana Lane`; undefined where nobody is named so.
 */
export function nameBehindEpithet(tokens: Tokens, start: number): number | undefined {
  let name = start;
  if (isThe(tokens, start)) {
    name++;
    while (name - start <= LONGEST_EPITHET && isEpithet(tokens, name)) {
      name++;
    }
  }
  while (is(tokens, name, TITLE | ROLE) && isCapital(tokens, name)) {
    name++;
  }
  return isPerson(tokens, name) && !isPossessive(tokens, name) ? name : undefined;
}

function isEpithet(tokens: Tokens, index: number): boolean {
  const isOther = is(tokens, index, VERBAL | CONJUNCTION | PREPOSITION | DETERMINER | ADVERB);
  return tokens.kinds[index] === Kind.word && !isOther && !isVerb(tokens, index);
}
