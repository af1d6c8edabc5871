#!/usr/bin/env node
// Runs the suite of test/vscode in a real VS Code: its own server on this machine, its workbench in Chromium.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { buildIfStale } from '../../scripts/build.mjs';
import { deferred, main, ROOT, temporaryFolder } from '../../scripts/lib/project.mjs';
import { ensureChromium, ensureDependencies, ensureHost } from '../../scripts/lib/setup.mjs';

const HELP = `Usage: node test/vscode/runWeb.mjs [--grep PATTERN]

Runs the tests of test/vscode/suite inside VS Code's own server and a headless Chromium.
  --grep PATTERN   only the tests whose title matches this regular expression
CORPUS_ANNOTATOR_VERBOSE=1 prints what the page and the extension host print.`;

/** The whole suite, on a busy machine. */
const TIME_LIMIT_MS = 480_000;

/** Runs the suite; prints the report; resolves to the exit code. */
export async function runSuite({ grep = '' } = {}) {
  await ensureDependencies();
  const chromiumPath = await ensureChromium();
  await ensureHost();
  await buildIfStale();
  const { openWorkbench } = await import('./workbench.mjs');
  const { makeWorkspace } = await import('./fixtures.mjs');
  const { printReport } = await import('./report.mjs');
  const scratch = temporaryFolder('suite');
  const report = path.join(scratch.path, 'report.json');
  const workspace = makeWorkspace(path.join(scratch.path, 'workspace'));
  const ended = deferred();
  const timer = setTimeout(() => ended.resolve({ code: 124, why: `not done after ${TIME_LIMIT_MS / 1000} s` }), TIME_LIMIT_MS);
  let workbench;
  try {
    workbench = await openWorkbench({
      chromiumPath,
      folder: workspace,
      // Environment variables reach the extension host through the server only.
      env: { CORPUS_ANNOTATOR_REPORT: report, CORPUS_ANNOTATOR_GREP: grep },
      payload: [
        ['extensionDevelopmentPath', ROOT],
        ['extensionTestsPath', path.join(ROOT, 'dist-test', 'index.js')],
        ['skipWelcome', 'true'],
      ],
      onLog: (type, args) => process.env.CORPUS_ANNOTATOR_VERBOSE && console.error(`[${type}]`, format(...args)),
      onExit: (code) => ended.resolve({ code }),
    });
    const { code, why } = await ended.promise;
    if (!fs.existsSync(report)) console.error(workbench.log().split('\n').slice(-30).join('\n'));
    const result = printReport(report, code, why);
    if (result !== 0) showLogs(workbench.dataDir);
    return result;
  } finally {
    clearTimeout(timer);
    await workbench?.close();
    scratch.remove();
  }
}

/** What the extension wrote to its own logs: the reason of a failure often stands there. On stderr: the summary stays last. */
function showLogs(dataDir) {
  const logs = path.join(dataDir, 'data', 'logs');
  for (const name of fs.existsSync(logs) ? fs.readdirSync(logs, { recursive: true }) : []) {
    if (!name.includes('corpus-annotator') || !name.endsWith('.log')) continue;
    const lines = fs.readFileSync(path.join(logs, name), 'utf8').trim().split('\n');
    console.error(`──── ${path.basename(name)}\n${lines.slice(-40).join('\n')}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const [option, grep] = process.argv.slice(2);
    if (option === '--help' || option === '-h') return console.log(HELP);
    return runSuite({ grep: option === '--grep' ? grep : '' });
  });
}
