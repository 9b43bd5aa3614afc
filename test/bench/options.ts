import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  /** Names of operations; empty for all. */
  readonly only: readonly string[];
  /** A folder of real articles in place of invented ones. */
  readonly articles: string | undefined;
  /** Only the line of JSON. */
  readonly json: boolean;
  /** Time is that of the processor. */
  readonly cpu: boolean;
  /** Also says which functions the time goes to. */
  readonly profile: boolean;
}

export const usage = `Usage: npm run bench -- [--sizes 1000,10000] [--only OPERATION] [--articles DIR] [--cpu] [--profile] [--json]

Measures this build, prints a table, then one line of JSON.
  --sizes N,N       numbers of articles (default 1000,10000)
  --only OPERATION  one operation; may be repeated
  --articles DIR    the .txt and .md files below DIR in place of invented articles
  --cpu             time of the processor, not of the clock: compares builds on a busy machine (Linux)
  --profile         also lists the functions that the time went to; figures are then those of a profiled run
  --json            prints the line of JSON only`;

/** Undefined where the arguments are wrong; the usage then says how they are right. */
export function parseOptions(args: readonly string[], known: readonly string[]): BenchOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: 'string', default: '1000,10000' },
        only: { type: 'string', multiple: true, default: [] },
        articles: { type: 'string' },
        cpu: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const sizes = values.sizes.split(',').map(Number);
    const sound = sizes.every(size => Number.isInteger(size) && size >= 200);
    return sound && values.only.every(name => known.includes(name))
      ? { ...values, sizes, articles: values.articles }
      : undefined;
  } catch {
    return undefined;
  }
}
