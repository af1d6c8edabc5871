import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type Host, startServer } from './lsp/server';
import { modelReader } from './models';

/** The server's entry on Node: `node server.js --stdio` or as the editor starts it (--node-ipc, --socket=PORT). */
const host: Host = {
  model: modelReader(__dirname),
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch {
      return undefined;
    }
  },
};

// A message that cannot be sent, say, must not end a server that others rely on.
process.on('unhandledRejection', (error) => console.error('Unhandled rejection:', error));

startServer(createConnection(ProposedFeatures.all), host);
