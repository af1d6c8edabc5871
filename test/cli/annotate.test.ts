import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('cli', { models: true });

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
/** Runs the command line in a locale, whatever that of the tests is. */
function run(words: readonly string[], input = '', locale = 'C'): Run {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { input, encoding: 'utf8', cwd: home, env });
  return { status, stdout, stderr };
}
const lines = (text: string): { id: string; [key: string]: unknown }[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function folder(files: Record<string, string | Uint8Array>): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

/** What reads like an article without a header. */
const PROSE = 'Le port a rouvert hier matin après trois semaines de travaux. Les bateaux sont rentrés dans l’après-midi.';

describe('annotate files', () => {
  test('a folder in order, sub-folders too; what is hidden or no text is left out', () => {
    const dir = folder({
      'b.txt': ' date 2017-01 Le port rouvre.',
      'a/c.txt': PROSE,
      'z.md': '#',
      '.hidden/x.txt': PROSE,
      'a/d.article': 'Encore.',
    });
    const { status, stdout, stderr } = run(['annotate', dir]);
    expect([status, stderr]).toEqual([0, '']);
    expect(lines(stdout).map((a) => path.relative(dir, a.id))).toEqual([
      path.join('a', 'c.txt'),
      path.join('a', 'd.article'),
      'b.txt',
    ]);
    expect(lines(stdout)[2]).toMatchObject({ date: '2017-01', language: 'fr' });
  });

  test('what cannot be read is named, the rest is done, the status is 1', () => {
    const dir = folder({
      'good.txt': PROSE,
      'binary.txt': Buffer.from([1, 0, 2]),
      'empty.txt': '',
    });
    const { status, stdout, stderr } = run(['annotate', '--all', dir, path.join(dir, 'missing.txt')]);
    expect(status).toBe(1);
    expect(lines(stdout).map((a) => path.basename(a.id))).toEqual(['empty.txt', 'good.txt']);
    expect(stderr).toMatch(/binary\.txt: is not text/);
    expect(stderr).toMatch(/missing\.txt: does not exist/);
  });

  test('files in other encodings, told by their bytes; offsets count in the text that they hold', () => {
    const words = ' date 2017-01 Le café a rouvert à Lorient, a déclaré Hélène Müller mardi.';
    const dir = folder({
      'latin.txt': Buffer.from(words, 'latin1'),
      'wide.txt': Buffer.from(`\ufeff${words}`, 'utf16le'),
      'utf8.txt': words,
    });
    const { status, stdout, stderr } = run(['annotate', dir]);
    expect(status).toBe(0);
    const [latin, utf8, wide] = lines(stdout) as unknown as { entities: { start: number; text: string }[]; date: string }[];
    expect(latin?.entities).toEqual(utf8?.entities);
    expect(latin?.entities.map((entity) => entity.text)).toContain('Hélène Müller');
    expect(wide?.entities.map(({ start }) => start - 1)).toEqual(utf8?.entities.map(({ start }) => start));
    expect([latin, utf8, wide].map((analysis) => analysis?.date)).toEqual(['2017-01', '2017-01', '2017-01']);
    expect(stderr).toMatch(/^files that are not UTF-8 were read: 1 as windows-1252, 1 as utf-16le$/m);
    expect(run(['annotate', '--quiet', dir]).stderr).toBe('');
  });

  test('an encoding that is named holds for what is no UTF-8', () => {
    // é in Mac Roman, a mark in windows-1252
    const dir = folder({
      'mac.txt': Buffer.from(` date 2017 H\x8el\x8fne Roche part.`, 'latin1'),
      'utf8.txt': ' date 2017 Hélène Roche part.',
    });
    const { stdout } = run(['annotate', '--encoding', 'macintosh', dir]);
    const [mac, utf8] = lines(stdout);
    expect(mac?.entities).toEqual(utf8?.entities);
    expect(run(['annotate', '--encoding', 'utf-8', dir])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/mac\.txt: is not utf-8 text/),
    });
    expect(run(['annotate', '--encoding', 'utf-9', dir])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--encoding utf-9: write auto/),
    });
  });

  test('one article on standard input', () => {
    const { status, stdout } = run(['annotate', '-'], ' date 2017-01 Le port rouvre.');
    expect([status, lines(stdout).map((a) => [a.id, a.date])]).toEqual([0, [['-', '2017-01']]]);
    expect(run(['annotate', '--format', 'brat', '-'], 'x')).toMatchObject({ status: 2 });
  });

  test('patterns that the shell has left as they are', () => {
    const dir = folder({ 'a1.txt': 'x', 'b/a2.txt': 'x', 'b/c/a3.txt': 'x', 'b/z.txt': 'x' });
    const names = (pattern: string): string[] =>
      lines(run(['annotate', path.join(dir, pattern)]).stdout).map((a) => path.relative(dir, a.id).split(path.sep).join('/'));
    expect(names('*.txt')).toEqual(['a1.txt']);
    expect(names('b/?2.txt')).toEqual(['b/a2.txt']);
    expect(names('**/a*.txt')).toEqual(['a1.txt', 'b/a2.txt', 'b/c/a3.txt']);
    expect(run(['annotate', path.join(dir, 'x*.txt')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('fits no file'),
    });
  });

  test('metadata.csv, the nearest, says an article’s date before --date, header and name; its faults are told', () => {
    const dir = folder({
      'metadata.csv': 'id,date,title\n2016_05_02-a,2015-07-01,Le port\nsub/b,12/03/2014,\nc,hier,\n',
      '2016_05_02-a.txt': ' date 2017-01 Le port rouvre.',
      'c.txt': ' date 2017-01 Le port rouvre.',
      'sub/b.txt': PROSE,
    });
    const { status, stdout, stderr } = run(['annotate', dir]);
    expect(lines(stdout).map((a) => a.date)).toEqual(['2015-07-01', '2017-01', '2014-03-12']);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/metadata\.csv:4: warning: "hier" is not a date/)]);
    expect(lines(run(['annotate', '--date', '2018', dir]).stdout).map((a) => a.date)).toEqual([
      '2015-07-01',
      '2018',
      '2014-03-12',
    ]);
  });

  test('--date stands over the header, a file’s name under it', () => {
    const dir = folder({ '2016_05_02-a.txt': ' date 2017-01 Le port rouvre.', '2016_05_03-b.txt': PROSE });
    expect(lines(run(['annotate', dir]).stdout).map((a) => a.date)).toEqual(['2017-01', '2016-05-03']);
    expect(lines(run(['annotate', '--date', '2018', dir]).stdout).map((a) => a.date)).toEqual(['2018', '2018']);
  });

  test('a header of another form', () => {
    const dir = folder({ 'a.txt': '[2019-02-03] Le port rouvre.' });
    expect(lines(run(['annotate', '--header', '\\[(?<date>[\\d-]+)\\]', dir]).stdout)[0]).toMatchObject({ date: '2019-02-03' });
  });

  test('CSV: a table with a header row', () => {
    const dir = folder({ 'a.txt': ' date 2017-01 « Oui, le port, enfin », a dit Anna Berg le 3 mars 2017.' });
    const { status, stdout } = run(['annotate', '--format', 'csv', dir]);
    expect(status).toBe(0);
    const [head, ...rows] = stdout.trim().split(/\r?\n/);
    expect(head).toMatch(/start.*end/);
    expect(rows.some((row) => row.includes('2017-03-03'))).toBe(true);
  });

  test('CSV for a French Excel: a mark, semicolons, once for all articles; a variant that is none is named', () => {
    const dir = folder({
      'a.txt': `Anna Berg rentre le 3 mars 2017. ${PROSE}`,
      'b.txt': `Anna Berg part le 4 mars 2017. ${PROSE}`,
    });
    const { stdout } = run(['annotate', '--format', 'csv', '--variant', 'excel-semicolon', dir]);
    expect(stdout.startsWith('\ufeffdocument;id;')).toBe(true);
    expect(stdout.match(/\ufeff|document;id/g)).toHaveLength(2);
    expect(stdout).toMatch(/b\.txt;.*;2017-03-04/);
    const wrong = run(['annotate', '--format', 'csv', '--variant', 'excell', dir]);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/excell.*excel-semicolon/)]);
  });

  test('brat: a .ann beside each text, in code points; one that is there already is kept', () => {
    const dir = folder({
      'a.txt': `😀 date 2017 Le port. Il rouvre le 3 mars 2017. ${PROSE}`,
      'b.txt': 'Le 4 mars 2017, rien.',
      'b.ann': 'T1\tPER 0 2\tLe\n',
    });
    const { status, stdout, stderr } = run(['annotate', '--format', 'brat', '--language', 'fr', dir]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/b\.ann: is there already/);
    expect(fs.readFileSync(path.join(dir, 'b.ann'), 'utf8')).toBe('T1\tPER 0 2\tLe\n');
    const text = [...fs.readFileSync(path.join(dir, 'a.txt'), 'utf8')];
    const found = /^T\d+\t\S+ (\d+) (\d+)\t(le 3 mars 2017)$/m.exec(fs.readFileSync(path.join(dir, 'a.ann'), 'utf8'));
    expect(text.slice(Number(found?.[1]), Number(found?.[2])).join('')).toBe('le 3 mars 2017');
    expect(run(['annotate', '--format', 'brat', '--overwrite', dir]).status).toBe(0);
    expect(fs.readFileSync(path.join(dir, 'b.ann'), 'utf8')).toContain('4 mars 2017');
  });
});

