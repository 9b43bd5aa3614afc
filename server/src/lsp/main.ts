import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readNamesModel } from '../fs/names-model.ts';
import { readArguments } from './arguments.ts';
import { startServer } from './server.ts';

/** The language server over the transport that the arguments name: `--stdio`, `--node-ipc` or `--socket=PORT`. */
const connection = createConnection(ProposedFeatures.all);
void readArguments(process.argv.slice(2), '.').then(given => {
  startServer(connection, readNamesModel, given);
});
