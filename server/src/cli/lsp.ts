import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../fs/exists.ts';
import type { Command } from './command.ts';
import { usageError } from './command.ts';
import { openProject } from './open-project.ts';

/** `stet lsp`: the language server, for editors that start it themselves. */
export const lsp: Command = {
  name: 'lsp',
  operands: '',
  summary: 'start the language server',
  details: [
    'Speaks the Language Server Protocol 3.17 over its standard input and output. The folders are those that the editor',
    'opens, in place of which --root names one; --articles counts where the editor sets none.',
  ],
  options: [
    { name: 'stdio', value: undefined, help: 'over standard input and output' },
    { name: 'clientProcessId', value: 'ID', help: 'end when the process with this number ends' },
  ],
  async run(given, terminal) {
    if (!given.has('stdio')) {
      return usageError(terminal, 'lsp needs --stdio', 'lsp');
    }
    const [stray] = given.operands;
    if (stray !== undefined) {
      return usageError(terminal, `lsp takes no “${stray}”: its folder is --root DIR`, 'lsp');
    }
    // The server reads them itself; whoever mistypes is told before it starts.
    const opened = await openProject(given, terminal);
    if (typeof opened === 'string') {
      return usageError(terminal, opened, 'lsp');
    }
    const server = await serverBundle();
    if (server === undefined) {
      terminal.stderr.write('stet: server.cjs does not lie beside the command: install Stet again\n');
      return 2;
    }
    // The server is a front end of its own: it reads the transport from the arguments and ends the process itself.
    createRequire(server)(server);
    return new Promise(() => undefined);
  },
};

/** Beside the bundle of the command; in `dist/` where Stet runs from its sources. */
async function serverBundle(): Promise<string | undefined> {
  const folder = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (const file of [join(folder, 'server.cjs'), join(folder, '..', '..', '..', 'dist', 'server.cjs')]) {
    if (await exists(file)) {
      return file;
    }
  }
  return undefined;
}
