/** What a character is to the finder of names. */
export const CharacterClass = {
  other: 0,
  space: 1,
  newline: 2,
  lower: 3,
  upper: 4,
  digit: 5,
  apostrophe: 6,
  hyphen: 7,
  dot: 8,
  /** Zero-width characters and soft hyphens: as if they were not there. */
  invisible: 9,
} as const;

/** Latin, Greek, Cyrillic and general punctuation; letters beyond are no part of an English name. */
const TABLE_SIZE = 0x2100;
const classes = new Uint8Array(TABLE_SIZE);
const folds = new Uint16Array(TABLE_SIZE);

/** Letters that Unicode does not take apart into a base letter and an accent. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ı: 'i',
  ħ: 'h',
};

function fillLetters(from: number, to: number): void {
  for (let code = from; code < to; code++) {
    const letter = String.fromCharCode(code);
    const lower = letter.toLowerCase();
    if (lower !== letter.toUpperCase()) {
      classes[code] = lower === letter ? CharacterClass.lower : CharacterClass.upper;
      const base = lower.normalize('NFD').charAt(0);
      folds[code] = (UNDECOMPOSED[base] ?? base).charCodeAt(0);
    }
  }
}

function fill(characters: string, characterClass: number): void {
  for (const character of characters) {
    classes[character.charCodeAt(0)] = characterClass;
  }
}

for (let code = 0; code < TABLE_SIZE; code++) {
  folds[code] = code;
}
fillLetters(0x41, 0x530);
fillLetters(0x1e00, 0x2000);
fill(
  ' \t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f',
  CharacterClass.space,
);
fill('\n\r\u2028\u2029', CharacterClass.newline);
fill('0123456789', CharacterClass.digit);
fill("'\u2019\u02bc", CharacterClass.apostrophe);
fill('-\u2010\u2011', CharacterClass.hyphen);
fill('.', CharacterClass.dot);
fill('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060', CharacterClass.invisible);

/** The class of a UTF-16 code unit. */
export function classOf(code: number): number {
  return code < TABLE_SIZE
    ? (classes[code] ?? 0)
    : code === 0x3000
      ? CharacterClass.space
      : CharacterClass.other;
}

/** A letter in lower case and without its accent; every other code unit as it is. */
export function foldOf(code: number): number {
  return code < TABLE_SIZE ? (folds[code] ?? code) : code;
}
