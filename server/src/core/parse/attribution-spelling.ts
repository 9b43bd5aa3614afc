import { CharacterClass, classOf } from '../text/characters.ts';
import { classesOf, TITLE } from './cues.ts';
import { HONOURS } from './honours.ts';

/** Abbreviations whose dot ends no sentence. */
const ABBREVIATIONS = new Set(
  `Mr Mrs Ms Dr St Sen Rep Gov Sens Reps Lt Col Gen Maj Capt Sgt Adm Rev Pres Prof Hon Jr Sr Fr Inc Corp Co Ltd Bros v vs
   Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tues Wed Thurs Fri No Ave Blvd Supt Det Cmdr Va Calif Fla Mass Pa Ill Mich
   Ariz Colo Conn Del Ind Kan Ky La Md Minn Miss Mo Mont Neb Nev Okla Ore Tenn Tex Wash Wis Wyo Vt Ga Ala Ark`.split(
    /\s+/,
  ),
);

/** Hyphens, apostrophes, dots and the `&` of `AT&T` stay inside a word where a letter follows. */
export function endOfWord(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      end++;
      continue;
    }
    if (code === 0x20) {
      break;
    }
    const kind = classOf(code);
    if (
      kind === CharacterClass.separator ||
      kind === CharacterClass.apostrophe ||
      kind === CharacterClass.currency
    ) {
      const joins =
        kind === CharacterClass.apostrophe ||
        code === 0x2d ||
        code === 0x2e ||
        code === 0x2011 ||
        code === 0x2c ||
        code === 0x40 ||
        code === 0x26;
      if (!joins || end + 1 >= limit) {
        break;
      }
      const after = classOf(text.charCodeAt(end + 1));
      const between =
        code === 0x2c || code === 0x2e ? afterPoint(text, code, end, after) : isWordClass(after);
      if (!between) {
        break;
      }
    }
    end++;
  }
  return end;
}

/** `10,000` and `U.S.` go on; `end.Then` does not. */
function afterPoint(text: string, code: number, point: number, after: number): boolean {
  if (after === CharacterClass.digit) {
    return classOf(text.charCodeAt(point - 1)) === CharacterClass.digit;
  }
  if (code === 0x2c || after !== CharacterClass.letter) {
    return false;
  }
  const beforeLetter = point < 2 ? CharacterClass.separator : classOf(text.charCodeAt(point - 2));
  return (
    beforeLetter === CharacterClass.separator && classOf(text.charCodeAt(point - 1)) === CharacterClass.letter
  );
}

function isWordClass(kind: number): boolean {
  return kind === CharacterClass.letter || kind === CharacterClass.digit || kind === CharacterClass.expanding;
}

/** The end of a word without `'s`, `'d`, `'ll`, `'ve`, `'re`. */
export function withoutClitic(text: string, start: number, end: number): number {
  for (let back = 2; back <= 3 && end - back > start; back++) {
    if (classOf(text.charCodeAt(end - back)) === CharacterClass.apostrophe) {
      return back === 2 && text.charCodeAt(end - 1) === 0x74 ? end : end - back;
    }
  }
  return end;
}

/** The end of a name with its possessive `'s`, or its own end. */
export function possessiveEnd(text: string, end: number): number {
  const isMark = classOf(text.charCodeAt(end)) === CharacterClass.apostrophe;
  const letter = text.charCodeAt(end + 1);
  return isMark && (letter === 0x73 || letter === 0x53) && !isWordClass(classOf(text.charCodeAt(end + 2)))
    ? end + 2
    : end;
}

/** `the Ortizes’ quay` */
export function isGenitiveOfPlural(text: string, end: number): boolean {
  return (
    classOf(text.charCodeAt(end)) === CharacterClass.apostrophe &&
    text.charCodeAt(end - 1) === 0x73 &&
    text.charCodeAt(end + 1) === 0x20
  );
}

/** Whether the dot behind a word belongs to it: `Mr.`, `U.S.`, `J.` */
export function keepsDot(word: string, wordClasses: number): boolean {
  return (
    isDotted(word) ||
    (word.length === 1 && isUpperCase(word.charCodeAt(0)) && word !== 'I') ||
    ((wordClasses & TITLE) !== 0 && word.length <= 4) ||
    ABBREVIATIONS.has(word.charCodeAt(1) === 0x2d ? word.slice(2) : word)
  );
}

/** `U.S`, `D.C`, `a.m` */
function isDotted(word: string): boolean {
  return word.charCodeAt(1) === 0x2e || word.charCodeAt(word.length - 2) === 0x2e;
}

/** Whether a dotted abbreviation is also the end of its sentence: what follows is the end, a mark, or a capital small word. */
export function endsSentenceAfter(text: string, offset: number, limit: number): boolean {
  let at = offset;
  while (at < limit && text.charCodeAt(at) <= 0x20) {
    at++;
  }
  if (at >= limit) {
    return true;
  }
  let end = at;
  while (end < limit && classOf(text.charCodeAt(end)) === CharacterClass.letter) {
    end++;
  }
  // `Harbor Corp. CEO Ana Lane`
  const isLetters = end > at + 1 && isUpperCase(text.charCodeAt(at + 1));
  return end > at
    ? isUpperCase(text.charCodeAt(at)) && !isLetters && classesOf(text, at, end) !== 0
    : '“"‘«'.includes(text.charAt(at));
}

/** Whether a code unit is an upper-case letter. */
export function isUpperCase(code: number): boolean {
  if (code < 0x80) {
    return code >= 0x41 && code <= 0x5a;
  }
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** `Lane MP said`: past the letters of an office or an honour behind somebody’s name. */
export function afterLetters(text: string, end: number, isPerson: boolean): number {
  const code = text.charCodeAt(end + 1);
  const isEtAl = code === 0x65 && text.startsWith('et al', end + 1);
  const mayBe = isPerson && text.charCodeAt(end) === 0x20 && (isUpperCase(code) || isEtAl);
  LETTERS.lastIndex = end;
  return mayBe && (isEtAl || isUpperCase(text.charCodeAt(end + 2))) && LETTERS.test(text)
    ? LETTERS.lastIndex
    : end;
}

const LETTERS = new RegExp(String.raw`(?: (?:${HONOURS}|AM|MS|et al\.?))+(?![\p{L}\p{N}’'-])`, 'uy');
