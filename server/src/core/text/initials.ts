import { CharacterClass, classOf, foldOf } from './characters.ts';
import { isApostropheS, isCapital, isWordCode } from './shapes.ts';

/** The rest of `U.S.`, `J. F. K.` or `a.m.`, behind its first letter. */
export interface Initials {
  /** The letters, folded. */
  readonly letters: string;
  /** Behind the last letter, or its stop. */
  readonly end: number;
}

const most = 12;

/** Reads on from the stop behind a single letter; undefined where no other initial follows. */
export function initialsBehind(text: string, stop: number, textEnd: number): Initials | undefined {
  let letters = '';
  let end = stop;
  let at = stop + 1;
  const isSpaced = text.charCodeAt(at) === 0x20;
  while (at < textEnd && letters.length < most) {
    const place = text.charCodeAt(at) === 0x20 ? at + 1 : at;
    const code = text.charCodeAt(place);
    if (place >= textEnd || classOf(code) !== CharacterClass.letter || isWordCode(text, place + 1, textEnd)) {
      break;
    }
    const isDotted = place + 1 < textEnd && text.charCodeAt(place + 1) === 0x2e;
    // With spaces between, only capitals with their stops: `plan B. I went` is none.
    const isCapitals = isDotted && isCapital(code) && isCapital(text.charCodeAt(stop - 1));
    if (place > at !== isSpaced || (isSpaced && !isCapitals)) {
      break;
    }
    if (!isDotted && isApostropheS(text, place + 1, textEnd)) {
      break;
    }
    letters += String.fromCharCode(foldOf(code));
    end = place + (isDotted ? 2 : 1);
    at = end;
    if (!isDotted) {
      break;
    }
  }
  return letters === '' ? undefined : { letters, end };
}
