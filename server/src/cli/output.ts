import type { Output } from './terminal.ts';

/** One of the process's streams; where what is written to it is lost, the process fails. */
export function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, as `head` has, is no error. A full disk is: what was written is not whole.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      fail(`what was found could not be written: ${error.message}`);
    }
  });
  return { write: text => void stream.write(text), isTerminal: stream.isTTY === true };
}

/** Says why the process ends; 1 would say that something was found in the drafts. */
export function fail(message: string): void {
  process.stderr.write(`stet: ${message}\n`, () => process.exit(2));
}
