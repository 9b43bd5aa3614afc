import { join } from 'node:path';
import { Profiler } from './profiler.ts';

/**
 * The language server with a profiler: SIGUSR2 writes what was profiled since the start, or since the last signal, to
 * the folder that the last argument names.
 */
const folder = process.argv.pop() ?? '.';
const profiler = new Profiler();
profiler.begin();
let count = 0;
process.on('SIGUSR2', () => {
  profiler.end(join(folder, `server-${String(count++)}.cpuprofile`));
  profiler.begin();
});
// Not known to the bundler: the server is the one that is shipped.
// eslint-disable-next-line @typescript-eslint/no-require-imports
require(join(__dirname, 'server.cjs'));
