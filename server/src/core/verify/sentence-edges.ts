import { overlapping } from '../text/span.ts';
import { visible } from './drafted.ts';
import type { SourceWords } from './source-words.ts';
import { Lettered } from '../text/lettered.ts';

const abbreviation =
  /^(?:mr|mrs|ms|dr|sen|sens|rep|reps|gov|gen|lt|col|sgt|capt|cmdr|adm|maj|prof|rev|hon|st|jr|sr|vs|no|inc|corp|co|ltd|ave|blvd|jan|feb|mar|apr|aug|sept|oct|nov|dec)$/i;
const stopAtEnd = new Lettered(String.raw`[.!?…][^\p{L}\p{N}]*$`, 'u');
const starter =
  /^(?:the|a|an|i|i'm|i've|we|we're|he|she|they|it|it's|this|that|these|those|there|but|and|so|our|my|his|her|their|if|in|you)$/i;

/** Whether a sentence of the speaker's begins with the word at a position of a view. The first word of all does. */
export function startsSentence(source: SourceWords, view: Int32Array, position: number): boolean {
  const index = view[position];
  const before = view[position - 1];
  if (index === undefined || before === undefined) {
    return true;
  }
  const text = source.article.text;
  const between = shown(source, before, source.starts[index] ?? text.length);
  const word = text.slice(source.starts[index], source.ends[index]);
  const capital = /^[\p{Lu}\p{N}$£€[]/u.test(word);
  if (source.quotation[index] !== source.quotation[before] || source.block[index] !== source.block[before]) {
    // “A,” she said. “B.” begins another sentence, “a,” she said, “b.” does not.
    // So do “A,” she said. But, she added, “B.” and “A.” She added: “B.”
    return (
      capital &&
      (stopAtEnd.test(between) ||
        between.includes('\n') ||
        /^[.!?][^\p{L}\p{N}]*\s\p{Lu}/u.test(between) ||
        hasSentenceEnd(between))
    );
  }
  const previous = text.slice(source.starts[before], source.ends[before]);
  if (!/[.!?…]/.test(between)) {
    return previous.endsWith('.') && capital && starter.test(word);
  }
  const isShort = abbreviation.test(previous) && !isAnswer(previous, word);
  if (!capital) {
    return /[!?.]["”'’)\]]*\s/.test(between) && !/\.\s?\.|…/.test(between) && !isShort;
  }
  return /[!?]/.test(between) || !(isShort || /^\p{Lu}$/u.test(previous)) || starter.test(word);
}

/** `No. Nobody came.` answers; `No. 5` counts. */
function isAnswer(word: string, next: string): boolean {
  return /^no$/i.test(word) && !/^\p{N}/u.test(next);
}

/** Whether a sentence of the narrator's ends in the words between two quoted parts, and another begins. */
function hasSentenceEnd(between: string): boolean {
  for (const match of between.matchAll(/(\p{L}[\p{L}’']*)[.!?]\s+(?=\p{Lu})/gu)) {
    const word = match[1] ?? '';
    if (word.length > 1 && !abbreviation.test(word)) {
      return true;
    }
  }
  return false;
}

/** The text between two neighbouring words of a view, without what stands outside the marks. */
export function gapAfter(source: SourceWords, view: Int32Array, position: number): string {
  const index = view[position];
  if (index === undefined) {
    return '';
  }
  const text = source.article.text;
  const next = view[position + 1];
  const quotation = source.article.quotations[source.quotation[index] ?? -1];
  if (next !== undefined && source.quotation[next] === source.quotation[index]) {
    // Between two paragraphs a sub-head may stand.
    const isWithin = source.block[next] === source.block[index];
    const block = isWithin ? undefined : source.article.blocks[source.block[index] ?? -1];
    return shown(source, index, block?.end ?? source.starts[next] ?? text.length);
  }
  const end = quotation?.end ?? Math.min(text.length, (source.ends[index] ?? 0) + 3);
  return shown(source, index, Math.max(end, source.ends[index] ?? 0));
}

/** What stands behind a word up to an offset: the marks of an address or of a comment are no punctuation of the sentence. */
function shown(source: SourceWords, index: number, end: number): string {
  const { text, blocks } = source.article;
  const start = source.ends[index] ?? end;
  const hidden = blocks[source.block[index] ?? -1]?.hidden ?? [];
  return visible(
    text,
    start,
    end,
    overlapping(hidden, it => it, { start, end }),
  );
}
