import { run } from './run.ts';
import type { Output } from './terminal.ts';

/** The entry point of the command `stet`. */
const status = run(process.argv.slice(2), {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  folder: process.cwd(),
  environment: process.env,
});
// Set, not exited with: what was written may still be on its way into a pipe.
void status.then(code => {
  process.exitCode = code;
});

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, as `head` has, is no error. A full disk is: what was written is not whole.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      process.exit(2);
    }
  });
  return { write: text => void stream.write(text), isTerminal: stream.isTTY === true };
}
