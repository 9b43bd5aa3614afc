import type { Span } from '../text/span.ts';

/** What ends the card of a person in the middle of a sentence, in a page that was copied with it. */
export const CARD_END = ' MORE';

/**
 * `Speaker Ana Lane Ana Maria LaneSenate to vote on ferries | Five takeaways MORE said …`: a name printed once more, with the headlines of
 * other stories glued to it.
 */
const CARD =
  /(?<![\p{L}\p{N}])((?=[\p{L}.'’-]*\p{Ll})\p{Lu}[\p{L}.'’-]+)( (?:[\p{Lu}(][\p{L}.'’)-]* ){1,5}\1(?=[\p{Lu}\p{N}'"‘“])[^\n]{0,900}?[ .?!'"’”]MORE)(?![\p{L}\p{N}])/gu;

/** The cards in a paragraph, in order: from behind the name to their end. Worth the search where `CARD_END` stands in it. */
export function cardsIn(text: string, start: number, end: number): readonly Span[] {
  const cards: Span[] = [];
  for (const found of text.slice(start, end).matchAll(CARD)) {
    const from = start + found.index + (found[1]?.length ?? 0);
    cards.push({ start: from, end: from + (found[2]?.length ?? 0) });
  }
  return cards;
}
