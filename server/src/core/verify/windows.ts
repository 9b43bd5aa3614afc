import type { Candidate } from './candidates.ts';
import type { Drafted } from './drafted.ts';
import type { SourceWords } from './source-words.ts';

/** A view cut down to the neighbourhood of a candidate's stretches, where it is long. */
export function windowOf(
  drafted: Drafted,
  source: SourceWords,
  view: Int32Array,
  { places }: Candidate,
): Int32Array {
  if (view.length * drafted.length < 200_000) {
    return view;
  }
  const start = Math.min(...places.map(it => it.span.start));
  const end = Math.max(...places.map(it => it.span.end));
  return around(source, view, start, end, drafted.length * 2 + 60);
}

/** The words of a view from `start` to `end` in the text, and so many to each side. */
export function around(
  source: SourceWords,
  view: Int32Array,
  start: number,
  end: number,
  words: number,
): Int32Array {
  let from = 0;
  while (from < view.length && (source.ends[view[from] ?? -1] ?? 0) <= start) {
    from++;
  }
  let to = from;
  while (to < view.length && (source.starts[view[to] ?? -1] ?? 0) < end) {
    to++;
  }
  return view.subarray(Math.max(0, from - words), Math.min(view.length, to + words));
}
