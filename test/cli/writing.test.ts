import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { onSmallDisk } from '../support/smallDisk';
import { commandLine } from './support';

const { home, cli } = commandLine('writing', { importer: true });
const FAULTS = path.resolve('test/support/faults.cjs');
const TEXT = ' date 2017-01 « Oui », a dit Anna Berg à Paris le 3 mars 2017.';
const OLD = `T1\tPER ${TEXT.indexOf('Anna')} ${TEXT.indexOf('Anna') + 9}\tAnna Berg\n`;

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(home, 'corpus-'));
});
const at = (name: string): string => path.join(dir, name);
const write = (files: Record<string, string>): void => {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(at(name)), { recursive: true });
    fs.writeFileSync(at(name), content);
  }
};
const content = (name: string): string | undefined => (fs.existsSync(at(name)) ? fs.readFileSync(at(name), 'utf8') : undefined);

interface Options {
  readonly input?: string;
  readonly stdout?: string;
  readonly plan?: { readonly kind: string; readonly at: number; readonly where?: string };
}
function run(words: readonly string[], { input = '', stdout, plan }: Options = {}) {
  const file = path.join(home, 'plan');
  fs.rmSync(`${file}.log`, { force: true });
  if (plan) fs.writeFileSync(file, JSON.stringify(plan));
  const target = stdout === undefined ? 'pipe' : fs.openSync(stdout, 'w');
  const done = spawnSync(process.execPath, [...(plan ? ['-r', FAULTS] : []), cli, ...words], {
    input,
    encoding: 'utf8',
    cwd: dir,
    timeout: 60_000,
    stdio: ['pipe', target, 'pipe'],
    env: { ...process.env, ...(plan && { FAULTS: file }) },
  });
  if (typeof target === 'number') fs.closeSync(target);
  const log = fs.existsSync(`${file}.log`) ? fs.readFileSync(`${file}.log`, 'utf8').split('\n') : [];
  return { status: done.status, stdout: done.stdout, stderr: done.stderr, log };
}

describe('each call of a write fails in turn', () => {
  const sound = (words: readonly string[], file: string): void => {
    fs.writeFileSync(at(file), OLD);
    const whole = run(words, { plan: { kind: 'EIO', at: 0, where: dir } });
    expect(whole.status).toBe(0);
    const made = content(file);
    expect(made).not.toBe(OLD);
    const before = fs.readdirSync(dir).sort();
    const first = whole.log.findIndex((call) => call.startsWith('open') && call.includes('.corpus-annotator-'));
    expect(first).toBeGreaterThanOrEqual(0);
    for (let i = first + 1; i <= whole.log.length; i++) {
      const call = whole.log[i - 1] ?? '';
      const isWrite = call.startsWith('write');
      for (const kind of isWrite ? ['ENOSPC', 'FULL', 'LIE', 'SHORT'] : [i % 2 ? 'ENOSPC' : 'EIO']) {
        fs.writeFileSync(at(file), OLD);
        const { status, stderr } = run(words, { plan: { kind, at: i, where: dir } });
        const what = `${kind} at ${i}: ${call}\n${stderr}`;
        const renamed = whole.log.slice(0, i - 1).some((each) => each.startsWith('rename'));
        const isDone = kind === 'SHORT';
        expect(content(file), what).toBe(isDone || renamed ? made : OLD);
        expect(status, what).toBe(isDone ? 0 : 1);
        if (!isDone) expect(stderr).toContain(path.basename(file));
        expect(stderr).not.toMatch(/\n\s+at /);
        expect(fs.readdirSync(dir).sort()).toEqual(before);
      }
    }
  };

  test('a .ann file beside its text', () => {
    write({ 'a.txt': TEXT });
    sound(['annotate', '--format', 'brat', '--overwrite', '--jobs', '1', 'a.txt'], 'a.ann');
  });

  test('the report of a conversion', () => {
    write({ 'in/a.txt': TEXT, 'in/a.ann': `${OLD}#1\tAnnotatorNotes T1\tsure\n` });
    sound(['convert', '--from', 'brat', '--to', 'conll2003', '--report', at('losses'), 'in'], 'losses');
  });

  test('a file of an export', () => {
    write({ 'a.txt': TEXT, 'out/a.xml': OLD });
    const words = ['annotate', '--format', 'tei', '--out', 'out', '--overwrite', '--jobs', '1', 'a.txt'];
    for (const kind of ['ENOSPC', 'EIO']) {
      const { status, stderr } = run(words, { plan: { kind, at: 3, where: 'corpus-annotator-.*tmp' } });
      expect([status, content('out/a.xml')]).toEqual([1, OLD]);
      expect(stderr).toMatch(kind === 'EIO' ? /a\.xml: .*disk reports an error/ : /a\.xml: .*disk is full/);
    }
  });

  test('standard output that is a file', () => {
    write({ 'a.txt': TEXT });
    const words = ['annotate', '--jobs', '1', 'a.txt'];
    const whole = run(words).stdout;
    for (const kind of ['ENOSPC', 'FULL', 'EIO']) {
      const { status, stderr } = run(words, { stdout: at('out.jsonl'), plan: { kind, at: 1, where: 'standard output' } });
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^standard output: could not be /)]);
    }
    // a piece that is written by halves is written whole
    expect(run(words, { stdout: at('out.jsonl'), plan: { kind: 'SHORT', at: 1, where: 'standard output' } }).status).toBe(0);
    expect(content('out.jsonl')).toBe(whole);
  });
});

