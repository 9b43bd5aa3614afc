import { clip, collapse } from './escape.ts';
import type { Article } from '../corpus/article.ts';
import type { Change, ChangeClass, Passage, Verdict } from '../verify/verdict.ts';

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

/** The same inside a sentence: `Harbor Times of 2024-05-03 has …`. */
export function articleInSentence(article: Article): string {
  const { date } = article;
  return date === undefined ? articleName(article) : articleName(article).replace(`, ${date}`, ` of ${date}`);
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

/** `1 quotation`, `3 quotations`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The verdict in two words or three, for a count: `1 not found`. */
export function verdictName(verdict: Verdict): string {
  return verdict.replace('-', ' ');
}

/** The verdict as a statement about sources, never about truth. `sources` is how many have the words. */
export function verdictSentence(verdict: Verdict, sources: number): string {
  const these = sources > 1 ? `${sources} sources` : 'this source';
  switch (verdict) {
    case 'skipped':
      return 'Not checked: nothing claims that somebody said it';
    case 'not-found':
      return 'Stands in no source';
    case 'stitched':
      return 'Joined from words that stand apart in the sources';
    case 'clipped':
      return 'Cut so that the meaning turns';
    case 'altered':
      return 'Stands in other words in this source';
    case 'not-speech':
      return 'Stands in this source, but outside quotation marks';
    case 'nested':
      return 'Stands in this source as words that the speaker quotes or imagines';
    case 'misattributed':
      return 'Stands in this source as the words of somebody else';
    case 'omission':
      return 'Stands in this source with more words, and no ellipsis marks the cut';
    case 'variants':
      return `Stands so in ${these}; another prints other words`;
    case 'verified':
      return `Stands so in ${these}`;
  }
}

/** What kind of change it is, as the start of a sentence. */
export function changeKind(kind: ChangeClass): string {
  switch (kind) {
    case 'number':
      return 'A number is changed';
    case 'negation':
      return 'A negation is changed';
    case 'modal':
      return 'A word like “may” or “will” is changed';
    case 'name':
      return 'A name is changed';
    case 'pronoun':
      return 'A pronoun is changed';
    case 'wording':
      return 'The words are changed';
  }
}

/** Several changes with the words of both sides, at most four of them spelt out. */
export function changesWords(changes: readonly Change[]): string {
  const shown = changes.slice(0, 4);
  const words = (kind: Change['kind'], side: 'draft' | 'source'): string =>
    listed(shown.filter(change => change.kind === kind).map(change => quoted(change[side], 60)));
  const replaced = shown
    .filter(change => change.kind === 'replaced')
    .map(change => `the draft has ${quoted(change.draft, 60)}, the source ${quoted(change.source, 60)}`);
  const inserted = words('inserted', 'draft');
  const dropped = words('dropped', 'source');
  const more = changes.length - shown.length;
  return [
    ...replaced,
    ...(inserted === '' ? [] : [`the draft adds ${inserted}`]),
    ...(dropped === '' ? [] : [`the draft leaves out ${dropped}`]),
    ...(more > 0 ? [`and ${counted(more, 'more change')}`] : []),
  ].join('; ');
}

/** `one`, `one and two`, `one, two and three`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
