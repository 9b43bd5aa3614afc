import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userCacheFolder } from '../fs/cache/cache-folder.ts';
import { runCompiled } from '../fs/cache/compiled.ts';
import { optimiseLater } from './optimise-later.ts';
import { output } from './output.ts';
import { version } from './version.ts';

/** False where Stet runs from its sources, which are modules. */
const isBundled = typeof __dirname === 'string';

/** What `stet` starts with: it runs the bundle of all commands, which lies beside it, as it was compiled the last time. */
function start(bundle: string, words: readonly string[]): void {
  const [command = ''] = words;
  // Each calls, and so keeps, functions of its own.
  const isWorthIt = ['check', 'inspect', 'report', 'search'].includes(command);
  const caches = isWorthIt && !words.includes('--no-cache') ? userCacheFolder() : undefined;
  if (isWorthIt) {
    // First: what was compiled under other flags is not used.
    optimiseLater();
  }
  if (caches === undefined || !isBundled) {
    createRequire(bundle)(bundle);
  } else {
    runCompiled(bundle, join(caches, `${command}.compiled`));
  }
}

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === '--version') {
  // Nothing of all that is needed to say so.
  output(process.stdout).write(`${version}\n`);
} else {
  start(
    isBundled ? join(__dirname, 'command.cjs') : fileURLToPath(new URL('main.ts', import.meta.url)),
    words,
  );
}
