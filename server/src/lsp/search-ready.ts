import type { CancellationToken } from 'vscode-languageserver';
import { nextTurn } from '../fs/turns.ts';
import type { Session } from './session.ts';

/**
 * Resolves once the search box knows all sources. They are taken in at the first search, which takes seconds for ten
 * thousand of them: in slices, so that typing goes on meanwhile.
 */
export async function searchReady({ roots }: Session, token: CancellationToken): Promise<void> {
  for (const root of roots) {
    while (!token.isCancellationRequested && root.prepareSearch()) {
      await nextTurn();
    }
  }
}
