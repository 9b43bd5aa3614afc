import type { NameKind } from './reading.ts';

/** One printed form of a name, with all its occurrences in a text. */
export interface Form {
  readonly text: string;
  /** Folded words, without suffixes such as `Jr.`: what forms are compared by. */
  readonly words: readonly string[];
  /** The words in a row. */
  readonly key: string;
  kind: NameKind;
  /** `Jr.`, `Sr.`, `II`: tells a father from his son. */
  readonly suffix: string | undefined;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Small words before a surname; they come and go: `al-Sabri`, `Sabri`. */
const PARTICLES = new Set([
  'al',
  'el',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'della',
  'di',
  'du',
  'la',
  'las',
  'los',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ten',
  'ter',
  'bin',
  'ibn',
  'bint',
  'abu',
  'st',
  'san',
  'santa',
  'mac',
  'y',
  'e',
]);

/** Reads a printed name into its folded words. */
export function formOf(text: string, kind: NameKind): Form {
  const words: string[] = [];
  let suffix: string | undefined;
  for (const part of fold(text).split(/[\s,]+/)) {
    const word = part.replace(/^[.'’-]+|[.'’-]+$/g, '');
    if (word === '') {
      continue;
    }
    if (kind === 'person' && words.length > 0 && SUFFIXES.has(word)) {
      suffix = word;
      continue;
    }
    // `al-Sabri` is a particle and a name; `Jean-Marie` and `Smith-Jones` are one name each.
    const hyphen = word.indexOf('-');
    if (hyphen > 0 && PARTICLES.has(word.slice(0, hyphen))) {
      words.push(word.slice(0, hyphen), word.slice(hyphen + 1));
    } else {
      words.push(word);
    }
  }
  return { text, words, key: words.join(' '), kind, suffix };
}

const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** Lower case, without accents, dots of initials or typographic apostrophes. */
export function fold(text: string): string {
  if (PLAIN.test(text)) {
    return text.toLowerCase();
  }
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘`]/g, "'")
    .replace(/\u00a0/g, ' ')
    .toLowerCase();
}

/** Whether a word is a particle of surnames. */
function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** The words of a name without leading particles. */
export function withoutParticles(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && isParticle(words[from] ?? '')) {
    from++;
  }
  return words.slice(from);
}

/** Whether `part` ends `whole`. */
export function endsWith(whole: readonly string[], part: readonly string[]): boolean {
  const from = whole.length - part.length;
  return from >= 0 && part.every((word, index) => whole[from + index] === word);
}

/** Whether `part` stands in `whole` word by word, in a row. */
export function holds(whole: readonly string[], part: readonly string[]): boolean {
  for (let from = 0; from + part.length <= whole.length; from++) {
    if (part.every((word, index) => whole[from + index] === word)) {
      return true;
    }
  }
  return false;
}

/** `j` for `john` and `joseph`: an initial stands for the name. */
export function sameGivenName(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length === 1 && other.startsWith(one)) ||
    (other.length === 1 && one.startsWith(other))
  );
}

/** The initials of an organisation's words, its small words left out: `nafta`. */
export function initialsOf(text: string): string {
  let initials = '';
  for (const word of text.split(/[\s-]+/)) {
    const first = word.charAt(0);
    if (first !== first.toLowerCase()) {
      initials += first;
    }
  }
  return fold(initials);
}
