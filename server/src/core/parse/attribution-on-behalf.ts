import { phraseStartingAt, type Subject } from './attribution-clauses.ts';
import { Kind, type Tokens } from './attribution-tokens.ts';
import { isPerson, isPossessive, wordAt } from './attribution-words.ts';

/** So far behind the verb is told for whom somebody reads. */
const REACH = 8;

/** `The solicitor reads on his behalf: “…”`, `Ortiz read a statement on behalf of Lane`: the words are not the reader's. */
export function isReadOnBehalf(tokens: Tokens, verb: number, to: number): boolean {
  return /^read(?:s|ing)?$/.test(wordAt(tokens, verb)) && behalfBehind(tokens, verb, to) !== undefined;
}

/** Whoever is read out for, where they are named; undefined where a pronoun tells. */
export function clientOf(tokens: Tokens, verb: number, to: number): Subject | undefined {
  const behalf = behalfBehind(tokens, verb, to) ?? to;
  const owner = behalf - 1;
  if (isPerson(tokens, owner) && isPossessive(tokens, owner)) {
    return { kind: 'name', from: owner, to: behalf };
  }
  const client = wordAt(tokens, behalf + 1) === 'of' ? phraseStartingAt(tokens, behalf + 2, to) : undefined;
  return client?.kind === 'name' && isPerson(tokens, client.from) ? client : undefined;
}

function behalfBehind(tokens: Tokens, verb: number, to: number): number | undefined {
  for (let index = verb + 1; index < Math.min(to, verb + REACH); index++) {
    const kind = tokens.kinds[index];
    if (kind !== Kind.word && kind !== Kind.name) {
      return undefined;
    }
    if (wordAt(tokens, index) === 'behalf') {
      return index;
    }
  }
  return undefined;
}
