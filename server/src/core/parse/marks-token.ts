/** The families of quotation marks; a mark closes one of its own family or of a related one. */
export const Family = {
  straight: 0,
  curly: 1,
  /** `''` and ``` `` ```, as old wire copy prints them */
  doubled: 2,
  guillemet: 3,
  /** `„`, closed by `“` or `”` */
  low: 4,
  single: 5,
} as const;

/** Which way the glyph itself points. */
export const Facing = { either: 0, opening: 1, closing: 2 } as const;

/** A character that may be a quotation mark, with what stands around it. */
export interface MarkToken {
  readonly start: number;
  readonly end: number;
  readonly family: number;
  readonly facing: number;
  /** The nearest character before it that is no mark and not hidden; 0 at the start of the block. */
  readonly before: number;
  /** Likewise after it; 0 at the end of the block. */
  readonly after: number;
}

/** Kinds of characters beside a mark. */
export const Beside = {
  nothing: 0,
  space: 1,
  word: 2,
  stop: 3,
  dash: 4,
  open: 5,
  close: 6,
  other: 7,
} as const;

/** What a character beside a mark says of the mark's direction. */
export function besideOf(code: number): number {
  if (code === 0) return Beside.nothing;
  if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b))
    return Beside.space;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))
    return Beside.word;
  switch (code) {
    case 44:
    case 46:
    case 33:
    case 63:
    case 59:
    case 58:
    case 0x2026:
      return Beside.stop;
    case 45:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 47:
      return Beside.dash;
    case 40:
    case 91:
    case 123:
    case 60:
      return Beside.open;
    case 41:
    case 93:
    case 125:
    case 62:
      return Beside.close;
    default:
      return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) ? Beside.word : Beside.other;
  }
}

/** One more than the family of each code unit; 0 for what is no mark. */
const families = new Uint8Array(0x10000);
const marks: readonly (readonly [family: number, marks: string])[] = [
  [Family.straight, '"\uff02\u301d\u301e'],
  [Family.single, "'`\u2018\u2019\u201a\u201b"],
  [Family.curly, '\u201c\u201d\u201f\u2033'],
  [Family.low, '\u201e'],
  [Family.guillemet, '\u00ab\u00bb\u2039\u203a'],
];
for (const [family, characters] of marks) {
  for (const character of characters) families[character.charCodeAt(0)] = family + 1;
}

/** The family of a mark; −1 for every other character. */
export function familyOf(code: number): number {
  return (families[code] ?? 0) - 1;
}

/** Where the first mark stands, or the stretch ends. */
export function nextMark(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && families[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** Which way a mark faces by its glyph alone. */
export function facingOf(code: number): number {
  switch (code) {
    case 96:
    case 0x2018:
    case 0x201a:
    case 0x201b:
    case 0x201c:
    case 0x201f:
    case 0x201e:
    case 0xab:
    case 0x2039:
    case 0x301d:
      return Facing.opening;
    case 0x2019:
    case 0x201d:
    case 0x2033:
    case 0xbb:
    case 0x203a:
    case 0x301e:
      return Facing.closing;
    default:
      return Facing.either;
  }
}
