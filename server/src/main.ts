import { isMainThread, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { runExportThread } from './lsp/exportThread';
import { ALL_FEATURES } from './lsp/features/all';
import type { Host } from './lsp/host';
import { CorpusIndex } from './lsp/index/corpusIndex';
import { isIndexThread, runIndexThread } from './lsp/index/indexThread';
import { Learning } from './lsp/learning/learning';
import { isLearningThread, runLearningThread } from './lsp/learning/learningThread';
import { readProjectFile } from './lsp/projectFiles';
import { startServer } from './lsp/server';
import { isSidecarThread, runSidecarThread, SidecarThread } from './lsp/sidecarThread';
import { modelReader } from './models';

/** The server's entry on Node: `node server.js --stdio` or as the editor starts it (--node-ipc, --socket=PORT). */
const host: Host = {
  bundle: __filename,
  model: modelReader(__dirname),
  readFile: readProjectFile,
  sidecarWork: new SidecarThread(__filename),
  index: (session, storage) => new CorpusIndex(session, storage),
  learning: (session) => new Learning(session),
  language: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};

if (isMainThread) {
  // A message that cannot be sent, say, must not end a server that others rely on.
  process.on('unhandledRejection', (error) => console.error('Unhandled rejection:', error));
  startServer(createConnection(ProposedFeatures.all), host, ALL_FEATURES);
} else if (isSidecarThread(workerData)) runSidecarThread();
else if (isIndexThread(workerData)) runIndexThread();
else if (isLearningThread(workerData)) runLearningThread();
else runExportThread();
