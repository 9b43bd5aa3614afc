/** The outer form of a token. Everything from `capitalised` on may be part of a name. */
export const Shape = {
  mark: 0,
  possessive: 1,
  number: 2,
  lower: 3,
  capitalised: 4,
  capitals: 5,
  /** `J` */
  letter: 6,
  /** `J.` */
  initial: 7,
  /** `U.S.` */
  dotted: 8,
  /** `YouTube`, `iPhone`, `McDonald` */
  mixed: 9,
  /** `G20`, `Covid-19` */
  withDigits: 10,
  /** `Al-Sabah` */
  hyphenated: 11,
  /** `Jong-un` */
  hyphenatedLower: 12,
  /** `O'Neil` */
  withApostrophe: 13,
  /** `Sen.` */
  abbreviation: 14,
} as const;

/** What lies before a token. */
export const Gap = { none: 0, space: 1, break: 2 } as const;

/** Where in its sentence a token stands. */
export const Place = { inside: 0, sentenceStart: 1, afterMark: 2, blockStart: 3 } as const;
