import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { say } from '../core/text/say.ts';
import type { ReadOptions } from '../fs/read-articles.ts';
import { messageOf } from '../fs/thrown.ts';
import type { Session } from './session.ts';

/** Shows how far the reading of the sources is, where the client can show it; the writer may cancel. */
export async function showProgress(
  session: Session,
  stop: AbortSignal,
  work: (options: ReadOptions) => Promise<void>,
): Promise<void> {
  const progress = await begin(session);
  if (progress === undefined) {
    await work({ signal: stop });
    return;
  }
  const cancel = new AbortController();
  progress.token.onCancellationRequested(() => {
    cancel.abort(new Error(say('the reading of the sources was cancelled')));
  });
  const started = performance.now();
  progress.begin('Stet', 0, say('reading the sources'), true);
  try {
    await work({
      signal: AbortSignal.any([stop, cancel.signal]),
      onProgress: (done, total) => {
        progress.report(
          Math.round((100 * done) / Math.max(1, total)),
          howFar(performance.now() - started, done, total),
        );
      },
    });
  } finally {
    progress.done();
  }
}

/** Undefined where the client cannot show progress, or fails to: the work is done all the same. */
async function begin({
  client,
  connection,
  log,
}: Session): Promise<WorkDoneProgressServerReporter | undefined> {
  try {
    return client.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
  } catch (error) {
    log.warn(`the editor shows no progress: ${messageOf(error)}`);
    return undefined;
  }
}

/** Sooner than after so many milliseconds nobody knows how long it will take. */
const enoughSeen = 3000;

/** `40 of 900 sources, about 2 minutes left`; no time where it is soon over, or too early to tell. */
function howFar(elapsed: number, done: number, total: number): string {
  const seconds = ((elapsed / Math.max(1, done)) * (total - done)) / 1000;
  if (elapsed < enoughSeen || seconds < 5) {
    return say('{0} of {1} sources', done, total);
  }
  if (seconds < 50) {
    return say('{0} of {1} sources, about {2} seconds left', done, total, Math.ceil(seconds / 10) * 10);
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1
    ? say('{0} of {1} sources, about a minute left', done, total)
    : say('{0} of {1} sources, about {2} minutes left', done, total, minutes);
}
