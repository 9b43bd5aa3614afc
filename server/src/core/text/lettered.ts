/**
 * A pattern with letters and figures of all scripts (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}`, `\p{N}`), and its twin for text in
 * plain letters, which nearly all is. Making the former ready takes engines milliseconds, which is felt where a process lives
 * for a moment, and it runs slower; on plain text both find the same.
 */
export class Lettered {
  readonly #source: string;
  readonly #flags: string;
  #all: RegExp | undefined;
  #plain: RegExp | undefined;

  /** Given as a text, since to read it takes engines long as well. */
  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  /** The one to use on a text; for short ones, since all of it is looked at. */
  on(text: string): RegExp {
    return plainText.test(text)
      ? (this.#plain ??= plainTwin(this.#source, this.#flags))
      : (this.#all ??= new RegExp(this.#source, this.#flags));
  }

  test(text: string): boolean {
    return this.on(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.on(text).exec(text);
  }
}

/** ASCII, and the marks, dashes and spaces of printed text: no letter or figure of another kind. */
const plainText = /^[\x00-\x7f\u00a0\u2010-\u2027]*$/;

const plainClasses: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  M: '',
  N: '0-9',
};

/** The same pattern for plain text. */
function plainTwin(source: string, flags: string): RegExp {
  let inClass = false;
  const plain = source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (part, name?: string) => {
    if (name !== undefined) {
      const letters = plainClasses[name];
      if (letters === undefined) {
        throw new Error(`no plain letters are known for ${part}`);
      }
      return inClass ? letters : `[${letters}]`;
    }
    inClass = part === '[' || (inClass && part !== ']');
    return part;
  });
  return new RegExp(plain, flags.replace('u', ''));
}
