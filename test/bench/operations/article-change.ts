import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile, timed } from '../measure.ts';
import type { Operation } from '../operation.ts';
import { syntheticArticle } from '../synthetic.ts';

const path = 'articles/2024-05-03-bench.txt';
const rounds = 8;

/** An article comes, is changed and goes, until the open draft is checked again. */
export const articleChange: Operation = {
  name: 'article-change',
  scale: 'articles',
  needs: 'server',
  async run(log, workspace) {
    const { server } = await workspace.server();
    const file = join(workspace.folder, path);
    const times: number[] = [];
    const change = async (type: 1 | 2 | 3): Promise<void> => {
      times.push(
        await timed(async () => {
          await server.touched(path, type);
          await server.pull();
        }, server.clock),
      );
    };
    for (let round = 0; round < rounds; round++) {
      writeFileSync(file, syntheticArticle(10_000_000 + round).text);
      await change(1);
      writeFileSync(file, syntheticArticle(20_000_000 + round).text);
      await change(2);
      rmSync(file);
      await change(3);
    }
    log.add('article added, changed or removed, until drafts are checked, p95', quantile(times, 0.95), 'ms');
    log.add(
      'article added, changed or removed, until drafts are checked, median',
      quantile(times, 0.5),
      'ms',
    );
  },
};
