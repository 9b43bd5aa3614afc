import type { Article } from '../corpus/article.ts';
import type { Words } from '../text/words.ts';
import { foldWords } from '../text/words.ts';

/** The words of the blocks of an article, each folded once. */
export class FoldedBlocks {
  readonly article: Article;
  readonly #words: (Words | undefined)[] = [];

  constructor(article: Article) {
    this.article = article;
  }

  /** The words of the block of an index. */
  words(index: number): Words {
    const known = this.#words[index];
    if (known !== undefined) {
      return known;
    }
    const { text, blocks } = this.article;
    const block = blocks[index];
    const words = foldWords(text, block, block?.hidden);
    this.#words[index] = words;
    return words;
  }
}
