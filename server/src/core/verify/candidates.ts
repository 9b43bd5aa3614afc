import type { Article } from '../corpus/article.ts';
import type { Corpus, Place } from '../corpus/corpus.ts';
import { partsOf } from './align.ts';
import type { Drafted } from './drafted.ts';
import { bracketGroups, visible } from './drafted.ts';
import type { Spoken } from './spoken.ts';

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
/** Words are common where so large a share of them stands in more places than are looked at. */
const common = 0.4;
/** A corpus finds runs of words; these few are looked for beside their speaker as well. */
export const shortQuotation = 3;
const mostOfSpeaker = 120;

/** The articles to look at, best first. */
export function candidatesFor(
  corpus: Corpus,
  drafted: Drafted,
  spoken: Spoken | undefined,
): readonly Candidate[] {
  const asked = wordsAsked(drafted);
  const found = asked.map(it => placesOf(corpus, it));
  const isWire = (found[0]?.length ?? 0) > mostPlaces;
  let best = ranked(asked, found).slice(0, isWire ? mostCopies : mostArticles);
  if (asked.some((it, index) => isCut(it, found[index] ?? []))) {
    // Those found may all be others’ who said the same: of those as good the speaker's own come first.
    const own = new Set(articlesNaming(corpus, spoken));
    const said = ranked(
      asked,
      asked.map(it => placesOf(corpus, it, own)),
    ).slice(0, mostArticles);
    const known = new Set(said.map(it => it.article));
    best = byScore([...said, ...best.filter(it => !known.has(it.article))]);
  }
  if (drafted.length <= shortQuotation) {
    best.push(...besideSpeaker(corpus, drafted, spoken, best));
  }
  return best;
}

/** Words that are looked for: all of a quotation, or a part of it. */
interface Asked {
  readonly text: string;
  /** The share of all its words. */
  readonly share: number;
  /** Places wanted where all have every word in order. */
  readonly copies: number;
}

function wordsAsked(drafted: Drafted): readonly Asked[] {
  const text = visible(drafted.text, drafted.span.start, drafted.span.end, drafted.hidden);
  const asked: Asked[] = [{ text, share: 1, copies: mostCopies }];
  const own = withoutBrackets(drafted);
  if (own !== undefined) {
    asked.push({ text: own, share: 1, copies: mostPlaces });
  }
  const parts = partsOf(drafted);
  for (const part of parts.length > 1 ? parts.slice(0, 8) : []) {
    const start = drafted.starts[part.start] ?? 0;
    const end = drafted.ends[part.end - 1] ?? 0;
    const words = visible(drafted.text, start, end, drafted.hidden);
    asked.push({ text: words, share: (part.end - part.start) / drafted.length, copies: mostPlaces });
  }
  return asked;
}

function placesOf(corpus: Corpus, { text, copies }: Asked, within?: ReadonlySet<Article>): readonly Place[] {
  const places = corpus.candidates({ text, limit: copies, within });
  return places[mostPlaces - 1]?.score === 1 ? places : places.slice(0, mostPlaces);
}

/** Whether there may be more places, as good as those found. */
function isCut({ copies }: Asked, places: readonly Place[]): boolean {
  const score = places[0]?.score ?? 0;
  return (
    score >= common && places.length === (score === 1 ? copies : mostPlaces) && places.at(-1)?.score === score
  );
}

/** The articles of what was found, best first, each with its places. */
function ranked(asked: readonly Asked[], found: readonly (readonly Place[])[]): Candidate[] {
  const candidates = new Map<Article, Candidate>();
  asked.forEach(({ share }, index) => {
    for (const place of found[index] ?? []) {
      const score = place.score * share;
      const known = candidates.get(place.article);
      if (known === undefined) {
        candidates.set(place.article, { article: place.article, places: [place], score });
      } else {
        known.places.push(place);
        known.score = Math.max(known.score, score);
      }
    }
  });
  return byScore([...candidates.values()]);
}

function byScore(candidates: Candidate[]): Candidate[] {
  return candidates.sort((one, other) => other.score - one.score);
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
  const articles = articlesNaming(corpus, spoken, mostOfSpeaker) ?? firstOf(corpus.articles(), mostOfSpeaker);
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

/** The articles that name a speaker, of each who goes by the name the latest; undefined where the draft names none. */
function articlesNaming(
  corpus: Corpus,
  spoken: Spoken | undefined,
  most = Infinity,
): readonly Article[] | undefined {
  return spoken === undefined || spoken.kind === 'unnamed' || spoken.kind === 'unresolved'
    ? undefined
    : corpus.named(spoken.name).flatMap(it => it.latest(most).map(at => at.article));
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
