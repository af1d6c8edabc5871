import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { MessageError } from '../../../server/src/messages/error';
import { ArticleChoices, chooseArticle, chooseFolder } from '../../../server/src/store/articleChoices';
import { parseArticleChoices, withChoice } from '../../../server/src/store/articleChoicesFile';
import { listFolder } from '../../../server/src/store/articleFiles';
import { told } from '../inEnglish';

describe('the lines of .corpus/articles', () => {
  test('a pattern that would search for ever is given up and told at its line, the others hold', () => {
    const { of, problems } = parseArticleChoices(`article *.md\ntext ${'**/a/'.repeat(20)}b\n`);
    expect(of(`${'a/'.repeat(100)}b.md`)).toBe('article');
    expect(told(problems)).toEqual([{ severity: 'error', line: 2, message: expect.stringContaining('takes too long') }]);
    expect(of(`${'a/'.repeat(100)}c.md`)).toBe('article');
  });
  test('say article or text by patterns as git’s; the last that fits holds', () => {
    const { of, problems } = parseArticleChoices(
      [
        '# what we annotate',
        '',
        'article *.md',
        'text README.md',
        'article press/',
        'text press/notes',
        'article /top',
        'text **/drafts/**',
        'article press/drafts/one.txt  ',
        'article deux mots.txt',
        'text [ab]?.txt',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    const said = {
      'x.md': 'article',
      'sub/x.md': 'article',
      'x.MD': undefined,
      'README.md': 'text',
      'sub/README.md': 'text',
      'press/2017/a': 'article',
      'press/notes/a': 'text',
      'pressed/a': undefined,
      top: 'article',
      'sub/top': undefined,
      'press/drafts/two.txt': 'text',
      'press/drafts/one.txt': 'article',
      'sub/deux mots.txt': 'article',
      'a1.txt': 'text',
      'c1.txt': undefined,
    };
    for (const [path, choice] of Object.entries(said)) expect([path, of(path)]).toEqual([path, choice]);
    for (const path of ['', '/', '../x.md', './x.md', '/x.md']) expect(of(path)).toBeUndefined();
  });

  test('that say nothing are problems at their line, and the others hold', () => {
    const { of, problems } = parseArticleChoices('articles *.md\r\narticle\r\n<<<<<<< ours\r\ntext !x\r\narticle *.rst\r\n');
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(of('a.rst')).toBe('article');
  });

  const name = fc
    .array(fc.constantFrom('a', 'é', 'e\u0301', 'b c', ' ', '*', '?', '[', ']', '\\', '!', '#', '.txt', '/', '😀'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(''))
    .filter((path) => !/^[./]|\/\/|\/$|\/\.{1,2}(?:\/|$)/.test(path) && path.trim() !== '');

  test('any choice on any file is kept and leaves the others as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.constantFrom('article' as const, 'text' as const, undefined)), { maxLength: 12 }),
        (choices) => {
          const head = '# by hand\ntext *\n';
          let file = head;
          const meant = new Map<string, string | undefined>();
          for (const [path, choice] of choices) {
            file = withChoice(file, path, choice);
            meant.set(path.normalize('NFC'), choice);
            expect(file.startsWith(head)).toBe(true);
            expect(withChoice(file, path, choice)).toBe(file);
          }
          const { of, problems } = parseArticleChoices(file);
          expect(problems).toEqual([]);
          for (const [path, choice] of meant) expect([path, of(path)]).toEqual([path, choice ?? 'text']);
        },
      ),
    );
  });

  test('stand in the order of their names, so that two people’s can be merged', () => {
    const files = ['b', 'a', 'd', 'c'];
    const one = files.reduce((file, path) => withChoice(file, path, 'article'), '');
    const other = [...files].reverse().reduce((file, path) => withChoice(file, path, 'article'), '');
    expect(one).toBe('article /a\narticle /b\narticle /c\narticle /d\n');
    expect(other).toBe(one);
    expect(withChoice('article *.md\r\n', 'x', 'text')).toBe('article *.md\r\ntext /x\r\n');
    expect(withChoice('text /x\n', 'x', undefined)).toBe('');
    expect(() => withChoice('', 'a\nb', 'text')).toThrow(MessageError);
    expect(() => withChoice('', '../a', 'text')).toThrow(MessageError);
  });
});

