import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORMATS } from '../../../server/src/formats/index';
import { say } from '../../../server/src/messages/say';
import { compareFolders } from '../../../server/src/store/annotatorFolders';
import { countFolder, listArticles, listFolder } from '../../../server/src/store/articleFiles';
import { readAnnotations, writeDocuments } from '../../../server/src/store/exchange';
import { importDocument } from '../../../server/src/store/importDocument';
import { Originals } from '../../../server/src/store/originals';

const TEXT = 'Anne Corbin vit à Vell depuis mars. Le pont de Vell tiendra encore longtemps, dit la mairie.\n';
const ANN = 'T1\tPER 0 11\tAnne Corbin\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const own = (path: string): string => relative(folder, path).split('\\').join('/');
const brat = FORMATS.find(({ id }) => id === 'brat')!;
const read = async (...names: string[]) => {
  const found = [];
  for await (const file of readAnnotations(
    names.map((name) => join(folder, name)),
    undefined,
  ))
    found.push(file);
  return found;
};

describe('the files of a folder', () => {
  test('in order, with those below, without sidecars, hidden ones and modules', async () => {
    for (const name of ['b.txt', 'a.txt', 'sub/c.txt', '.hidden/d.txt', '.e.txt', 'node_modules/f.txt']) put(name, TEXT);
    put('a.ann', ANN);
    const files: string[] = [];
    for await (const file of listFolder(folder)) files.push(`${file.kind} ${own(file.path)}`);
    expect(files).toEqual(['file a.txt', 'file b.txt', 'file sub/c.txt']);
  });
  test('are counted by what they are', async () => {
    put('a.txt', ` date 2017-01 ${TEXT}`);
    put('a.ann', ANN);
    put('b.txt', ` date 2017-02 ${TEXT}`);
    put('list.txt', 'x = 1\ny = 2\n');
    put('picture.png', '\u0000\u0001\u0002');
    let steps = 0;
    const { articles, others, annotated, links, problems } = await countFolder(folder, undefined, () => steps++);
    expect({ articles, others, annotated, links, problems, steps }).toEqual({
      articles: 2,
      others: 1,
      annotated: 1,
      links: [],
      problems: [],
      steps: 4,
    });
    const found: string[] = [];
    for await (const path of listArticles(folder)) found.push(own(path));
    expect(found).toEqual(['a.txt', 'b.txt']);
  });
  test.skipIf(process.platform === 'win32')(
    'links to folders: followed inside to what is hidden there, told where they lead out',
    async () => {
      put('in/.store/a.txt', TEXT);
      put('out/b.txt', TEXT);
      symlinkSync(join(folder, 'in/.store'), join(folder, 'in/seen'));
      symlinkSync(join(folder, 'in/.store'), join(folder, 'in/twice'));
      symlinkSync(join(folder, 'out'), join(folder, 'in/away'));
      symlinkSync(join(folder, 'in'), join(folder, 'in/round'));
      const files: string[] = [];
      for await (const file of listFolder(join(folder, 'in'))) files.push(`${file.kind} ${own(file.path)}`);
      expect(files).toEqual(['link in/away', 'link in/round', 'file in/seen/a.txt']);
    },
  );
  test('one that is not there is a problem, not a failure', async () => {
    const kinds: string[] = [];
    for await (const { kind } of listFolder(join(folder, 'none'))) kinds.push(kind);
    expect(kinds).toEqual(['problem']);
  });
});

