import { figuresIn, valuesIn } from './figures.ts';
import type { Article } from '../corpus/article.ts';
import type { Figure } from './figures.ts';
import type { Passage } from '../verify/verdict.ts';

/** The figure of a source that a draft's may have been. */
export interface NearFigure extends Passage {
  readonly value: number;
}

/** The figures of some articles, and what was found among them. */
class SourceFigures {
  readonly articles: readonly Article[];
  readonly #known = new Map<number, boolean>();
  readonly #nearest = new Map<string, NearFigure | undefined>();

  constructor(articles: readonly Article[]) {
    this.articles = articles;
  }

  /** Whether any of the articles has a figure of that value, in steps between which others may have their turn. */
  *have(value: number): Generator<undefined, boolean> {
    const known = this.#known.get(value);
    if (known !== undefined) {
      return known;
    }
    for (const article of this.articles) {
      if (articleFigures(article).values.has(value)) {
        this.#known.set(value, true);
        return true;
      }
      yield undefined;
    }
    this.#known.set(value, false);
    return false;
  }

  /** The figure of the same unit whose value is nearest, if it is within a factor of ten. */
  nearest(figure: Figure): NearFigure | undefined {
    const key = `${figure.value} ${figure.unit}`;
    if (!this.#nearest.has(key)) {
      this.#nearest.set(key, nearestIn(this.articles, figure));
    }
    return this.#nearest.get(key);
  }
}

let last = new SourceFigures([]);

/** The figures of some articles; what was found among the same ones is remembered: a draft has the same from key to key. */
export function sourceFigures(articles: readonly Article[]): SourceFigures {
  const isLast =
    last.articles.length === articles.length && articles.every((it, index) => it === last.articles[index]);
  if (!isLast) {
    last = new SourceFigures(articles);
  }
  return last;
}

interface ArticleFigures {
  readonly figures: readonly Figure[];
  readonly values: ReadonlySet<number>;
}

/** Articles never change: a new text is a new article. */
const remembered = new WeakMap<Article, ArticleFigures>();

function articleFigures(article: Article): ArticleFigures {
  const before = remembered.get(article);
  if (before !== undefined) {
    return before;
  }
  const blocks = article.blocks.filter(block => block.kind !== 'boilerplate' && block.kind !== 'code');
  const figures = {
    figures: blocks.flatMap(block => figuresIn(article, block)),
    values: new Set(blocks.flatMap(block => valuesIn(article, block))),
  };
  remembered.set(article, figures);
  return figures;
}

function nearestIn(articles: readonly Article[], { value, unit }: Figure): NearFigure | undefined {
  let best: NearFigure | undefined;
  let least = Math.log(10);
  for (const article of articles) {
    for (const { value: other, unit: otherUnit, start, end, text } of articleFigures(article).figures) {
      const distance = Math.abs(Math.log(Math.max(other, 1e-9) / Math.max(value, 1e-9)));
      if (otherUnit === unit && distance < least) {
        least = distance;
        const block = article.blocks.find(it => it.start <= start && end <= it.end);
        const paragraph = block?.paragraph ?? 1;
        best = { article, start, end, text, paragraph, speaker: undefined, value: other };
      }
    }
  }
  return best;
}
