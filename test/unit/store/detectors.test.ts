import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

  const program = (source: string, options: Partial<DetectorOptions> = {}): Detector => {
    const file = join(folder, 'program.cjs');
    writeFileSync(file, source);
    detector = createDetector({ ...OPTIONS, command: [process.execPath, file], ...options }, folder, () => undefined);
    return detector;
  };
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
