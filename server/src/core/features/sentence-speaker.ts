import type { Block, Mention } from '../parse/reading.ts';
import type { Draft } from '../draft/draft.ts';
import type { OpenedQuotation } from './opened.ts';

const sentenceEnd = /[.?!]["”’]?\s+(?=\P{Ll})/gu;

/** The words of a sentence before an offset. */
export function sentenceBefore(draft: Draft, block: Block, offset: number): string {
  return draft.text.slice(sentenceStart(draft, block, offset), offset);
}

/** Whom the sentence around an opened quotation gives it to: named before it, else after it, else meant by a pronoun. */
export function sentenceSpeaker(draft: Draft, block: Block, opened: OpenedQuotation): string | undefined {
  const read = draft.quotations.find(quotation => quotation.outer.start === opened.open)?.speaker;
  if (read?.entity !== undefined) {
    return draft.entities[read.entity]?.name;
  }
  const start = sentenceStart(draft, block, opened.open);
  const people = draft.mentions.filter(mention => mention.kind !== 'place');
  const before = people.findLast(mention => start <= mention.start && mention.end <= opened.open);
  if (before !== undefined) {
    return nameOf(draft, before);
  }
  const after = people.find(mention => mention.start >= opened.replace.end && mention.end <= block.end);
  if (after !== undefined && !hasEnd(draft.text.slice(opened.replace.end, after.start))) {
    return nameOf(draft, after);
  }
  if (/\b(?:he|she|they)\b/i.test(draft.text.slice(start, opened.open))) {
    const meant = people.findLast(mention => mention.end <= start);
    return meant && nameOf(draft, meant);
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

function nameOf(draft: Draft, mention: Mention): string {
  return draft.entities[mention.entity]?.name ?? mention.text;
}
