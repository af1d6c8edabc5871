import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseAnnotateOptions } from '../../../server/src/cli/options';
import { openOutput } from '../../../server/src/cli/output';
import { nothingFound } from '../../../server/src/core/analysis';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { textHash, withDocument } from '../../../server/src/store/decisions';
import { allSidecarNames, isSidecarName, olderSidecarNames, sidecarNames } from '../../../server/src/store/sidecarNames';
import { sidecarPlaces } from '../../../server/src/store/sidecarPlaces';
import { textOfAnn } from '../../../server/src/store/textSync';
import { inEnglish, told } from '../inEnglish';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'names-')));
  return () => rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const write = (...names: string[]): void => {
  for (const name of names) writeFileSync(at(name), TEXT);
};
const TEXT = 'Anna Berg parle.';
const ANN = 'T1\tPER 0 9\tAnna Berg\n';
const annOf = async (name: string): Promise<string> => basename((await sidecarPlaces(at(name))).ann);

describe('names of the files beside a text', () => {
  test('keep every extension but .txt', () => {
    const named: [string, string, string][] = [
      ['d/a.txt', 'd/a.ann', 'd/a.review.jsonl'],
      ['d/A.TXT', 'd/A.ann', 'd/A.review.jsonl'],
      ['d/a.article', 'd/a.article.ann', 'd/a.article.review.jsonl'],
      ['d.txt/article', 'd.txt/article.ann', 'd.txt/article.review.jsonl'],
      ['d/article.1', 'd/article.1.ann', 'd/article.1.review.jsonl'],
      ['d/x.md', 'd/x.md.ann', 'd/x.md.review.jsonl'],
      ['d/x.txt.txt', 'd/x.txt.ann', 'd/x.txt.review.jsonl'],
      ['d/.txt', 'd/.txt.ann', 'd/.txt.review.jsonl'],
      ['C:\\d\\a.txt', 'C:\\d\\a.ann', 'C:\\d\\a.review.jsonl'],
      ['d/a.ann', 'd/a.ann.ann', 'd/a.ann.review.jsonl'],
    ];
    for (const [text, ann, review] of named) expect(sidecarNames(text)).toEqual({ ann, review });
    expect(olderSidecarNames('d/x.article')).toEqual({ ann: 'd/x.ann', review: 'd/x.review.jsonl' });
    for (const same of ['d/x.txt', 'd.old/x', 'd/.hidden']) expect(olderSidecarNames(same)).toBeUndefined();
  });

  test('never are the text itself, and lead back to it', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const { ann, review } = sidecarNames(`d/${name}`);
        expect(new Set([ann, review, `d/${name}`]).size).toBe(3);
        expect(allSidecarNames(`d/${name}`)).not.toContain(`d/${name}`);
        for (const path of [ann, review]) expect([isSidecarName(path), path.startsWith('d/')]).toEqual([true, true]);
      }),
    );
  });
});