describe('annotations of a folder', () => {
  test('are read with their texts, by their path below it', async () => {
    put('in/b/one.txt', TEXT);
    put('in/b/one.ann', ANN);
    put('in/a.txt', TEXT);
    put('in/a.ann', ANN);
    put('in/.x.ann', ANN);
    const files = await read('in');
    expect(files.map(({ documents }) => documents.map(({ id, annotations }) => [id, annotations.length]))).toEqual([
      [['a', 1]],
      [['b/one', 1]],
    ]);
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
  });
  test('what is missing is told: the file, its text', async () => {
    put('alone.ann', ANN);
    const [none, alone] = await read('none.ann', 'alone.ann');
    for (const file of [none!, alone!]) {
      expect(file.documents).toEqual([]);
      expect(file.problems).toMatchObject([{ severity: 'error', line: 1 }]);
    }
  });
  test('are written, kept where something else is there, overwritten when asked, never over a text', async () => {
    put('in/a.txt', TEXT);
    put('in/a.ann', ANN);
    const documents = (await read('in')).flatMap((file) => file.documents);
    const out = join(folder, 'out');
    mkdirSync(out);
    const first = await writeDocuments(documents, brat, out, {});
    expect(first.problems).toEqual([]);
    expect(first.files.map(own)).toContain('out/a.ann');
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toContain('Anne Corbin');
    expect((await writeDocuments(documents, brat, out, {})).problems).toEqual([]);
    put('out/a.ann', 'T1\tLOC 0 4\tAnne\n');
    const kept = await writeDocuments(documents, brat, out, {});
    expect(kept.problems.map(({ path }) => own(path))).toEqual(['out/a.ann']);
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toBe('T1\tLOC 0 4\tAnne\n');
    const asOwn = await writeDocuments(documents, brat, out, { overwrite: true, own: new Set([join(out, 'a.ann')]) });
    expect(asOwn.problems).toHaveLength(1);
    const over = await writeDocuments(documents, brat, out, { overwrite: true });
    expect(over.problems).toEqual([]);
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toContain('Anne Corbin');
    put('out/a.txt', 'Another text.\n');
    put('out/a.ann', 'mine');
    const text = await writeDocuments(documents, brat, out, { overwrite: true });
    expect(text.problems.map(({ path }) => own(path))).toEqual(['out/a.txt']);
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toBe('mine');
  });
  test('of UIMA share a type system that grows, and is never mixed with another; both are read again', async () => {
    const xmi = FORMATS.find(({ id }) => id === 'xmi')!;
    put('in/a.txt', TEXT);
    put('in/a.ann', ANN);
    put('in/b.txt', TEXT);
    put('in/b.ann', 'T1\tShip 0 4\tAnne\nT2\tPER 0 11\tAnne Corbin\nR1\tOwns Arg1:T2 Arg2:T1\n');
    const documents = (await read('in')).flatMap((file) => file.documents);
    const out = join(folder, 'out');
    mkdirSync(out);
    const oneByOne = async () => {
      const before = new Map<string, 'written' | 'kept'>();
      const written = [];
      for (const document of documents) written.push(await writeDocuments([document], xmi, out, { before }));
      return written.flatMap(({ problems }) => problems);
    };
    expect(await oneByOne()).toEqual([]);
    const types = readFileSync(join(out, 'TypeSystem.xml'), 'utf8');
    const atOnce = await writeDocuments(documents, xmi, join(folder, 'other'), {});
    expect(atOnce.problems).toEqual([]);
    expect(types).toBe(readFileSync(join(folder, 'other/TypeSystem.xml'), 'utf8'));
    expect(types).toContain('Relation');
    expect(await oneByOne()).toEqual([]);
    const again = await read('out');
    expect(again.flatMap(({ documents: found }) => found).map(({ annotations }) => annotations.length)).toEqual([1, 2]);
    expect(again.flatMap(({ problems }) => problems).map(({ severity }) => severity)).toEqual(['information']);
    put('out/TypeSystem.xml', '<typeSystemDescription/>');
    expect((await oneByOne()).map(({ path }) => own(path))).toEqual(['out/TypeSystem.xml', 'out/TypeSystem.xml']);
    expect(readFileSync(join(out, 'TypeSystem.xml'), 'utf8')).toBe('<typeSystemDescription/>');
  });
  test('two documents of one name: the second is named', async () => {
    put('in/a.txt', TEXT);
    put('in/a.ann', ANN);
    const [document] = (await read('in')).flatMap((file) => file.documents);
    const changed = { ...document!, annotations: [] };
    const out = join(folder, 'out');
    mkdirSync(out);
    const { problems } = await writeDocuments([document!], brat, out, { before: new Map() });
    expect(problems).toEqual([]);
    const before = new Map<string, 'written' | 'kept'>();
    await writeDocuments([document!], brat, out, { overwrite: true, before });
    const twice = await writeDocuments([changed], brat, out, { overwrite: true, before });
    expect(twice.problems.map(({ path }) => own(path))).toEqual(['out/a.ann']);
  });
});

