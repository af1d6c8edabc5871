// What many articles take: the filter for pipes by itself (processor time, so that it counts on a busy machine too), then
// under Dask with one worker and with two. The articles are made up by chance from a seed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Cluster, pythonWithDask } from '../test/scale/cluster.mjs';
import { writeCorpus } from './lib/madeCorpus.mjs';
import { ROOT, run, say, temporaryFolder } from './lib/project.mjs';

const ARTICLES = 2_000;
const PARTS = 8;
const CLI = path.join(ROOT, 'dist/cli.js');

/** Writes the articles in parts of JSON Lines; gives the parts and how many characters there are. */
function writeParts(folder) {
  const corpus = path.join(folder, 'corpus');
  writeCorpus(corpus, ARTICLES, 24);
  const names = fs.readdirSync(corpus, { recursive: true }).filter((name) => name.endsWith('.article'));
  const texts = names.map((name) => fs.readFileSync(path.join(corpus, name), 'utf8'));
  const files = Array.from({ length: PARTS }, (_, part) => {
    const file = path.join(folder, `part-${part}.jsonl`);
    const mine = texts.filter((_text, index) => index % PARTS === part);
    fs.writeFileSync(file, mine.map((text, index) => `${JSON.stringify({ id: `${part}-${index}`, text })}\n`).join(''));
    return file;
  });
  return { files, characters: texts.reduce((sum, text) => sum + text.length, 0) };
}

/** Runs the filter over a part; gives what it took. */
function filter(file) {
  return new Promise((resolve, reject) => {
    const args = ['--require', path.join(ROOT, 'scripts/lib/tellUsage.cjs'), CLI, 'annotate', '--input', 'jsonl', '--quiet'];
    const child = spawn(process.execPath, args, { stdio: [fs.openSync(file), 'ignore', 'inherit', 'pipe'] });
    let told = '';
    child.stdio[3].on('data', (data) => (told += data));
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`The filter ended with ${code}`))));
  });
}

async function filterAlone({ files, characters }) {
  const nothing = path.join(path.dirname(files[0]), 'nothing.jsonl');
  fs.writeFileSync(nothing, '{"id":"1","text":"Rien."}\n');
  const start = await filter(nothing);
  const took = [];
  for (const file of files) took.push(await filter(file));
  const cpu = took.reduce((sum, one) => sum + one.cpu, 0);
  console.log(`${ARTICLES} articles of ${Math.round(characters / ARTICLES)} characters, in ${PARTS} parts`);
  console.log(`start of the filter: ${start.cpu.toFixed(2)} s of a processor, ${Math.round(start.megabytes)} MB`);
  const perArticle = (cpu - PARTS * start.cpu) / ARTICLES;
  console.log(
    `then ${(perArticle * 1000).toFixed(2)} ms of a processor an article: ${Math.round(1 / perArticle)} articles a second and core`,
  );
  console.log(`most memory of a process: ${Math.round(Math.max(...took.map(({ megabytes }) => megabytes)))} MB`);
}

async function underDask(python, files, workers) {
  const scratch = temporaryFolder('bench-scale');
  const cluster = new Cluster(python, scratch.path);
  try {
    await cluster.start();
    for (let i = 0; i < workers; i++) cluster.worker();
    const script = path.join(ROOT, 'scale/dask_annotate.py');
    const annotator = `'${process.execPath}' '${CLI}'`;
    const args = [script, '--scheduler', cluster.address, '--out', path.join(scratch.path, 'out'), '--annotator', annotator];
    const wait = ['-c', `import sys,distributed; distributed.Client(sys.argv[1]).wait_for_workers(${workers})`, cluster.address];
    await run(python, wait, { capture: true });
    const began = performance.now();
    const { code, output } = await run(python, [...args, ...files], { capture: true });
    const seconds = (performance.now() - began) / 1000;
    if (code !== 0) throw new Error(output);
    const rate = Math.round(ARTICLES / seconds);
    console.log(
      `Dask, ${workers} worker${workers > 1 ? 's' : ''}: ${seconds.toFixed(1)} s by the clock, ${rate} articles a second`,
    );
  } finally {
    cluster.stop();
    scratch.remove();
  }
}

const scratch = temporaryFolder('bench-scale');
try {
  const made = writeParts(scratch.path);
  await filterAlone(made);
  let python;
  try {
    python = await pythonWithDask();
  } catch (error) {
    say(`Left out: Dask ${error.message}`);
  }
  if (python) for (const workers of [1, 2]) await underDask(python, made.files, workers);
} finally {
  scratch.remove();
}
