/** What a UTF-16 code unit is to a reader of words. */
export const CharacterClass = {
  /** White space, punctuation, symbols: ends a word. */
  separator: 0,
  letter: 1,
  digit: 2,
  /** Soft hyphens, zero-width characters, combining accents: not there. */
  transparent: 3,
  apostrophe: 4,
  /** Folds to several characters: `ﬁ`, `æ`, `ß`. */
  expanding: 5,
  currency: 6,
  unknown: 255,
} as const;

const classes = new Uint8Array(0x10000).fill(CharacterClass.unknown);
const folds = new Uint16Array(0x10000);
const expansions = new Map<number, string>();

/** Letters that Unicode does not take apart, as English copy writes them. */
const undivided: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** The class of a code unit; worked out at its first sight. */
export function classOf(code: number): number {
  const known = classes[code];
  return known === undefined || known === CharacterClass.unknown ? learn(code) : known;
}

/** The one character that a letter or digit folds to: lower case, without accent. */
export function foldOf(code: number): number {
  return folds[code] ?? code;
}

/** What a character of the class `expanding` folds to. */
export function expansionOf(code: number): string {
  return expansions.get(code) ?? '';
}

function learn(code: number): number {
  const character = String.fromCharCode(code);
  let kind: number = CharacterClass.separator;
  folds[code] = code;
  if (/['’‘ʼ‛`´＇]/u.test(character)) {
    kind = CharacterClass.apostrophe;
  } else if (code >= 0x0334 && code <= 0x0338) {
    // A letter that is struck through is not there, but nor is the word the same.
    kind = CharacterClass.separator;
  } else if (
    /[\p{M}\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/u.test(
      character,
    )
  ) {
    kind = CharacterClass.transparent;
  } else if (/\p{Sc}/u.test(character)) {
    kind = CharacterClass.currency;
  } else if (/\p{Nd}/u.test(character)) {
    kind = CharacterClass.digit;
    folds[code] = character.normalize('NFKC').charCodeAt(0);
  } else if (code >= 0xd800 && code < 0xe000) {
    // Letters beyond the basic plane are too rare in news to be worth a second table; emoji are common.
    kind = CharacterClass.separator;
  } else if (/[\p{L}\p{Nl}¼-¾⅐-⅞]/u.test(character)) {
    const folded = fold(character);
    if (folded.length === 1) {
      kind = CharacterClass.letter;
      folds[code] = folded.charCodeAt(0);
    } else {
      kind = CharacterClass.expanding;
      expansions.set(code, folded);
    }
  }
  classes[code] = kind;
  return kind;
}

function fold(character: string): string {
  const lower = character.toLowerCase();
  const whole = undivided[lower];
  if (whole !== undefined) {
    return whole;
  }
  const folded = lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return undivided[folded] ?? (folded === '' ? lower : folded);
}
