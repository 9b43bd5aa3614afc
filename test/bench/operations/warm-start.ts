import type { Operation } from '../operation.ts';

/** A server that starts on a folder that was read before. */
export const warmStart: Operation = {
  name: 'warm-start',
  scale: 'articles',
  async run(log, workspace) {
    const first = await workspace.firstStart();
    await workspace.stopServer();
    const { startup: again } = await workspace.server();
    const note =
      again.verdicts > first.verdicts * 0.7 ? 'no quicker than the first: nothing was remembered' : undefined;
    log.add('warm start, until the open draft has its verdicts', again.verdicts / 1000, 's', note);
  },
};
