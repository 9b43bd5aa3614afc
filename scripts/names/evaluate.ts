import { layoutArticle } from '../../server/src/core/parse/layout.ts';
import { findNames } from '../../server/src/core/parse/names/find.ts';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { readLabelled } from './data.ts';
import { formatScores, scoreNames } from './score.ts';

// Scores the project's weights on labelled texts: `npx tsx scripts/names/evaluate.ts FILE.jsonl`.

const ROUNDS = 10;

const [path] = process.argv.slice(2);
if (path === undefined) {
  throw new Error('usage: evaluate.ts FILE.jsonl');
}
const model = readNamesModel();
const texts = readLabelled(path);
const blocks = texts.map(it => layoutArticle(it.text).blocks);
console.log(formatScores(scoreNames(texts, model, text => layoutArticle(text).blocks)));

const characters = texts.reduce((sum, it) => sum + it.text.length, 0);
const speeds = Array.from({ length: ROUNDS }, () => {
  const before = performance.now();
  for (const [index, { text }] of texts.entries()) {
    findNames(text, blocks[index] ?? [], model);
  }
  return characters / 1000 / (performance.now() - before);
}).sort((one, other) => one - other);
console.log(`${speeds[ROUNDS >> 1]?.toFixed(1)} MB/s in the middle, ${speeds.at(-1)?.toFixed(1)} at best`);
