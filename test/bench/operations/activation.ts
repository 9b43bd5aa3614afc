import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { countsProcessorTime, median } from '../measure.ts';
import type { Operation } from '../operation.ts';

const runs = 9;

/** Loads the bundle with a stand-in for `vscode` that answers everything with itself, and prints the milliseconds. */
const script = `
  const anything = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => '' : anything, apply: () => anything });
  const Module = require('node:module');
  const load = Module._load;
  Module._load = (name, ...rest) => name === 'vscode' ? anything : load(name, ...rest);
  const now = process.argv[2] === 'cpu'
    ? () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; }
    : () => performance.now();
  const started = now();
  require(process.argv[1]);
  console.log(now() - started);
`;

/** What VS Code waits for before it can call \`activate\`: the loading of the client's bundle, without VS Code. */
export const activation: Operation = {
  name: 'activation',
  scale: 'once',
  run(log) {
    const times = Array.from({ length: runs }, () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['-e', script, join(__dirname, 'client.cjs'), countsProcessorTime() ? 'cpu' : 'clock'],
        {
          encoding: 'utf8',
        },
      );
      if (!(Number(stdout) > 0)) {
        throw new Error(`the client could not be loaded: ${stderr.slice(-500)}`);
      }
      return Number(stdout);
    });
    log.add('activation: the client’s bundle loaded', median(times), 'ms', 'outside VS Code');
  },
};