describe('what a folder holds', () => {
  const names = (stdout: string, dir: string): string[] =>
    lines(stdout).map((a) => path.relative(dir, a.id).split(path.sep).join('/'));
  const mixed = (): string =>
    folder({
      'a.txt': PROSE,
      notes: PROSE,
      'requirements.txt': 'vitest==3.2.4\nfast-check==4.10.2\n',
      'words.txt': 'port\nbateau\nquai\nphare\n',
      'b.txt': 'Rien.',
      'b.ann': '',
      'photo.jpg': Buffer.from([0xff, 0xd8, 0, 1, 2]),
      'page.md': PROSE,
      'metadata.csv': 'id,date\na,2017-03-03\n',
    });

  test('articles are taken, other texts passed over and counted; --all and a name take them', () => {
    const dir = mixed();
    const { status, stdout, stderr } = run(['annotate', dir]);
    expect([status, names(stdout, dir)]).toEqual([0, ['a.txt', 'b.txt', 'notes']]);
    expect(stderr).toBe('3 articles, 2 other texts passed over (--all takes them)\n');
    expect(run(['annotate', '--quiet', dir]).stderr).toBe('');
    const all = run(['annotate', '--all', dir]);
    expect([all.status, names(all.stdout, dir), all.stderr]).toEqual([
      0,
      ['a.txt', 'b.txt', 'notes', 'requirements.txt', 'words.txt'],
      '',
    ]);
    expect(names(run(['annotate', path.join(dir, 'words.txt'), path.join(dir, 'page.md')]).stdout, dir)).toEqual([
      'words.txt',
      'page.md',
    ]);
  });

  test('a page or XML that is named is taken, and it is said that its tags are read too', () => {
    const dir = folder({
      'page.html': `<!DOCTYPE html>\n<p>${PROSE}</p>`,
      'text.xml': `<?xml version="1.0"?>\n<a>${PROSE}</a>`,
      'a.txt': PROSE,
    });
    const named = ['page.html', 'text.xml', 'a.txt'].map((name) => path.join(dir, name));
    const { status, stdout, stderr } = run(['annotate', ...named]);
    expect([status, names(stdout, dir)]).toEqual([0, ['page.html', 'text.xml', 'a.txt']]);
    expect(stderr.match(/\S+(?=: is marked up)/g)).toEqual(named.slice(0, 2));
  });

  test('the project’s choices come first', () => {
    const dir = mixed();
    fs.mkdirSync(path.join(dir, '.corpus'));
    fs.writeFileSync(path.join(dir, '.corpus', 'articles'), 'text notes\narticle *.md\narticle /words.txt\n');
    expect(names(run(['annotate', dir]).stdout, dir)).toEqual(['a.txt', 'b.txt', 'page.md', 'words.txt']);
  });

  test('without articles it is told, and the status is 1', () => {
    const dir = folder({ 'words.txt': 'port\nbateau\nquai\nphare\n' });
    expect(run(['annotate', dir])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${dir}: holds no articles (1 other text; --all takes them)\n`,
    });
  });

  test.skipIf(process.platform === 'win32')('links to folders: followed inside, named where they lead out or round', () => {
    const outside = folder({ 'o.txt': PROSE });
    const dir = folder({ 'a.txt': PROSE, '.store/s.txt': PROSE, 'b/c.txt': PROSE });
    const link = (target: string, name: string): void => fs.symlinkSync(target, path.join(dir, name));
    link(outside, 'out');
    link('..', 'b/up');
    link('.store', 'store');
    link('b', 'again');
    link('b/c.txt', 'd.txt');
    const { status, stdout, stderr } = run(['annotate', dir]);
    expect([status, names(stdout, dir)]).toEqual([0, ['a.txt', 'b/c.txt', 'd.txt', 'store/s.txt']]);
    const told = stderr.split('\n').filter(Boolean);
    expect(
      told.map((line) =>
        path
          .relative(dir, line.split(': ')[0] ?? '')
          .split(path.sep)
          .join('/'),
      ),
    ).toEqual(['b/up', 'out']);
    expect(told[1]).toContain(`is a link to ${fs.realpathSync(outside)}`);
  });

  test('summary says it, in the language of the machine', () => {
    const dir = mixed();
    expect(run(['summary', dir])).toEqual({ status: 0, stdout: '3 articles, 2 other texts, 1 with .ann\n', stderr: '' });
    expect(JSON.parse(run(['summary', '--json', dir]).stdout)).toEqual({ articles: 3, others: 2, annotated: 1 });
    const env = { ...process.env, LC_ALL: 'fr_FR.UTF-8' };
    const { stdout } = spawnSync(process.execPath, [cli, 'summary', dir], { encoding: 'utf8', env });
    expect(stdout).toBe('3 articles, 2 autres textes, 1 avec .ann\n');
    expect(run(['summary', path.join(dir, 'nowhere')])).toMatchObject({ status: 1, stdout: '' });
    expect(run(['summary'])).toMatchObject({ status: 2 });
  });

  test('summary --list names the articles, as annotate --input paths takes them: a line in its place for each', () => {
    const dir = mixed();
    const list = run(['summary', '--list', dir]);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    const paths = list.stdout.split('\n').filter(Boolean);
    expect(paths).toHaveLength(3);
    const missing = path.join(dir, 'missing.txt');
    const asked = [paths[0], missing, ...paths.slice(1)];
    const { status, stdout, stderr } = run(['annotate', '--quiet', '--input', 'paths'], `${asked.join('\n')}\n`);
    expect(status).toBe(1);
    expect(stderr).toContain('missing.txt: does not exist');
    expect(lines(stdout).map(({ id }) => id)).toEqual(asked);
    expect(lines(stdout)[1]).toEqual({ id: missing, error: 'does not exist' });
    // the same as where they are named
    expect(lines(stdout)[0]).toEqual(lines(run(['annotate', '--quiet', paths[0] ?? '']).stdout)[0]);
    expect(run(['annotate', '--input', 'paths', 'a.txt'])).toMatchObject({ status: 2 });
  });

  test('a hundred thousand bytes of one file are not read to decide on it', () => {
    // what stands behind the beginning changes nothing: NUL bytes there would make it no text
    const dir = folder({ 'a.txt': Buffer.concat([Buffer.from(`${PROSE} `.repeat(300)), Buffer.alloc(100_000)]) });
    expect(run(['summary', dir]).stdout).toBe('1 article, 0 other texts, 0 with .ann\n');
  });
});

describe('articles that are too large', () => {
  test('are named with the limit and left out; the option raises it', () => {
    const dir = folder({
      'a.txt': PROSE,
      'b.txt': 'Le port. '.repeat(200),
      'c.txt': 'Le port. '.repeat(2_000),
      'd.txt': PROSE,
    });
    const small = run(['annotate', '--max-size', '1', dir]);
    expect(small.status).toBe(1);
    expect(lines(small.stdout)).toHaveLength(2);
    // 1,800 characters are read and counted, 18,000 bytes hold too many whatever they are
    expect(small.stderr).toMatch(/b\.txt: is 2 KB long, above the limit of 1 KB: it is not analysed \(--max-size/);
    expect(small.stderr).toMatch(/c\.txt: is \d+ KB long, above the limit of 1 KB/);
    expect(run(['annotate', '--max-size', '20', dir]).status).toBe(0);
    const piped = run(['annotate', '--input', 'jsonl', '--max-size', '1'], JSON.stringify({ text: 'Le port. '.repeat(200) }));
    expect([piped.status, lines(piped.stdout)]).toEqual([1, [{ id: '1', error: expect.stringContaining('is 2 KB long') }]]);
    expect(piped.stderr).toMatch(/^line 1: is 2 KB long/);
  });

  test.each(['0', '1e3', '-1', 'x'])('--max-size %s is a wrong call', (size) => {
    expect(run(['annotate', `--max-size=${size}`, 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--max-size'),
    });
  });
});

describe('annotate in threads', () => {
  const article = (i: number): string =>
    ` date 2017-0${1 + (i % 9)} ${'Le port de Vell a rouvert hier. '.repeat((i * 7) % 13)}« Oui », a dit Anna Berg.`;

  test('gives what one thread gives, in the same order; what cannot be read is named', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${String(i).padStart(2, '0')}.txt`, article(i)]));
    const dir = folder({ ...files, '12.txt': Buffer.from([1, 0, 2]) });
    const [one, three] = ['1', '3'].map((jobs) => run(['annotate', '--jobs', jobs, dir]));
    expect(three).toEqual(one);
    expect(lines(one?.stdout ?? '')).toHaveLength(29);
    expect(one?.stderr).toMatch(/12\.txt: is not text/);
  });

  test('a pipe too', () => {
    const input = Array.from({ length: 20 }, (_, i) => JSON.stringify({ id: `n${i}`, text: article(i) })).join('\n');
    const [one, two] = ['1', '2'].map((jobs) => run(['annotate', '--input', 'jsonl', '--jobs', jobs], input));
    expect(two).toEqual(one);
    expect(lines(one?.stdout ?? '').map((a) => a.id)).toEqual(Array.from({ length: 20 }, (_, i) => `n${i}`));
  });
});

