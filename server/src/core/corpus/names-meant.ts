import { isFirstName } from '../parse/entities-first-names.ts';
import type { CorpusEntity } from './corpus.ts';
import { nameTokens } from './names-forms.ts';
import {
  isCommonBeside,
  isNoSlip,
  isOtherOfTheEast,
  isParticle,
  isRare,
  isRespelt,
  nearTokens,
  otherParticles,
} from './names-near.ts';
import { byMentions, type Node } from './names-node.ts';
import { foldAsked } from './names-spellings.ts';

/** What is asked of the names of the sources to find whom a misspelt one means. */
export interface NameLookup {
  /** Whether a name of the sources, or of the project, has a word. */
  isKnown(token: string): boolean;
  /** Whether the project gives a folded name. */
  isGiven(folded: string): boolean;
  /** Whether a folded word stands anywhere in the sources: then it is no slip of the draft's. */
  stands(word: string): boolean;
  /** Who goes by a folded form. */
  goingBy(folded: string): ReadonlySet<Node>;
  /** Who goes by corrected words. */
  meantBy(meant: readonly string[]): Iterable<Node>;
  /** Words of names that a word may be a slip for. */
  wordsLike(slip: string): Iterable<string>;
}

/**
 * Names that a name is a near miss of, nearest first; none where it is known, or may well be another's name. One that a single article
 * has is not known where others have it spelt otherwise.
 */
export function meantNames(lookup: NameLookup, name: string): readonly CorpusEntity[] {
  const folded = foldAsked(name);
  const tokens = nameTokens(folded);
  const unknown = tokens.filter(token => token.length > 1 && !lookup.isKnown(token));
  const [slip] = unknown;
  if (unknown.every(isParticle)) {
    const others = withOtherParticles(lookup, folded, tokens);
    return others.length > 0 ? others : spelledMoreOften(lookup, folded);
  }
  if (slip === undefined || unknown.length > 1 || isNoSlip(slip, tokens)) {
    return [];
  }
  const others = tokens.length > 1;
  const found = new Map<Node, number>();
  for (const { token, distance } of nearTokens(slip, lookup.wordsLike(slip), others)) {
    const meant = tokens.map(it => (it === slip ? token : it));
    for (const node of lookup.meantBy(meant)) {
      if (
        !found.has(node) &&
        !isRespelt(slip, token, node.entity.name) &&
        !isOtherOfTheEast(slip, token, tokens)
      ) {
        found.set(node, distance);
      }
    }
  }
  if (found.size === 0 || lookup.stands(slip)) {
    return [];
  }
  return [...found]
    .sort(([one, distance], [other, otherDistance]) => distance - otherDistance || byMentions(one, other))
    .map(([node]) => node.entity);
}

/** `Anna van der Heide`, where the sources have Anna von der Heide. */
function withOtherParticles(
  lookup: NameLookup,
  folded: string,
  tokens: readonly string[],
): readonly CorpusEntity[] {
  const others = otherParticles(tokens);
  const isKnown = others.length > 0 && lookup.goingBy(folded).size > 0;
  const found = new Set(isKnown ? [] : others.flatMap(meant => [...lookup.meantBy(meant)]));
  return [...found].sort(byMentions).map(({ entity }) => entity);
}

/** `Hendrik Terboch`, whom one article calls so, and several others Hendrik Terborch. */
function spelledMoreOften(lookup: NameLookup, folded: string): readonly CorpusEntity[] {
  const [node, ...namesakes] = lookup.goingBy(folded);
  if (node === undefined || namesakes.length > 0 || !isRare(node.entity) || lookup.isGiven(folded)) {
    return [];
  }
  const tokens = nameTokens(node.name);
  const found = new Set<Node>();
  for (const at of tokens.length < 2 ? [] : [0, tokens.length - 1]) {
    const word = tokens[at] ?? '';
    if (isNoSlip(word, tokens) || (at === 0 && isFirstName(word))) {
      continue;
    }
    // First names are compared within a family: that takes no look at all words.
    const words = at > 0 ? lookup.wordsLike(word) : firstNamesOf(lookup, tokens.at(-1) ?? '', word[0]);
    for (const { token, distance } of nearTokens(word, words, true)) {
      const meant = tokens.map((it, index) => (index === at ? token : it));
      for (const other of distance > 1 || isOtherOfTheEast(word, token, tokens)
        ? []
        : lookup.meantBy(meant)) {
        if (isCommonBeside(other.entity, node.entity)) {
          found.add(other);
        }
      }
    }
  }
  return [...found].sort(byMentions).map(({ entity }) => entity);
}

/** The first names of all who bear a surname that begin with a letter: `Usama` is no slip for `Osama`. */
function firstNamesOf(lookup: NameLookup, surname: string, letter: string | undefined): readonly string[] {
  return [...lookup.goingBy(surname)]
    .map(({ name }) => nameTokens(name)[0] ?? '')
    .filter(it => it[0] === letter);
}
