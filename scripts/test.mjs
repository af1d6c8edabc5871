#!/usr/bin/env node
// npm test: sets up what is missing and runs every check and every test; the last line is the summary.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { audit } from './audit.mjs';
import { buildIfStale } from './build.mjs';
import { main, ROOT, requireNode, UserError } from './lib/project.mjs';
import { ensureChromium, ensureDependencies, ensureHost } from './lib/setup.mjs';

/** A count of tests: what a level comes to. */
const NONE = { passed: 0, failed: 0, skipped: 0 };
const PASSED = { ...NONE, passed: 1 };
const FAILED = { ...NONE, failed: 1 };
const SKIPPED = { ...NONE, skipped: 1 };

/** In this order: the quick ones first. `screen`: needs VS Code's own server and Chromium. */
const LEVELS = [
  { name: 'types', title: 'Types (tsc)', run: checkTypes },
  { name: 'lint', title: 'Lint and format (biome)', run: () => check(bin('@biomejs/biome', 'biome'), ['check', '.']) },
  { name: 'imports', title: 'Import direction', run: () => check('scripts/check-imports.mjs', []) },
  { name: 'licences', title: 'Licences of what is bundled', run: () => check('scripts/notices.mjs', ['--check']) },
  { name: 'audit', title: 'Known faults of packages that ship (npm audit)', run: runAudit },
  { name: 'words', title: 'Words in language packs alone', run: () => check('scripts/check-words.mjs', []) },
  { name: 'texts', title: 'Texts for people, English and French', run: () => check('scripts/check-texts.mjs', []) },
  { name: 'form', title: 'Form: complexity, cycles, unused exports', run: () => check('scripts/check-form.mjs', []) },
  { name: 'unit', title: 'Analysis, server and command line (vitest)', run: runVitest },
  { name: 'docs', title: 'Documentation', run: () => check('scripts/docs.mjs', []) },
  { name: 'package', title: 'Package', run: () => check('scripts/package.mjs', []) },
  { name: 'editors', title: 'Neovim and Emacs on the npm package', run: () => runSummed('test/editors/run.mjs') },
  { name: 'scale', title: 'Many machines: Dask and GNU parallel', run: () => runSummed('test/scale/run.mjs') },
  { name: 'browser', title: 'In a browser alone', run: () => runSummed('test/browser/run.mjs') },
  { name: 'vscode', title: 'Inside a real VS Code', run: () => runSummed('test/vscode/runWeb.mjs'), screen: true },
  { name: 'hands', title: 'Hands on the installed .vsix', run: () => runSummed('test/hands/run.mjs'), screen: true },
];

const HELP = `Usage: npm test [-- --only LEVEL[,LEVEL]]

Sets up what is missing (npm packages, VS Code's own server, Chromium) and runs every check and test.
  --only LEVELS   of ${LEVELS.map(({ name }) => name).join(', ')}
Where VS Code's server or Chromium cannot be had, the last three levels are skipped, and so is an editor or an engine
that is not there; with CI=true they fail.`;

function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string' } } });
    const wanted = values.only?.split(',') ?? LEVELS.map(({ name }) => name);
    const unknown = wanted.filter((name) => !LEVELS.some((level) => level.name === name));
    if (unknown.length > 0) throw new Error(`No such level: ${unknown.join(', ')}`);
    return { help: values.help, levels: LEVELS.filter(({ name }) => wanted.includes(name)) };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
}

