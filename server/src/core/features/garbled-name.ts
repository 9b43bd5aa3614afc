/**
 * Whether a name is what is left of a page that was copied without its spaces and lines, `Ana Lane Ana Maria LaneMORE`, and nobody's
 * as it stands.
 */
export function isGarbled(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    /\p{Ll}{3}\p{Lu}{2}/u.test(name) || words.some((word, at) => word.length > 2 && words.indexOf(word) < at)
  );
}
