import type { ReadOptions } from '../fs/read-articles.ts';
import type { Session } from './session.ts';

/** Shows how far the reading of the sources is, where the client can show it; the writer may cancel. */
export async function showProgress(
  session: Session,
  stop: AbortSignal,
  work: (options: ReadOptions) => Promise<void>,
): Promise<void> {
  if (!session.client.workDoneProgress) {
    await work({ signal: stop });
    return;
  }
  const progress = await session.connection.window.createWorkDoneProgress();
  const cancel = new AbortController();
  progress.token.onCancellationRequested(() => {
    cancel.abort(new Error('the reading of the sources was cancelled'));
  });
  const started = performance.now();
  progress.begin('Stet', 0, 'reading the sources', true);
  try {
    await work({
      signal: AbortSignal.any([stop, cancel.signal]),
      onProgress: (done, total) => {
        const left = timeLeft(performance.now() - started, done, total);
        progress.report(
          Math.round((100 * done) / Math.max(1, total)),
          `${String(done)} of ${String(total)} sources${left}`,
        );
      },
    });
  } finally {
    progress.done();
  }
}

/** Sooner than after so many milliseconds nobody knows how long it will take. */
const enoughSeen = 3000;

/** `, about 2 minutes left`; nothing where it is soon over, or too early to tell. */
function timeLeft(elapsed: number, done: number, total: number): string {
  const seconds = ((elapsed / Math.max(1, done)) * (total - done)) / 1000;
  if (elapsed < enoughSeen || seconds < 5) {
    return '';
  }
  if (seconds < 50) {
    return `, about ${String(Math.ceil(seconds / 10) * 10)} seconds left`;
  }
  const minutes = Math.ceil(seconds / 60);
  return `, about ${minutes === 1 ? 'a minute' : `${String(minutes)} minutes`} left`;
}
