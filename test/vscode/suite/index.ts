import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

/** What became of one test. */
interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms?: number;
  readonly error?: string;
}

/** A run in which so many tests fail is broken as a whole: the rest would only wait, each for its own time limit. */
const MOST_FAILURES = 10;

/**
 * The entry point that VS Code loads as `extensionTestsPath`, in its own server and on the desktop alike: runs every
 * test file beside this one. What became of each test stands in the file that CORPUS_ANNOTATOR_REPORT names as soon as
 * it is known, so that a run that hangs tells where; `done` there says that the run came to its end.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 180_000, reporter: 'min' });
  const grep = process.env.CORPUS_ANNOTATOR_GREP;
  if (grep) mocha.grep(new RegExp(grep));
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const note = (result: Result) => {
      results.push(result);
      writeReport(results, false);
      if (results.filter(({ state }) => state === 'failed').length >= MOST_FAILURES) runner.abort();
    };
    runner.on('test', (test) => writeReport(results, false, test.fullTitle()));
    runner.on('pass', (test) => note({ title: test.fullTitle(), state: 'passed', ms: test.duration }));
    runner.on('pending', (test) => note({ title: test.fullTitle(), state: 'skipped' }));
    // A hook that fails is reported here too, under its own title.
    runner.on('fail', (test, error) => note({ title: test.fullTitle(), state: 'failed', error: String(error?.stack ?? error) }));
  });
  writeReport(results, true);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function writeReport(results: readonly Result[], done: boolean, running?: string): void {
  const report = process.env.CORPUS_ANNOTATOR_REPORT;
  if (report) fs.writeFileSync(report, JSON.stringify({ node: process.versions.node, done, running, results }));
}
