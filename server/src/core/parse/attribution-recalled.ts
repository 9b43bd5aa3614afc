import type { Subject } from './attribution-clauses.ts';
import { speakersEndingAt } from './attribution-joint.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isPerson, isPossessive, titlesBefore, wordAt } from './attribution-words.ts';

/** `Lane joined Mayor Ortiz in saying`: both say so. */
export function joinedIn(tokens: Tokens, preposition: number, from: number): Subject | undefined {
  const name = preposition - 1;
  const verb = name - 1 - titlesBefore(tokens, name, from);
  const isJoined = isPerson(tokens, name) && verb > from && /^join(?:s|ed)$/.test(wordAt(tokens, verb));
  const first = isJoined ? speakersEndingAt(tokens, verb - 1, from) : undefined;
  return first && { kind: 'description', from: first.from, to: preposition };
}

/** So far behind `I recall` may stand whom somebody recalls saying it. */
const REACH_OF_RECALL = 12;

/**
 * `I recall the mayor, Ana Lane, telling a crowd: “…”`, `She remembers her father saying “…”`: whoever is recalled. `Lane remembered
 * Ortiz, telling mourners: “…”` is Lane's.
 */
export function recalledBefore(tokens: Tokens, last: number, from: number): Subject | undefined {
  const isParted = tokens.kinds[last] === Kind.comma;
  const end = isParted ? last - 1 : last;
  let commas = 0;
  for (let verb = end; verb >= from && end - verb <= REACH_OF_RECALL; verb--) {
    const kind = tokens.kinds[verb];
    if (kind !== Kind.word && kind !== Kind.name && kind !== Kind.comma) {
      return undefined;
    }
    commas += kind === Kind.comma ? 1 : 0;
    // `“…,” Lane recalled her father telling her, then turning to the crowd: “…”`
    if (
      verb < end &&
      tokens.kinds[verb - 2] !== Kind.quotation &&
      /^(?:recall|remember)(?:s|ed)?$/.test(wordAt(tokens, verb))
    ) {
      if (isParted && (commas === 0 || wordAt(tokens, verb - 1) !== 'I')) {
        return undefined;
      }
      const isNamed = isPerson(tokens, end) && !isPossessive(tokens, end);
      return isNamed
        ? { kind: 'name', from: end, to: end + 1 }
        : { kind: 'description', from: verb + 1, to: end + 1 };
    }
  }
  return undefined;
}
