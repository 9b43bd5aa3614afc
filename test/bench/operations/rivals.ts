import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseKinds, type Case } from '../drafting.ts';
import { familyClock, median, type Log } from '../measure.ts';
import type { Operation } from '../operation.ts';
import { approximate } from '../rivals/approximate.ts';
import { minisearch } from '../rivals/minisearch.ts';
import { ripgrep } from '../rivals/ripgrep.ts';
import { Unavailable, type Opened, type Rival } from '../rivals/rival.ts';
import { sqlite } from '../rivals/sqlite.ts';
import { stet } from '../rivals/stet.ts';
import type { Workspace } from '../workspace.ts';

/** Finding where a quotation stands: Stet beside what a user would do instead, with the same quotations. */
export const rivals: Operation = {
  name: 'rivals',
  scale: 'articles',
  async run(log, workspace) {
    for (const rival of [stet, ripgrep, sqlite, minisearch, approximate]) {
      const cases = await workspace.cases(rival.questions, 'other');
      const started = familyClock();
      let opened: Opened;
      try {
        opened = await rival.open(workspace, cases);
      } catch (error) {
        if (error instanceof Unavailable) {
          log.skip(`${rival.name}: a quotation`, 'ms', error.message);
          continue;
        }
        throw error;
      }
      log.add(`${rival.name}: made ready`, (opened.readied ?? familyClock() - started) / 1000, 's');
      ask(log, workspace, rival, opened, cases);
      opened.close();
    }
  },
};

function ask(log: Log, workspace: Workspace, { name }: Rival, opened: Opened, cases: readonly Case[]): void {
  const times: number[] = [];
  const right = new Map(caseKinds.map(kind => [kind, 0]));
  for (const it of cases) {
    const started = familyClock();
    const path = opened.find(it);
    times.push(familyClock() - started);
    if (isRight(workspace, it, path)) {
      right.set(it.kind, (right.get(it.kind) ?? 0) + 1);
    }
  }
  const told = caseKinds.map(kind => {
    const all = cases.filter(it => it.kind === kind).length;
    return `${kind} ${String(right.get(kind))}/${String(all)}`;
  });
  log.add(`${name}: a quotation`, median(times), 'ms', `right: ${told.join(', ')}`);
}

/** A story stands in several articles: any that has the words is right. */
function isRight(workspace: Workspace, { original }: Case, path: string | undefined): boolean {
  if (original === undefined || path === undefined) {
    return original === undefined && path === undefined;
  }
  return readFileSync(join(workspace.folder, path), 'utf8').includes(original);
}
