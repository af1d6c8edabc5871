#!/usr/bin/env node
// Duplicates in generated corpora, as the command line finds them: how long it takes, how much memory, how many of the copies that were put in are found.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { main, ROOT, temporaryFolder, UserError } from './lib/project.mjs';

const CLI = path.join(ROOT, 'dist/cli.js');
const SIZES = (process.env.BENCH_ARTICLES ?? '5000,20000').split(',').map(Number);
/** The share of articles that are edited copies of an earlier one. */
const COPIES = 0.1;
/** In words; a quarter of the articles are briefs. */
const LENGTH = 420;

await main(async () => {
  if (!fs.existsSync(CLI)) throw new UserError(`There is no ${CLI}: run npm run build first`);
  for (const size of SIZES) {
    const folder = temporaryFolder('duplicates');
    try {
      const copies = writeArticles(folder.path, size);
      const { seconds, spent, rows } = await run(folder.path);
      const found = rows.filter((row) => /,(?:near|exact),/.test(row)).map((row) => path.basename(row.split(',')[1]));
      const right = found.filter((name) => copies.has(name)).length;
      console.log(
        `${size} articles, ${copies.size} of them edited copies: ${seconds.toFixed(1)} s${spent === undefined ? '' : `, ${spent.toFixed(1)} s of processor time`}; ` +
          `${right} copies found, ${copies.size - right} overlooked, ${found.length - right} taken for copies that are none`,
      );
    } finally {
      folder.remove();
    }
  }
});

/** Articles of invented words with a common notice at their end; copies have words changed, are cut, and follow within days. */
function writeArticles(folder, size) {
  const random = mulberry(11);
  const pick = () => `mot${Math.floor(4000 * random() ** 2)}`;
  const texts = [];
  const copies = new Set();
  for (let i = 0; i < size; i++) {
    const isCopy = i > 20 && random() < COPIES;
    const name = `${String(i).padStart(6, '0')}.txt`;
    let words;
    if (isCopy) {
      const from = texts[Math.max(0, i - 1 - Math.floor(random() * 15))];
      words = from.slice(0, Math.ceil(from.length * (0.7 + 0.3 * random()))).map((word) => (random() < 0.03 ? pick() : word));
      copies.add(name);
    } else words = Array.from({ length: random() < 0.25 ? 60 : LENGTH }, pick);
    texts.push(words);
    const day = new Date(Date.UTC(2016, 0, 1) + Math.floor(i / 20) * 86_400_000).toISOString().slice(0, 10);
    const body = `${words.join(' ').replace(/(?:\S+ ){15}/g, (sentence) => `${sentence.trim()}. `)}.`;
    fs.writeFileSync(
      path.join(folder, name),
      ` date ${day} ${body}\n\nTous droits réservés, reproduction interdite sans accord écrit du journal.\n`,
    );
  }
  return copies;
}

async function run(folder) {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'duplicates', '--quiet', '--all', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  let spent;
  const watch = setInterval(() => {
    spent = processorTime(child.pid) ?? spent;
  }, 50);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return { spent, seconds: (performance.now() - began) / 1000, rows: output.trim().split('\n').slice(1) };
}

/** In seconds, where the system tells it: other programs on the machine do not count. */
function processorTime(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** mulberry32, public domain. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