describe('annotators’ folders', () => {
  const folders = (...names: readonly string[]): readonly string[] => names.map((name) => join(folder, name));
  test('what both have is compared, what one has alone or differs is named', async () => {
    for (const side of ['anna', 'ben']) {
      put(`${side}/both.txt`, TEXT);
      put(`${side}/both.ann`, ANN);
      put(`${side}/one.txt`, TEXT);
      put(
        `${side}/differ.txt`,
        side === 'anna' ? TEXT : 'Une tout autre histoire, sans elle ni le port, et beaucoup plus longue.',
      );
      put(`${side}/differ.ann`, side === 'anna' ? ANN : '');
      put(`${side}/none.txt`, TEXT);
    }
    put('anna/one.ann', ANN);
    const steps: string[] = [];
    const { agreement, skipped } = await compareFolders(folders('anna', 'ben'), {
      step: (done, total) => steps.push(`${done}/${total}`),
    });
    expect(skipped.map(({ name, message }) => `${name}: ${say(message, 'en')}`)).toEqual([
      'differ.txt: ben: the texts differ',
      'one.txt: only anna has annotated it',
    ]);
    expect(agreement).toMatchObject({ annotators: ['anna', 'ben'], documents: 1, rows: [{ all: { cohen: 1 } }, {}, {}] });
    expect(steps).toEqual(['0/4', '1/4', '2/4', '3/4']);
  });
  test('a text that was edited is laid beside the other by its words, which is told', async () => {
    put('anna/a.txt', TEXT);
    put('anna/a.ann', ANN);
    put('ben/a.txt', `Hier, ${TEXT.replace('vit', 'habite')}`);
    put('ben/a.ann', 'T1\tPER 6 17\tAnne Corbin\n');
    const { agreement, remarks, skipped } = await compareFolders(folders('anna', 'ben'));
    expect(skipped).toEqual([]);
    expect(agreement.differences).toEqual([]);
    expect(agreement.rows[0]).toMatchObject({ units: [1, 1], exact: 1 });
    expect(remarks.map(({ name, message }) => `${name}: ${say(message, 'en')}`)).toEqual([
      'a.txt: ben’s text differs in 2 places: its annotations were found again by the words',
    ]);
  });
  test('annotations that cannot be read are named with whose they are; the others are compared', async () => {
    for (const side of ['anna', 'ben', 'carl']) {
      put(`${side}/a.txt`, TEXT);
      put(`${side}/a.ann`, side === 'ben' ? '<<<<<<< ours\nT1\tPER 0 11\tAnne Corbin\n=======\n>>>>>>> theirs\n' : ANN);
    }
    const { skipped, agreement } = await compareFolders(folders('anna', 'ben', 'carl'));
    expect(skipped.map(({ name, message }) => `${name}: ${say(message, 'en')}`)).toEqual([
      expect.stringMatching(/^a\.txt: ben: the file cannot be read: /),
    ]);
    expect(agreement.rows[0]).toMatchObject({ units: [1, 0, 1], exact: 1 });
  });
  test('annotators of one name are told apart by what stands above; the same folder twice, and an empty one, are told', async () => {
    for (const side of ['x/anna', 'y/anna', 'y/ben']) {
      put(`${side}/a.txt`, TEXT);
      put(`${side}/a.ann`, ANN);
    }
    mkdirSync(join(folder, 'leer'));
    const twice = await compareFolders(folders('x/anna', 'y/anna', 'y/ben', 'y/ben', 'leer'));
    expect(twice.agreement.annotators).toEqual(['x/anna', 'y/anna', 'ben (3)', 'ben (4)', 'leer']);
    expect(twice.remarks.map(({ name, message }) => `${name}: ${say(message, 'en')}`)).toEqual([
      'ben (4): this folder is named twice',
      'leer: there is no article in this folder',
    ]);
  });
});

