import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type Host, startServer } from './lsp/server';

/** The server's entry on Node: `node server.js --stdio` or as the editor starts it (--node-ipc, --socket=PORT). */
const host: Host = {
  model(language) {
    // the tag comes from a document or a setting: nothing but a language may become part of a path
    if (!/^[a-z]{2,8}$/.test(language)) return undefined;
    const file = path.join(__dirname, 'models', `${language}.bin`);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  },
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
