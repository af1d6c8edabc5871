import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../server/src/formats/annotationDocument';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { type Decisions, freeId, withDocument } from '../../../server/src/store/decisions';
import { Journal } from '../../../server/src/store/files';
import { applyEdit, type TextEdit } from '../../../server/src/store/rebase';
import { journalEntries } from '../../support/journalEntries';
import { inEnglish } from '../inEnglish';

const TEXT = 'Le maire de Vell, Paul Verdier, a parlé lundi. Verdier a promis un pont à Vell. Le port de Vell rouvrira.';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  path = join(folder, 'a.txt');
  writeFileSync(path, TEXT);
  return () => rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const add =
  (words: string, type: string, nth = 1) =>
  (decisions: Decisions): Decisions => {
    const { text, annotations } = decisions.document;
    let start = -1;
    for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
    const id = freeId(
      'T',
      annotations.map((annotation) => annotation.id),
    );
    const annotation: Annotation = { id, layer: 'entity', type, spans: [{ start, end: start + words.length }], attributes: {} };
    return withDocument(decisions, { annotations: [...annotations, annotation] });
  };
const remove =
  (id: string) =>
  (decisions: Decisions): Decisions =>
    withDocument(decisions, { annotations: decisions.document.annotations.filter((annotation) => annotation.id !== id) });
const retype =
  (id: string, type: string) =>
  (decisions: Decisions): Decisions =>
    withDocument(decisions, {
      annotations: decisions.document.annotations.map((annotation) =>
        annotation.id === id ? { ...annotation, type } : annotation,
      ),
    });
const words = (article: ArticleDecisions): readonly string[] =>
  article.state.decisions.document.annotations
    .map(
      ({ type, spans }) =>
        `${type} ${spans.map((span) => article.state.decisions.document.text.slice(span.start, span.end)).join('|')}`,
    )
    .sort();

