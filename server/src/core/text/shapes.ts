import { CharacterClass, classOf } from './characters.ts';

const { letter, digit, transparent, apostrophe, expanding } = CharacterClass;

/** Whether a letter or digit follows, past what is not there. */
export function isWordCode(text: string, at: number, end: number): boolean {
  for (let place = at; place < end; place++) {
    const kind = classOf(text.charCodeAt(place));
    if (kind !== transparent) {
      return kind === letter || kind === digit || kind === expanding;
    }
  }
  return false;
}

/** Whether exactly three digits follow: the group after a thousands comma. */
export function thousands(text: string, at: number, end: number): boolean {
  for (let place = at; place < at + 3; place++) {
    if (place >= end || classOf(text.charCodeAt(place)) !== digit) {
      return false;
    }
  }
  return at + 3 >= end || classOf(text.charCodeAt(at + 3)) !== digit;
}

/** `[T]he`: a letter or two in brackets that begin a word. */
export function bracketedLetter(text: string, at: number, end: number): boolean {
  const close = text.charCodeAt(at + 2) === 0x5d ? at + 2 : text.charCodeAt(at + 3) === 0x5d ? at + 3 : -1;
  if (close < 0 || close + 1 >= end) {
    return false;
  }
  // `[I]’m` as well.
  const next = classOf(text.charCodeAt(close + 1));
  if (next !== letter && !(next === apostrophe && isWordCode(text, close + 2, end))) {
    return false;
  }
  for (let place = at + 1; place < close; place++) {
    if (classOf(text.charCodeAt(place)) !== letter) {
      return false;
    }
  }
  return true;
}

/** Whether two words stand side by side, with nothing but a space, a line wrap or a hyphen between. */
export function isJoint(text: string, end: number, start: number): boolean {
  if (start - end > 4 || start <= end) {
    return false;
  }
  for (let at = end; at < start; at++) {
    const code = text.charCodeAt(at);
    const joint =
      code === 0x20 ||
      code === 0x2d ||
      code === 0x0a ||
      code === 0x0d ||
      code === 0xa0 ||
      code === 0x2010 ||
      code === 0x2011 ||
      classOf(code) === transparent;
    if (!joint) {
      return false;
    }
  }
  return true;
}

/** Whether a code unit is an ASCII capital. */
export function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Whether an apostrophe with a letter behind it follows: `’s`. */
export function isApostropheS(text: string, at: number, end: number): boolean {
  return at < end && classOf(text.charCodeAt(at)) === apostrophe && isWordCode(text, at + 1, end);
}

/** Whether a code unit is white space as regular expressions see it. */
export function isWhiteSpace(code: number): boolean {
  return code < 0xa0
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff;
}

/** Whether a minus at an offset is a sign: white space before it, and no figure before that, or nothing: the text is read from `start`. */
export function isSign(text: string, at: number, start: number): boolean {
  if (at === start) {
    return true;
  }
  const before = text.charCodeAt(at - 1);
  const isSpace =
    before === 0x20 ||
    before === 0x0a ||
    before === 0xa0 ||
    before === 0x202f ||
    (before >= 0x2000 && before <= 0x200b);
  return isSpace && (at < 2 || classOf(text.charCodeAt(at - 2)) !== digit);
}
