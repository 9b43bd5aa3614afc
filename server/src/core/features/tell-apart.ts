import { foldWords } from '../text/words.ts';
import { clip } from './escape.ts';

/** Letters of a text's beginning before the words in which it differs from another. */
const longestHead = 12;

/** Texts that begin so alike that they would be cut to the same label. */
export interface Labelled {
  readonly label: string;
  /** The indices of the others that would have the same. */
  readonly alike: readonly number[];
}

/** Each text in so many letters: its beginning; where others begin so, too, the words in which it differs from them. */
export function labelsApart(texts: readonly string[], limit: number): readonly Labelled[] {
  const cut = texts.map(text => clip(text, limit));
  return texts.map((text, index) => {
    const alike = [...texts.keys()].filter(other => other !== index && cut[other] === cut[index]);
    if (alike.length === 0) {
      return { label: cut[index] ?? '', alike };
    }
    const from = Math.max(...alike.map(other => firstDifferent(text, texts[other] ?? '')));
    const head = clip(text, longestHead);
    const rest = limit - head.length - 1;
    // What only ends sooner shows its end.
    const at = from < text.length ? from : Math.max(0, text.indexOf(' ', text.length - rest) + 1);
    return { label: `${head} ${clip(text.slice(at), rest)}`, alike };
  });
}

/** Where the first word stands that the other text has not at that place; the end where there is none. */
export function firstDifferent(text: string, other: string): number {
  const words = foldWords(text);
  const others = foldWords(other);
  for (let index = 0; index < words.length; index++) {
    if (index >= others.length || words.key(index) !== others.key(index)) {
      return words.starts[index] ?? text.length;
    }
  }
  return text.length;
}
