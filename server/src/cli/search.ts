import type { Article } from '../core/corpus/article.ts';
import type { SearchHit } from '../core/corpus/corpus.ts';
import { clip } from '../core/features/escape.ts';
import { quotationPassage } from '../core/features/places.ts';
import { passageName, quoted } from '../core/features/wording.ts';
import { linesOf } from '../core/text/lines.ts';
import { readNamesModel } from '../fs/names-model.ts';
import type { Command } from './command.ts';
import { usageError } from './command.ts';
import { counted } from './counted.ts';
import { openProject, readSources, reportProblems } from './open-project.ts';
import type { Styles } from './terminal.ts';
import { printable, stylesOf } from './terminal.ts';

const limit = 20;

/** `stet search`: names, headlines and quotations of the sources. */
export const search: Command = {
  name: 'search',
  operands: 'WORDS…',
  summary: 'find names and quotations in the sources, best first',
  details: [`Prints “path:line: what stands there”, ${limit} lines at most.`],
  options: [],
  async run(given, terminal) {
    const words = given.operands.join(' ').trim();
    if (words === '') {
      return usageError(terminal, 'search needs WORDS', 'search');
    }
    const opened = await openProject(given, terminal);
    if (typeof opened === 'string') {
      return usageError(terminal, opened, 'search');
    }
    const sources = await readSources(opened, readNamesModel(), terminal);
    const styles = stylesOf(terminal.stdout, terminal.environment);
    const hits = sources.corpus.search(words, limit);
    terminal.stdout.write(hits.flatMap(it => hitLine(it, styles)).join(''));
    if (hits.length === 0) {
      terminal.stderr.write(
        `Nothing in ${counted(sources.corpus.articleCount, 'source')} matches “${words}”.\n`,
      );
    }
    const problems = [...opened.problems, ...sources.problems];
    reportProblems(problems, terminal);
    return problems.length > 0 ? 2 : 0;
  },
};

function hitLine(hit: SearchHit, styles: Styles): readonly string[] {
  const line = (article: Article, offset: number, what: string): readonly string[] => [
    `${styles.cyan(`${printable(article.path)}:${linesOf(article).position(offset).line}`)}: ${what}\n`,
  ];
  switch (hit.kind) {
    case 'entity': {
      const { name, role, sourceCount } = hit.entity;
      const [first] = hit.entity.latest(1);
      if (first === undefined) {
        return [];
      }
      const { article, entity } = first;
      const mention = article.mentions.find(it => it.entity === entity);
      const about = [...(role === undefined ? [] : [role]), `in ${counted(sourceCount, 'source')}`].join(
        ', ',
      );
      return line(article, mention?.start ?? 0, `${styles.bold(printable(name))} (${printable(about)})`);
    }
    case 'article':
      return line(hit.article, 0, printable(headline(hit.article)));
    case 'quotation': {
      const { article, quotation } = hit.ref;
      const found = article.quotations[quotation];
      if (found === undefined) {
        return [];
      }
      const passage = quotationPassage(article, found);
      const words = quoted(clip(passage.text, 160), 160);
      return line(article, found.start, printable(`${words} (${passageName(passage)})`));
    }
  }
}

/** `Crews walk out (Harbour Times, 2024-06-11)`. */
function headline({ title, outlet, date, key }: Article): string {
  const about = [outlet, date].filter(it => it !== undefined).join(', ');
  return `${clip(title ?? key, 160)}${about === '' ? '' : ` (${about})`}`;
}
