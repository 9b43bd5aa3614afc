import { readArticle } from '../../../server/src/core/corpus/read-article.ts';
import { attribute } from '../../../server/src/core/parse/attribution.ts';
import { resolveEntities } from '../../../server/src/core/parse/entities.ts';
import { layoutArticle } from '../../../server/src/core/parse/layout.ts';
import { findQuotations } from '../../../server/src/core/parse/marks.ts';
import { findNames } from '../../../server/src/core/parse/names/find.ts';
import type { NamesModel } from '../../../server/src/core/parse/names/model.ts';
import { withBareSurnames } from '../../../server/src/core/parse/surnames.ts';
import { foldWords } from '../../../server/src/core/text/words.ts';
import { ownClock, quickest } from '../measure.ts';
import type { Operation } from '../operation.ts';

const runs = 6;
const most = 300;

/** Reading an article, whole and by stage, in the core alone; figures are per 5 KB of text. */
export const reading: Operation = {
  name: 'reading',
  scale: 'articles',
  async run(log, workspace) {
    const { model } = workspace;
    const articles = (await workspace.sample()).slice(0, most);
    const portions = articles.reduce((sum, { text }) => sum + text.length, 0) / 5000;
    const stages = new Map<string, number>();
    for (let run = 0; run < runs; run++) {
      const sums = new Map<string, number>();
      for (const { path, text } of articles) {
        readInStages(text, path, model, (stage, time) => sums.set(stage, (sums.get(stage) ?? 0) + time));
      }
      sums.forEach((time, stage) => stages.set(stage, Math.min(time, stages.get(stage) ?? time)));
    }
    const whole = quickest(runs, () => {
      articles.forEach(({ path, text }) => readArticle({ path, key: path, text }, model));
    });
    log.add('a 5 KB article read', whole / portions, 'ms');
    for (const [stage, time] of stages) {
      log.add(`a 5 KB article read: ${stage}`, time / portions, 'ms');
    }
    const folding = quickest(runs, () => {
      articles.forEach(({ text }) => foldWords(text));
    });
    log.add('a 5 KB article folded for the index', folding / portions, 'ms');
  },
};

/** As `read` does it, with a look at the clock after each stage: what one stage keeps for the next is kept here, too. */
function readInStages(
  text: string,
  path: string,
  model: NamesModel,
  add: (stage: string, milliseconds: number) => void,
): void {
  let before = ownClock();
  const stage = <Result>(name: string, result: Result): Result => {
    const now = ownClock();
    add(name, now - before);
    before = now;
    return result;
  };
  const { blocks } = stage('layout', layoutArticle(text, path));
  const { quotations } = stage('marks', findQuotations(text, blocks));
  const found = stage('names', findNames(text, blocks, model));
  const names = stage('bare surnames', withBareSurnames(text, blocks, found));
  const people = stage('entities', resolveEntities(text, blocks, names));
  stage('attribution', attribute(text, blocks, quotations, people));
}
