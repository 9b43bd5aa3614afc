import { findRun, type Alignment } from './align.ts';
import type { Drafted } from './drafted.ts';
import { startsSentence } from './sentence-edges.ts';
import type { SourceWords } from './source-words.ts';

/** More sentences dropped at so many places are another text. */
const mostDrops = 3;

/**
 * Where every drafted word stands, in order, with nothing but whole sentences of the source left out in between; undefined
 * where there is no such place. When sentences begin alike (“We saw the bridge. We saw the lock.”), replacing a word is
 * cheaper than dropping a sentence, but the words say what was done.
 */
export function sentenceDrops(
  drafted: Drafted,
  source: SourceWords,
  view: Int32Array,
): Alignment | undefined {
  if (drafted.length < 2 || view.length <= drafted.length || drafted.ellipsis.includes(1)) {
    return undefined;
  }
  for (let word = 0; word < drafted.length; word++) {
    if (findRun(drafted, word, word + 1, source, view, 0) < 0) {
      return undefined;
    }
  }
  const starts: number[] = [];
  for (let place = 1; place < view.length; place++) {
    if (startsSentence(source, view, place)) {
      starts.push(place);
    }
  }
  if (starts.length < 2) {
    return undefined;
  }
  for (let place = 0; ; place++) {
    place = findRun(drafted, 0, 1, source, view, place);
    if (place < 0) {
      return undefined;
    }
    const pairs = new Int32Array(drafted.length);
    const end = layFrom({ drafted, source, view, starts, pairs }, 0, place, mostDrops);
    if (end !== undefined) {
      return { drafted, source, view, pairs, start: place, end };
    }
  }
}

interface Search {
  readonly drafted: Drafted;
  readonly source: SourceWords;
  readonly view: Int32Array;
  /** Places in the view at which sentences begin. */
  readonly starts: readonly number[];
  readonly pairs: Int32Array;
}

/** Lays the drafted words from `word` on at a place; gives the end of the stretch, or undefined where they do not fit. */
function layFrom(search: Search, word: number, place: number, drops: number): number | undefined {
  const { drafted, source, view, starts, pairs } = search;
  let count = 0;
  while (
    word + count < drafted.length &&
    findRun(drafted, word + count, word + count + 1, source, at(view, place + count), 0) === 0
  ) {
    count++;
  }
  for (let index = 0; index < count; index++) {
    pairs[word + index] = place + index;
  }
  if (word + count === drafted.length) {
    return place + count;
  }
  if (drops === 0) {
    return undefined;
  }
  // The latest sentence that begins within the run is tried first: the fewest words are left out.
  for (const begins of starts.filter(it => it > place && it <= place + count).reverse()) {
    for (const next of starts.filter(it => it > begins)) {
      const end = layFrom(search, word + begins - place, next, drops - 1);
      if (end !== undefined) {
        return end;
      }
    }
  }
  return undefined;
}

/** The one word of a view at a place, as a view of its own. */
function at(view: Int32Array, place: number): Int32Array {
  return view.subarray(place, place + 1);
}
