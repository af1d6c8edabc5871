#!/usr/bin/env node
// More machines than one: scale/dask_annotate.py on a real Dask scheduler with two workers on loopback, and the recipe for
// GNU parallel of docs/scale.md. What comes out is counted: every article once and none twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../scripts/build.mjs';
import { findProgram, main, ROOT, run, temporaryFolder } from '../../scripts/lib/project.mjs';
import { ensureDependencies, ensurePackages, isCI } from '../../scripts/lib/setup.mjs';
import { documented } from '../editors/articles.mjs';
import { Cluster, pythonWithDask, until } from './cluster.mjs';

const HELP = `Usage: node test/scale/run.mjs [--grep TEXT]

Runs the annotator under Dask (a scheduler, two workers, one of them killed) and under GNU parallel.
  --grep TEXT   only the scenarios whose title has TEXT
An engine that is not there is skipped; with CI=true it is installed, or the scenarios fail. DASK_PYTHON names a Python.`;

const SCRIPT = path.join(ROOT, 'scale/dask_annotate.py');
const CLI = path.join(ROOT, 'dist/cli.js');

const SCENARIOS = [
  { title: 'Dask: a worker is killed, and every article is there once', engine: 'dask', use: killedWorker },
  { title: 'Dask: run again, only what is missing or changed is done', engine: 'dask', use: resumed },
  { title: 'Dask: a part that fails three times is named, the rest done', engine: 'dask', use: poisoned },
  { title: 'Dask: no room on the disk leaves nothing half written', engine: 'dask', use: noRoom },
  { title: 'Dask: a folder of texts', engine: 'dask', use: folderOfTexts },
  { title: 'Dask: no scheduler, no annotator, no corpus: said in words', engine: 'dask', use: nothingThere },
  { title: 'GNU parallel: broken off and resumed', engine: 'parallel', use: parallel },
];

const text = (n) => `Le ${1 + (n % 28)} mars 2017, « le port reste fermé », a déclaré Jeanne Morvan à Port-Clair. Bateau ${n}.`;

/** Writes parts of so many articles; gives what is expected of each, line by line. Some lines are no articles. */
function writeParts(folder, count, each = 4) {
  fs.mkdirSync(folder, { recursive: true });
  const expected = {};
  for (let part = 0; part < count; part++) {
    const name = `part-${String(part).padStart(2, '0')}.jsonl`;
    const lines = Array.from({ length: each }, (_, i) => JSON.stringify({ id: `${part}-${i}`, text: text(part * each + i) }));
    expected[name] = Array.from({ length: each }, (_, i) => `${part}-${i}`);
    if (part === 1) {
      lines.splice(1, 0, '{"id":"no text"}', 'no JSON', '');
      expected[name].splice(1, 0, 'no text: error', 'line 3: error');
    }
    fs.writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  }
  return expected;
}

/** What an output holds, line by line, in the same words. */
function linesOf(file) {
  const content = fs.readFileSync(file, 'utf8');
  assert.ok(content.endsWith('\n'), `${file} ends within a line`);
  return content
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, line, error }) => `${id ?? `line ${line}`}${error === undefined ? '' : ': error'}`);
}

const outputsOf = (folder) =>
  Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => [name, linesOf(path.join(folder, name))]),
  );

const manifestOf = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

/** Nothing that was begun is left lying about. */
function nothingUnfinished(out) {
  const left = fs.readdirSync(path.join(out, '.parts')).filter((name) => name.endsWith('.unfinished'));
  assert.deepEqual(left, []);
}

/** A program that does something first where it is to annotate, and then is the annotator. */
function annotatorThat(folder, first) {
  const file = path.join(folder, 'annotator.sh');
  const script = `#!/bin/sh\nif [ "$1" = annotate ]; then\n${first}\nfi\nexec '${process.execPath}' '${CLI}' "$@"\n`;
  fs.writeFileSync(file, script, { mode: 0o755 });
  return file;
}

function dask({ python, cluster }, words, options = {}) {
  const { annotator = `'${process.execPath}' '${CLI}'`, scheduler = cluster.address } = options;
  const args = [SCRIPT, '--scheduler', scheduler, '--annotator', annotator, '--wait', '20', ...words];
  return run(python, args, { capture: true, env: { LC_ALL: 'C.UTF-8' } });
}