describe('annotate JSON Lines', () => {
  test('an analysis a line, in order; U+2028 and blank lines do no harm', () => {
    const input = `{"id":"a","text":"Le port\u2028rouvre."}\n\n{"id":7,"text":"","language":"en","date":"2017-01-15"}\r\n{"text":"x"}`;
    const { status, stdout, stderr } = run(['annotate', '--input', 'jsonl'], input);
    expect([status, stderr]).toEqual([0, '']);
    expect(lines(stdout).map((a) => [a.id, a.language, a.date])).toEqual([
      ['a', 'fr', null],
      ['7', 'en', '2017-01-15'],
      ['4', 'fr', null],
    ]);
  });

  test('a bad line is named by its number and answered in its place, the rest is done', () => {
    const input =
      '{"id":"a","text":"x"}\nnot json\n[1]\n{"id":"b"}\n{"id":"c","text":"y","date":"hier"}\n{"id":"d","text":"z"}\n';
    const { status, stdout, stderr } = run(['annotate', '--input', 'jsonl'], input);
    expect(status).toBe(1);
    expect(lines(stdout).map(({ id, line, error }) => [id ?? line, error === undefined])).toEqual([
      ['a', true],
      [2, false],
      [3, false],
      ['b', false],
      ['c', false],
      ['d', true],
    ]);
    expect(lines(stdout)[3]?.error).toBe('has no "text" that is a string');
    expect(stderr.match(/^line \d/gm)).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
  });

  test('each answer comes before the next question is asked', async () => {
    const child: ChildProcess = spawn(process.execPath, [cli, 'annotate', '--input', 'jsonl']);
    const answer = (): Promise<string> => new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
    child.stdin?.write('{"id":"1","text":"Le port rouvre."}\n');
    expect(JSON.parse(await answer()).id).toBe('1');
    child.stdin?.write('{"id":"2","text":"Il ferme."}\n');
    expect(JSON.parse(await answer()).id).toBe('2');
    child.stdin?.end();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('a reader that leaves early is no failure', () => {
    const input = '{"id":"a","text":"Le port rouvre, dit-on."}\n'.repeat(2_000);
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" annotate --input jsonl | head -n 1 > /dev/null`],
      { input, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('what comes from outside', () => {
  const full = fs.existsSync('/dev/full');
  const jsonl = '{"id":"a","text":"Le port rouvre."}\n';

  test.runIf(full).each([['annotate', '--input', 'jsonl'], ['--help'], ['convert', '--to', 'doccano', 'FOLDER']])(
    'standard output on a full disk is told: %s',
    (...words) => {
      const dir = folder({ 'a.txt': 'Le port.', 'a.ann': 'T1\tLOC 3 7\tport\n' });
      const call = words.map((word) => (word === 'FOLDER' ? dir : word));
      const output = fs.openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, ...call], {
        input: jsonl,
        encoding: 'utf8',
        stdio: ['pipe', output, 'pipe'],
      });
      fs.closeSync(output);
      expect([status, stderr]).toEqual([1, 'standard output: could not be written: the disk is full\n']);
    },
  );

  test.runIf(full)('standard error on a full disk does not end the work', () => {
    const errors = fs.openSync('/dev/full', 'w');
    const input = `no JSON\n${jsonl}`;
    const { status, stdout } = spawnSync(process.execPath, [cli, 'annotate', '--input', 'jsonl'], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', errors],
    });
    fs.closeSync(errors);
    expect([status, lines(stdout).map(({ id, line }) => id ?? line)]).toEqual([1, [1, 'a']]);
  });

  test.runIf(process.platform === 'linux')('a working folder that was deleted is told', () => {
    const gone = folder({});
    const script = `cd "${gone}" && rmdir "${gone}" && "${process.execPath}" "${cli}" annotate x.txt`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'corpus-annotator: the working folder does not exist any more: go to another one\n']);
  });

  test('a line nested 100,000 deep is named, the others are analysed', () => {
    const deep = `{"id":"x","text":"y","more":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`;
    const { status, stdout, stderr } = run(['annotate', '--input', 'jsonl'], `${deep}${jsonl}`);
    expect([status, lines(stdout).map(({ id, line }) => id ?? line)]).toEqual([1, [1, 'a']]);
    expect(stderr).toMatch(/^line 1: Nested too deep[^\n]*\n$/);
  });

  test('an id that is no text, and a day that no calendar has, are named', () => {
    const input = [
      { id: {}, text: 'x' },
      { id: ['a'], text: 'x' },
      { id: true, text: 'x' },
      { id: 'b', text: 'x', date: '2017-02-31' },
      { id: 'c', text: 'x', date: '2017-01-15 oder so' },
      { id: 'd', text: 'x', date: '2017-01-15x' },
      { id: 'e', text: 'x', date: '-0044-03-15' },
    ];
    const { status, stdout, stderr } = run(
      ['annotate', '--input', 'jsonl'],
      input.map((line) => JSON.stringify(line)).join('\n'),
    );
    const analyses = lines(stdout).filter(({ error }) => error === undefined);
    expect([status, analyses.map((a) => [a.id, a.date])]).toEqual([
      1,
      [
        ['c', '2017-01-15'],
        ['e', '-0044-03-15'],
      ],
    ]);
    expect(lines(stdout)).toHaveLength(7);
    expect(stderr.match(/^line \d: has an? "\w+"/gm)).toEqual([
      'line 1: has an "id"',
      'line 2: has an "id"',
      'line 3: has an "id"',
      'line 4: has a "date"',
      'line 6: has a "date"',
    ]);
  });

  test.each([['1'], ['2']])(
    'a header pattern that would search for ever is given up and named, the work is done (%s threads)',
    (jobs) => {
      const dir = folder({ 'a.txt': `${'a'.repeat(60)} Le port rouvre.`, 'b.txt': '[2019-02-03] Le port rouvre.' });
      const words = ['annotate', '--jobs', jobs, '--header', '(?<title>(?:a+)+)b', '--header', '\\[(?<date>[\\d-]+)\\]', dir];
      const { status, stdout, stderr } = run(words);
      expect(lines(stdout).map((a) => a.date)).toEqual([null, '2019-02-03']);
      expect([status, stderr]).toEqual([
        1,
        '--header (?<title>(?:a+)+)b: takes too long on some text and is not used from there on\n',
      ]);
    },
  );

  test('a pattern of many asterisks does not search for ever', () => {
    const dir = folder({ [`${'a'.repeat(200)}.txt`]: 'x', 'ab-ab-b.txt': 'x' });
    expect(run(['annotate', path.join(dir, `${'a*'.repeat(30)}b`)])).toMatchObject({ status: 1 });
    const found = run(['annotate', path.join(dir, '?b*-b*.t?t')]);
    expect(lines(found.stdout).map((a) => path.basename(a.id))).toEqual(['ab-ab-b.txt']);
  });

  test('convert: a file nested 100,000 deep is named with its line, the rest is converted', () => {
    const dir = folder({
      'deep.jsonl': `{"text":"a","spans":[]}\n{"text":"b","spans":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
      'deep.tei': `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${'<p>'.repeat(20_000)}`,
      'good.ann': 'T1\tLOC 3 7\tport\n',
      'good.txt': 'Le port.',
    });
    const { status, stdout, stderr } = run(['convert', '--to', 'doccano', dir]);
    expect([status, lines(stdout).map((line) => line.text)]).toEqual([1, ['a', 'Le port.']]);
    expect(stderr.match(/deep\.\w+:2: Nested too deep/g)).toHaveLength(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('agreement: folders that are none are named', () => {
    const dir = folder({ 'a.txt': 'x' });
    const missing = path.join(dir, 'missing');
    const file = path.join(dir, 'a.txt');
    expect(run(['agreement', missing, file])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${missing}: does not exist\n${file}: is not a folder\n`,
    });
  });

  test('convert: a report that cannot be written is named', () => {
    const dir = folder({ 'a.txt': 'Le port.', 'a.ann': 'T1\tLOC 3 7\tport\n' });
    const report = path.join(dir, 'missing', 'report.jsonl');
    const { status, stderr } = run(['convert', '--to', 'doccano', '--report', report, dir]);
    expect([status, stderr]).toEqual([1, `${report}: does not exist\n`]);
  });
});

test.each([
  [['annotate'], /name the files/],
  [['annotate', '--format', 'xml', 'x'], /--format xml/],
  [['annotate', '--date', '2017-13', 'x'], /--date 2017-13/],
  [['annotate', '--header', '(', 'x'], /--header \(/],
  [['annotate', '--no-such', 'x'], /--no-such/],
  [['annotate', '--jobs', '0', 'x'], /--jobs 0/],
  [['annotate', '--jobs', '1e2', 'x'], /--jobs 1e2/],
  [['annotate', '--jobs', '0x8', 'x'], /--jobs 0x8/],
  [['annotate', '--jobs', ' 2', 'x'], /--jobs {2}2/],
  [['annotate', '--date', '2017-02-31', 'x'], /--date 2017-02-31/],
  [['annotate', '--date', '2017-02-29', 'x'], /--date 2017-02-29/],
  [['annotate', '--out', '', 'x'], /--out lacks its value/],
  [['annotate', ''], /empty name/],
  [['convert', '--to', 'csv', '--layers', 'a,,b', 'x'], /--layers a,,b/],
  [['annotate', '--input', 'jsonl', 'x'], /standard input/],
  [['dance'], /no command dance/],
])('a wrong call %j is told so, status 2', (words, message) => {
  const { status, stderr } = run(words);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});

test('--help and --version', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('in French, where the locale is', () => {
  const french = (words: readonly string[], input = ''): Run => run(words, input, 'fr_FR.UTF-8');

  test.each([
    [['annotate'], 'nommez les fichiers ou dossiers à annoter'],
    [['annotate', '--format', 'xml', 'x'], '--format xml\u00a0: il y a jsonl,'],
    [['annotate', '--no-such', 'x'], 'il n’y a pas d’option --no-such'],
    [['annotate', '--date'], '--date demande une valeur'],
    [['annotate', '--format', 'brat', '-'], '--format brat écrit à côté des fichiers\u00a0: impossible avec l’entrée standard'],
    [['convert', 'x'], '--to nomme le format à écrire'],
    [['convert', '--to', 'tei', '--variant', 'x', 'x'], '--variant x\u00a0: tei'],
    [['agreement', 'x'], 'nommez deux dossiers ou plus'],
    [['dance'], 'il n’y a pas de commande dance'],
  ])('a wrong call %j', (words, said) => {
    const { status, stderr } = french(words);
    expect(status).toBe(2);
    expect(stderr).toContain(`corpus-annotator: ${said}`);
    expect(stderr).toContain('(--help en dit plus)');
  });

  test('the help', () => {
    const { status, stdout } = french(['--help']);
    expect(status).toBe(0);
    for (const said of ['Utilisation\u00a0:', '--out DOSSIER', 'Code de retour\u00a0:', 'kappa de Cohen par mots'])
      expect(stdout).toContain(said);
    expect(stdout).not.toContain('Usage');
    const options = (text: string): readonly string[] => text.match(/^ {2}--[\w-]+/gm) ?? [];
    expect(options(stdout)).toEqual(options(run(['--help']).stdout));
  });

  test('what cannot be read, by file and by line', () => {
    const dir = folder({ 'bytes.txt': Buffer.from([1, 0, 2]), 'names.tsv': 'Valdorie\tBATEAU\n' });
    const { stderr } = french(['annotate', '--names', path.join(dir, 'names.tsv'), dir, path.join(dir, 'missing.txt')]);
    expect(stderr).toContain('bytes.txt: n’est pas du texte\n');
    expect(stderr).toContain('missing.txt: n’existe pas');
    expect(stderr).toContain('names.tsv:1: Type inconnu «\u00a0BATEAU\u00a0»');
    expect(french(['annotate', '--input', 'jsonl'], '{"id":"1"}\n').stderr).toBe(
      'ligne 1: n’a pas de «\u00a0text\u00a0» qui soit une chaîne\n',
    );
  });

  test('what a format does not say, and what was kept', () => {
    const dir = folder({ 'a.txt': 'Zoé part.', 'a.ann': 'T1\tPER 0 3\tZoé\n#1\tAnnotatorNotes T1\toui\nT2\tPER 0 x\tZoé\n' });
    const sound = folder({ 'b.txt': 'Zoé part.', 'b.ann': 'T1\tPER 0 3\tZoé\n' });
    const out = path.join(sound, 'out');
    const { stderr } = french(['convert', '--from', 'brat', '--to', 'conll2003', dir]);
    expect(stderr).toContain('a.ann:3: Les positions «\u00a00 x\u00a0» ne sont pas de la forme');
    expect(stderr).toContain('non dit en conll2003\u00a0: 1 × note (La note est perdue.)');
    fs.mkdirSync(out);
    fs.writeFileSync(path.join(out, 'b.xml'), 'mine');
    expect(french(['convert', '--from', 'brat', '--to', 'tei', '--out', out, path.join(sound, 'b.ann')]).stderr).toContain(
      'existe déjà et a été gardé (--overwrite le remplace)',
    );
  });

  test.each(['fr', 'fr_CA', 'fr_BE.UTF-8@euro'])('the locale %s', (locale) => {
    expect(run(['agreement'], '', locale).stderr).toContain('nommez');
  });

  test('LC_ALL comes before LANG', () => {
    const env = { ...process.env, LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: '', LANG: 'fr_FR.UTF-8' };
    expect(spawnSync(process.execPath, [cli, 'agreement'], { encoding: 'utf8', env }).stderr).toContain(
      'name two folders or more',
    );
  });
});