/** Why the levels with a screen cannot run, else undefined. */
async function setUpScreen() {
  try {
    await ensureHost();
    await ensureChromium();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

async function runLevel({ title, run, screen }, missing) {
  const started = Date.now();
  console.log(`\n──── ${title}`);
  if (screen && missing) {
    const strict = /^(1|true)$/i.test(process.env.CI ?? '');
    console.log(`${strict ? 'FAILED' : 'Skipped'}: ${missing}`);
    return { ...(strict ? FAILED : SKIPPED), note: missing, ms: 0 };
  }
  return { ...(await run()), ms: Date.now() - started };
}

function report(levels, results, started) {
  console.log('\n──── Summary');
  results.forEach((result, index) => {
    const mark = result.failed > 0 ? 'FAIL' : result.passed > 0 ? 'ok  ' : 'skip';
    const counts = `${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
    console.log(`${mark} ${levels[index].title}: ${result.note ?? counts} (${seconds(result.ms)})`);
    for (const name of result.names ?? []) console.log(`     ${name}`);
  });
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`in ${seconds(Date.now() - started)}`);
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return total('failed') > 0 || total('passed') === 0 ? 1 : 0;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** The script of an installed package's command: run with this Node.js, so that no shell is needed. */
function bin(packageName, command) {
  const folder = path.join(ROOT, 'node_modules', packageName);
  const declared = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).bin;
  return path.join(folder, typeof declared === 'string' ? declared : declared[command]);
}

async function checkTypes() {
  for (const project of ['tsconfig.json', 'server/tsconfig.pure.json']) {
    const { code } = await runNode(bin('typescript', 'tsc'), ['--noEmit', '-p', project]);
    if (code !== 0) return FAILED;
  }
  return PASSED;
}

async function check(script, args) {
  const { code } = await runNode(script, args);
  return code === 0 ? PASSED : FAILED;
}

/** Never fails: what is known of a package changes without the project. */
async function runAudit() {
  const found = await audit();
  if (found === undefined) return { ...SKIPPED, note: 'npm could not ask the registry' };
  return found.length === 0 ? PASSED : { ...PASSED, note: `WARNING: ${found.join(', ')}: see npm audit --omit=dev` };
}

/** What vitest's report calls the error of a test that ran into its time limit: the name of the place where the limit was set. */
const UNNAMED_TIMEOUT = 'Error: STACK_TRACE_ERROR';

async function runVitest() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corpus-annotator-unit-'));
  const file = path.join(folder, 'report.json');
  const { code } = await runNode(bin('vitest', 'vitest'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.rmSync(folder, { recursive: true, force: true });
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts;
  // A test file that cannot be loaded holds no failed test, and still it is a failure.
  const summed = orFailed(code, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });
  return { ...summed, names: failedTests(counts.testResults ?? []) };
}

/**
 * What the summary says of failed tests: the end of a long output is what people see first, and at times all that was kept.
 * `files`: as in vitest's JSON report.
 */
function failedTests(files) {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });
}

const firstLine = (text = '') =>
  text.trim().split('\n', 1)[0].slice(0, 300).replace(UNNAMED_TIMEOUT, 'took longer than its time limit');

/** Runs a script whose output ends with `N passed, N failed, N skipped`. */
async function runSummed(script) {
  const { code, output } = await runNode(script, []);
  const [, passed = 0, failed = 0, skipped = 0] = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output) ?? [];
  const summed = orFailed(code, { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) });
  return { ...summed, names: [...output.matchAll(/^FAIL (.+)$/gm)].map(([, name]) => name) };
}

/** A level whose process failed, or in which nothing ran, has at least one failure. */
function orFailed(code, counts) {
  const bad = code !== 0 || counts.passed + counts.skipped + counts.failed === 0;
  return bad && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs a Node.js script in the project's folder; its output is shown as it comes, and collected. */
function runNode(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.stderr.on('data', (data) => process.stderr.write(data));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

await main(async () => {
  const { help, levels } = readOptions(process.argv.slice(2));
  if (help) return console.log(HELP);
  requireNode();
  const started = Date.now();
  await ensureDependencies();
  await buildIfStale();
  const missing = levels.some(({ screen }) => screen) ? await setUpScreen() : undefined;
  const results = [];
  for (const level of levels) results.push(await runLevel(level, missing));
  return report(levels, results, started);
});
