#!/usr/bin/env node
// Runs the suite of test/browser in a VS Code that lives in a browser alone, on the files that the package holds.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { buildIfStale } from '../../scripts/build.mjs';
import { deferred, main, ROOT, temporaryFolder, UserError } from '../../scripts/lib/project.mjs';
import { ensureChromium, ensureDependencies, ensureWebHost, isCI } from '../../scripts/lib/setup.mjs';

const HELP = `Usage: node test/browser/run.mjs [--grep PATTERN]

Runs the tests of test/browser/suite in VS Code built for browsers: the extension host is a web worker, the folder is served.
  --grep PATTERN   only the tests whose title matches this regular expression
CORPUS_ANNOTATOR_VERBOSE=1 prints what the page and the extension host print.`;

/** The whole suite, on a busy machine. */
const TIME_LIMIT_MS = 300_000;
const REPORT = 'corpus-annotator-report';

async function run(grep) {
  await ensureDependencies();
  let chromiumPath;
  try {
    chromiumPath = await ensureChromium();
    await ensureWebHost();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return skip(error.message);
  }
  await buildIfStale();
  const scratch = temporaryFolder('browser');
  try {
    const { packagedFiles } = await import('./webHost.mjs');
    const extension = path.join(scratch.path, 'extension');
    await packagedFiles(extension);
    await bundleSuite(path.join(extension, 'suite.js'), grep);
    const folder = path.join(scratch.path, 'corpus');
    fs.cpSync(path.join(ROOT, 'test', 'vscode', 'fixtures'), folder, { recursive: true });
    return await runSuite({ extension, folder, chromiumPath });
  } finally {
    scratch.remove();
  }
}

function skip(reason) {
  console.log(`${isCI() ? 'FAILED' : 'Skipped'}: ${reason}`);
  console.log(isCI() ? '0 passed, 1 failed, 0 skipped' : '0 passed, 0 failed, 1 skipped');
  return isCI() ? 1 : 0;
}

async function bundleSuite(outfile, grep = '') {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/browser/suite/index.ts'],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: { global: 'globalThis', GREP: JSON.stringify(grep) },
    logLevel: 'warning',
  });
}

async function runSuite({ extension, folder, chromiumPath }) {
  const { openPage, serve } = await import('./webHost.mjs');
  const served = await serve({ extension, folder, tests: path.join(extension, 'suite.js') });
  const said = [];
  let results;
  const ended = deferred();
  const timer = setTimeout(() => ended.resolve(`not done after ${TIME_LIMIT_MS / 1000} s`), TIME_LIMIT_MS);
  const started = Date.now();
  const onLog = (type, args) => {
    if (args[0] === REPORT) results = JSON.parse(args[1]);
    else said.push(`[${type}] ${format(...args)}`);
  };
  let opened;
  try {
    opened = await openPage({ address: served.address, chromiumPath, onLog, onExit: (code) => ended.resolve(`exit ${code}`) });
    const why = await ended.promise;
    return print(results, { why, said, refused: opened.refused, ms: Date.now() - started });
  } finally {
    clearTimeout(timer);
    await opened?.close();
    await served.close();
  }
}

function print(results, { why, said, refused, ms }) {
  if (results === undefined || process.env.CORPUS_ANNOTATOR_VERBOSE) console.error(said.slice(-60).join('\n'));
  const all = results ?? [{ title: 'the suite', state: 'failed', error: `left no report: ${why}` }];
  if (refused.size > 0)
    all.push({ title: 'asks no host but its own', state: 'failed', error: `asked ${[...refused].join(', ')}` });
  const marks = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };
  for (const { state, title, ms: took = 0, error } of all)
    console.log(`${marks[state]} ${title}${took > 1000 ? ` (${(took / 1000).toFixed(1)} s)` : ''}${error ? `\n${error}` : ''}`);
  const count = (state) => all.filter((result) => result.state === state).length;
  const first = all.find(({ title }) => title.includes('have colours'));
  if (first?.state === 'passed')
    console.log(`first colours ${(first.ms / 1000).toFixed(1)} s after an article is opened, server and models included`);
  console.log(`${(ms / 1000).toFixed(1)} s in the browser`);
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return count('failed') > 0 || count('passed') === 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const [option, grep] = process.argv.slice(2);
    if (option === '--help' || option === '-h') return console.log(HELP);
    return run(option === '--grep' ? grep : undefined);
  });
}
