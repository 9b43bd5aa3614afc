import { readArticle } from '../../../server/src/core/corpus/read-article.ts';
import { attribute } from '../../../server/src/core/parse/attribution.ts';
import { resolveEntities } from '../../../server/src/core/parse/entities.ts';
import { layoutArticle } from '../../../server/src/core/parse/layout.ts';
import { findQuotations } from '../../../server/src/core/parse/marks.ts';
import { findNames } from '../../../server/src/core/parse/names/find.ts';
import { foldWords } from '../../../server/src/core/text/words.ts';
import { quickest } from '../measure.ts';
import type { Operation } from '../operation.ts';

const runs = 5;

/** Reading an article, by stage, in the core alone; figures are per 5 KB of text. */
export const reading: Operation = {
  name: 'reading',
  scale: 'articles',
  async run(log, workspace) {
    const { model } = workspace;
    const texts = (await workspace.sample())
      .slice(0, 300)
      .map(({ path, key, text }) => ({ path, key, text }));
    const portions = texts.reduce((sum, { text }) => sum + text.length, 0) / 5000;
    const parts = texts.map(({ path, text }) => {
      const { blocks } = layoutArticle(text, path);
      const { quotations } = findQuotations(text, blocks);
      const names = findNames(text, blocks, model);
      return { text, path, blocks, quotations, names, people: resolveEntities(text, blocks, names) };
    });
    const each = (work: (part: (typeof parts)[number]) => unknown): number =>
      quickest(runs, () => {
        parts.forEach(work);
      }) / portions;
    const whole = quickest(runs, () => {
      texts.forEach(source => readArticle(source, model));
    });
    log.add('a 5 KB article read', whole / portions, 'ms');
    log.add(
      '… layout',
      each(({ text, path }) => layoutArticle(text, path)),
      'ms',
    );
    log.add(
      '… marks',
      each(({ text, blocks }) => findQuotations(text, blocks)),
      'ms',
    );
    log.add(
      '… names',
      each(({ text, blocks }) => findNames(text, blocks, model)),
      'ms',
    );
    log.add(
      '… entities',
      each(({ text, blocks, names }) => resolveEntities(text, blocks, names)),
      'ms',
    );
    log.add(
      '… attribution',
      each(({ text, blocks, quotations, people }) => attribute(text, blocks, quotations, people)),
      'ms',
    );
    log.add(
      'its words folded for the index',
      each(({ text }) => foldWords(text)),
      'ms',
    );
  },
};
