#!/usr/bin/env node
// Runs the suite of test/vscode in desktop VS Code, which @vscode/test-electron downloads: needs the internet, or
// VSCODE_EXECUTABLE set to the path of a desktop VS Code.
import path from 'node:path';
import { buildIfStale } from '../../scripts/build.mjs';
import { main, ROOT, requireNode, say, temporaryFolder } from '../../scripts/lib/project.mjs';
import { ensureDependencies } from '../../scripts/lib/setup.mjs';

const HELP = `Usage: npm run test:electron [-- --grep PATTERN]

Runs the tests of test/vscode/suite in desktop VS Code, downloaded by @vscode/test-electron.
VSCODE_EXECUTABLE: a VS Code to use instead of a downloaded one; VSCODE_VERSION: stable, insiders or a number.`;

function launchArguments(workspace, userData) {
  const quiet = ['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [workspace, ...quiet, '--user-data-dir', userData, ...root];
}

await main(async () => {
  const [option, grep = ''] = process.argv.slice(2);
  if (option === '--help' || option === '-h') return console.log(HELP);
  requireNode();
  await ensureDependencies();
  await buildIfStale();
  const { runTests } = await import('@vscode/test-electron');
  const { makeWorkspace } = await import('./fixtures.mjs');
  const { printReport } = await import('./report.mjs');
  const scratch = temporaryFolder('electron');
  const report = path.join(scratch.path, 'report.json');
  say('Starting desktop VS Code');
  let code = 1;
  let why;
  try {
    code = await runTests({
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
      version: process.env.VSCODE_VERSION ?? 'stable',
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: path.join(ROOT, 'dist-test', 'index.js'),
      extensionTestsEnv: { CORPUS_ANNOTATOR_REPORT: report, CORPUS_ANNOTATOR_GREP: option === '--grep' ? grep : '' },
      launchArgs: launchArguments(makeWorkspace(path.join(scratch.path, 'workspace')), path.join(scratch.path, 'user')),
    });
  } catch (error) {
    why = String(error?.message ?? error);
  }
  const result = printReport(report, code, why);
  scratch.remove();
  return result;
});
