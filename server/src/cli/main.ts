import { run } from './run.ts';
import type { Output } from './terminal.ts';

/** The entry point of the command `stet`. */
function main(): void {
  // 1 would say that something was found in the drafts.
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

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, as `head` has, is no error. A full disk is: what was written is not whole.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      fail(`what was found could not be written: ${error.message}`);
    }
  });
  return { write: text => void stream.write(text), isTerminal: stream.isTTY === true };
}

function fail(message: string): void {
  process.stderr.write(`stet: ${message}\n`, () => process.exit(2));
}

main();
