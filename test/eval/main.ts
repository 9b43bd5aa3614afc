import { parseArgs } from 'node:util';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { articlesOf, judgeAmong, judgeOf, readerOf } from './build.ts';
import { listFiles, NoData, readText } from './data.ts';
import { drawNameMisses, drawNames, nameScore, runNames } from './names.ts';
import { drawQuotationMisses, drawQuotations, quotationScore, runQuotations } from './quotations.ts';
import { redraftForms } from './redraft-forms.ts';
import { drawRedraft, drawRedraftMisses, redraft, redraftScore } from './redraft.ts';
import { drawMisses, drawVerification, runVerification, scoreOf } from './verification.ts';

const usage = `Usage: npm run eval -- verification|quotations|names|articles|forms --data DIR [--misses N]

Scores this build on labelled data and prints a table by kind of case, then one line of JSON.
  verification  DIR holds articles/, drafts/, cases.jsonl and drafts.jsonl
  quotations    DIR holds quotes-dev.jsonl
  names         DIR holds names-dev.jsonl
  articles      DIR holds articles, .txt, without labels: what they print is drafted anew, right and wrong
  forms         the same, set in many forms, in the right mouth and in another's
  --misses N    also lists the N worst misses, each with its passage`;

/** Prints what a run finds; gives the exit code: 2 where nothing could be measured. */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, misses: { type: 'string', default: '0' } },
  });
  const [what, ...rest] = positionals;
  const misses = Number(values.misses);
  if (!what || rest.length > 0 || values.data === undefined || !(misses >= 0)) {
    console.error(usage);
    return 2;
  }
  const model = readNamesModel();
  switch (what) {
    case 'verification': {
      const { alone, inDrafts } = runVerification(values.data, judgeOf(values.data, model));
      print('Each case as a draft of its own', drawVerification(alone));
      print('Whole drafts', drawVerification(inDrafts));
      print('Misses', drawMisses(alone, misses));
      print('Misses in whole drafts', drawMisses(inDrafts, misses));
      console.log(JSON.stringify({ eval: what, alone: scoreOf(alone), drafts: scoreOf(inDrafts) }));
      return 0;
    }
    case 'quotations': {
      const counts = runQuotations(values.data, readerOf(model));
      print('Quotations and their speakers', drawQuotations(counts));
      print('Misses', drawQuotationMisses(counts, misses));
      console.log(JSON.stringify({ eval: what, ...quotationScore(counts) }));
      return 0;
    }
    case 'names': {
      const counts = runNames(values.data, readerOf(model));
      print('Names, exact span and kind', drawNames(counts));
      print('Misses', drawNameMisses(counts, misses));
      console.log(JSON.stringify({ eval: what, ...nameScore(counts) }));
      return 0;
    }
    case 'articles':
    case 'forms': {
      const names = listFiles(values.data, '.').filter(it => it.endsWith('.txt'));
      const texts = names.map(path => ({ path, text: readText(values.data ?? '', path) }));
      const articles = articlesOf(texts, model);
      const run = what === 'forms' ? redraftForms : redraft;
      const counts = run(articles, judgeAmong(articles, model));
      print('What the articles print, drafted anew', drawRedraft(counts));
      print('Misses', drawRedraftMisses(counts, misses));
      console.log(JSON.stringify({ eval: what, articles: articles.length, ...redraftScore(counts) }));
      return 0;
    }
    default:
      console.error(usage);
      return 2;
  }
}

function print(heading: string, text: string): void {
  if (text !== '') {
    console.log(`${heading}\n\n${text}\n`);
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof NoData) && !(error instanceof TypeError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 2;
}
