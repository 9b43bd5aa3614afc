import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { loadNamesModel } from '../../server/src/core/parse/names/model.ts';
import { asLexicon } from './as-lexicon.ts';
import { withOtherNames } from './augment.ts';
import { buildLexicon, buildNamePool } from './build-lexicon.ts';
import type { Chain } from './crf.ts';
import { ConditionalRandomField } from './crf.ts';
import { paragraphs, readAttributionOnly, readLabelled, readShareAlike } from './data.ts';
import type { Example } from './examples.ts';
import { chainsOf, makeExample, predict } from './examples.ts';
import { Random } from './random.ts';
import { formatScores, scoreNames } from './score.ts';
import { writeWeights } from './weights-file.ts';

// Learns to find names and writes the weights file; README.md tells how to run it.

const SCHEDULE = { epochs: 8, rate: 0.02, dropped: 0.5, averaged: 4 };
/** The first pass of an article that the second pass learns from comes from models that have not seen the article. */
const FOLDS = 4;
/** How much a copy with other names counts beside its original. */
const COPY_WEIGHT = 0.3;
/** Copies of each text with other names. */
const COPIES = 4;
/** Added to each tag of the second pass: outside, then begin and inside of people, organisations and places. */
const BIAS = [0, 0.6, 0.1, 0.8, 0.2, 0.4, 0.1];
const SEED = 20180202;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    lists: { type: 'string' },
    dev: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
    'share-alike': { type: 'boolean', default: false },
  },
});
const { data, lists, dev, out, cache } = values;
if (data === undefined || lists === undefined) {
  throw new Error(
    'usage: train.ts --data DIR --lists DIR [--dev FILE] [--out FILE] [--cache DIR] [--share-alike]',
  );
}

const texts = [...readAttributionOnly(data), ...(values['share-alike'] ? readShareAlike(data) : [])];
const built = buildLexicon(
  lists,
  texts.map(it => it.text),
  cache,
);
const lexicon = asLexicon(built);
log(`${texts.length} texts, ${built.lists.size} words on lists, ${built.groups.size} in groups`);

const pool = buildNamePool(lists);
const random = new Random(SEED);
const pairs = texts.map(it =>
  [it, ...Array.from({ length: COPIES }, () => withOtherNames(it, pool, random, COPY_WEIGHT))].map(text =>
    makeExample(text, lexicon),
  ),
);

const secondChains: Chain[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const field = learn(firstChains(pairs.filter((_, index) => index % FOLDS !== fold).flat()));
  for (const example of pairs.filter((_, index) => index % FOLDS === fold).flat()) {
    secondChains.push(...chainsOf(example, lexicon, predict(example, lexicon, field)));
  }
  log(`fold ${fold + 1} of ${FOLDS}`);
}
const first = learn(firstChains(pairs.flat()));
log('first pass');
const second = learn(secondChains);
log('second pass');

const bytes = writeWeights(lexicon, [first, second], BIAS);
log(`${bytes.length} bytes, ${deflateSync(bytes).length} packed`);
if (out !== undefined) {
  writeFileSync(out, bytes);
}
if (dev !== undefined) {
  console.log(formatScores(scoreNames(readLabelled(dev), loadNamesModel(bytes), paragraphs)));
}

function firstChains(examples: readonly Example[]): Chain[] {
  return examples.flatMap(it => chainsOf(it, lexicon));
}

function learn(chains: readonly Chain[]): ConditionalRandomField {
  const field = new ConditionalRandomField();
  field.train(chains, SCHEDULE, new Random(SEED));
  return field;
}

function log(message: string): void {
  console.log(`${Math.round(process.uptime()).toString().padStart(4)} s  ${message}`);
}
