import { join } from 'node:path';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { draw, machine } from './draw.ts';
import { countProcessorTime, Log, type Measure } from './measure.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations/operations.ts';
import { Profiler } from './profiler.ts';
import { parseOptions, usage } from './options.ts';
import { Workspace } from './workspace.ts';

/** Runs the operations that were asked for and prints what they give; gives the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(
    args,
    operations.map(it => it.name),
  );
  if (options === undefined) {
    console.error(`${usage}\n\nOperations: ${operations.map(it => it.name).join(', ')}`);
    return 2;
  }
  const chosen = operations.filter(it => options.only.length === 0 || options.only.includes(it.name));
  if (options.cpu) {
    countProcessorTime();
  }
  const model = readNamesModel();
  const measures: Measure[] = [];
  const sizes: number[] = [];
  const say = (text: string): void => {
    if (process.stderr.isTTY) {
      console.error(text);
    }
  };
  for (const operation of chosen) {
    if (operation.scale === 'once') {
      say(operation.name);
      await operation.run(new Log(operation.name, undefined, measures), model);
    }
  }
  const profiles = options.profile ? { folder: join(__dirname, 'profiles'), own: new Profiler() } : undefined;
  for (const size of options.sizes) {
    const scaled = chosen.filter(it => it.scale === 'articles');
    if (scaled.length === 0) {
      sizes.push(size);
      continue;
    }
    say(`${String(size)} articles`);
    const workspace = Workspace.create(size, model, options.articles, profiles?.folder);
    sizes.push(workspace.paths.length);
    try {
      for (const operation of scaled) {
        say(`  ${operation.name}`);
        await measure(operation, workspace, measures, profiles);
      }
    } finally {
      await workspace.dispose();
    }
  }
  const text = options.articles === undefined ? 'invented articles' : 'articles of a folder';
  if (!options.json) {
    console.log(`${draw(measures, sizes)}\n`);
  }
  console.log(
    JSON.stringify({
      bench: 'stet',
      text,
      time: options.cpu ? 'processor' : 'clock',
      machine: machine(),
      measures,
    }),
  );
  return 0;
}

interface Profiles {
  readonly folder: string;
  readonly own: Profiler;
}

/** Runs one operation; where profiles are wanted, writes one of this process and one of the server. */
async function measure(
  operation: Extract<Operation, { readonly scale: 'articles' }>,
  workspace: Workspace,
  measures: Measure[],
  profiles: Profiles | undefined,
): Promise<void> {
  const size = workspace.paths.length;
  const name = (what: string): string => `${what}, ${String(size)} articles.cpuprofile`;
  const asksServer = operation.needs === 'server';
  const starts = asksServer && !workspace.hasServer;
  await (asksServer ? workspace.server() : undefined);
  await (operation.needs === 'corpus' ? workspace.corpus() : undefined);
  await workspace.writeProfile(starts ? name('start of the server') : undefined);
  profiles?.own.begin();
  await operation.run(new Log(operation.name, size, measures), workspace);
  profiles?.own.end(asksServer ? undefined : join(profiles.folder, name(operation.name)));
  await workspace.writeProfile(asksServer ? name(operation.name) : undefined);
}

void run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
