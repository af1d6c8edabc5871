import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { agreementCommand, parseAgreementOptions } from '../../server/src/cli/agreement';
import { bareCommand, parseBareOptions } from '../../server/src/cli/bare';
import { convert, parseConvertOptions } from '../../server/src/cli/convert';
import { goldCommand, parseGoldOptions } from '../../server/src/cli/gold';
import { parseProgressOptions, progressCommand } from '../../server/src/cli/progressList';
import type { Surroundings } from '../../server/src/cli/readCorpus';
import type { Annotation } from '../../server/src/formats/annotationDocument';
import { noDecisions, signedBy, withDocument, withOutcome } from '../../server/src/store/decisions';
import { parseSchema } from '../../server/src/store/schemaFile';
import { readSidecars, writeSidecars } from '../../server/src/store/sidecars';

const TEXT = 'Anne Corbin 😀 vit à Vell.\n';
const ANN = 'T1\tPER 0 11\tAnne Corbin\nT2\tLOC 20 24\tVell\n#1\tAnnotatorNotes T2\twhich?\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
  mkdirSync(join(folder, 'in/sub'), { recursive: true });
  write('in/a.txt', TEXT);
  write('in/a.ann', ANN);
  write('in/sub/b.txt', TEXT);
  write('in/sub/b.ann', ANN.split('\n').slice(0, 1).join('\n'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(
  command: 'convert' | 'agreement',
  ...words: string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const surroundings = { stdout, stderr, bundle: folder };
  const status =
    command === 'convert'
      ? await convert(parseConvertOptions(words), surroundings)
      : await agreementCommand(parseAgreementOptions(words), surroundings);
  return { status, stdout: stdout.text, stderr: stderr.text };
}

describe('convert', () => {
  test('what is known of the articles stands beside what has no place for it, once, and is told where it is lost', async () => {
    write('in/metadata.csv', 'id,date,title,journal\na,2017-01,"Un, deux",Le Soir\nsub/b,2018,,\n');
    const to = (format: string, out: string) =>
      run('convert', '--from', 'brat', '--to', format, '--out', join(folder, out), join(folder, 'in'));
    for (let time = 0; time < 2; time++) {
      const { stderr } = await to('brat', 'out');
      expect(stderr).not.toMatch(/document/);
      expect(file('out/metadata.csv')).toBe('id,date,title,journal\na,2017-01,"Un, deux",Le Soir\nsub/b,2018,,\n');
      rmSync(join(folder, 'out/a.ann'));
    }
    await to('xmi', 'xmi');
    expect(readdirSync(join(folder, 'xmi'))).not.toContain('metadata.csv');
    // a table above holds for the folder: one in it would hide that
    write('metadata.csv', 'id,date\nout2/a,1999\n');
    expect((await to('brat', 'out2')).stderr).toMatch(/document/);
    expect(readdirSync(join(folder, 'out2'))).not.toContain('metadata.csv');
    expect((await run('convert', '--from', 'brat', '--to', 'conll2003', join(folder, 'in/a.ann'))).stderr).toMatch(
      /3 × document/,
    );
  });

  test('brat files of ours with what stands beside them: rejections, labels, the end, who decided; nothing is lost', async () => {
    const rejected = {
      id: 'X1',
      layer: 'entity',
      type: 'ORG',
      spans: [{ start: 0, end: 4 }],
      attributes: {},
      status: 'rejected',
    };
    const { decisions } = readSidecars({ ann: ANN, review: undefined }, TEXT, 'a');
    const all = {
      ...withDocument(decisions, { annotations: [...decisions.document.annotations, rejected as Annotation] }),
      labels: [{ label: 'topic', value: 'trade' }],
      marks: new Map([['T1', { signed: { by: 'anna', day: '2026-11-30' } }]]),
    };
    const before = writeSidecars(withOutcome(all, { state: 'aside', note: 'no date' }), { ann: ANN, review: undefined });
    write('in/a.ann', before.ann ?? '');
    write('in/a.review.jsonl', before.review ?? '');
    const { status, stderr } = await run('convert', '--to', 'brat', '--out', join(folder, 'out'), join(folder, 'in'));
    expect([status, stderr.match(/not said in brat.*/g)]).toEqual([0, null]);
    expect([file('out/a.ann'), file('out/a.review.jsonl')]).toEqual([before.ann, before.review]);
    expect(readdirSync(join(folder, 'out/sub')).sort()).toEqual(['b.ann', 'b.txt']);
    // what is there is kept
    write('out/a.review.jsonl', 'theirs');
    expect((await run('convert', '--to', 'brat', '--out', join(folder, 'out'), join(folder, 'in'))).stderr).toContain(
      'a.review.jsonl',
    );
    expect(file('out/a.review.jsonl')).toBe('theirs');
  });

  test('a folder of brat files into one file, losses on standard error', async () => {
    const { status, stdout, stderr } = await run('convert', '--from', 'brat', '--to', 'conll2003', join(folder, 'in'));
    expect(status).toBe(0);
    expect(stdout.match(/B-PER/g)).toHaveLength(2);
    expect(stderr).toMatch(/not said in conll2003: 1 × note/);
  });

  test('a table has what metadata.csv says of each article in each of its rows', async () => {
    write('in/metadata.csv', 'id,date,title,rubrique\na,2016-05-04,Le port,Est\nsub/b,2015,,Sud\n');
    const { status, stdout, stderr } = await run('convert', '--from', 'brat', '--to', 'csv', join(folder, 'in'));
    expect([status, stderr]).toEqual([0, '']);
    const [head = '', ...rows] = stdout.trim().split('\r\n');
    const at = ['document', 'meta.date', 'meta.title', 'meta.rubrique'].map((name) => head.split(',').indexOf(name));
    expect(rows.map((row) => at.map((column) => row.split(',')[column]))).toEqual([
      ['a', '2016-05-04', 'Le port', 'Est'],
      ['a', '2016-05-04', 'Le port', 'Est'],
      ['sub/b', '2015', '', 'Sud'],
    ]);
  });

  test('there and back: the same annotations, the emoji counted right, one file each in the same places', async () => {
    expect((await run('convert', '--to', 'webanno-tsv', '--out', join(folder, 'tsv'), join(folder, 'in'))).status).toBe(0);
    expect(readdirSync(join(folder, 'tsv'), { recursive: true }).sort()).toEqual(['a.tsv', 'sub', 'sub/b.tsv']);
    expect(
      (await run('convert', '--from', 'webanno-tsv', '--to', 'brat', '--out', join(folder, 'back'), join(folder, 'tsv'))).status,
    ).toBe(0);
    expect(file('back/a.ann')).toContain('T2\tLOC 20 24\tVell');
  });

  test('a text in another encoding beside its annotations; a summary says which', async () => {
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old/a.txt'), Buffer.from('Le caf\xe9 de H\xe9l\xe8ne est ferm\xe9.', 'latin1'));
    write('old/a.ann', 'T1\tPER 11 17\tHélène\n');
    const { status, stdout, stderr } = await run('convert', '--to', 'csv', join(folder, 'old'));
    expect(status).toBe(0);
    expect(stdout).toContain(',11,17,Hélène,');
    expect(stderr).toMatch(/not UTF-8 were read: 1 as windows-1252/);
    const strict = await run('convert', '--encoding', 'utf-8', '--to', 'csv', join(folder, 'old'));
    expect(strict).toMatchObject({ status: 1, stdout: '' });
  });

  test('files that are there are kept, unless told otherwise', async () => {
    mkdirSync(join(folder, 'out'));
    write('out/a.tsv', 'mine');
    const kept = await run('convert', '--to', 'webanno-tsv', '--out', join(folder, 'out'), join(folder, 'in/a.ann'));
    expect([kept.status, file('out/a.tsv')]).toEqual([1, 'mine']);
    expect(kept.stderr).toContain('--overwrite');
    expect(
      (await run('convert', '--overwrite', '--to', 'webanno-tsv', '--out', join(folder, 'out'), join(folder, 'in/a.ann'))).status,
    ).toBe(0);
    expect(file('out/a.tsv')).toContain('#FORMAT=WebAnno');
  });

  test('a file in the place of the folder to write to is named, and kept', async () => {
    write('out', 'a file');
    const { status, stderr } = await run('convert', '--to', 'webanno-tsv', '--out', join(folder, 'out'), join(folder, 'in'));
    expect([status, file('out')]).toEqual([1, 'a file']);
    expect(stderr).toMatch(/a\.tsv: cannot be written: a file stands where a folder is to be/);
  });

  test('a file that cannot be read is named with its line; the rest is done', async () => {
    write('in/a.ann', `${ANN}what is this\n`);
    const { status, stdout, stderr } = await run('convert', '--to', 'doccano', join(folder, 'in'));
    expect(status).toBe(1);
    expect(stderr).toContain('a.ann:4:');
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });

  test('a report of every loss, and losses as a failure', async () => {
    const { status } = await run(
      'convert',
      '--strict',
      '--report',
      join(folder, 'losses.jsonl'),
      '--to',
      'conll2003',
      join(folder, 'in/a.ann'),
    );
    expect(status).toBe(1);
    expect(
      file('losses.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toContain('note');
  });

  test.each([[[]], [['--to', 'nothing', 'x']], [['--to', 'spacy']], [['--to', 'spacy', '--variant', 'none', 'x']]])(
    'a wrong call is refused: %j',
    (words) => {
      expect(() => parseConvertOptions(words)).toThrow();
    },
  );
});

describe('agreement', () => {
  test('says so where a machine alone has proposed something', async () => {
    const suggested = 'T1\tPER 0 11\tAnne Corbin\nA1\tStatus T1 suggested\n';
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, name));
      write(`${name}/a.txt`, TEXT);
      write(`${name}/a.ann`, suggested);
    }
    const { status, stdout } = await run('agreement', join(folder, 'one'), join(folder, 'two'));
    expect(status).toBe(0);
    expect(stdout).toContain('Nobody has decided on anything in the articles that are compared');
    expect(stdout).not.toContain('By layer and type');
    for (const name of ['one', 'two']) write(`${name}/a.ann`, ANN);
    expect((await run('agreement', join(folder, 'one'), join(folder, 'two'))).stdout).toContain('By layer and type');
  });

  test('two folders: kappa, F1, differences by place', async () => {
    mkdirSync(join(folder, 'other/sub'), { recursive: true });
    write('other/a.ann', ANN.replace('LOC', 'ORG'));
    write('other/sub/b.txt', 'Autre texte.');
    write('other/sub/b.ann', '');
    const { status, stdout, stderr } = await run('agreement', join(folder, 'in'), join(folder, 'other'));
    expect(stderr).toContain('sub/b.txt: other: the texts differ');
    expect(status).toBe(1);
    expect(stdout).toContain('2 annotators, 1 article, 7 tokens, 1 difference');
    expect(stdout).toContain('a.txt:21: entity type: Vell (in: LOC | other: ORG)');
    const json = JSON.parse((await run('agreement', '--json', join(folder, 'in'), join(folder, 'other'))).stdout);
    expect(json.rows[0]).toMatchObject({ layer: 'entity', units: [2, 2], exact: 0.5, pairs: [{ both: 1 }] });
    const csv = (await run('agreement', '--format', 'csv', join(folder, 'in'), join(folder, 'other'))).stdout;
    const [head = '', first = '', pair = ''] = csv.split('\r\n');
    const cells = (line: string): Readonly<Record<string, string>> =>
      Object.fromEntries(line.split(',').map((cell, i) => [head.split(',')[i] ?? '', cell]));
    expect(cells(first)).toMatchObject({ layer: 'entity', units: '2 2', f1_exact: '0.5', f1_overlapping: '0.5' });
    expect(cells(pair)).toMatchObject({ first: 'in', second: 'other', units: '1', f1_exact: '0.5' });
    expect(() => parseAgreementOptions(['--format', 'xml', 'a', 'b'])).toThrow();
  });
});

describe('gold', () => {
  const gold = async (...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const [stdout, stderr] = [new Sink(), new Sink()];
    const status = await goldCommand(parseGoldOptions(words), { stdout, stderr, bundle: folder });
    return { status, stdout: stdout.text, stderr: stderr.text };
  };
  const bytes = (name: string): readonly (readonly [string, string])[] =>
    (readdirSync(join(folder, name), { recursive: true }) as string[])
      .sort()
      .flatMap((path) => (/\.\w+$/.test(path) ? [[path, file(`${name}/${path}`)] as const] : []));

  test('what all agree on is taken over once, the annotators’ folders stay as they are, byte for byte', async () => {
    mkdirSync(join(folder, 'other'));
    write('other/a.ann', ANN.replace('LOC', 'ORG'));
    const [before, otherBefore] = [bytes('in'), bytes('other')];
    const out = join(folder, 'gold');
    const first = await gold('--out', out, join(folder, 'in'), join(folder, 'other'));
    expect(first).toMatchObject({ status: 1, stdout: '1 annotations taken over in 1 article, 1 differences to decide\n' });
    expect(first.stderr).toBe('sub/b.txt: only in has annotated it\n');
    expect(file('gold/a.txt')).toBe(file('in/a.txt'));
    expect(file('gold/a.ann')).toContain('PER');
    expect(file('gold/a.ann')).not.toMatch(/LOC|ORG/);
    const again = await gold('--out', out, join(folder, 'in'), join(folder, 'other'));
    expect(again.stdout).toBe('0 annotations taken over in 1 article, 1 differences to decide\n');
    expect(bytes('in')).toEqual(before);
    expect(bytes('other')).toEqual(otherBefore);
  });
  test('a gold folder within an annotator’s is refused, as are wrong calls', async () => {
    mkdirSync(join(folder, 'other'));
    const { status, stderr } = await gold('--out', join(folder, 'in/gold'), join(folder, 'in'), join(folder, 'other'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('must be a folder of its own')]);
    expect(() => parseGoldOptions(['--out', 'x', 'y'])).toThrow();
    expect(() => parseGoldOptions(['x', 'y'])).toThrow();
  });
});

describe('finished articles and a second annotator', () => {
  const call = async (
    command: (words: readonly string[], surroundings: Surroundings) => Promise<number>,
    ...words: readonly string[]
  ): Promise<{ status: number; stdout: string; stderr: string }> => {
    const [stdout, stderr] = [new Sink(), new Sink()];
    const status = await command(words, { stdout, stderr, bundle: folder });
    return { status, stdout: stdout.text, stderr: stderr.text };
  };
  const progress = (...words: readonly string[]) =>
    call((own, surroundings) => progressCommand(parseProgressOptions(own), surroundings), ...words);
  const bare = (...words: readonly string[]) =>
    call((own, surroundings) => bareCommand(parseBareOptions(own), surroundings), ...words);

  test('progress lists each article with its state, of one state where that is asked for', async () => {
    const text = file('in/a.txt');
    const said = withOutcome(noDecisions('a', text), { state: 'aside', note: 'two, "twice"', by: 'anna', day: '2026-11-30' });
    const { review } = writeSidecars(said, { ann: undefined, review: undefined });
    write('in/a.review.jsonl', review ?? '');
    // annotated since
    const all = await progress(join(folder, 'in'));
    expect(all.stdout).toContain('0 finished, 1 set aside, 1 open');
    expect(all.stdout).toContain('| a.txt | aside | annotations | anna | 2026-11-30 | two, "twice" |');
    const csv = await progress('--format', 'csv', '--only', 'aside', join(folder, 'in'));
    expect(csv.stdout).toBe('article,state,changed,by,day,note\r\na.txt,aside,annotations,anna,2026-11-30,"two, ""twice"""\r\n');
    expect(JSON.parse((await progress('--format', 'json', '--only', 'open', join(folder, 'in'))).stdout)).toEqual([
      { article: 'sub/b.txt', state: 'open' },
    ]);
    write('in/metadata.csv', 'id,date,title\na,2017-01,=Le titre\n');
    const known = await progress('--format', 'csv', '--only', 'aside', join(folder, 'in'));
    expect(known.stdout.split('\r\n').map((line) => line.split(',').slice(-2).join())).toEqual([
      'meta.date,meta.title',
      `2017-01,"'=Le titre"`,
      '',
    ]);
    rmSync(join(folder, 'in/metadata.csv'));
    expect(() => parseProgressOptions(['--only', 'late', 'x'])).toThrow();
    expect((await progress(join(folder, 'none'))).status).toBe(1);
  });
  test('convert --finished writes finished articles alone, and names who decided as source', async () => {
    const { document } = readSidecars({ ann: file('in/a.ann'), review: undefined }, file('in/a.txt'), 'a').decisions;
    const own = signedBy(
      noDecisions('a', document.text),
      { ...noDecisions('a', document.text), document },
      { by: 'anna', day: '2026-11-30' },
    );
    write('in/a.review.jsonl', writeSidecars(withOutcome(own, { state: 'finished' }), { ann: '', review: '' }).review ?? '');
    const { status, stdout } = await run('convert', '--to', 'csv', '--finished', join(folder, 'in'));
    expect(status).toBe(0);
    expect(stdout).toContain('anna');
    expect(stdout).not.toContain('sub/b');
    expect((await run('convert', '--to', 'csv', join(folder, 'in'))).stdout).toContain('sub/b');
  });
  test('bare copies the texts and no annotation, switches suggestions off, and keeps what is there', async () => {
    mkdirSync(join(folder, 'in/.corpus'));
    write('in/.corpus/schema.json', '{\n  // ours\n  "guidelines": "g.md"\n}\n');
    const out = join(folder, 'new');
    expect(await bare(join(folder, 'in'), '--out', out)).toMatchObject({ status: 0, stderr: '' });
    expect((readdirSync(out, { recursive: true }) as string[]).sort()).toEqual([
      '.corpus',
      '.corpus/schema.json',
      'a.txt',
      'sub',
      'sub/b.txt',
    ]);
    expect(file('new/a.txt')).toBe(file('in/a.txt'));
    const { schema, problems } = parseSchema(file('new/.corpus/schema.json'));
    expect([schema.suggestions, schema.guidelines, problems]).toEqual([false, 'g.md', []]);
    write('new/a.txt', 'mine');
    const again = await bare(join(folder, 'in'), '--out', out);
    expect([again.status, file('new/a.txt')]).toEqual([1, 'mine']);
    expect(again.stderr).toMatch(/^a\.txt: /);
    expect((await bare(join(folder, 'in'), '--out', join(folder, 'in/copy'))).status).toBe(1);
    expect(() => parseBareOptions(['x'])).toThrow();
  });
});
