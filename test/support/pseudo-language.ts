import { messages } from '../../scripts/messages.ts';

/**
 * Every message in a language that nobody speaks: in letters of full width, its values in reverse order. What still
 * comes out in plain letters was put in, or was not translated.
 */
export function pseudoTranslation(): Record<string, string> {
  return Object.fromEntries(messages().map(message => [message, pseudo(message)]));
}

function pseudo(message: string): string {
  const values = (message.match(/\{\d\}/gu) ?? []).toReversed();
  let next = 0;
  const text = message
    .replace(/[a-z]/giu, letter => String.fromCharCode(letter.charCodeAt(0) - 0x41 + 0xff21))
    .replace(/\{\d\}/gu, () => values[next++] ?? '');
  return `⟦${text}⟧`;
}

/**
 * The words of an answer that neither stand so in the texts it is about, one behind the other, nor are translated.
 * Addresses, code and markup are not read.
 */
export function untranslated(answer: string, texts: readonly string[]): readonly string[] {
  const known = new Set(texts.flatMap(pairs));
  return pairs(
    answer
      .replace(/<style>.*<\/style>/gsu, '')
      .replace(/<code>[^<]*<\/code>/gu, '')
      .replace(/<[^>]*>/gu, ' | ')
      .replace(/\]\([^)]*\)/gu, ']')
      .replace(/`[^`]*`/gu, '')
      .replace(/[*~]+/gu, ' | '),
  ).filter(pair => !known.has(pair));
}

/** Each word, and each two that follow each other. */
function pairs(text: string): readonly string[] {
  const plain = text.replace(/&#?\w+;/gu, ' | ').replace(/[*~\\]/gu, '');
  return plain
    .split(/[^A-Za-z\s]+/u)
    .map(run => run.toLowerCase().split(/\s+/u).filter(Boolean))
    .flatMap(words => [...words, ...words.slice(1).map((word, index) => `${words[index]!} ${word}`)]);
}
