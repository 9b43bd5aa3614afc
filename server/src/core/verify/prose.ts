import type { Article } from '../corpus/article.ts';
import type { Place } from '../corpus/corpus.ts';
import type { Span } from '../text/span.ts';
import { align } from './align.ts';
import type { Alignment } from './align.ts';
import { shortQuotation } from './candidates.ts';
import { compare, matchOf, worthOf } from './compare.ts';
import type { Comparison } from './compare.ts';
import { distance } from './distance.ts';
import type { Drafted } from './drafted.ts';
import { evaluateProse } from './evaluate.ts';
import type { Evaluation, Question } from './evaluate.ts';
import { isFirm } from './reach.ts';
import { wordsAround } from './source-words.ts';
import { around } from './windows.ts';

/** Where the words are the narrator's, only very nearly all of them say that this is the place. */
const nearProse = 0.85;

/** Whether words of the narrator's are among those that were used up. */
export function hasNarrator({ source, view, start, end }: Alignment): boolean {
  for (let place = start; place < end; place++) {
    if ((source.quotation[view[place] ?? -1] ?? -1) < 0) {
      return true;
    }
  }
  return false;
}

/** Words of the running text that are read to each side of a stretch. */
function reachIn({ length }: Drafted): number {
  return length + 8;
}

/** A headline or page furniture may part the running text: words of both that are passed over at most. */
const mostBetween = 50;

/** The words that the running text around a place is read from, and what else lies between, hashed. */
export function wordsNear(drafted: Drafted, { words }: Pick<Place, 'words'>): Uint32Array | undefined {
  return words?.near(reachIn(drafted) + mostBetween);
}

/** The reading in the running text around a span, where the narrator's words are among those that match. */
export function proseAround(
  question: Question,
  drafted: Drafted,
  article: Article,
  { start, end }: Span,
): readonly Evaluation[] {
  const source = wordsAround(article, { start, end }, reachIn(drafted));
  const view = around(source, source.body, start, end, reachIn(drafted));
  const match = matchOf(align(drafted, source, view));
  const isProse = match.links.some(it => (source.quotation[view[it.view] ?? -1] ?? -1) < 0);
  return isProse && match.weight >= nearProse ? [evaluateProse(compare(question.draft, match))] : [];
}

/** Words written apart on one side only are found though no word of the article is theirs: so many at most. */
const mostCompounds = 2;

/**
 * Whether the running text may be nearer to a drafted quotation than what was found in speech there. Words that stand
 * nowhere near, by the hashes of the words of the article there, are at least replaced there, too.
 */
export function mayProseBeNearer(
  drafted: Drafted,
  hashes: Uint32Array | undefined,
  spoken: Comparison | undefined,
): boolean {
  if (hashes === undefined || drafted.length <= shortQuotation || drafted.bracket.some(it => it !== 0)) {
    return true;
  }
  const found = new Uint8Array(drafted.length);
  for (const { draft, draftEnd } of spoken?.links ?? []) {
    found.fill(1, draft, draftEnd);
  }
  let worth = 0;
  let lost = 0;
  let least = 0;
  let isBeside = false;
  for (let word = 0; word < drafted.length; word++) {
    worth += worthOf(drafted, word);
    const lacks =
      found[word] === 0 && isFirm(drafted.key(word)) && !hashes.includes(drafted.hashes[word] ?? 0);
    if (lacks) {
      lost += worthOf(drafted, word);
      least += isBeside ? 2 : 3;
    }
    isBeside = lacks;
  }
  if (worth - Math.max(0, lost - mostCompounds) < worth * nearProse) {
    return false;
  }
  return spoken === undefined || distance(spoken) > least + (lost / worth) * drafted.length * 2 + 1e-6;
}
