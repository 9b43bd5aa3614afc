import { nameBehindTrade } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isAnd, isPerson, wordAt } from './attribution-words.ts';

/** `Rovers and Holt striker Ana Lane` */
export function joinsClubs(tokens: Tokens, and: number, limit: number): boolean {
  const [first, second] = [and - 1, and + 1];
  const areNames = tokens.kinds[first] === Kind.name && tokens.kinds[second] === Kind.name;
  const arePeople = isPerson(tokens, first) || isPerson(tokens, second);
  return isAnd(tokens, and) && areNames && !arePeople && nameBehindTrade(tokens, second, limit) !== undefined;
}

/** `former Rovers defender Ana Lane` */
export function isFormerly(tokens: Tokens, start: number, name: number): boolean {
  return (
    name === start + 1 && !isPerson(tokens, name) && /^(?:former|ex|retired)$/.test(wordAt(tokens, start))
  );
}