describe('a project’s choices', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'choices-')));
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const at = (name: string): string => join(folder, name);
  const write = (files: Record<string, string>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(at(name), '..'), { recursive: true });
      writeFileSync(at(name), content);
    }
  };
  const listed = async (): Promise<readonly string[]> => {
    const paths: string[] = [];
    for await (const file of listFolder(folder)) {
      if (file.kind === 'file' && !file.found.article) continue;
      paths.push(file.path.slice(folder.length + 1) + (file.kind === 'problem' ? '!' : ''));
    }
    return paths.sort();
  };

  test('hold for the files below, the nearest first, whoever lists them', async () => {
    write({
      '.corpus/articles': 'article *.md\ntext notes.txt\narticle sub/LICENSE\n',
      'sub/.corpus/articles': 'text a.md\nnonsense\n',
      'a.md': '',
      'a.txt': ' date 2017 Le port rouvre.',
      'notes.txt': ' date 2017 Le port rouvre.',
      LICENSE: '',
      'sub/a.md': '',
      'sub/b.md': '',
      'sub/notes.txt': '',
      'sub/LICENSE': '',
      'sub/b.md.ann': '',
      'sub/b.review.jsonl': '',
    });
    expect(await listed()).toEqual(['a.md', 'a.txt', 'sub/.corpus/articles:2!', 'sub/LICENSE', 'sub/b.md']);
    // what is named like our own files is none, whatever is said
    write({ 'sub/.corpus/articles': 'article *\n' });
    expect(await listed()).toEqual(['a.md', 'a.txt', 'sub/LICENSE', 'sub/a.md', 'sub/b.md', 'sub/notes.txt']);
  });

  test('are written into the project that the file is in', async () => {
    write({ 'sub/.corpus/schema.json': '{}', 'sub/deep/a.txt': '', 'b.txt': '' });
    await chooseArticle(at('sub/deep/a.txt'), 'text', folder);
    await chooseArticle(at('b.txt'), 'article', folder);
    expect(readFileSync(at('sub/.corpus/articles'), 'utf8')).toBe('text /deep/a.txt\n');
    expect(readFileSync(at('.corpus/articles'), 'utf8')).toBe('article /b.txt\n');
    expect(await new ArticleChoices().of(at('sub/deep/a.txt'))).toBe('text');
    await chooseArticle(at('b.txt'), undefined, folder);
    expect(existsSync(at('.corpus/articles'))).toBe(false);
    await expect(chooseArticle(at('../elsewhere.txt'), 'text', folder)).rejects.toThrow(MessageError);
  });

  test('on a folder stand before those on its files, and take the place of what was said of it', async () => {
    write({ 'press/a.txt': '', 'press/photo.jpg': '' });
    const of = async (name: string) => new ArticleChoices().of(at(name));
    await chooseArticle(at('press/a.txt'), 'text', folder);
    await chooseFolder(at('press'), 'article', folder);
    expect(readFileSync(at('.corpus/articles'), 'utf8')).toBe('article /press/**/*.txt\ntext /press/a.txt\n');
    expect([await of('press/a.txt'), await of('press/sub/b.txt'), await of('press/photo.jpg'), await of('b.txt')]).toEqual([
      'text',
      'article',
      undefined,
      undefined,
    ]);
    await chooseFolder(at('press'), 'text', folder);
    expect(readFileSync(at('.corpus/articles'), 'utf8')).toBe('text /press/\ntext /press/a.txt\n');
    await chooseFolder(at('press'), undefined, folder);
    expect(readFileSync(at('.corpus/articles'), 'utf8')).toBe('text /press/a.txt\n');
    await chooseFolder(folder, 'text', folder);
    expect([await of('b.txt'), await of('deep/er/b.txt')]).toEqual(['text', 'text']);
    await chooseFolder(folder, 'article', folder);
    expect([await of('b.txt'), await of('deep/er/b.txt'), await of('press/a.txt')]).toEqual(['article', 'article', 'text']);
  });

  test('two who choose at once both have their line', async () => {
    write({ 'a.txt': '' });
    await Promise.all(Array.from({ length: 8 }, (_, i) => chooseArticle(at(`${i}.md`), 'article', folder)));
    expect(readFileSync(at('.corpus/articles'), 'utf8').split('\n')).toHaveLength(9);
  });

  test('that cannot be read are told', async () => {
    write({ 'a.txt': ' date 2017 Le port rouvre.' });
    mkdirSync(at('.corpus/articles'), { recursive: true });
    expect(await listed()).toEqual(['.corpus/articles!', 'a.txt']);
  });
});
