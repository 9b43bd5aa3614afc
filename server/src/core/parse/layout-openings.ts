/** What patterns begin with, two letters each: nearly every line of prose begins otherwise, and need not be tried. */
export class Openings {
  readonly #pairs: ReadonlySet<number>;

  /** `pairs`, in small letters and apart by spaces, stand for capitals, too. */
  constructor(pairs: string) {
    this.#pairs = new Set(pairs.split(' ').map(pairOf));
  }

  /** Whether a line may begin with one of the pairs; never false where it does. */
  has(line: string): boolean {
    return this.#pairs.has(pairOf(line));
  }
}

/** One number for the first two characters, whatever the case of letters. */
function pairOf(line: string): number {
  return ((line.charCodeAt(0) | 32) << 16) | (line.charCodeAt(1) | 32);
}
