import { isFirstName } from '../parse/entities-first-names.ts';

/** `Ana` and `W.` before a word of a name: whoever it is, somebody else’s full name does not go on from there. */
export function isFirstOfName(word: string): boolean {
  return (isFirstName(word) && !wordsToo.test(word)) || /^\p{Lu}\.$/u.test(word);
}

/** First names that open a sentence as another word, or are places and titles besides: `Will Lane`, `Virginia Lane`. */
const wordsToo =
  /^(?:Will|May|April|June|August|Mark|Grant|Bill|Dean|Earl|Rose|Grace|Faith|Dawn|Art|Pat|Frank|Sue|Rob|Rich|Skip|Virginia|Georgia|Carolina|Jordan|Chad|Israel|Dakota|Austin|Sydney|Chelsea|Lincoln|Houston|Florence)$/;
