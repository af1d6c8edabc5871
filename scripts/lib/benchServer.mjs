// The language server as it is shipped, with a client that answers what it must.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { ROOT, UserError } from './project.mjs';

export const SERVER = process.env.SERVER_BUNDLE ?? path.join(ROOT, 'dist/server.js');

/** PROTOCOL_VERSION of server/src/protocol/message.ts: a server of another one says so. */
const PROTOCOL = 1;

/** Starts a server; `initialize` is sent with the parameters given. `preload`: a script that runs in it first, and writes to `server.stdio[3]`. */
export async function connect(parameters = {}, preload = undefined) {
  if (!fs.existsSync(SERVER)) throw new UserError(`There is no ${SERVER}: run npm run build first`);
  const before = preload === undefined ? [] : ['--require', preload];
  const server = spawn(process.execPath, [...before, SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const seen = new Set();
  let wake = () => {};
  connection.onNotification('article/analysis', ({ uri }) => {
    seen.add(uri);
    wake();
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.listen();
  const capabilities = { workspace: { configuration: true } };
  const initializationOptions = { protocol: PROTOCOL, ...parameters.initializationOptions };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    ...parameters,
    initializationOptions,
  });
  connection.sendNotification('initialized', {});
  /** Waits until so many articles less one have been analysed. */
  const analysed = async (count) => {
    while (seen.size < count - 1) await new Promise((resolve) => (wake = resolve));
  };
  return { server, connection, analysed };
}

/** Ends a server as an editor does. */
export async function stop({ server, connection }) {
  await connection.sendRequest('shutdown');
  connection.sendNotification('exit');
  await new Promise((resolve) => server.once('exit', resolve));
  connection.dispose();
}
