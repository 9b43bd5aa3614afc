import { say, sayCount } from '../text/say.ts';
import { clip, collapse } from './escape.ts';
import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Standing } from './standing.ts';
import type { Change, Passage } from '../verify/verdict.ts';

/** Words of a text in curly quotes, its own double marks turned to single, no longer than about `limit` units. */
export function quoted(text: string, limit = 120): string {
  return `“${clip(text, limit).replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'")}”`;
}

/**
 * How an article is named to a reader: outlet or title with the date, where known; else its path. A title alone is not
 * enough: a wire story has the same in many papers.
 */
export function articleName(article: Article): string {
  const { outlet, title, date, path } = article;
  if (outlet !== undefined) {
    return date === undefined ? collapse(outlet) : `${collapse(outlet)}, ${date}`;
  }
  return title === undefined ? path : `${quoted(title, 70)}, ${date ?? path}`;
}

/** The same where there is little room, as in the title of a quick fix: a headline is cut short, a file has its name alone. */
export function articleBriefly(article: Article): string {
  const { outlet, title, date, path } = article;
  if (outlet !== undefined) {
    return articleName(article);
  }
  const file = path.slice(path.lastIndexOf('/') + 1);
  return title === undefined ? file : `${quoted(title, 32)}, ${date ?? file}`;
}

/** The same inside a sentence: `Harbor Times of 2024-05-03 has …`. */
export function articleInSentence(article: Article): string {
  const { outlet, title, date } = article;
  if (date === undefined || (outlet === undefined && title === undefined)) {
    return articleName(article);
  }
  return say('{0} of {1}', outlet === undefined ? quoted(title ?? '', 70) : collapse(outlet), date);
}

/** Who says it, where: `Maria Ortiz, Harbor Times, 2024-05-03`. */
export function passageName(passage: Passage): string {
  const name = articleName(passage.article);
  return passage.speaker === undefined ? name : `${passage.speaker}, ${name}`;
}

/** The same beside the name of its file, which a list of passages shows with each: `Maria Ortiz, Harbor Times, 2024-05-03`. */
export function passageBesideFile({ article, speaker }: Passage): string {
  const { outlet, date, title, path } = article;
  const known = [speaker, outlet, date].filter(it => it !== undefined).map(collapse);
  return known.length > 0 ? known.join(', ') : title === undefined ? path : quoted(title, 70);
}

/** The verdict as a statement about sources, never about truth. `sources` is how many have the words. */
export function verdictSentence(standing: Standing, sources: number): string {
  switch (standing) {
    case 'unclosed':
      return say('Cannot be checked: the quotation mark never closes');
    case 'skipped':
      return say('Not checked: nothing claims that somebody said it');
    case 'not-found':
      return say('Stands in no source');
    case 'stitched':
      return say('Joined from words that stand apart in the sources');
    case 'clipped':
      return say('Cut so that the meaning turns');
    case 'altered':
      return say('Stands in other words in this source');
    case 'not-speech':
      return say('Stands in this source, but outside quotation marks');
    case 'nested':
      return say('Stands in this source as words that the speaker quotes or imagines');
    case 'misattributed':
      return say('Stands in this source as the words of somebody else');
    case 'omission':
      return say('Stands in this source with more words, and no ellipsis marks the cut');
    case 'variants':
      return sayCount(
        Math.max(1, sources),
        'Stands so in this source; another prints other words',
        'Stands so in {0} sources; another prints other words',
      );
    case 'verified':
      return sayCount(Math.max(1, sources), 'Stands so in this source', 'Stands so in {0} sources');
  }
}

/** What is to be said where no source has some words, and not all sources are at hand; undefined where they are. */
export function mayStandIn({ outOfReach }: Corpus): string | undefined {
  const shown = outOfReach.slice(0, 3).map(it => quoted(it));
  return shown.length === 0 ? undefined : say('They may stand in {0}: it could not be read.', listed(shown));
}

/** Several changes with the words of both sides, at most four of them spelt out. */
export function changesWords(changes: readonly Change[]): string {
  const shown = changes.slice(0, 4);
  const words = (kind: Change['kind'], side: 'draft' | 'source'): string =>
    listed(shown.filter(change => change.kind === kind).map(change => quoted(change[side], 60)));
  const replaced = shown
    .filter(change => change.kind === 'replaced')
    .map(it => say('the draft has {0}, the source {1}', quoted(it.draft, 60), quoted(it.source, 60)));
  const inserted = words('inserted', 'draft');
  const dropped = words('dropped', 'source');
  const more = changes.length - shown.length;
  return [
    ...replaced,
    ...(inserted === '' ? [] : [say('the draft adds {0}', inserted)]),
    ...(dropped === '' ? [] : [say('the draft leaves out {0}', dropped)]),
    ...(more > 0 ? [sayCount(more, 'and 1 more change', 'and {0} more changes')] : []),
  ].join('; ');
}

/** `one`, `one and two`, `one, two and three`. */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : say('{0} and {1}', items.slice(0, -1).join(', '), items.at(-1) ?? '');
}
