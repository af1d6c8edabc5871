// The browser's build of mocha: it sets itself up in whatever worker loads it.
import 'mocha/mocha.js';

/** What became of one test. */
interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms?: number;
  readonly error?: string;
}

/** What the runner outside knows a line of the report by. */
const REPORT = 'corpus-annotator-report';

const MOST_FAILURES = 4;

/** Put in by the runner. */
declare const GREP: string;

mocha.setup({
  ui: 'tdd',
  timeout: 90_000,
  reporter: class {} as unknown as Mocha.ReporterConstructor,
  ...(GREP && { grep: new RegExp(GREP) }),
});

/** The entry point that VS Code loads as `extensionTestsPath`, in the extension host in a web worker. */
export async function run(): Promise<void> {
  await import('./reading.test');
  await import('./reviewing.test');
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const failed = () => results.filter(({ state }) => state === 'failed').length;
    runner.on('pass', (test) => results.push({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0 }));
    runner.on('pending', (test) => results.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error) => {
      results.push({ title: test.fullTitle(), state: 'failed', error: String(error?.stack ?? error) });
      // broken as a whole: the rest would only wait
      if (failed() >= MOST_FAILURES) runner.abort();
    });
  });
  console.log(REPORT, JSON.stringify(results));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
