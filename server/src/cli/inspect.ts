import { articleKeys } from '../core/corpus/keys.ts';
import { listArticles } from '../fs/list-files.ts';
import { readNamesModel } from '../fs/names-model.ts';
import type { Problem } from '../fs/problem.ts';
import { readArticles } from '../fs/read-articles.ts';
import { articleReport } from './article-report.ts';
import { draftPaths } from './checked.ts';
import type { Command } from './command.ts';
import { usageError } from './command.ts';
import { openProject, pathOf, reportProblems } from './open-project.ts';

/** `stet inspect`: what Stet reads in articles, one JSON object a line. */
export const inspect: Command = {
  name: 'inspect',
  operands: 'FILE…',
  summary: 'show what Stet reads in an article: one JSON object a line',
  details: [
    'A folder stands for the files below it, a glob for those it matches. Offsets are UTF-16 code units.',
  ],
  options: [{ name: 'format', value: 'FORMAT', help: 'json (the only one)', choices: ['json'] }],
  async run(given, terminal) {
    if (given.operands.length === 0) {
      return usageError(terminal, 'inspect needs a FILE', 'inspect');
    }
    const opened = await openProject(given, terminal);
    if (typeof opened === 'string') {
      return usageError(terminal, opened, 'inspect');
    }
    const { root, project } = opened;
    const named = await Promise.all(given.operands.map(it => pathOf(root, it, terminal)));
    const { paths, problems: unlisted } = await draftPaths(root, named);
    const problems: Problem[] = [...opened.problems, ...unlisted];
    // A key depends on the names of all articles, not of those shown.
    const keys = articleKeys([...(await listArticles(root, project)).paths, ...paths]);
    for await (const batch of readArticles(root, paths, keys, readNamesModel())) {
      for (const article of batch.articles) {
        terminal.stdout.write(`${JSON.stringify(articleReport(article))}\n`);
      }
      problems.push(...batch.problems);
    }
    reportProblems(problems, terminal);
    return problems.length > 0 ? 2 : 0;
  },
};
