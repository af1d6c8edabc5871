#!/usr/bin/env node
// How soon a decision is on disk: asked of the server as it is shipped, on this machine's disk, fsync included.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, stop } from './lib/benchServer.mjs';
import { main } from './lib/project.mjs';

const DECISIONS = 400;
const LIMIT = 50;

await main(async () => {
  const folder = fs.mkdtempSync(path.join(process.env.BENCH_FOLDER ?? os.tmpdir(), 'corpus-annotator-writing-'));
  try {
    const { answered, written } = await decide(folder);
    const p99 = report('decision to answer, on disk in the journal by then, ms', answered);
    report('decision on disk in NAME.ann and NAME.review.jsonl, ms', written);
    console.log(`a decision is on disk within ${LIMIT} ms (p99): ${p99 <= LIMIT ? 'yes' : 'no; its answer waits until it is'}`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

async function decide(folder) {
  const file = path.join(folder, 'a.txt');
  const uri = pathToFileURL(file).href;
  const text = article();
  fs.writeFileSync(file, text);
  const client = await connect({
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    initializationOptions: { review: { storagePath: path.join(folder, '.storage') } },
  });
  const { connection } = client;
  let told = () => {};
  let confirmed = 0;
  connection.onNotification('review/state', ({ progress, pending }) => {
    if (!pending) confirmed = Math.max(confirmed, progress.confirmed);
    told();
  });
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
  const { items } = await connection.sendRequest('review/items', { uri, filter: { layers: ['entity'], status: ['undecided'] } });
  const [answered, written] = [[], []];
  for (const { id } of items.slice(0, DECISIONS)) {
    const before = confirmed;
    const began = performance.now();
    await connection.sendRequest('review/apply', { uri, operations: [{ kind: 'confirm', items: [id] }] });
    answered.push(performance.now() - began);
    while (confirmed <= before) await new Promise((resolve) => (told = resolve));
    written.push(performance.now() - began);
  }
  await stop(client);
  return { answered, written };
}

/** An article of an invented country of 20 KB, with more names than there are decisions. */
function article() {
  const lines = [' date 2017-01 La Valdorie compte ses bateaux'];
  for (let i = 0; i < 130; i++)
    lines.push(
      `Jeanne Morvan a vu Yann Kervella à Lorient le ${1 + (i % 28)} mars 2016 avec Paul Verdier, parti de Brest avec ${i} caisses.`,
    );
  return lines.join('\n\n');
}

function report(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  console.log(
    `${what}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)}, worst ${at(1).toFixed(1)} (of ${times.length})`,
  );
  return at(0.99);
}