describe('an article’s decisions', () => {
  test('are written beside the text and found again', async () => {
    const article = await ArticleDecisions.open(path, TEXT);
    expect(await article.save()).toBe('unchanged');
    expect(readdirSync(folder)).toEqual(['a.txt']);
    article.decide(add('Paul Verdier', 'PER'), 'Confirm');
    expect(await article.save()).toBe('written');
    expect(readdirSync(folder).sort()).toEqual(['a.ann', 'a.review.jsonl', 'a.txt']);
    const again = await ArticleDecisions.open(path, TEXT);
    expect(words(again)).toEqual(['PER Paul Verdier']);
    expect(await again.save()).toBe('unchanged');
  });

  test('the only decision taken back leaves no file behind', async () => {
    const article = await ArticleDecisions.open(path, TEXT);
    article.decide(add('Vell', 'LOC'), 'Confirm');
    await article.save();
    expect(article.step('undo')).toEqual({ label: 'Confirm' });
    await article.save();
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('undo and redo interleave with the text’s own', async () => {
    const article = await ArticleDecisions.open(path, TEXT);
    article.decide(add('Vell', 'LOC'), 'first');
    article.edit([{ start: 0, end: 0, inserted: 'Hier. ' }]);
    article.decide(add('Paul Verdier', 'PER'), 'second');
    expect(article.step('undo')).toEqual({ label: 'second' });
    expect(article.step('undo')).toBe('text');
    article.edit([{ start: 0, end: 6, inserted: '' }]);
    expect(article.step('undo')).toEqual({ label: 'first' });
    expect(article.step('undo')).toBe('nothing');
    expect(words(article)).toEqual([]);
    expect(article.step('redo')).toEqual({ label: 'first' });
    expect(article.step('redo')).toBe('text');
    article.edit([{ start: 0, end: 0, inserted: 'Hier. ' }]);
    expect(article.step('redo')).toEqual({ label: 'second' });
    expect(words(article)).toEqual(['LOC Vell', 'PER Paul Verdier']);
  });

  test('words deleted and brought back by the editor’s undo are decided as before', async () => {
    const article = await ArticleDecisions.open(path, TEXT);
    article.decide(add('Paul Verdier', 'PER'), 'add');
    for (let i = 0; i < 12; i++) article.edit([{ start: 29 - i, end: 30 - i, inserted: '' }]);
    expect(words(article)).toEqual([]);
    expect(article.state.decisions.lost).toHaveLength(1);
    article.edit([{ start: 18, end: 18, inserted: 'Paul Verdier' }]);
    expect(words(article)).toEqual(['PER Paul Verdier']);
    expect(article.state.decisions.lost).toEqual([]);
  });

  test('decisions on an unsaved text wait for it to be saved, and outlive the process meanwhile', async () => {
    const journal = new Journal(join(folder, 'journal'));
    const article = await ArticleDecisions.open(path, TEXT, journal);
    const edited = `Hier. ${TEXT}`;
    article.edit([{ start: 0, end: 0, inserted: 'Hier. ' }]);
    article.decide(add('Paul Verdier', 'PER'), 'add');
    expect(await article.save()).toBe('journalled');
    expect(readdirSync(folder)).not.toContain('a.ann');
    // the editor gives back the unsaved text, or the text as it was: the decision is there in both
    for (const text of [edited, TEXT]) {
      const again = await ArticleDecisions.open(path, text, journal);
      expect(words(again)).toEqual(['PER Paul Verdier']);
    }
    writeFileSync(path, edited);
    expect(await article.save()).toBe('written');
    expect(file('a.ann')).toBe('T1\tPER 24 36\tPaul Verdier\n');
    expect(journalEntries(join(folder, 'journal'))).toEqual([]);
  });

  test('a file that cannot be read is not written over', async () => {
    const broken = 'T1\tPER 18 30\tPaul Verdier\nwhat is this\n';
    writeFileSync(join(folder, 'a.ann'), broken);
    const article = await ArticleDecisions.open(path, TEXT);
    expect(inEnglish(article.state.readOnly)).toContain('line 2');
    expect(article.decide(add('Vell', 'LOC'), 'add')).toBe(false);
    expect(await article.save()).toBe('blocked');
    expect(file('a.ann')).toBe(broken);
    writeFileSync(join(folder, 'a.ann'), `${broken.split('\n')[0]}\n`);
    await article.reload();
    expect(article.state.readOnly).toBeUndefined();
    expect(article.decide(add('Vell', 'LOC'), 'add')).toBe(true);
    expect(await article.save()).toBe('written');
    expect(file('a.ann')).toBe('T1\tPER 18 30\tPaul Verdier\nT2\tLOC 12 16\tVell\n');
  });
});

describe('a text that the editor holds otherwise than its file', () => {
  test.each([
    ['a byte-order mark', `\ufeff${TEXT}`, TEXT],
    ['mixed line ends', `${TEXT}\r\nUn.\nAnne Corbin.\r\n`, `${TEXT}\r\nUn.\r\nAnne Corbin.\r\n`],
    ['both', `\ufeff${TEXT}\nUn.\r\nAnne Corbin.`, `${TEXT}\nUn.\nAnne Corbin.`],
  ])('%s: files count in what is on disk', async (_, disk, held) => {
    writeFileSync(path, disk);
    const article = await ArticleDecisions.open(path, held);
    const name = held.includes('Anne Corbin') ? 'Anne Corbin' : 'Paul Verdier';
    article.decide(add(name, 'PER'), 'add');
    article.decide(
      (decisions) =>
        withDocument(decisions, {
          annotations: [
            ...decisions.document.annotations,
            {
              id: 'X1',
              layer: 'entity',
              type: 'LOC',
              spans: [{ start: 12, end: 16 }],
              attributes: {},
              status: 'rejected' as const,
            },
          ],
        }),
      'reject',
    );
    expect(await article.save()).toBe('written');
    expect(file('a.ann')).toBe(`T1\tPER ${disk.indexOf(name)} ${disk.indexOf(name) + name.length}\t${name}\n`);
    for (const text of [held, disk]) {
      const again = await ArticleDecisions.open(path, text);
      expect(words(again)).toEqual(['LOC Vell', `PER ${name}`]);
      expect(again.state.problems).toEqual([]);
      expect(await again.save()).toBe('unchanged');
    }
    expect(await article.save()).toBe('unchanged');
  });

  test('a text that is no UTF-8 is never written beside while it is shown with replacement characters', async () => {
    writeFileSync(path, Buffer.from([0x4c, 0xe9, 0x20, 0x56]));
    const article = await ArticleDecisions.open(path, 'L\uFFFD V');
    article.decide(add('V', 'PER'), 'add');
    await expect(article.save()).rejects.toThrow('not UTF-8');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test.each([
    ['as its bytes tell', Buffer.from('Hélène Lemaître a été à Orléans.', 'latin1'), undefined],
    ['UTF-16 with its mark', Buffer.from('\ufeffHélène Lemaître a été à Orléans.', 'utf16le'), 'utf16le'],
    // é in Mac Roman is another letter in what these bytes would be taken for
    ['as the editor says', Buffer.from('H\x8el\x8fne Lema\x94tre a \x8et\x8e \x88 Orl\x8eans.', 'latin1'), 'macroman'],
  ])('a text in another encoding, %s: written and read at the same places', async (_, bytes, encoding) => {
    const text = 'Hélène Lemaître a été à Orléans.';
    writeFileSync(path, bytes);
    const open = () => ArticleDecisions.open(path, text, undefined, { encoding: () => encoding });
    const article = await open();
    article.decide(add('Orléans', 'LOC'), 'add');
    expect(await article.save()).toBe('written');
    expect(readFileSync(path)).toEqual(bytes);
    const again = await open();
    expect(words(again)).toEqual(['LOC Orléans']);
    expect(again.state.problems).toEqual([]);
  });

  test('typing while it is written does not put the new text’s offsets into the files', async () => {
    const article = await ArticleDecisions.open(path, TEXT);
    article.decide(add('Paul Verdier', 'PER'), 'add');
    const saving = article.save();
    article.edit([{ start: 0, end: 0, inserted: 'Hier. ' }]);
    expect(await saving).toBe('journalled');
    expect(words(article)).toEqual(['PER Paul Verdier']);
    article.edit([{ start: 0, end: 6, inserted: '' }]);
    expect(await article.save()).toBe('written');
    expect(file('a.ann')).toBe('T1\tPER 18 30\tPaul Verdier\n');
  });
});

describe('two windows on the same article', () => {
  test('keep what both decided, and agree at the end', async () => {
    const one = await ArticleDecisions.open(path, TEXT);
    const two = await ArticleDecisions.open(path, TEXT);
    one.decide(add('Paul Verdier', 'PER'), 'add');
    two.decide(add('Vell', 'LOC'), 'add');
    two.decide(add('Vell', 'LOC', 2), 'add');
    await Promise.all([one.save(), two.save()]);
    await one.reload();
    await two.reload();
    expect(words(one)).toEqual(['LOC Vell', 'LOC Vell', 'PER Paul Verdier']);
    expect(words(two)).toEqual(words(one));
    expect(new Set(one.state.decisions.document.annotations.map((annotation) => annotation.id)).size).toBe(3);
  });

  test('the same decision in both is one decision', async () => {
    const one = await ArticleDecisions.open(path, TEXT);
    const two = await ArticleDecisions.open(path, TEXT);
    for (const window of [one, two]) window.decide(add('Paul Verdier', 'PER'), 'add');
    await Promise.all([one.save(), two.save()]);
    expect(file('a.ann')).toBe('T1\tPER 18 30\tPaul Verdier\n');
  });

  test('different types for one thing are asked about; neither side is lost', async () => {
    const one = await ArticleDecisions.open(path, TEXT);
    one.decide(add('Paul Verdier', 'PER'), 'add');
    await one.save();
    const two = await ArticleDecisions.open(path, TEXT);
    one.decide(retype('T1', 'ORG'), 'type');
    two.decide(retype('T1', 'MISC'), 'type');
    await one.save();
    expect(await two.save()).toBe('blocked');
    expect(file('a.ann')).toContain('T1\tORG');
    expect(two.state.conflicts.map(({ ours, theirs }) => [ours?.type, theirs?.type])).toEqual([['MISC', 'ORG']]);
    two.resolve({ T1: 'both' });
    expect(await two.save()).toBe('written');
    expect(words(two)).toEqual(['MISC Paul Verdier', 'ORG Paul Verdier']);
  });

  test('what one deletes and the other leaves is deleted', async () => {
    const one = await ArticleDecisions.open(path, TEXT);
    one.decide(add('Paul Verdier', 'PER'), 'add');
    await one.save();
    const two = await ArticleDecisions.open(path, TEXT);
    one.decide(remove('T1'), 'delete');
    two.decide(add('Vell', 'LOC'), 'add');
    await one.save();
    await two.save();
    expect(words(two)).toEqual(['LOC Vell']);
  });

  test('many decisions in turns: none is lost', async () => {
    const windows = await Promise.all([1, 2, 3].map(() => ArticleDecisions.open(path, TEXT)));
    const starts = [...TEXT.matchAll(/\p{L}+/gu)].map((match) => match.index);
    await Promise.all(
      starts.map(async (start, i) => {
        const window = windows[i % 3] as ArticleDecisions;
        window.decide((decisions) => {
          const { annotations } = decisions.document;
          const id = freeId(
            'T',
            annotations.map((annotation) => annotation.id),
          );
          return withDocument(decisions, {
            annotations: [
              ...annotations,
              { id, layer: 'entity', type: 'PER', spans: [{ start, end: start + 1 }], attributes: {} },
            ],
          });
        }, 'add');
        await window.save();
      }),
    );
    const again = await ArticleDecisions.open(path, TEXT);
    expect(
      again.state.decisions.document.annotations
        .map((annotation) => annotation.spans[0]?.start)
        .sort((a, b) => (a ?? 0) - (b ?? 0)),
    ).toEqual(starts);
  });
});

/** An offset that cuts no character in two. */
const boundary = (text: string, offset: number): number => {
  const within = Math.min(text.length, offset);
  return /^[\udc00-\udfff]/.test(text.slice(within)) ? within - 1 : within;
};

describe('1,000 random edits on a text with 200 annotations', () => {
  test('lose none, misplace none that still has its words; taking all back gives each its words', async () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const text = Array.from({ length: 200 }, (_, i) => `Nom${i} vit à Lieu${i} depuis ${1800 + i}.`).join(' ');
    writeFileSync(path, text);
    const article = await ArticleDecisions.open(path, text);
    for (let i = 0; i < 200; i++) article.decide(add(`Nom${i} `, 'PER'), 'add');
    // which of the first text's characters stands where: tells whether an annotation still has all its words
    let origins: readonly number[] = Array.from(text, (_, i) => i).flatMap((i) => [i]);
    const first = article.state.decisions.document.annotations.map((annotation) => ({
      id: annotation.id,
      span: annotation.spans[0] as { start: number; end: number },
    }));
    const texts = [text];
    const states = [words(article)];
    let current = text;
    for (let i = 0; i < 1_000; i++) {
      const start = boundary(current, random(current.length));
      const edit: TextEdit = {
        start,
        end: boundary(current, start + (random(3) === 0 ? random(9) : 0)),
        inserted: ['', ' ', 'mot', '😀', 'Un autre. '][random(5)] as string,
      };
      current = applyEdit(current, edit);
      origins = [
        ...origins.slice(0, edit.start),
        ...Array.from({ length: edit.inserted.length }, () => -1),
        ...origins.slice(edit.end),
      ];
      article.edit([edit]);
      const { decisions } = article.state;
      expect(decisions.document.text).toBe(current);
      expect(decisions.document.annotations.length + decisions.lost.length).toBe(200);
      texts.push(current);
      states.push(words(article));
    }
    const spans = new Map(article.state.decisions.document.annotations.map((annotation) => [annotation.id, annotation.spans]));
    let whole = 0;
    for (const { id, span } of first) {
      const start = origins.indexOf(span.start);
      const length = span.end - span.start;
      if (start < 0 || !Array.from({ length }, (_, i) => origins[start + i] === span.start + i).every(Boolean)) continue;
      whole++;
      expect(spans.get(id)).toEqual([{ start, end: start + length }]);
    }
    expect(whole).toBeGreaterThan(50);
    writeFileSync(path, current);
    expect(await article.save()).toBe('written');
    const again = await ArticleDecisions.open(path, current);
    expect(words(again)).toEqual(words(article));
    expect(again.state.decisions.lost.length).toBe(article.state.decisions.lost.length);
    // the editor takes back its last 60 edits one by one
    for (let i = texts.length - 2; i >= texts.length - 61; i--) {
      article.edit([{ start: 0, end: current.length, inserted: texts[i] as string }]);
      current = texts[i] as string;
      expect(words(article)).toEqual(states[i]);
    }
  }, 60_000);
});

describe('a process ended at any point of a write', () => {
  let script: string;
  let scriptFolder: string;
  beforeAll(async () => {
    scriptFolder = mkdtempSync(join(tmpdir(), 'writer-'));
    script = join(scriptFolder, 'writer.cjs');
    await build({
      stdin: {
        contents: `
          import { ArticleDecisions } from './server/src/store/articleDecisions';
          import { freeId, withDocument } from './server/src/store/decisions';
          import { readFileSync } from 'node:fs';
          const path = process.argv[2];
          const text = readFileSync(path, 'utf8');
          (async () => {
            const article = await ArticleDecisions.open(path, text);
            process.stdout.write('ready');
            for (let i = 0; ; i++) {
              article.decide((decisions) => {
                const annotations = decisions.document.annotations.slice(-30);
                const id = freeId('T', decisions.document.annotations.map((a) => a.id));
                return withDocument(decisions, { annotations: [...annotations, { id, layer: 'entity', type: 'PER', spans: [{ start: i % 40, end: i % 40 + 5 }], attributes: {} }] });
              }, 'add');
              await article.save();
            }
          })();`,
        resolveDir: join(__dirname, '../../..'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: script,
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(scriptFolder, { recursive: true, force: true }));

  const ready = (child: ChildProcess): Promise<void> => new Promise((done) => child.stdout?.once('data', () => done()));
  const ended = (child: ChildProcess): Promise<void> => new Promise((done) => child.once('exit', () => done()));

  test('leaves files that are whole, old or new', async () => {
    let most = 0;
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      await ready(child);
      await new Promise((done) => setTimeout(done, 20 + ((round * 37) % 90)));
      child.kill('SIGKILL');
      await ended(child);
      const article = await ArticleDecisions.open(path, TEXT);
      expect(article.state.readOnly).toBeUndefined();
      expect(article.state.problems).toEqual([]);
      most = Math.max(most, article.state.decisions.document.annotations.length);
    }
    expect(most).toBeGreaterThan(1);
  }, 120_000);
});
