import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver';
import { messageOf, stackOf } from '../fs/thrown.ts';

/**
 * Answers one request: yields once, so that a cancellation already on the wire is read first, and logs the stack of
 * what fails before the client is told. Every request but diagnostics goes through here.
 */
export async function answer<Result>(
  log: RemoteConsole,
  request: string,
  token: CancellationToken,
  compute: () => Result | Promise<Result>,
): Promise<Result | ResponseError> {
  await wireRead();
  if (token.isCancellationRequested) {
    return new ResponseError(LSPErrorCodes.RequestCancelled, `${request} was cancelled`);
  }
  try {
    return await compute();
  } catch (error) {
    log.error(`${request} failed: ${stackOf(error)}`);
    return new ResponseError(LSPErrorCodes.RequestFailed, `${request} failed: ${messageOf(error)}`);
  }
}

/** Resolves after the messages that wait on the wire have been read. */
export function wireRead(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