async function killedWorker(context) {
  const { folder, cluster } = context;
  const expected = writeParts(path.join(folder, 'in'), 8);
  const out = path.join(folder, 'out');
  // slow enough for there to be a middle
  const annotator = annotatorThat(folder, 'sleep 1');
  const parts = Object.keys(expected).map((name) => path.join(folder, 'in', name));
  const done = dask(context, ['--out', out, ...parts], { annotator });
  const outputs = () => (fs.existsSync(out) ? fs.readdirSync(out).filter((name) => name.endsWith('.jsonl')) : []);
  await until('the first parts', () => outputs().length >= 2);
  assert.ok(outputs().length < 8, 'killed too late to matter');
  context.workers[0].kill('SIGKILL');
  const { code, output } = await done;
  context.workers[0] = cluster.worker();
  assert.deepEqual(outputsOf(out), expected, output);
  const { articles, errors, failed, waiting } = manifestOf(out);
  assert.deepEqual({ articles, errors, failed, waiting }, { articles: 34, errors: 2, failed: {}, waiting: 0 });
  assert.equal(code, 1, 'two articles are errors');
  nothingUnfinished(out);
}

async function resumed(context) {
  const { folder } = context;
  const expected = writeParts(path.join(folder, 'in'), 4, 2);
  const out = path.join(folder, 'out');
  const inputs = Object.keys(expected).map((name) => path.join(folder, 'in', name));
  await dask(context, ['--out', out, ...inputs]);
  const times = () => Object.keys(expected).map((name) => fs.statSync(path.join(out, name)).mtimeMs);
  const before = times();
  fs.rmSync(path.join(out, 'part-02.jsonl'));
  fs.appendFileSync(inputs[3], `${JSON.stringify({ id: 'late', text: text(1) })}\n`);
  const { output } = await dask(context, ['--out', out, ...inputs]);
  assert.match(output, /2 of 4 parts are done already/);
  assert.deepEqual(outputsOf(out), { ...expected, 'part-03.jsonl': [...expected['part-03.jsonl'], 'late'] });
  assert.deepEqual(
    times().map((time, index) => time === before[index]),
    [true, true, false, false],
  );
  assert.equal(manifestOf(out).articles, 11);
}

async function poisoned(context) {
  const { folder } = context;
  const expected = writeParts(path.join(folder, 'in'), 3, 2);
  const out = path.join(folder, 'out');
  const inputs = Object.keys(expected).map((name) => path.join(folder, 'in', name));
  const count = path.join(folder, 'count');
  const annotator = annotatorThat(
    folder,
    `cat > '${folder}/stdin'.$$\nif grep -q '"2-0"' '${folder}/stdin'.$$; then echo x >> '${count}'; kill -9 $$; fi\nexec < '${folder}/stdin'.$$`,
  );
  const { code, output } = await dask(context, ['--out', out, ...inputs], { annotator });
  assert.equal(code, 1);
  assert.equal(fs.readFileSync(count, 'utf8'), 'x\nx\nx\n', 'tried three times');
  const { failed, articles } = manifestOf(out);
  assert.deepEqual(Object.keys(failed), ['part-02']);
  assert.match(failed['part-02'].reason, /the annotator ended with -9/);
  assert.match(output, /part-02 failed 3 times/);
  assert.equal(articles, 6);
  assert.deepEqual(Object.keys(outputsOf(out)), ['part-00.jsonl', 'part-01.jsonl']);
  nothingUnfinished(out);
  await dask(context, ['--out', out, ...inputs]);
  assert.deepEqual(outputsOf(out), expected);
}

async function noRoom(context) {
  const { folder } = context;
  writeParts(path.join(folder, 'in'), 1, 6);
  const out = path.join(folder, 'out');
  // no file may grow beyond a kilobyte or so, as on a disk that is nearly full
  const annotator = annotatorThat(folder, 'ulimit -f 2');
  const { code, output } = await dask(context, ['--out', out, path.join(folder, 'in/part-00.jsonl')], { annotator });
  assert.equal(code, 1, output);
  assert.match(manifestOf(out).failed['part-00'].reason, /^\d lines were written for 6 articles: standard output: EFBIG/);
  assert.deepEqual(outputsOf(out), {});
  nothingUnfinished(out);
}

async function folderOfTexts(context) {
  const { folder } = context;
  const texts = path.join(folder, 'texts');
  fs.mkdirSync(texts);
  for (let n = 0; n < 5; n++) fs.writeFileSync(path.join(texts, `été ${n}.article`), text(n));
  const out = path.join(folder, 'out');
  const { code, output } = await dask(context, ['--out', out, '--part-size', '2', texts]);
  assert.equal(code, 0, output);
  assert.deepEqual(
    Object.values(outputsOf(out)),
    [[0, 1], [2, 3], [4]].map((part) => part.map((n) => path.join(texts, `été ${n}.article`))),
  );
}

