import type { Article } from '../corpus/article.ts';
import type { Corpus, Place } from '../corpus/corpus.ts';
import { partsOf } from './align.ts';
import type { Drafted } from './drafted.ts';
import { bracketGroups, visible } from './drafted.ts';
import type { Spoken } from './speakers.ts';

/** Where a drafted quotation, or a part of it, may stand: one article, with the places found in it. */
export interface Candidate {
  readonly article: Article;
  readonly places: Pick<Place, 'span' | 'words'>[];
  score: number;
}

/** Places asked for; where every one of them has all words in order, the words are wire copy. */
export const mostPlaces = 10;
const mostArticles = 16;
/** Wire copy stands word for word in many outlets: none is to hide another, nor the one that words it otherwise. */
const mostCopies = 64;
/** A corpus finds runs of words; these few are looked for beside their speaker as well. */
export const shortQuotation = 3;
const mostOfSpeaker = 120;
/** Places of words that everybody says, of which the speaker's own are picked out. */
const mostSaid = 4096;

/** The articles to look at, best first. */
export function candidatesFor(
  corpus: Corpus,
  drafted: Drafted,
  spoken: Spoken | undefined,
): readonly Candidate[] {
  const found = new Map<Article, Candidate>();
  const add = (places: readonly Place[], share: number): void => {
    for (const place of places) {
      const score = place.score * share;
      const known = found.get(place.article);
      if (known === undefined) {
        found.set(place.article, { article: place.article, places: [place], score });
      } else {
        known.places.push(place);
        known.score = Math.max(known.score, score);
      }
    }
  };
  const text = visible(drafted.text, drafted.span.start, drafted.span.end, drafted.hidden);
  const places = corpus.candidates({ text, limit: mostCopies });
  const isWire = places[mostPlaces - 1]?.score === 1;
  add(isWire ? places : places.slice(0, mostPlaces), 1);
  const own = withoutBrackets(drafted);
  if (own !== undefined) {
    add(corpus.candidates({ text: own, limit: mostPlaces }), 1);
  }
  const parts = partsOf(drafted);
  if (parts.length > 1) {
    for (const part of parts.slice(0, 8)) {
      const start = drafted.starts[part.start] ?? 0;
      const end = drafted.ends[part.end - 1] ?? 0;
      const words = visible(drafted.text, start, end, drafted.hidden);
      add(corpus.candidates({ text: words, limit: mostPlaces }), (part.end - part.start) / drafted.length);
    }
  }
  const most = isWire ? mostCopies : mostArticles;
  const best = [...found.values()].sort((one, other) => other.score - one.score).slice(0, most);
  if (places[mostCopies - 1]?.score === 1) {
    best.push(...printedOf(corpus, text, spoken, best));
  }
  if (drafted.length <= shortQuotation) {
    best.push(...besideSpeaker(corpus, drafted, spoken, best));
  }
  return best;
}

/** Words that everybody says, as they stand in articles that name the speaker: those found first may all be others'. */
function printedOf(
  corpus: Corpus,
  text: string,
  spoken: Spoken | undefined,
  known: readonly Candidate[],
): readonly Candidate[] {
  const articles = new Set(articlesNaming(corpus, spoken));
  known.forEach(it => articles.delete(it.article));
  return corpus
    .candidates({ text, limit: mostSaid })
    .filter(it => it.score === 1 && articles.has(it.article))
    .slice(0, mostCopies)
    .map(place => ({ article: place.article, places: [place], score: 1 }));
}

/** What stands outside the brackets of a short quotation, which an insertion tears apart; undefined where nothing was put in. */
function withoutBrackets({ text, span, hidden, length }: Drafted): string | undefined {
  const put = length > mostTorn ? [] : bracketGroups(text, span, hidden).filter(it => !it.round);
  const left = [...hidden, ...put].sort((one, other) => one.start - other.start);
  return put.length === 0 ? undefined : visible(text, span.start, span.end, left);
}

/** Longer quotations are found in spite of a bracket. */
const mostTorn = 16;

/** Articles that name the speaker and have the first word of the quotation. */
function besideSpeaker(
  corpus: Corpus,
  drafted: Drafted,
  spoken: Spoken | undefined,
  known: readonly Candidate[],
): readonly Candidate[] {
  const articles = articlesNaming(corpus, spoken) ?? firstOf(corpus.articles(), mostOfSpeaker);
  const word = drafted.text.slice(drafted.starts[0], drafted.ends[0]);
  const forms = [word, word.toLowerCase(), word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()];
  const seen = new Set(known.map(it => it.article));
  const near: Candidate[] = [];
  for (const article of articles.slice(0, mostOfSpeaker)) {
    if (!seen.has(article) && forms.some(it => article.text.includes(it))) {
      seen.add(article);
      near.push({ article, places: [{ span: { start: 0, end: article.text.length } }], score: 0 });
    }
  }
  return near;
}

/** The articles that name a speaker; undefined where the draft names none. */
function articlesNaming(corpus: Corpus, spoken: Spoken | undefined): readonly Article[] | undefined {
  return spoken === undefined || spoken.kind === 'unnamed' || spoken.kind === 'unresolved'
    ? undefined
    : corpus.named(spoken.name).flatMap(it => it.occurrences.map(at => at.article));
}

function firstOf<T>(values: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length === count) {
      break;
    }
    first.push(value);
  }
  return first;
}
