import { knownNames } from './known-names.ts';
import type { Block } from '../parse/reading.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import type { OpenedQuotation } from './opened.ts';

const sentenceEnd = /[.?!]["”’]?\s+(?=\P{Ll})/gu;

/** The words of a sentence before an offset. */
export function sentenceBefore(draft: Draft, block: Block, offset: number): string {
  return draft.text.slice(sentenceStart(draft, block, offset), offset);
}

/** Whom the sentence around an opened quotation gives it to: named before it, else after it, else meant by a pronoun. */
export function sentenceSpeaker(
  corpus: Corpus,
  draft: Draft,
  block: Block,
  opened: Pick<OpenedQuotation, 'open' | 'replace'>,
): string | undefined {
  const read = draft.quotations.find(quotation => quotation.outer.start === opened.open)?.speaker;
  if (read?.entity !== undefined) {
    return draft.entities[read.entity]?.name;
  }
  const start = sentenceStart(draft, block, opened.open);
  const people = knownNames(corpus, draft, block).filter(({ entity }) => entity.kind !== 'place');
  const before = people.findLast(name => start <= name.start && name.end <= opened.open);
  if (before !== undefined) {
    return before.entity.name;
  }
  const after = people.find(name => name.start >= opened.replace.end);
  if (after !== undefined && !hasEnd(draft.text.slice(opened.replace.end, after.start))) {
    return after.entity.name;
  }
  if (/\b(?:he|she|they)\b/i.test(draft.text.slice(start, opened.open))) {
    const earlier = { start: Math.max(0, start - 2000), end: start };
    return knownNames(corpus, draft, earlier).findLast(({ entity }) => entity.kind === 'person')?.entity.name;
  }
  return undefined;
}

function sentenceStart({ text }: Draft, block: Block, offset: number): number {
  const before = text.slice(block.start, offset);
  const last = [...before.matchAll(sentenceEnd)].at(-1);
  return last === undefined ? block.start : block.start + last.index + last[0].length;
}

function hasEnd(text: string): boolean {
  return /[.?!]["”’]?\s+\P{Ll}/u.test(text);
}
