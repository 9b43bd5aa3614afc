import { writeFileSync } from 'node:fs';
import { reporters, type MochaOptions, type Runner } from 'mocha';

/** What one run of mocha came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Mocha’s usual report, and its counts as JSON in the file that `STET_COUNTS` names. They are written at the very end:
 * no file means that the run never got there, whatever its exit status says.
 */
export default class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env['STET_COUNTS'];
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      if (file !== undefined) {
        writeFileSync(file, JSON.stringify({ passed, failed, skipped } satisfies Counts));
      }
    });
  }
}
