import { inflections } from './spelling-pairs.ts';

/** Words of more than one accepted spelling, each to the one that stands for all of them. */
const canonical: ReadonlyMap<string, string> = inflections();

/** The spelling that stands for all accepted spellings of a folded word; undefined where the word is that one. */
export function canonicalSpelling(word: string): string | undefined {
  if (!word.endsWith("'s")) {
    return canonical.get(word);
  }
  // A possessive is spelled as its word.
  const owner = canonical.get(word.slice(0, -2));
  return owner === undefined ? undefined : `${owner}'s`;
}

/** Every folded word that `canonicalSpelling` knows another spelling for; its possessive is another. */
export function spellings(): Iterable<string> {
  return canonical.keys();
}

const afterZ = new Set('e,ed,es,er,ers,ing,ings,able,ation,ations,ational,ationally'.split(','));

/**
 * Whether the `z` at an index of a folded word is one that British copy may write as `s`: `realize`, `analyzed`.
 * The stem must have three letters, which leaves out `prize` (not `prise`), `size` and `seize`.
 */
export function isBritishS(word: string, z: number): boolean {
  const before = word.charCodeAt(z - 1);
  if (before === 0x69 /* i */) {
    return z >= 4 && afterZ.has(word.slice(z + 1)) && !neverBritishS.test(word);
  }
  return before === 0x79 /* y */ && z >= 4 && /^(?:e|ed|es|er|ers|ing)$/.test(word.slice(z + 1));
}

const neverBritishS =
  /^(?:cap|down|over|under|out|super|mid|up|re|king|queen|bite|full|life|pocket|right)?(?:siz|priz|maiz|seiz)/;
