import type { Span } from '../text/span.ts';
import { foldWords } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { isNegation } from './classify.ts';
import type { SourceWords } from './source-words.ts';
import { Lettered } from '../text/lettered.ts';

/** No lead-in that is looked at is longer, in characters. */
const longestLead = 120;

/**
 * The narrator's negation before a quoted part of a sentence, where the draft leads in with the same verb and without it:
 * `has “proof”`, from `does not have “proof”`. `first` is the source's first kept word, `lead` the draft's lead-in as
 * `leadOf` gives it. Undefined where there is none.
 */
export function narratorsDenial(source: SourceWords, first: number, lead: string): Span | undefined {
  const { article, starts } = source;
  const quotation = article.quotations[source.quotation[first] ?? -1];
  if (
    lead === '' ||
    quotation === undefined ||
    quotation.kind === 'direct' ||
    quotation.start !== starts[first]
  ) {
    return undefined;
  }
  const from = Math.max(article.blocks[quotation.block]?.start ?? 0, quotation.outer.start - longestLead);
  const text = article.text.slice(from, quotation.outer.start);
  const clause = /[^.,:;!?()"“”—–]*$/u.exec(text);
  if (clause === null || !endsInWord(text)) {
    return undefined;
  }
  const words = foldWords(clause[0]);
  const base = from + clause.index;
  const last = lastTelling(words);
  // `has no “proof”`, `is not a “proof”`
  const isBehind = /^(?:no|not)$/.test(words.key(last));
  const joined = /^(.+)n't$/.exec(words.key(last))?.[1];
  const verb = joined ?? words.key(isBehind ? last - 1 : last);
  let denial = last;
  if (!isBehind && joined === undefined) {
    denial--;
    while (denial >= 0 && adverbs.has(words.key(denial))) {
      denial--;
    }
  }
  return denial >= 0 && isNegation(words.key(denial)) && stem(verb) === lead
    ? { start: base + (words.starts[denial] ?? 0), end: base + (words.ends[denial] ?? 0) }
    : undefined;
}

/** The verb with which words outside the marks lead in to a quotation, in one form for all; empty where a comma or colon does. */
export function leadOf(before: string): string {
  const words = foldWords(before.slice(-longestLead));
  const last = lastTelling(words);
  return last >= 0 && endsInWord(before) ? stem(words.key(last)) : '';
}

/** The last word that is no determiner; -1 for none. */
function lastTelling(words: Words): number {
  let last = words.length - 1;
  while (last >= 0 && determiners.has(words.key(last))) {
    last--;
  }
  return last;
}

function endsInWord(text: string): boolean {
  const bare = text.trimEnd();
  return bare.length < text.length && letterAtEnd.test(bare.slice(-2));
}

const letterAtEnd = new Lettered(String.raw`[\p{L}’']$`, 'u');

function stem(word: string): string {
  const known = /^(?:is|are|was|were|be|been|being|am|'s)$/.test(word)
    ? 'be'
    : /^(?:have|has|had|having)$/.test(word)
      ? 'have'
      : /^(?:do|does|did|done)$/.test(word)
        ? 'do'
        : undefined;
  return known ?? word.replace(/(?:ing|ied|ies|ed|es|e|s|y)$/, '');
}

const determiners = new Set(['a', 'an', 'the', 'any', 'some']);
const adverbs = new Set([
  'yet',
  'ever',
  'really',
  'actually',
  'currently',
  'personally',
  'even',
  'been',
  'be',
]);
