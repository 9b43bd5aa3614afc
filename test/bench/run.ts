import { join } from 'node:path';
import { readNamesModel } from '../../server/src/fs/names-model.ts';
import { draw, machine } from './draw.ts';
import { countProcessorTime, Log, type Measure } from './measure.ts';
import { operations } from './operations/operations.ts';
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
  const profiling = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(__dirname, 'profiles')}`] : [];
  for (const size of options.sizes) {
    const scaled = chosen.filter(it => it.scale === 'articles');
    if (scaled.length === 0) {
      sizes.push(size);
      continue;
    }
    say(`${String(size)} articles`);
    const workspace = Workspace.create(size, model, options.articles, profiling);
    sizes.push(workspace.paths.length);
    try {
      for (const operation of scaled) {
        say(`  ${operation.name}`);
        await operation.run(new Log(operation.name, workspace.paths.length, measures), workspace);
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

void run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