describe('a full disk', () => {
  test('/dev/full', (context) => {
    if (!fs.existsSync('/dev/full')) return context.skip();
    write({ 'a.txt': TEXT, 'a.ann': OLD });
    for (const words of [
      ['annotate', 'a.txt'],
      ['annotate', '--format', 'csv', 'a.txt'],
      ['convert', '--from', 'brat', '--to', 'conll2003', '.'],
      ['--help'],
    ]) {
      const { status, stderr } = run(words, { stdout: '/dev/full' });
      expect([words, status, stderr]).toEqual([
        words,
        1,
        expect.stringContaining('standard output: could not be written: the disk is full'),
      ]);
    }
  });

  test('64 KB: no file is cut, each that was not written is named', async (context) => {
    const ran = await onSmallDisk((disk) => {
      const text = Array.from({ length: 60 }, (_, i) => `Anna Berg a vu Karl Lund à Paris le ${1 + (i % 28)} mars 2017.`).join(
        '\n\n',
      );
      const corpus = path.join(disk, 'corpus');
      fs.mkdirSync(corpus);
      for (const name of ['a', 'b', 'c', 'd', 'e']) fs.writeFileSync(path.join(corpus, `${name}.txt`), text);
      fs.writeFileSync(path.join(corpus, 'a.ann'), 'T1\tPER 0 9\tAnna Berg\n');
      const first = run(['annotate', '--format', 'brat', '--overwrite', '--jobs', '1', corpus]);
      expect(first.status).toBe(1);
      const whole = fs.readdirSync(corpus).filter((name) => name.endsWith('.ann'));
      const sizes = new Set<number>();
      for (const name of whole) {
        const ann = fs.readFileSync(path.join(corpus, name), 'utf8');
        if (ann !== 'T1\tPER 0 9\tAnna Berg\n') sizes.add(ann.length);
        expect(ann.endsWith('\n')).toBe(true);
      }
      // the texts are equal, so are the annotations that were written
      expect(sizes.size).toBeLessThanOrEqual(1);
      expect(fs.readdirSync(corpus).filter((name) => !/\.(?:txt|ann)$/.test(name))).toEqual([]);
      expect(first.stderr.match(/\.ann: could not be written: the disk is full/g)?.length).toBe(
        5 - whole.length + (sizes.size === 0 ? 1 : 0),
      );
      // standard output on the same disk
      const out = path.join(disk, 'out.jsonl');
      const second = run(['annotate', '--jobs', '1', corpus], { stdout: out });
      expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('standard output: could not be written')]);
    });
    if (!ran) context.skip();
  });
});

