#!/usr/bin/env node
// The language server as it is shipped: how soon it answers, how fast it follows typing, what memory it takes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { connect, stop } from './lib/benchServer.mjs';
import { main, ROOT, UserError } from './lib/project.mjs';

const CLIENT = path.join(ROOT, 'dist/client.js');
const STARTS = 5;
const EDITS = 60;
const HOVERS = 200;
/** Lengths of the article that is typed in, in characters; the first one has the other articles beside it. */
const LENGTHS = [100_000, 1_000_000];
/** How many articles are opened beside it. */
const OTHERS = 300;

await main(async () => {
  activation();
  const starts = [];
  for (let i = 0; i < STARTS; i++) starts.push(await start());
  report(
    'start to initialize, ms',
    starts.map((times) => times.initialized),
  );
  report(
    'start to first tokens of an article of 2 KB, ms',
    starts.map((times) => times.tokens),
  );
  report(
    'processor time for that, all threads, ms',
    starts.map((times) => times.spent),
  );
  for (const [index, length] of LENGTHS.entries()) {
    const size = `${length / 1000} KB`;
    const { edits, perEdit, hovers, outlines, cold, memory } = await typing(length, index === 0 ? OTHERS : 0);
    console.log(`cold analysis of ${size} to tokens: ${cold.toFixed(0)} ms`);
    report(`edit to new tokens (delta) in ${size}, ms`, edits);
    console.log(`processor time of the server for each of these edits: ${perEdit.toFixed(1)} ms on average`);
    report(`hover in ${size} on a ready analysis, ms`, hovers);
    report(`outline of ${size} on a ready analysis, ms`, outlines);
    for (const [what, value] of Object.entries(memory)) console.log(`memory ${what}: ${value}`);
  }
});

/** What the editor waits for when it activates the extension: loading the client and its activate(). */
function activation() {
  if (!fs.existsSync(CLIENT)) return console.log('activation: not measured, the client is not built');
  const times = [];
  for (let i = 0; i < STARTS; i++) {
    const { stdout, status } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/lib/activation.cjs'), CLIENT], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new UserError('The client could not be activated outside the editor: see above');
    times.push(JSON.parse(stdout));
  }
  report(
    'activation (client loaded and activated, no editor), ms',
    times.map(({ load, activate }) => load.clock + activate.clock),
  );
  report(
    'the same, processor time, ms',
    times.map(({ load, activate }) => load.cpu + activate.cpu),
  );
}

async function start() {
  const began = performance.now();
  const client = await connect();
  const initialized = performance.now() - began;
  const uri = 'file:///bench/small.txt';
  open(client, uri, article(2_000));
  await client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } });
  const tokens = performance.now() - began;
  const spent = cpu(client);
  await stop(client);
  return { initialized, tokens, spent };
}

async function typing(length, others) {
  const client = await connect();
  const { connection } = client;
  const memory = { 'after start': rss(client) };
  const uri = 'file:///bench/long.txt';
  const textDocument = { uri };
  const text = article(length);
  const lines = text.split('\n');
  let began = performance.now();
  open(client, uri, text);
  let { resultId } = await connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
  const cold = performance.now() - began;
  memory[`with a model and ${length / 1000} KB`] = rss(client);
  const edits = [];
  const cpuBefore = cpu(client);
  for (let i = 0; i < EDITS; i++) {
    // a letter more in the middle of a paragraph, somewhere else each time
    const line = (i * 37) % lines.length;
    const place = { line, character: Math.floor((lines[line] ?? '').length / 2) };
    began = performance.now();
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: place, end: place }, text: 'e' }],
    });
    const answer = await connection.sendRequest('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: resultId,
    });
    edits.push(performance.now() - began);
    resultId = answer.resultId;
  }
  const perEdit = (cpu(client) - cpuBefore) / EDITS;
  const timed = async (count, ask) => {
    const times = [];
    for (let i = 0; i < count; i++) {
      began = performance.now();
      await ask(i);
      times.push(performance.now() - began);
    }
    return times;
  };
  const hovers = await timed(HOVERS, (i) => {
    const line = (i * 13) % lines.length;
    const position = { line, character: (i * 17) % Math.max(1, (lines[line] ?? '').length) };
    return connection.sendRequest('textDocument/hover', { textDocument, position });
  });
  const outlines = await timed(20, () => connection.sendRequest('textDocument/documentSymbol', { textDocument }));
  memory['after typing'] = rss(client);
  for (let i = 0; i < others; i++) open(client, `file:///bench/${i}.txt`, article(3_000, i));
  await client.analysed(others + 2);
  if (others > 0) memory[`with ${others} more articles open`] = rss(client);
  await stop(client);
  return { edits, perEdit, hovers, outlines, cold, memory };
}

function open({ connection }, uri, text) {
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
}

/** An article of an invented country, of about a length; no two paragraphs are alike. */
function article(length, seed = 0) {
  const paragraphs = [' date 2017-01 La Valdorie compte ses bateaux\n'];
  let size = 0;
  for (let i = 1; size < length; i++) {
    const n = i + seed * 1_000;
    const paragraph = `Le bateau ${n} a quitté Lorient le ${1 + (n % 28)} mars 2016. « Nous avons vendu ${n} caisses », a déclaré Jeanne Morvan à Port-Clair, où l'Otan tient conseil. Le lendemain, Yann Kervella, le patron du chantier, a répondu que rien n'était prêt.\n`;
    paragraphs.push(paragraph);
    size += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}

function rss({ server }) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    return `${Math.round(Number(kilobytes) / 1024)} MB`;
  } catch {
    return 'not known on this system';
  }
}

/** Processor time that the server has used, in milliseconds: unlike the clock's, other programs hardly change it. */
function cpu({ server }) {
  try {
    const fields = fs
      .readFileSync(`/proc/${server.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function report(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(`${what}: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} (of ${times.length})`);
}
