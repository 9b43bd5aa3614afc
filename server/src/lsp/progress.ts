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
  progress.begin('Stet', 0, 'reading the sources', true);
  try {
    await work({
      signal: AbortSignal.any([stop, cancel.signal]),
      onProgress: (done, total) => {
        progress.report(
          Math.round((100 * done) / Math.max(1, total)),
          `${String(done)} of ${String(total)} sources`,
        );
      },
    });
  } finally {
    progress.done();
  }
}