describe('files that are there', () => {
  const brat = (...words: string[]) => run(['annotate', '--format', 'brat', '--jobs', '1', ...words]);

  test('an article without extension is not written over; each of article.1, .2 and .3 has its own file', () => {
    write({ article: TEXT, 'n.1': TEXT, 'n.2': TEXT, 'n.3': TEXT, 'x.md': TEXT });
    expect(brat('--overwrite', 'article', 'n.1', 'n.2', 'n.3', 'x.md')).toMatchObject({ status: 0, stderr: '' });
    expect(['article', 'n.1', 'n.2', 'n.3', 'x.md'].map(content)).toEqual(Array(5).fill(TEXT));
    expect(fs.readdirSync(dir).filter((name) => name.endsWith('.ann'))).toEqual([
      'article.ann',
      'n.1.ann',
      'n.2.ann',
      'n.3.ann',
      'x.md.ann',
    ]);
  });

  test('two texts that would share a file: one has it, of the other it is told', () => {
    write({ 'a.txt': TEXT, a: 'Rien.' });
    const { status, stderr } = brat('a', 'a.txt');
    expect([status, stderr]).toEqual([1, expect.stringContaining('a: a.ann is the file of a.txt')]);
    expect(content('a.ann')).toContain('Anna Berg');
  });

  test('what is no .ann file is kept, whatever is told', () => {
    write({ 'a.txt': TEXT, 'a.ann': 'my notes on announcements\n', 'b.txt': TEXT, 'b.ann': '<<<<<<< ours\n' });
    const { status, stderr } = brat('--overwrite', 'a.txt', 'b.txt');
    expect(status).toBe(1);
    expect(stderr.match(/is not a \.ann file that can be read, and was kept/g)).toHaveLength(2);
    expect([content('a.ann'), content('b.ann')]).toEqual(['my notes on announcements\n', '<<<<<<< ours\n']);
  });

  test('links that lead out, read-only files, devices and pipes are named and left alone, and nothing waits for them', () => {
    write({ 'corpus/a.txt': TEXT, 'corpus/b.txt': TEXT, 'corpus/c.txt': TEXT, 'corpus/d.txt': TEXT, secret: OLD });
    fs.symlinkSync(at('secret'), at('corpus/a.ann'));
    fs.writeFileSync(at('corpus/b.ann'), OLD, { mode: 0o444 });
    if (fs.existsSync('/dev/zero')) fs.symlinkSync('/dev/zero', at('corpus/c.ann'));
    const hasPipe = spawnSync('mkfifo', [at('corpus/d.ann'), at('corpus/e.txt')]).status === 0;
    const { status, stderr } = brat('--overwrite', 'corpus');
    expect(status).toBe(1);
    expect(stderr).toMatch(/corpus[\\/]a\.ann: is a link to .*secret, outside /);
    expect(stderr).toMatch(/corpus[\\/]b\.ann: is read-only and was kept/);
    if (fs.existsSync('/dev/zero')) expect(stderr).toMatch(/corpus[\\/]c\.ann: is not a regular file \(it is a device\)/);
    if (hasPipe) {
      expect(stderr).toMatch(/corpus[\\/]d\.ann: is not a regular file \(it is a pipe\)/);
      expect(stderr).toMatch(/corpus[\\/]e\.txt: is not a regular file \(it is a pipe\)/);
    }
    expect([content('secret'), content('corpus/b.ann')]).toEqual([OLD, OLD]);
    expect(run(['convert', '--from', 'brat', '--to', 'csv', 'corpus'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Anna Berg'),
    });
  });

  test('an export never replaces what it was made from, nor another text, nor its own other document', () => {
    write({ 'a.txt': TEXT, 'out/a.txt': 'Un autre texte.', 'out/a.ann': OLD });
    const out = ['annotate', '--format', 'brat', '--overwrite', '--jobs', '1', '--out'];
    const other = run([...out, 'out', 'a.txt']);
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('is another text and was kept')]);
    expect([content('out/a.txt'), content('out/a.ann')]).toEqual(['Un autre texte.', OLD]);
    const twice = run([...out, 'new', '--input', 'jsonl'], {
      input: `${JSON.stringify({ id: 'x', text: 'Un.' })}\n${JSON.stringify({ id: 'x.txt', text: 'Deux.' })}\n`,
    });
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining('is the name of two documents')]);
    expect(content('new/x.txt')).toBe('Un.');
    fs.mkdirSync(at('elsewhere'));
    fs.symlinkSync(at('elsewhere'), at('new/sub'));
    const outside = run([...out, 'new', '--input', 'jsonl'], { input: JSON.stringify({ id: 'sub/y', text: 'Un.' }) });
    expect([outside.status, outside.stderr]).toEqual([1, expect.stringMatching(/leads to .*elsewhere, outside /)]);
    expect(fs.readdirSync(at('elsewhere'))).toEqual([]);
  });
});

