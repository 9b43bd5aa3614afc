import type { Span } from './span.ts';

/** Before a name or a figure: the stop never ends a sentence. */
const titles = new Set(
  `mr mrs ms mx messrs dr prof rev fr st ste sen sens rep reps gov govs gen col lt capt cpt cmdr cdr maj sgt cpl pvt adm brig
hon pres supt insp det dep asst amb atty vs v viz cf no nos fig figs vol pp art approx est mt ft cllr coun sr jr al`.split(
    /\s+/,
  ),
);
/** Shortened words after which a new sentence may begin, and does if its first word is none that goes on. */
const shortened = new Set(
  `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd corp co cos bros llc plc
ave blvd rd dept univ assn etc calif ariz colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore
pa tenn tex va vt wash wis wyo ala ark ont que alta am pm bc ad`.split(/\s+/),
);
const starters = new Set(
  `the a an it its he she they we i you this that these those but and so yet in on at as after before when while if for from with by
his her their our my there here what who how why no not one some many most all both each every another other since although though
because however meanwhile still now then also earlier later last next critics officials police asked`.split(
    /\s+/,
  ),
);
const calendar =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)|^(?:E[SD]?T|P[SD]?T|C[SD]?T|GMT|BST|UTC|local)\b/;

const stop = /[.!?…]+["'”’»)\]*_]*(?=[\s\u00a0]|$)/g;
const blankLine = /\n[ \t\r]*\n/g;
const attributed =
  /^(?:\p{Lu}[\p{L}.'’-]*,? ){1,5}(?:said|says|told|asked|added|wrote|replied|shouted|tweeted|warned|insisted|continued|joked|recalled|explained|testified|demanded|wondered|quipped)\b/u;

/** Whether a word is short for a title or the like: its stop ends no sentence, as in `Cllr. Lane`. */
export function isShortTitle(word: string): boolean {
  return titles.has(word.toLowerCase());
}

/**
 * The sentences of a stretch of text, white space left out at both ends; closing marks belong to the sentence they
 * close, and so does the attribution after a question or an exclamation (“Why?” Ortiz asked.).
 */
export function findSentences(text: string, span: Span = { start: 0, end: text.length }): readonly Span[] {
  const part = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let from = 0;
  const end = (to: number): void => {
    let start = from;
    let stopAt = to;
    while (start < stopAt && isSpace(part.charCodeAt(start))) start++;
    while (stopAt > start && isSpace(part.charCodeAt(stopAt - 1))) stopAt--;
    if (start < stopAt) sentences.push({ start: span.start + start, end: span.start + stopAt });
    from = to;
  };
  const blanks = part.includes('\n') ? [...part.matchAll(blankLine)].map(it => it.index) : [];
  let blank = 0;
  stop.lastIndex = 0;
  for (let found = stop.exec(part); found !== null; found = stop.exec(part)) {
    for (let at = blanks[blank]; at !== undefined && at < found.index; at = blanks[++blank]) end(at);
    if (isEnd(part, found.index, found.index + found[0].length, found[0])) end(found.index + found[0].length);
  }
  for (let at = blanks[blank]; at !== undefined; at = blanks[++blank]) end(at);
  end(part.length);
  return sentences;
}

function isEnd(text: string, at: number, after: number, marks: string): boolean {
  let next = after;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  if (next >= text.length) return true;
  const rest = text.slice(next, next + 80);
  const bare = rest.replace(/^["'“‘«([*_—–-]+\s?/, '');
  if (!/^[\p{Lu}\p{Lo}\p{N}$£€#@]/u.test(bare)) return false;
  const closed = /["'”’»)\]]$/.test(marks);
  if (closed && bare === rest && /[!?…]/.test(marks) && attributed.test(rest)) return false;
  if (closed || marks.length > 1 || marks !== '.') return true;
  const word = wordBefore(text, at);
  const first = /^[\p{L}\p{M}'’]+/u.exec(bare)?.[0] ?? '';
  const lower = word.toLowerCase().replace(/\./g, '');
  if (word.includes('.') || shortened.has(lower)) {
    // `U.S.`, `p.m.`, `Inc.`, `Calif.`: the next word tells.
    if (/^\p{N}/u.test(bare) || calendar.test(bare)) return false;
    return starters.has(first.toLowerCase()) || (bare !== rest && !/^[(—–-]/.test(rest));
  }
  if (/^\p{Lu}$/u.test(word)) return word === 'I' && starters.has(first.toLowerCase());
  if (titles.has(lower))
    return lower === 'no'
      ? !/^\p{N}/u.test(bare)
      : (lower === 'jr' || lower === 'sr') && starters.has(first.toLowerCase());
  return true;
}

/** The word before a stop, with the stops inside it: `U.S`, `Mr`, `J`. */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 24 && /[\p{L}.]/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}
