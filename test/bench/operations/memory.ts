import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '../operation.ts';

/** Memory of the server's process, the articles read and a draft checked. */
export const memory: Operation = {
  name: 'memory',
  scale: 'articles',
  needs: 'server',
  async run(log, workspace) {
    const { server } = await workspace.server();
    await server.pull();
    await pause(2000);
    const used = server.memory();
    if (used === undefined) {
      log.skip('memory of the server', 'MB', 'this system does not tell (/proc is missing)');
      return;
    }
    log.add('memory of the server', used.now, 'MB');
    const first = (await workspace.firstStart()).memory;
    if (first !== undefined) {
      log.add('memory of the server right after the first index', first.now, 'MB');
      log.add('memory of the server at its highest meanwhile', first.highest, 'MB');
    }
  },
};