test('a folder’s choices say what is listed', () => {
  write({ '.corpus/articles': 'article *.md\ntext notes.txt\noops\n', 'a.txt': TEXT, 'notes.txt': TEXT, 'b.md': TEXT });
  const { status, stdout, stderr } = run(['annotate', '.']);
  expect(
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).id),
  ).toEqual(['a.txt', 'b.md']);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining(`${path.join('.corpus', 'articles')}:3: This line says no choice`),
  ]);
  // named, a file is read
  expect(run(['annotate', 'notes.txt']).stdout).toContain('"id":"notes.txt"');
});

describe('a command that writes many files', () => {
  const OTHER = `T1\tORG ${TEXT.indexOf('Anna')} ${TEXT.indexOf('Anna') + 9}\tAnna Berg\n`;
  const TABLE = `id;titre;contenu\n1;Le bac;${TEXT.repeat(3)}\n2;Le port;${TEXT.repeat(4)}\n`;
  const COMMANDS: readonly (readonly [name: string, words: readonly string[], old: string])[] = [
    ['a gold folder', ['gold', '--out', 'out', 'anna', 'ben'], '.corpus/gold.json'],
    ['a copy without annotations', ['bare', '--out', 'out', 'anna'], 'metadata.csv'],
    ['an import', ['import', '--to', 'out', 'presse.csv'], 'metadata.csv'],
  ];
  const files = (): Record<string, string> =>
    Object.fromEntries(
      fs
        .readdirSync(at('out'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
        // a report is of one run
        .filter((file) => !file.endsWith('import-report.csv'))
        .map((file) => [path.relative(at('out'), file), fs.readFileSync(file, 'utf8')]),
    );
  const linesOf = (said: string | undefined): readonly string[] => said?.split('\n').sort() ?? [];
  const begin = (old: string): void => {
    fs.rmSync(at('out'), { recursive: true, force: true });
    write({ 'anna/a.txt': TEXT, 'anna/a.ann': OLD, 'ben/a.txt': TEXT, 'ben/a.ann': OLD, 'presse.csv': TABLE });
    write({ 'anna/b.txt': TEXT, 'anna/b.ann': OLD, 'ben/b.txt': TEXT, 'ben/b.ann': OTHER });
    if (old === '.corpus/gold.json') write({ [`out/${old}`]: '{}\n' });
    else write({ [`out/${old}`]: 'id,title,date\nz,Old,2001\n' });
  };

  test.each(COMMANDS)('%s: no file is cut, it is told, and the next time all is there', (_, words, old) => {
    begin(old);
    const whole = run(words, { plan: { kind: 'EIO', at: 0, where: at('out') } });
    const all = files();
    expect(Object.keys(all).length).toBeGreaterThan(2);
    const changes = whole.log.flatMap((call, i) => (/^(?:write|rename|link)/.test(call) ? [i + 1] : []));
    expect(changes.length).toBeGreaterThan(2);
    // the first, the last and some in between: each is a start of the program
    const some = changes.filter((_at, n) => n % Math.ceil(changes.length / 5) === 0 || n === changes.length - 1);
    for (const place of some) {
      begin(old);
      const before = files();
      const { status, stderr } = run(words, { plan: { kind: 'ENOSPC', at: place, where: at('out') } });
      const what = `ENOSPC at ${place}: ${whole.log[place - 1]}\n${stderr}`;
      expect(status, what).toBe(1);
      expect(stderr, what).toMatch(/disk is full/);
      expect(stderr, what).not.toMatch(/\n\s+at /);
      for (const [name, said] of Object.entries(files())) {
        const known = [...linesOf(before[name]), ...linesOf(all[name])];
        for (const line of linesOf(said)) expect(known, `${name}: ${what}`).toContain(line);
        expect(said.endsWith('\n') || said === all[name], `${name}: ${what}`).toBe(true);
      }
      expect(Object.keys(files()).filter((name) => name.includes('.corpus-annotator-'))).toEqual([]);
      run(words);
      const after = files();
      for (const [name, said] of Object.entries(all)) {
        // what stood around the words of an annotation that is there already is written with the next decision
        if (name.endsWith('.review.jsonl') && after[name] === undefined) continue;
        expect(linesOf(after[name]), `${name}: ${what}`).toEqual(linesOf(said));
      }
    }
  });
});

describe('what is handed on to others', () => {
  const begin = (): void => {
    fs.rmSync(at('out'), { recursive: true, force: true });
    write({ 'a.txt': TEXT, 'b.txt': TEXT.replace('Anna', 'Eva'), 'metadata.csv': 'id,title\na,Le port\n' });
  };
  test.each(['iramuteq', 'txm'])(
    'files for %s: where the disk is full it is told, and no file bears the name of a whole one',
    (program) => {
      const words = ['export', '--to', program, '--out', at('out'), 'a.txt', 'b.txt'];
      begin();
      const whole = run(words, { plan: { kind: 'EIO', at: 0, where: at('out') } });
      expect(whole.status, whole.stderr).toBe(0);
      const made = new Map(fs.readdirSync(at('out')).map((name) => [name, content(`out/${name}`)]));
      expect(made.size).toBeGreaterThan(0);
      expect([...made.keys()].filter((name) => name.includes('unfinished'))).toEqual([]);
      const changes = whole.log.flatMap((call, i) => (/^(?:append|rename)/.test(call) ? [i + 1] : []));
      expect(changes.length, whole.log.join('\n')).toBeGreaterThan(1);
      for (const place of [changes[0], changes.at(Math.floor(changes.length / 2)), changes.at(-1)]) {
        begin();
        const { status, stderr } = run(words, { plan: { kind: 'ENOSPC', at: place as number, where: at('out') } });
        expect([status, stderr]).toEqual([1, expect.stringMatching(/out.*disk is full/)]);
        expect(stderr).not.toMatch(/\n\s+at /);
        for (const name of fs.readdirSync(at('out'))) if (made.has(name)) expect(content(`out/${name}`)).toBe(made.get(name));
      }
    },
  );

  test.each([
    ['a table', ['stats', 'words', 'a.txt', 'b.txt']],
    ['hits', ['search', 'a', 'a.txt', 'b.txt']],
  ])('%s on standard output: told with exit status 1', (_, words) => {
    begin();
    const good = run(words);
    expect(good.status, good.stderr).toBe(0);
    const { status, stderr } = run(words, { stdout: at('out.txt'), plan: { kind: 'ENOSPC', at: 1, where: 'standard output' } });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/standard output: could not be /)]);
  });

  test.each([
    ['hits.csv', ['search', 'a', 'a.txt', 'b.txt', '--format', 'csv']],
    ['words.xlsx', ['stats', 'words', 'a.txt', 'b.txt', '--format', 'xlsx']],
    ['words.parquet', ['stats', 'words', 'a.txt', 'b.txt', '--format', 'parquet']],
    ['network.svg', ['stats', 'network', 'a.txt', 'b.txt', '--format', 'svg']],
  ])('%s: the file is whole or not there', (file, asked) => {
    begin();
    const words = [...asked, '--out', file];
    const whole = run(words, { plan: { kind: 'EIO', at: 0, where: dir } });
    expect(whole.status, whole.stderr).toBe(0);
    fs.rmSync(at(file));
    const places = whole.log.flatMap((call, i) =>
      /^(?:write|sync|rename|link)/.test(call) && call.includes('.corpus-annotator-') ? [i + 1] : [],
    );
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      const { status, stderr } = run(words, { plan: { kind: 'ENOSPC', at: place, where: dir } });
      expect([status, fs.existsSync(at(file))], whole.log[place - 1]).toEqual([1, false]);
      expect(stderr).toMatch(new RegExp(`${file.replace('.', '\\.')}.*disk is full`));
      expect(fs.readdirSync(dir).filter((name) => name.includes('.corpus-annotator-'))).toEqual([]);
    }
  });
});
