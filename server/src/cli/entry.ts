import { createRequire } from 'node:module';
import { join } from 'node:path';
import { userCacheFolder } from '../fs/cache/cache-folder.ts';
import { runCompiled } from '../fs/cache/compiled.ts';
import { optimiseLater } from './optimise-later.ts';

/** What `stet` starts with: it runs the bundle of all commands, which lies beside it, as it was compiled the last time. */
const bundle = join(__dirname, 'command.cjs');
const [command = ''] = process.argv.slice(2);
// Each calls, and so keeps, functions of its own.
const isWorthIt = ['check', 'inspect', 'report', 'search'].includes(command);
const caches = isWorthIt && !process.argv.includes('--no-cache') ? userCacheFolder() : undefined;
if (isWorthIt) {
  // First: what was compiled under other flags is not used.
  optimiseLater();
}
if (caches === undefined) {
  createRequire(bundle)(bundle);
} else {
  runCompiled(bundle, join(caches, `${command}.compiled`));
}