describe('where an article’s decisions stand', () => {
  test('two texts never share files: the .txt has them, the other is told', async () => {
    write('a.txt', 'a', 'b.txt', 'b.article', 'c.md', 'c.md.txt');
    expect(await sidecarPlaces(at('a.txt'))).toEqual(sidecarNames(at('a.txt')));
    expect(inEnglish((await sidecarPlaces(at('a'))).taken)).toBe(
      'a.ann is the file of a.txt: rename one of the two texts to annotate a.',
    );
    expect(inEnglish((await sidecarPlaces(at('c.md'))).taken)).toMatch(/^c\.md\.ann is the file of c\.md\.txt/);
    expect([await annOf('b.txt'), await annOf('b.article')]).toEqual(['b.ann', 'b.article.ann']);
    const article = await ArticleDecisions.open(at('a'), TEXT);
    expect(inEnglish(article.state.readOnly)).toContain('a.ann is the file of a.txt');
    expect(article.decide((decisions) => withDocument(decisions, { relations: [] }), 'x')).toBe(false);
    expect(await article.save()).toBe('blocked');
    expect(readdirSync(folder).filter(isSidecarName)).toEqual([]);
    // renamed, it can be annotated
    rmSync(at('a.txt'));
    await article.reload();
    expect(article.state.readOnly).toBeUndefined();
  });

  test('capitals: as the disk has it', async () => {
    write('a.txt', 'a.TXT');
    const isOne = readdirSync(folder).length === 1;
    const { taken } = await sidecarPlaces(at('a.TXT'));
    if (isOne) expect(taken).toBeUndefined();
    else expect(inEnglish(taken)).toMatch(/^a\.ann is the file of a\.txt/);
    expect((await sidecarPlaces(at('a.txt'))).taken).toBeUndefined();
  });

  test('files of an older version’s names are read, told and written', async () => {
    write('a.article');
    writeFileSync(at('a.ann'), ANN);
    const article = await ArticleDecisions.open(at('a.article'), TEXT);
    expect(article.state.decisions.document.annotations).toHaveLength(1);
    expect(told(article.state.problems)).toMatchObject([
      { severity: 'information', message: expect.stringContaining('a.article.ann') },
    ]);
    expect(article.decide((decisions) => withDocument(decisions, { annotations: [] }), 'x')).toBe(true);
    expect(await article.save()).toBe('written');
    expect(readFileSync(at('a.ann'), 'utf8')).toBe('');
    expect(existsSync(at('a.article.ann'))).toBe(false);
    expect(inEnglish(article.state.problems[0]?.message)).toContain('a.article.ann');
  });

  test('but not where they may be another text’s: that is told, and they are left alone', async () => {
    write('a.article', 'a.txt', 'b.1', 'b.2', 'c.md', 'd.article', 'd');
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(at(`${name}.ann`), ANN);
    expect([await annOf('a.article'), await annOf('b.1'), await annOf('d.article')]).toEqual([
      'a.article.ann',
      'b.1.ann',
      'd.article.ann',
    ]);
    for (const [name, other] of [
      ['a.article', 'a.txt'],
      ['b.1', 'b.2'],
      ['d.article', 'd'],
    ] as const)
      expect(inEnglish((await sidecarPlaces(at(name))).remark)).toContain(`since ${other} could have it too`);
    expect([await annOf('c.md'), await annOf('a.txt')]).toEqual(['c.ann', 'a.ann']);
    // unless they say whose they are
    writeFileSync(at('b.review.jsonl'), `{"review":1,"length":${TEXT.length},"sha256":"${textHash(TEXT)}"}\n`);
    expect(await annOf('b.1')).toBe('b.ann');
    // and today's come before
    writeFileSync(at('c.md.ann'), ANN);
    expect(await sidecarPlaces(at('c.md'))).toEqual(sidecarNames(at('c.md')));
  });

  test('from a .ann file to its text', () => {
    write('a.txt', 'a', 'b', 'c.md', 'd.article', 'e.TXT');
    const names = ['a.ann', 'b.ann', 'c.md.ann', 'c.ann', 'd.ann', 'd.article.ann', 'e.ann'];
    expect(names.map((name) => basename(textOfAnn(at(name))?.path ?? ''))).toEqual([
      'a.txt',
      'b',
      'c.md',
      'c.md',
      'd.article',
      'd.article',
      'e.TXT',
    ]);
    expect(textOfAnn(at('f.ann'))).toBeUndefined();
  });
});

const hostileName = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'é',
      'e\u0301',
      'article',
      '.',
      '.txt',
      '.TXT',
      '.ann',
      '.ANN',
      '.article',
      '.md',
      '.1',
      '.review.jsonl',
      ' ',
      '😀',
      '\\',
      '#',
      '%',
      "'",
      '-',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))
  .filter((name) => !/^\.+$/.test(name) && !(process.platform === 'win32' && /[\\. ]$|\\/.test(name)));

const ANALYSIS = { ...nothingFound('a'), language: 'fr' };

test('whatever the names: nothing that exists is overwritten but a .ann or review file of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(hostileName, { minLength: 1, maxLength: 6 }),
      fc.array(fc.record({ which: fc.nat(5), by: fc.constantFrom('editor', 'command', 'overwrite') }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (names, acts) => {
        const home = realpathSync(mkdtempSync(join(folder, 'case-')));
        const path = (name: string): string => join(home, name);
        const texts = new Map<string, string>();
        for (const name of names) {
          // on a disk that takes two of them for one, the second is left out
          if (existsSync(path(name))) continue;
          const text = `${TEXT} ${name}.`;
          writeFileSync(path(name), text);
          texts.set(name, text);
        }
        for (const { which, by } of acts) {
          const [name, text] = [...texts][which % texts.size] as [string, string];
          if (by === 'editor') {
            const article = await ArticleDecisions.open(path(name), text);
            const person = { id: 'T1', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 9 }], attributes: {} };
            article.decide((decisions) => withDocument(decisions, { annotations: [person] }), 'add');
            await article.save();
          } else {
            const words = ['--format', 'brat', ...(by === 'overwrite' ? ['--overwrite'] : []), '--', path(name)];
            const output = openOutput(parseAnnotateOptions(words), async () => undefined);
            await output.write({ id: path(name), file: path(name), text }, ANALYSIS);
          }
          for (const [each, was] of texts) expect(readFileSync(path(each), 'utf8')).toBe(was);
          for (const each of readdirSync(home)) expect(texts.has(each) || isSidecarName(each)).toBe(true);
        }
        // no two texts have the same files
        const places = await Promise.all([...texts.keys()].map((name) => sidecarPlaces(path(name))));
        const free = places.filter(({ taken }) => taken === undefined).map(({ ann }) => ann);
        expect(new Set(free).size).toBe(free.length);
        rmSync(home, { recursive: true });
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
