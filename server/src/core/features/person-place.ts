import { classesOf, TITLE } from '../parse/cues.ts';
import { isBesideSpeech, isInsideSentence, isWholeWord } from '../parse/surnames.ts';
import type { Block } from '../parse/reading.ts';
import type { Span } from '../text/span.ts';

/**
 * Whether a word with a capital stands where somebody does: within a sentence, but not where a place would stand; beside a verb of speech;
 * at the beginning of a sentence before a verb in the past (`Lane left`) or `’s`, in a headline before one in the present (`Lane leaves`).
 */
export function isPersonsPlace(text: string, block: Block, span: Span): boolean {
  const before = text.slice(Math.max(block.start, span.start - 12), span.start);
  const behind = text.slice(span.end, Math.min(block.end, span.end + 30));
  if (placeBefore.test(before) || /^ of /.test(behind)) {
    return false;
  }
  return (
    isBehindTitle(before) ||
    isInsideSentence(text, span) ||
    isBesideSpeech(text, span) ||
    opensSentence(block, span, before, behind)
  );
}

/** Whether a title stands right before a word: `Lady Lane`, `Cllr. Lane`. */
function isBehindTitle(before: string): boolean {
  const word = /(?<![\p{L}\p{N}’'-])(\p{Lu}\p{Ll}{1,11}\.?) $/u.exec(before)?.[1];
  return word !== undefined && (classesOf(word.replace('.', '').toLowerCase()) & TITLE) !== 0;
}

/** Where a place or a thing stands rather than a person, or the rest of a name. */
const placeBefore =
  /(?<!\p{L})(?:in|at|near|into|across|outside|inside|around|through|an?|the|this|that|its|&) $/iu;

function opensSentence({ start, kind }: Block, span: Span, before: string, behind: string): boolean {
  const opens = /(?:[.?!:”"’*_#>-][ \n]?|\n)$/.test(before) || span.start <= start + 4;
  const isHeading = kind === 'heading' || kind === 'title' || kind === 'deck';
  return opens && (isSubject.test(behind) || (isHeading && /^ \p{Ll}{3,}[^s]s\b/u.test(behind)));
}

const isSubject =
  /^(?:[’']s\s|,? (?:and (?:the|his|her)|\p{Ll}{2,}ed|was|is|has|had|did|does|will|would|could|can|must|should|may|might|went|put|gave|took|made|came|left|stood|met|said|says|told|wrote|spoke|began|won|lost|ran|led|held|kept|knew|saw|sat|got|found|brought|became|thought|felt|ate|bit|bought|broke|built|caught|chose|cut|dealt|drank|drew|drove|fed|fell|fled|flew|forgot|fought|froze|grew|hid|hit|hung|hurt|laid|lent|lit|meant|paid|quit|rang|rode|rose|sang|sank|sent|shook|shot|shut|slept|slid|spent|split|stole|struck|stuck|swam|swept|swore|taught|tore|threw|understood|wept|withdrew|woke|wore)(?![\p{L}-]))/u;

/**
 * Whether a word that opens a sentence may be no name, near as it comes to one: a plural (`Students said`, where the sources have a
 * Studenti), or what one of some texts has in lower case.
 */
export function isOrdinaryWord(texts: readonly string[], word: string, name: string): boolean {
  if (!/^\p{Lu}/u.test(word)) {
    return false;
  }
  return (
    (/^[^’']*[^s’']s$/.test(word) && !name.endsWith('s')) ||
    texts.some(text => hasWord(text, word.toLowerCase()))
  );
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWholeWord(text, { start: at, end: at + word.length })) {
      return true;
    }
  }
  return false;
}

/** Whether a word is in capitals, or all words around it begin with one, as in some headlines: what is a name there, nobody can tell. */
export function isSetInCapitals(text: string, block: Block, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  return (
    !/\p{Ll}{2}/u.test(word) ||
    !/(?<![\p{L}\p{M}\p{N}’'-])\p{Ll}{4}/u.test(text.slice(block.start, block.end))
  );
}
