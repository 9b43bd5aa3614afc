import { knownNames } from './known-names.ts';
import type { Corpus, CorpusEntity } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** How a quotation that is put in comes by its speaker. */
export type Introduction =
  /** The draft's sentence names the speaker already. */
  | { readonly kind: 'named' }
  /** The source names nobody. */
  | { readonly kind: 'unknown'; readonly begun: boolean }
  /** Is to be given to this name; `begun`: the sentence has words already. */
  | { readonly kind: 'name'; readonly name: string; readonly begun: boolean };

/**
 * Whom a quotation is given to that goes in at the end of `before`, the part of its block that stands before it: by
 * the fullest form at the first mention in the draft, by the surname from then on.
 */
export function introduction(
  corpus: Corpus,
  draft: Draft,
  before: Span,
  speaker: string | undefined,
): Introduction {
  const sentence = lastSentence(draft.text, before);
  const begun = /[^\s>]/.test(draft.text.slice(sentence.start, sentence.end));
  if (speaker === undefined) {
    return { kind: 'unknown', begun };
  }
  const known = corpus.named(speaker).filter(entity => entity.kind !== 'place');
  const [entity] = known;
  if (entity === undefined || known.length > 1) {
    return draft.text.slice(sentence.start, sentence.end).includes(speaker)
      ? { kind: 'named' }
      : { kind: 'name', name: speaker, begun };
  }
  const earlier = knownNames(corpus, draft, { start: 0, end: before.end }).filter(
    name => name.entity === entity && name.end <= before.end,
  );
  if (earlier.some(name => name.start >= sentence.start)) {
    return { kind: 'named' };
  }
  const introduced = earlier.some(name => draft.text.slice(name.start, name.end).includes(' '));
  return { kind: 'name', name: introduced ? surname(corpus, draft, entity) : entity.name, begun };
}

const sentenceEnd = /[.?!]["”’]?(?:\s+(?=\P{Ll})|\s*$)/gu;

/** The sentence that is not ended yet; empty behind the end of one. */
export function lastSentence(text: string, { start, end }: Span): Span {
  let last = start;
  for (const match of text.slice(start, end).matchAll(sentenceEnd)) {
    last = start + match.index + match[0].length;
  }
  return { start: last, end };
}

/** The shortest form that the name ends with and that means nobody else, in the sources or in the draft. */
function surname(corpus: Corpus, draft: Draft, entity: CorpusEntity): string {
  const { kind, name, forms } = entity;
  const words = name.split(' ');
  // Of three words nobody can tell how many are the surname, unless a source says so.
  const last = words.length === 2 ? words.slice(1) : [];
  const shorter = [...forms, ...last]
    .filter(form => kind === 'person' && name.endsWith(` ${form}`))
    .filter(form => corpus.named(form).every(it => it === entity))
    .filter(form => draft.entities.every(it => it.name === name || !it.name.endsWith(` ${form}`)))
    .sort((one, other) => one.length - other.length);
  return shorter[0] ?? name;
}
