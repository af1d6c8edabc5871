// The index of a made-up corpus in the server as it is shipped: how long it takes, and how soon it answers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, stop } from './benchServer.mjs';
import { RARE, writeCorpus } from './madeCorpus.mjs';
import { temporaryFolder, UserError } from './project.mjs';

const SEED = 20_161;
const TIMES = 40;
/** Lines of a page. */
const PAGE = 200;
const PHRASES = ['budget de la commune', 'l’Office Bar*', 'director of'];

/** Indexes so many articles, measures, and checks counts against an independent one. */
export async function benchIndex(articles) {
  const [corpus, storage] = [temporaryFolder('made'), temporaryFolder('index')];
  try {
    const megabytes = writeCorpus(corpus.path, articles, SEED) / 1e6;
    console.log(`index of ${articles} made-up articles, ${megabytes.toFixed(1)} MB (seed ${SEED})`);
    await cold(corpus.path, storage.path, megabytes);
    await warm(corpus.path, storage.path);
  } finally {
    corpus.remove();
    storage.remove();
  }
}

const start = (folder, storage) =>
  connect({
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'made' }],
    initializationOptions: { index: { storagePath: storage } },
  });

async function cold(folder, storage, megabytes) {
  const server = await start(folder, storage);
  const [began, keys] = [performance.now(), []];
  const type = await typist(server, folder);
  while (!(await isReady(server))) keys.push(await type());
  const seconds = (performance.now() - began) / 1000;
  const quiet = [];
  for (let i = 0; i < TIMES; i++) quiet.push(await type());
  console.log(
    `  cold: ${seconds.toFixed(1)} s, ${(megabytes / seconds).toFixed(2)} MB/s in one thread, ${sizeOf(storage)} on disk; ` +
      `keystroke to colours meanwhile ${quantiles(keys)}, ` +
      `afterwards ${quantiles(quiet)}; ${memoryOf(server)}; load of the machine ${os.loadavg()[0].toFixed(1)}`,
  );
  await stop(server);
}

async function warm(folder, storage) {
  const began = performance.now();
  const server = await start(folder, storage);
  while (!(await isReady(server))) await rest(20);
  console.log(`  warm start: ${((performance.now() - began) / 1000).toFixed(2)} s until the index is known to be whole`);
  const root = pathToFileURL(folder).href;
  const search = (query) => server.connection.sendRequest('corpus/search', { uri: root, query, page: PAGE });
  const hits = async (query) => {
    const { left } = await server.connection.sendRequest('corpus/searchWhole', { search: (await search(query)).search });
    return left;
  };
  await count(hits, folder);
  const first = await search('speaker:*');
  const uri = first.lines[0].uri;
  const [line, character] = first.lines[0].range;
  const text = fs.readFileSync(new URL(uri), 'utf8');
  open(server, uri, text);
  const page = async ({ search: id, available }, from) => {
    const found = await server.connection.sendRequest('corpus/searchPage', { search: id, from: from % available, count: PAGE });
    if (found === null) throw new UserError('the page is not there');
  };
  const firstPage = (query, sort) => server.connection.sendRequest('corpus/search', { uri: root, query, page: PAGE, sort });
  const wholeOf = ({ search: id }) => server.connection.sendRequest('corpus/searchWhole', { search: id });
  const most = await wholeOf(await firstPage(','));
  console.log(`  ${most.total}`);
  const measured = {
    'a page in the middle': (i) => page(most, 3_719 * i),
    'workspace symbol': (i) => server.connection.sendRequest('workspace/symbol', { query: ['ann', 'marc', 'mor', 'san'][i % 4] }),
    'first page for a phrase': (i) => firstPage(PHRASES[i % PHRASES.length]),
    'count of a phrase': async (i) => wholeOf(await firstPage(PHRASES[i % PHRASES.length])),
    'first page for a phrase, sorted by three words': (i) => firstPage(PHRASES[i % PHRASES.length], ['left1', 'left2', 'left3']),
    'first page for a rare name': (i) => search(`entity:"${first.lines[i % first.lines.length].speaker ?? 'Anne'}"`),
    'hover in an article': () =>
      server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
  };
  for (const [what, ask] of Object.entries(measured)) {
    const times = [];
    for (let i = 0; i < TIMES; i++) {
      const asked = performance.now();
      await ask(i);
      times.push(performance.now() - asked);
    }
    console.log(`  ${what}: ${quantiles(times)}`);
  }
  console.log(`  ${memoryOf(server)}`);
  await stop(server);
}

/** Twenty queries against a count of the same words in the texts themselves, by another way. */
async function count(hits, folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.article'));
  const texts = files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const queries = [
    ...RARE,
    'budget',
    'Anne',
    'commune',
    'devant le',
    'the council of',
    'million',
    'timetable',
    'nuit',
    'a ajouté',
    'élus',
  ];
  for (const query of queries) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${query.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
    const expected = texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
    const found = await hits(query);
    if (found !== expected) throw new UserError(`${query}: ${found} hits, and ${expected} in the texts`);
  }
  console.log(`  ${queries.length} queries: as many hits as in the texts`);
}

async function isReady({ connection }) {
  const state = await connection.sendRequest('corpus/index', {});
  return state.idle && state.total > 0;
}

const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function open({ connection }, uri, text) {
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } });
}

/** Gives a function that types a letter and waits for the colours: how long that took. */
async function typist(server, folder) {
  const { connection } = server;
  const file = path.join(folder, '000', fs.readdirSync(path.join(folder, '000'))[0]);
  const uri = pathToFileURL(file).href;
  open(server, uri, fs.readFileSync(file, 'utf8'));
  await connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } });
  let version = 1;
  return async () => {
    await rest(150);
    const typed = performance.now();
    const change = { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } }, text: 'a' };
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [change],
    });
    await connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } });
    return performance.now() - typed;
  };
}

function quantiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${times.length} times)`;
}

function memoryOf({ server }) {
  try {
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
    return `memory of the server at the most ${Math.round(kilobytes / 1024)} MB`;
  } catch {
    return 'memory is not known on this system';
  }
}

function sizeOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size, 0);
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
