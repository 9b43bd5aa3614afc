import { fail, output } from './output.ts';
import { run } from './run.ts';

/** The entry point of the command `stet`. */
function main(): void {
  process.on('uncaughtException', error => {
    fail(error.stack ?? error.message);
  });
  const folder = currentFolder();
  if (folder === undefined) {
    fail('the current folder is not there any more');
    return;
  }
  const status = run(process.argv.slice(2), {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    folder,
    environment: process.env,
  });
  // Set, not exited with: what was written may still be on its way into a pipe.
  void status.then(code => {
    process.exitCode = code;
  });
}

function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

main();
