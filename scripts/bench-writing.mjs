#!/usr/bin/env node
// How soon a decision is on disk: asked of the server as it is shipped, on this machine's disk, fsync included. Beside each
// decision stands what the disk alone took for a sync of as many bytes, so that a figure can be judged on a busy machine.
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, stop } from './lib/benchServer.mjs';
import { main, ROOT } from './lib/project.mjs';

const DECISIONS = 400;
const LIMIT = 50;

await main(async () => {
  const folder = fs.mkdtempSync(path.join(process.env.BENCH_FOLDER ?? os.tmpdir(), 'corpus-annotator-writing-'));
  try {
    const { disk, synced, answered, written } = await decide(folder);
    report('the disk alone: as many bytes written and synced, ms', disk);
    report('decision sent to journal entry synced, ms', synced);
    const p99 = report('decision sent to answer, ms', answered);
    report('decision sent to NAME.ann and NAME.review.jsonl on disk, ms', written);
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
  const storage = path.join(folder, '.storage');
  const client = await connect(
    {
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      initializationOptions: { review: { storagePath: storage } },
    },
    path.join(ROOT, 'scripts/lib/tellSyncs.cjs'),
  );
  const { connection } = client;
  let told = () => {};
  let confirmed = 0;
  connection.onNotification('review/state', ({ progress, pending }) => {
    if (!pending) confirmed = Math.max(confirmed, progress.confirmed);
    told();
  });
  const syncs = [];
  client.server.stdio[3].on('data', (lines) => syncs.push(...String(lines).trim().split('\n').map(Number)));
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
  const { items } = await connection.sendRequest('review/items', { uri, filter: { layers: ['entity'], status: ['undecided'] } });
  const times = { disk: [], synced: [], answered: [], written: [] };
  const begun = [];
  for (const { id } of items.slice(0, DECISIONS)) {
    const before = confirmed;
    const began = performance.now();
    begun.push(performance.timeOrigin + began);
    await connection.sendRequest('review/apply', { uri, operations: [{ kind: 'confirm', items: [id] }] });
    times.answered.push(performance.now() - began);
    while (confirmed <= before) await new Promise((resolve) => (told = resolve));
    times.written.push(performance.now() - began);
    times.disk.push(await syncAlone(folder, storage));
  }
  await stop(client);
  if (syncs.length !== begun.length) throw new Error(`${begun.length} decisions and ${syncs.length} syncs of the journal`);
  times.synced = syncs.map((time, i) => time - begun[i]);
  return times;
}

/** What the disk needs for as many bytes as an entry of the journal has, written over others. */
async function syncAlone(folder, storage) {
  const journal = path.join(storage, 'journal');
  const size = Math.max(...fs.readdirSync(journal).map((name) => fs.statSync(path.join(journal, name)).size));
  const began = performance.now();
  const handle = await open(path.join(folder, 'alone'), fs.constants.O_RDWR | fs.constants.O_CREAT);
  await handle.write(Buffer.alloc(size, 0x20), 0, size, 0);
  await handle.datasync();
  await handle.close();
  return performance.now() - began;
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
