#!/usr/bin/env node
// The command line on a folder of articles, as it is run: how many articles a second, and how much memory at the most. Then
// the index of a made-up corpus: BENCH_ARTICLES says of how many articles (100000: an hour or more).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchIndex } from './lib/benchIndex.mjs';
import { bytesOf, newsTexts } from './lib/newsTexts.mjs';
import { main, ROOT, temporaryFolder, UserError } from './lib/project.mjs';

const CLI = path.join(ROOT, 'dist/cli.js');
/** The set is small beside a real corpus: it is written so many times, each time to a folder of its own. */
const TIMES = 5;
const PROJECTED = 50_000;
/** Articles of the made-up corpus. */
const MADE = 20_000;

await main(async () => {
  if (!fs.existsSync(CLI)) throw new UserError(`There is no ${CLI}: run npm run build first`);
  const { texts, what } = await newsTexts('fr');
  const folder = temporaryFolder('corpus');
  try {
    for (let time = 0; time < TIMES; time++) writeTexts(path.join(folder.path, String(time)), texts);
    const articles = texts.length * TIMES;
    const megabytes = (bytesOf(texts) * TIMES) / 1e6;
    console.log(`${articles} files, ${megabytes.toFixed(1)} MB: ${TIMES} times ${what}; ${os.availableParallelism()} processors`);
    for (const jobs of ['1', undefined]) {
      const { seconds, peak, spent } = await annotate(folder.path, jobs);
      const rate = articles / seconds;
      console.log(
        `annotate${jobs ? ` --jobs ${jobs}` : ' (as many threads as processors)'}: ${seconds.toFixed(1)} s, ` +
          `${rate.toFixed(0)} articles/s, ${(megabytes / seconds).toFixed(2)} MB/s, ${described(spent)}memory at the most ${peak}; ` +
          `at this rate ${PROJECTED} such articles take ${(PROJECTED / rate / 60).toFixed(1)} min`,
      );
    }
  } finally {
    folder.remove();
  }
  await benchIndex(Number(process.env.BENCH_ARTICLES ?? MADE));
});

function described(spent) {
  return spent === undefined ? '' : `processor time ${spent.toFixed(1)} s, `;
}

function writeTexts(folder, texts) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [i, text] of texts.entries()) fs.writeFileSync(path.join(folder, `${i}.txt`), text);
}

/** Runs the command line on a folder; its output is read and dropped. */
async function annotate(folder, jobs) {
  const args = [CLI, 'annotate', '--quiet', ...(jobs ? ['--jobs', jobs] : []), folder];
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  let seen = {};
  const watch = setInterval(() => {
    const now = usageOf(child.pid);
    // one that is about to end has given its memory back
    if (now !== undefined && !Number.isNaN(now.kilobytes)) seen = now;
  }, 50);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new UserError(`annotate ended with status ${code}`);
  const peak = seen.kilobytes === undefined ? 'not known on this system' : `${Math.round(seen.kilobytes / 1024)} MB`;
  return { seconds: (performance.now() - began) / 1000, peak, spent: seen.seconds };
}

/** What a process has used until now: memory at the most, processor time; undefined where the system does not tell. */
function usageOf(pid) {
  try {
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return { kilobytes, seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return undefined;
  }
}