describe('a document that is brought in', () => {
  const document = async () => {
    put('from/a.txt', TEXT);
    put('from/a.ann', ANN);
    return (await read('from')).flatMap((file) => file.documents)[0]!;
  };
  test('becomes an article with decisions', async () => {
    const into = join(folder, 'into');
    mkdirSync(into);
    const result = await importDocument(await document(), into);
    expect(result).toMatchObject({ ok: true, annotations: 1, path: join(into, 'a.txt') });
    expect(readFileSync(join(into, 'a.txt'), 'utf8')).toBe(TEXT);
    expect(readFileSync(join(into, 'a.ann'), 'utf8')).toBe(ANN);
    expect(readdirSync(into).sort()).toEqual(['a.ann', 'a.review.jsonl', 'a.txt']);
  });
  test('finds its words in the text that is there, which stays', async () => {
    put('into/a.txt', `Hier, ${TEXT}`);
    expect(await importDocument(await document(), join(folder, 'into'))).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, 'into/a.txt'), 'utf8')).toBe(`Hier, ${TEXT}`);
    expect(readFileSync(join(folder, 'into/a.ann'), 'utf8')).toContain('PER 6 17\tAnne Corbin');
  });
  test('is brought in to its end where that was ended between its two files', async () => {
    const into = join(folder, 'into');
    mkdirSync(into);
    const sent = { ...(await document()), labels: { topic: ['law'] } };
    await importDocument(sent, into);
    const review = readFileSync(join(into, 'a.review.jsonl'), 'utf8');
    expect(review).toContain('"label":"topic"');
    rmSync(join(into, 'a.review.jsonl'));
    expect(await importDocument(sent, into)).toMatchObject({ ok: true });
    expect(readFileSync(join(into, 'a.review.jsonl'), 'utf8')).toBe(review);
    expect(await importDocument(sent, into)).toMatchObject({ ok: false });
  });
  test('leaves decisions alone that are there', async () => {
    put('into/a.txt', TEXT);
    put('into/a.ann', 'T1\tLOC 18 22\tVell\n');
    expect(await importDocument(await document(), join(folder, 'into'))).toMatchObject({ ok: false });
    expect(readFileSync(join(folder, 'into/a.ann'), 'utf8')).toBe('T1\tLOC 18 22\tVell\n');
  });
});

describe('the original of a copy', () => {
  const hash = 'a'.repeat(64);
  const review = (sha: string): string => `{"review":1,"length":10,"sha256":"${sha}"}\n`;
  test('is the annotated article with the same text, elsewhere', async () => {
    const path = put('one/a.txt', TEXT);
    put('one/a.review.jsonl', review(hash));
    put('one/a.ann', ANN);
    put('one/.hidden/b.review.jsonl', review('b'.repeat(64)));
    put('one/.hidden/b.txt', TEXT);
    const originals = new Originals();
    const found = await originals.find(hash, [folder], join(folder, 'copy.txt'));
    expect(found).toEqual({ path, files: [join(folder, 'one/a.ann'), join(folder, 'one/a.review.jsonl')] });
    expect(await originals.find(hash, [folder], path)).toBeUndefined();
    expect(await originals.find('b'.repeat(64), [folder], '')).toBeUndefined();
    expect(await originals.find('c'.repeat(64), [folder], '')).toBeUndefined();
  });
  test('has its review file alone where it has no other; none where its text or its review file is gone', async () => {
    put('a.txt', TEXT);
    const file = put('a.review.jsonl', review(hash));
    const originals = new Originals();
    expect((await originals.find(hash, [folder], ''))?.files).toEqual([file]);
    rmSync(join(folder, 'a.txt'));
    expect(await originals.find(hash, [folder], '')).toBeUndefined();
    put('a.txt', TEXT);
    rmSync(file);
    expect(await originals.find(hash, [folder], '')).toBeUndefined();
  });
  test('is known as soon as its review file has come or changed', async () => {
    const originals = new Originals();
    expect(await originals.find(hash, [folder], '')).toBeUndefined();
    const path = put('a.txt', TEXT);
    const file = put('a.review.jsonl', review(hash));
    await originals.look(file);
    expect((await originals.find(hash, [folder], ''))?.path).toBe(path);
    put('a.review.jsonl', 'no review file');
    await originals.look(file);
    expect(await originals.find(hash, [folder], '')).toBeUndefined();
    await originals.look(path);
    expect([await originals.exists(join(folder, 'none'), path), await originals.exists(join(folder, 'none'))]).toEqual([
      true,
      false,
    ]);
  });
});
