// The report that the suite writes inside VS Code, read and printed by the runners outside.
import fs from 'node:fs';

/**
 * Prints a line for each test and the summary `N passed, N failed, N skipped`; returns the process's exit code. A run
 * without a report, or without a single passed test, has failed, whatever the editor's exit code says.
 */
export function printReport(file, exitCode, why = `VS Code ended with exit code ${exitCode}`) {
  if (!fs.existsSync(file)) {
    console.error(`The tests left no report: ${why}`);
    console.log('0 passed, 1 failed, 0 skipped');
    return exitCode || 1;
  }
  const { node, done, running, results } = JSON.parse(fs.readFileSync(file, 'utf8'));
  // VS Code went away, or was stopped at the time limit, in the middle of a test.
  if (!done) results.push({ title: running ?? 'between two tests', state: 'failed', error: `Did not end: ${why}` });
  const marks = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };
  for (const { state, title, ms, error } of results) {
    console.log(`${marks[state]} ${title}${ms > 1000 ? ` (${(ms / 1000).toFixed(1)} s)` : ''}${error ? `\n${error}` : ''}`);
  }
  const count = (state) => results.filter((result) => result.state === state).length;
  console.log(`extension host on Node.js ${node}`);
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (count('failed') > 0 || count('passed') === 0) return exitCode || 1;
  return exitCode;
}
