import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { familyClock, median } from '../measure.ts';
import type { Operation } from '../operation.ts';

const runs = 9;

/** `stet check` on the samples, as a whole process. */
export const command: Operation = {
  name: 'command',
  scale: 'once',
  run(log) {
    const samples = join(__dirname, '..', '..', 'samples');
    if (!existsSync(samples)) {
      log.skip('stet check on the samples', 'ms', `${samples} is missing`);
      return;
    }
    const run = (args: readonly string[]): number => {
      const started = familyClock();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      // 1: it found what is wrong in the samples.
      if (status !== 0 && status !== 1) {
        throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
      }
      return familyClock() - started;
    };
    const repeat = (args: readonly string[]): number => median(Array.from({ length: runs }, () => run(args)));
    log.add(
      'stet check on the samples',
      repeat([join(__dirname, 'cli.cjs'), 'check', '--root', samples]),
      'ms',
    );
    log.add('limit: node that does nothing', repeat(['-e', '0']), 'ms');
  },
};