async function nothingThere(context) {
  const { folder } = context;
  writeParts(path.join(folder, 'in'), 1, 1);
  const part = path.join(folder, 'in/part-00.jsonl');
  const out = path.join(folder, 'out');
  const wrong = await dask(context, ['--out', out, '--wait', '2', part], { scheduler: 'tcp://127.0.0.1:9' });
  assert.match(wrong.output, /dask_annotate: no scheduler answers at tcp:\/\/127\.0\.0\.1:9/);
  assert.equal(wrong.code, 2);
  const bare = await dask(context, ['--out', out, part], { annotator: 'no-such-program' });
  assert.match(bare.output, /is left out: .*: no-such-program cannot be run: No such file/);
  assert.match(bare.output, /no worker can run the annotator/);
  assert.equal(bare.code, 2);
  const missing = await dask(context, ['--out', out, path.join(folder, 'nowhere.jsonl')]);
  assert.match(missing.output, /nowhere\.jsonl: there is no such file or folder/);
  assert.equal(missing.code, 2);
  assert.deepEqual(outputsOf(out), {});
}

/** The recipe of docs/scale.md, as it stands there. */
const recipe = () => documented(path.join(ROOT, 'docs/scale.md'), 'GNU parallel');

async function parallel({ folder }) {
  const expected = writeParts(path.join(folder, 'parts'), 6, 2);
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin);
  fs.renameSync(annotatorThat(folder, 'sleep 1'), path.join(bin, 'corpus-annotator'));
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter), HOME: folder };
  const out = path.join(folder, 'out');
  const outputs = () => (fs.existsSync(out) ? fs.readdirSync(out).filter((name) => name.endsWith('.jsonl')) : []);
  const first = spawn('sh', ['-c', recipe()], { cwd: folder, env, stdio: 'ignore', detached: true });
  await until('the first parts', () => outputs().length >= 1);
  process.kill(-first.pid, 'SIGKILL');
  assert.ok(outputs().length < 6, 'broken off too late to matter');
  const { code, output } = await run('sh', ['-c', recipe()], { cwd: folder, env, capture: true });
  assert.equal(code, 0, output);
  assert.deepEqual(outputsOf(out), expected);
  assert.deepEqual(
    fs.readdirSync(out).filter((name) => name.endsWith('.unfinished')),
    [],
  );
}

/** Sets the engines up that scenarios need; gives why one is not there, by its name. */
async function setUp(engines, context) {
  const missing = {};
  const attempt = async (engine, work) => {
    if (!engines.has(engine)) return;
    if (process.platform === 'win32') missing[engine] = 'needs a shell of Unix';
    if (missing[engine] !== undefined) return;
    await work().catch((error) => {
      missing[engine] = error.message;
    });
  };
  await attempt('dask', async () => {
    context.python = await pythonWithDask();
    context.cluster = new Cluster(context.python, context.scratch);
    await context.cluster.start();
    context.workers = [context.cluster.worker(), context.cluster.worker()];
  });
  await attempt('parallel', () => ensurePackages(['parallel'], () => findProgram(['parallel']) !== undefined));
  return missing;
}

/** Gives `passed`, `failed` or `skipped`. */
async function attempt({ title, engine, use }, missing, context) {
  if (missing[engine] !== undefined) {
    console.log(`${isCI() ? 'FAIL' : 'skip'} ${title}: ${missing[engine]}`);
    return isCI() ? 'failed' : 'skipped';
  }
  const started = Date.now();
  const folder = fs.mkdtempSync(path.join(context.scratch, 'run-'));
  try {
    await use(Object.assign(Object.create(context), { folder }));
    console.log(`ok   ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return 'passed';
  } catch (error) {
    console.log(`FAIL ${title}\n${error.stack}`);
    return 'failed';
  }
}

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, grep: { type: 'string', default: '' } } });
  if (values.help) return console.log(HELP);
  await ensureDependencies();
  await buildIfStale({ production: true });
  const scratch = temporaryFolder('scale');
  const context = { scratch: scratch.path };
  try {
    const scenarios = SCENARIOS.filter(({ title }) => title.includes(values.grep));
    const missing = await setUp(new Set(scenarios.map(({ engine }) => engine)), context);
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const scenario of scenarios) count[await attempt(scenario, missing, context)]++;
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    return count.failed > 0 || scenarios.length === 0 ? 1 : 0;
  } finally {
    context.cluster?.stop();
    scratch.remove();
  }
});
