import { Kind, type Tokens } from './attribution-tokens.ts';
import { is, isCapital, isPossessive, isVerb, wordAt } from './attribution-words.ts';
import type { Wanted } from './attribution-meant.ts';
import type { Sentence } from './attribution-scene.ts';
import { genderOfRole } from './entities-roles.ts';
import { AUXILIARY, BE, CONJUNCTION, PREPOSITION } from './cues.ts';

/** No aside between somebody and the verb is longer, in tokens. */
const LONGEST_ASIDE = 14;

/** `Football`, `Everything`, `Yesterday`: what opens a sentence with a capital and is nobody. */
const NOBODY =
  /^(?:There|Here|Gone|Such|Next|First)$|(?:s|ing|ion|ty|ness|ment|ence|ance|ure|age|ery|thing|body|ball|time|day|ly|while|ever|less|more|wise|way)$/;

/**
 * `Ostrander, her co-author, is more careful. “…,” he says.`: whether a surname opens the sentence that no name finder saw. A
 * pronoun behind it does not mean whoever was named before.
 */
export function opensWithUnseen(tokens: Tokens, { from, to }: Sentence): boolean {
  const word = wordAt(tokens, from);
  const mayBeName =
    tokens.kinds[from] === Kind.word &&
    isCapital(tokens, from) &&
    !isPossessive(tokens, from) &&
    tokens.classes[from] === 0 &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(word) &&
    !NOBODY.test(word);
  if (!mayBeName) {
    return false;
  }
  if (tokens.kinds[from + 1] !== Kind.comma) {
    return is(tokens, from + 1, BE) || actsOnOwn(tokens, from + 1);
  }
  for (let index = from + 2; index < Math.min(to, from + LONGEST_ASIDE); index++) {
    if (tokens.kinds[index] === Kind.comma) {
      return is(tokens, index + 1, AUXILIARY | BE) || isVerb(tokens, index + 1);
    }
  }
  return false;
}

/** `shook his head` */
function actsOnOwn(tokens: Tokens, verb: number): boolean {
  return (
    tokens.kinds[verb] === Kind.word &&
    !isCapital(tokens, verb) &&
    !is(tokens, verb, PREPOSITION | CONJUNCTION) &&
    /^(?:his|her)$/.test(wordAt(tokens, verb + 1))
  );
}

/** `by her husband`: somebody of a gender, who may not be named. */
export function tellsOfKin(tokens: Tokens, { from, to }: Sentence, wanted: Wanted): boolean {
  for (let index = from + 1; index < to; index++) {
    const isOwn = /^(?:his|her|their)$/i.test(wordAt(tokens, index - 1));
    if (isOwn && tokens.kinds[index] === Kind.word && genderOfRole(wordAt(tokens, index)) === wanted) {
      return true;
    }
  }
  return false;
}
