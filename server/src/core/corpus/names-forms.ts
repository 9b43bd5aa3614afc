import type { NameKind } from '../parse/reading.ts';
import { Lettered } from '../text/lettered.ts';
import { nameParticles } from '../text/name-particles.ts';

/** Letters that decomposition leaves whole. */
const whole: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const wholeLetters = /[øłđðþßæœı]/g;
const marks = /\p{M}+/gu;
/** Part of a word, but written or not: `O’Neil`, `U.S.`, `J.` */
const silent = /['’‘ʼ`.\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const between = new Lettered(String.raw`[^\p{L}\p{N}]+`, 'gu');
const spaces = / {2,}/g;
/** `J. K.` is `JK`. */
const someInitials = /(?:^| )[a-z] [a-z](?: |$)/;
const initials = /(?<=^| )([a-z]) (?=[a-z](?: |$))/g;
const plainAscii = /^[a-z ]*$/;

/** A name as names are compared: case, accents, stops, apostrophes, hyphens and a leading *the* do not count. */
export function foldName(name: string): string {
  let folded = name.toLowerCase();
  if (!plainAscii.test(folded)) {
    const letters = folded
      .normalize('NFKD')
      .replace(marks, '')
      .replace(wholeLetters, letter => whole[letter] ?? letter)
      .replace(silent, '');
    folded = letters.replace(between.on(letters), ' ');
  }
  folded = folded.trim().replace(spaces, ' ');
  if (someInitials.test(folded)) {
    folded = folded.replace(initials, '$1');
  }
  return folded.startsWith('the ') ? folded.slice(4) : folded;
}

/** Without a possessive `’s` or `’`. */
export function withoutPossessive(name: string): string {
  return name.replace(/(?:['’]s|(?<=s)['’])$/iu, '');
}

/** The words of a folded name. */
export function nameTokens(folded: string): readonly string[] {
  return folded === '' ? [] : folded.split(' ');
}

const generations = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);

/** `jr` of `donald trump jr`: what tells a son from his father. */
function generationOf(tokens: readonly string[]): string | undefined {
  const last = tokens[tokens.length - 1];
  return tokens.length > 2 && last !== undefined && generations.has(last) ? last : undefined;
}

/** The tokens without `jr`. */
export function coreTokens(tokens: readonly string[]): readonly string[] {
  return generationOf(tokens) === undefined ? tokens : tokens.slice(0, -1);
}

/** Where names that may be one meet: those of one last word, or organisations of the same initials. */
export function bucketOf(tokens: readonly string[], kind: NameKind): string {
  return kind === 'organisation' && tokens.length > 1
    ? initialsOf(tokens)
    : (coreTokens(tokens).at(-1) ?? '');
}

const smallWords = new Set(['of', 'and', 'the', 'for', 'on', 'in', 'to', 'de', 'la', 'y']);

/** Where `North Atlantic Treaty Organization` and `NATO` meet. */
function initialsOf(tokens: readonly string[]): string {
  return tokens
    .filter(token => !smallWords.has(token))
    .map(token => token.slice(0, 1))
    .join('');
}

/** Whether `tokens` ends with all of `ending`. */
export function endsWith(tokens: readonly string[], ending: readonly string[]): boolean {
  const offset = tokens.length - ending.length;
  return offset >= 0 && ending.every((token, index) => tokens[offset + index] === token);
}

/**
 * Whether two full names can be one person's: same first name, same last, the middle ones of the shorter all in
 * the longer. `George W. Bush` is not `George H. W. Bush`: an initial is dropped with all others or not at all.
 */
export function fitsFullName(shorter: readonly string[], longer: readonly string[]): boolean {
  const short = coreTokens(shorter);
  const long = coreTokens(longer);
  if (generationOf(shorter) !== generationOf(longer) || short.length < 2 || short.length >= long.length) {
    return false;
  }
  if (short[0] !== long[0] || short[short.length - 1] !== long[long.length - 1]) {
    return false;
  }
  const dropped: string[] = [];
  let at = 1;
  for (const token of long.slice(1, -1)) {
    if (at < short.length - 1 && short[at] === token) {
      at++;
    } else {
      dropped.push(token);
    }
  }
  const keepsInitial = short.slice(1, -1).some(token => token.length === 1);
  return at === short.length - 1 && !(keepsInitial && dropped.some(token => token.length === 1));
}

const particles = new Set(nameParticles.split('|'));

/** The words of a name that is being typed: a last letter is the beginning of a word, and no initial that those before it join. */
export function typedTokens(typed: string): readonly string[] {
  const last = /\S+$/.exec(typed.trimEnd());
  const begun = last === null ? [] : nameTokens(foldName(last[0]));
  if (last === null || begun.length !== 1 || begun[0]?.length !== 1) {
    return nameTokens(foldName(typed));
  }
  const before = nameTokens(foldName(typed.slice(0, last.index)));
  return [...before.slice(before[0] === 'the' ? 1 : 0), ...begun];
}

/**
 * Whether a name has, from one of its words on, what is typed of it: the words in their order, the last of them begun. Initials and
 * particles may be left out between them: `Walter S` of `Walter P. Stone`.
 */
export function hasTyped(tokens: readonly string[], typed: readonly string[]): boolean {
  return tokens.some((_, start) => beginsTyped(start === 0 ? tokens : tokens.slice(start), typed));
}

/** The same, from its first word on. */
export function beginsTyped(tokens: readonly string[], typed: readonly string[]): boolean {
  let at = 0;
  return typed.every((word, index) => {
    const isLast = index === typed.length - 1;
    const fits = (token: string): boolean => (isLast ? token.startsWith(word) : token === word);
    while (index > 0 && at < tokens.length && !fits(tokens[at] ?? '') && isLeftOut(tokens[at] ?? '')) {
      at++;
    }
    return at < tokens.length && fits(tokens[at++] ?? '');
  });
}

function isLeftOut(token: string): boolean {
  return token.length === 1 || particles.has(token);
}
