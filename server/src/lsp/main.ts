import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readNamesModel } from '../fs/names-model.ts';
import { startServer } from './server.ts';

/** The language server over the transport that the arguments name: `--stdio`, `--node-ipc` or `--socket=PORT`. */
startServer(createConnection(ProposedFeatures.all), readNamesModel);
