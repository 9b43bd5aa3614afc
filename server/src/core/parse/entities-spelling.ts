import { Last } from '../text/last.ts';
import { nameParticles } from '../text/name-particles.ts';
import type { NameKind } from './reading.ts';

const lastSpelling = new Last<Spelling>();

/** What a printed name is by its letters alone, wherever it stands. */
export class Spelling {
  /** Folded words, without suffixes such as `Jr.`: what names are compared by. */
  readonly words: readonly string[];
  /** The words without leading particles. */
  readonly bare: readonly string[];
  /** The words in a row. */
  readonly key: string;
  /** `Jr.`, `Sr.`, `II`: tells a father from his son. */
  readonly suffix: string | undefined;
  /** `NAFTA`, `U.N.` */
  readonly isAcronym: boolean;
  readonly #printed: string;
  #initials: string | undefined;

  constructor(printed: string, words: readonly string[], suffix: string | undefined) {
    this.words = words;
    this.bare = withoutParticles(words);
    this.key = words.join(' ');
    this.suffix = suffix;
    this.isAcronym = /^(?:\p{Lu}\.?){2,7}$/u.test(printed);
    this.#printed = printed;
  }

  /** The initials of its words, the small ones left out: `nafta`. */
  get initials(): string {
    this.#initials ??= initialsOf(this.#printed);
    return this.#initials;
  }
}

/** So many spellings are remembered: the same few thousand names fill the news of a season. */
const MOST_KNOWN = 4096;
const people = new Map<string, Spelling>();
const others = new Map<string, Spelling>();

/** Reads a printed name into its folded words. */
export function spellingOf(printed: string, kind: NameKind): Spelling {
  const known = kind === 'person' ? people : others;
  let spelling = known.get(printed);
  if (!spelling) {
    if (known.size >= MOST_KNOWN) {
      known.clear();
    }
    // A part of a text keeps the whole of it in memory; a part of a copy does not.
    const own = ` ${printed}`.slice(1);
    spelling = read(own, kind);
    known.set(own, spelling);
  }
  return spelling;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** Small words before a surname; they come and go: `al-Sabri`, `Sabri`. */
const PARTICLES = new Set([...nameParticles.split('|'), 'st', 'san', 'santa', 'mac', 'e']);

function read(printed: string, kind: NameKind): Spelling {
  const words: string[] = [];
  let suffix: string | undefined;
  for (const part of fold(printed).split(/[\s,]+/)) {
    const word = part.replace(/^[.'’"“”()-]+|[.'’"“”()-]+$/g, '');
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
  return lastSpelling.hold(new Spelling(printed, words, suffix));
}

const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** Lower case, without accents, dots of initials or typographic apostrophes. */
export function fold(text: string): string {
  if (PLAIN.test(text)) {
    return text.toLowerCase();
  }
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u2060]/g, '')
    .replace(/[’‘`]/g, "'")
    .replace(/\u00a0/g, ' ')
    .toLowerCase();
}

function withoutParticles(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && PARTICLES.has(words[from] ?? '')) {
    from++;
  }
  return from === 0 ? words : words.slice(from);
}

function initialsOf(printed: string): string {
  let initials = '';
  for (const word of printed.split(/[\s-]+/)) {
    const first = word.charAt(0);
    if (first !== first.toLowerCase()) {
      initials += first;
    }
  }
  return fold(initials);
}
