import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DetectorOptions, type DetectorRequest, readAnswer } from '../../../server/src/store/detectors/contract';
import { createDetector, type Detector } from '../../../server/src/store/detectors/detector';

const TEXT = 'Anne 😀 vit à Vell.';
const REQUEST: DetectorRequest = { id: 'a', text: TEXT, language: 'fr', date: null };
const OPTIONS: DetectorOptions = { name: 'other' };
const read = (answer: unknown, options: Partial<DetectorOptions> = {}) =>
  readAnswer(JSON.stringify(answer), REQUEST, { ...OPTIONS, ...options });
const words = (answer: unknown, options: Partial<DetectorOptions> = {}): readonly string[] =>
  read(answer, options).suggestions.map(
    ({ layer, type, spans }) => `${layer}/${type} ${spans.map((span) => TEXT.slice(span.start, span.end)).join('|')}`,
  );

describe('the contract', () => {
  test('labels tell their layer; the settings may map them', () => {
    const annotations = [
      { start: 14, end: 18, label: 'GPE', score: 0.9 },
      { start: 0, end: 4, type: 'PER' },
      { start: 0, end: 4, label: 'DATE' },
    ];
    expect(words({ annotations })).toEqual(['entity/GPE Vell', 'entity/PER Anne', 'date/DATE Anne']);
    expect(words({ annotations }, { labels: { GPE: 'LOC', PER: 'treaty/Party' } })).toEqual([
      'entity/LOC Vell',
      'treaty/Party Anne',
      'date/DATE Anne',
    ]);
  });
  test('labels that every object has, and an answer nested 100,000 deep', () => {
    const annotations = ['constructor', '__proto__', 'toString'].map((label) => ({ start: 0, end: 4, label }));
    expect(words({ annotations }, { labels: { GPE: 'LOC' } })).toEqual([
      'entity/constructor Anne',
      'entity/__proto__ Anne',
      'entity/toString Anne',
    ]);
    const deep = `{"annotations":[],"more":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(() => readAnswer(deep, REQUEST, OPTIONS)).toThrow('Nested too deep');
  });
  test('code points, as Python counts', () => {
    expect(words({ offsets: 'code points', annotations: [{ start: 13, end: 17, label: 'LOC' }] })).toEqual(['entity/LOC Vell']);
    expect(words({ annotations: [{ start: 13, end: 17, label: 'LOC' }] }, { offsets: 'code points' })).toEqual([
      'entity/LOC Vell',
    ]);
  });
  test('source, version and score are kept; low scores are dropped', () => {
    const answer = {
      version: '2.1',
      annotations: [
        { start: 0, end: 4, label: 'PER', score: 0.3 },
        { start: 14, end: 18, label: 'LOC', score: 0.8 },
      ],
    };
    expect(read(answer, { minimumScore: 0.5 }).suggestions).toEqual([
      { layer: 'entity', type: 'LOC', spans: [{ start: 14, end: 18 }], score: 0.8, source: 'other', version: '2.1' },
    ]);
  });
  test('bad annotations are left out and counted, the others stay', () => {
    const annotations = [
      { start: 0, end: 400, label: 'PER' },
      { start: 4, end: 0, label: 'PER' },
      { start: 0, end: 4 },
      null,
      7,
      {
        spans: [
          [5, 6],
          [0, 2],
        ],
        label: 'PER',
      },
      { start: 0, end: 4, label: 'PER' },
    ];
    expect(read({ annotations })).toMatchObject({ dropped: 6, suggestions: [{ type: 'PER' }] });
  });
  test.each([
    ['no JSON', 'x'],
    ['no list', '{}'],
    ['another article', '{"id":"b","annotations":[]}'],
    ['its own error', '{"error":"out of memory"}'],
    ['an array', '[]'],
  ])('%s is an error', (_, line) => {
    expect(() => readAnswer(line, REQUEST, OPTIONS)).toThrow();
  });
});

describe('programs', () => {
  let folder: string;
  let detector: Detector | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'detector-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => detector?.stop());

  let logged: string[] = [];
  const program = (source: string, options: Partial<DetectorOptions> = {}): Detector => {
    const file = join(folder, 'program.cjs');
    writeFileSync(file, source);
    logged = [];
    detector = createDetector({ ...OPTIONS, command: [process.execPath, file], ...options }, folder, (line) => logged.push(line));
    return detector;
  };
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  const pidOf = (): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));
  const STUBBORN = `require('fs').writeFileSync('pid', String(process.pid)); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const ANSWERING = `let n = 0; require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, text } = JSON.parse(line);`;

  test('one process answers many questions, in order', async () => {
    const made = program(
      `console.log('hello'); ${ANSWERING} console.log(JSON.stringify({ id, version: String(++n), annotations: [{ start: 0, end: 4, label: 'PER' }] })); });`,
    );
    const answers = await Promise.all([1, 2, 3].map((i) => made.detect({ ...REQUEST, id: String(i) })));
    expect(answers.map((answer) => answer.version)).toEqual(['1', '2', '3']);
  });
  test('one that hangs is ended, and started anew for the next question', async () => {
    const made = program(`${ANSWERING} if (id !== 'hang') console.log(JSON.stringify({ id, annotations: [] })); });`, {
      timeout: 1_500,
    });
    await expect(made.detect({ ...REQUEST, id: 'hang' })).rejects.toThrow('no answer within');
    await expect(made.detect(REQUEST)).resolves.toMatchObject({ suggestions: [] });
  });
  // Windows knows no request to end: there a program is always killed
  test.skipIf(process.platform === 'win32')('one that will not end when it is told to is killed', async () => {
    const made = program(`${STUBBORN} ${ANSWERING} });`, { timeout: 1_500 });
    await expect(made.detect(REQUEST)).rejects.toThrow('no answer within');
    const pid = pidOf();
    expect(isAlive(pid)).toBe(true);
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 30_000, interval: 100 });
  });
  test.skipIf(process.platform === 'win32')('one that will not end does not outlive the process that started it', async () => {
    writeFileSync(join(folder, 'program.cjs'), `${STUBBORN} process.stdout.write('{"annotations":[]}\\n');`);
    await build({
      stdin: {
        contents: `import { createDetector } from './server/src/store/detectors/detector';
          const detector = createDetector({ name: 'x', command: [process.execPath, 'program.cjs'] }, undefined, () => undefined);
          detector.detect(${JSON.stringify(REQUEST)}).then(() => { detector.stop(); setTimeout(() => process.exit(0), 50); });`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      outfile: join(folder, 'starter.cjs'),
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    await once(spawn(process.execPath, ['starter.cjs'], { cwd: folder, stdio: 'ignore' }), 'exit');
    await vi.waitFor(() => expect(isAlive(pidOf())).toBe(false), { timeout: 30_000, interval: 100 });
  });
  test.each(['stdout', 'stderr'])('200,000 lines of chatter on %s are logged as far as one reads', async (stream) => {
    const made = program(`${ANSWERING} const lines = 'I am loading a model\\n'.repeat(200_000);
      process.${stream}.write(lines, () => console.log(JSON.stringify({ id, annotations: [] }))); });`);
    await expect(made.detect(REQUEST)).resolves.toMatchObject({ suggestions: [] });
    await vi.waitFor(() => expect(logged.at(-1)).toContain('no more is logged'), { timeout: 30_000 });
    expect(logged).toHaveLength(100);
  });
  test('one that writes without end is ended, be it one line or many', async () => {
    for (const words of [`'x'.repeat(65_536)`, `'x'.repeat(65_535) + '\\n'`]) {
      detector?.stop();
      const made = program(`const write = () => process.stdout.write(${words}, write); write();`, { timeout: 60_000 });
      await expect(made.detect(REQUEST)).rejects.toThrow(/no end|on and on/);
    }
  });
  test('one that ends is said to have ended', async () => {
    await expect(program('process.exit(3)').detect(REQUEST)).rejects.toThrow('status 3');
  });
  test('one that is not there is said not to be there', async () => {
    detector = createDetector({ ...OPTIONS, command: ['no-such-program-here'] }, folder, () => undefined);
    await expect(detector.detect(REQUEST)).rejects.toThrow('there is no program no-such-program-here');
  });
  test('compromise, a real one, finds English names, as a program and as a service', async () => {
    const script = join(__dirname, '../../../samples/detectors/compromise.mjs');
    const command = [process.execPath, script];
    const service = spawn(process.execPath, [script, '--port', '0']);
    try {
      const [said] = await once(service.stdout, 'data');
      const url = /http:\S+/.exec(String(said))?.[0] as string;
      for (const way of [{ command }, { url }]) {
        detector?.stop();
        detector = createDetector({ name: 'compromise', ...way }, join(__dirname, '../../..'), () => undefined);
        const text = 'Mary Jones flew to Canada. 😀 “It was cold in Toronto”, Mary Jones said.';
        const { suggestions, version } = await detector.detect({ id: 'en', text, language: 'en', date: null });
        expect(version).toMatch(/^\d+\./);
        const found = suggestions.map(({ type, spans }) => `${type} ${text.slice(spans[0]?.start, spans[0]?.end)}`);
        expect(found).toEqual(expect.arrayContaining(['PER Mary Jones', 'LOC Canada', 'LOC Toronto']));
      }
    } finally {
      service.kill();
    }
  });
});

describe('services on this machine', () => {
  let server: Server;
  const listen = (answer: (body: string) => string): Promise<string> =>
    new Promise((done) => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk) => {
          body += chunk;
        });
        request.on('end', () => response.end(answer(body)));
      }).listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}/annotate`));
    });
  afterEach(() => server?.close());

  test('are asked by POST', async () => {
    const url = await listen((body) =>
      JSON.stringify({ id: JSON.parse(body).id, annotations: [{ start: 14, end: 18, label: 'LOC' }] }),
    );
    await expect(createDetector({ ...OPTIONS, url }, undefined, () => undefined).detect(REQUEST)).resolves.toMatchObject({
      suggestions: [{ type: 'LOC' }],
    });
  });
  test('elsewhere are never asked', async () => {
    for (const url of ['http://example.org/', 'https://127.0.0.1/', 'http://127.0.0.1.example.org/'])
      await expect(createDetector({ ...OPTIONS, url }, undefined, () => undefined).detect(REQUEST)).rejects.toThrow(
        'not this machine',
      );
  });
  test('one that is not there is said not to be there', async () => {
    const url = await listen(() => '');
    await new Promise((done) => server.close(done));
    await expect(createDetector({ ...OPTIONS, url }, undefined, () => undefined).detect(REQUEST)).rejects.toThrow(
      'nothing listens',
    );
  });
});
