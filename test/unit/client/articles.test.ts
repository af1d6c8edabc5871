import { describe, expect, it } from 'vitest';
import { Choices } from '../../../client/src/articles/choices';
import { faultOfDate } from '../../../client/src/articles/dates';
import { encodingName } from '../../../client/src/articles/encodings';
import { foreignKindOf } from '../../../client/src/articles/foreignForms';
import { HEAD_LENGTH, mayBeArticle, type Sight } from '../../../client/src/articles/recognise';

const see = (sight: Partial<Sight>): boolean =>
  mayBeArticle({ scheme: 'file', languageId: 'plaintext', head: 'La région renonce, dit-on.', mayBeNamed: false, ...sight });

describe('what is worth asking the server about', () => {
  it.each([
    ['a plain text', {}],
    ['an untitled one', { scheme: 'untitled' }],
    ['one of another file system', { scheme: 'vscode-vfs' }],
    ['a header alone', { head: ' date 2018-03 Titre' }],
    ['bytes of another encoding', { head: '\uFFFDl\uFFFDment\uFFFD' }],
    ['a script without spaces', { head: '政府は三日、新しい計画を発表した。' }],
    ['a text of another language that may have been named', { languageId: 'markdown', mayBeNamed: true }],
    ['an empty file that may have been named', { head: '', mayBeNamed: true }],
  ] as const)('%s', (_, sight) => {
    expect(see(sight)).toBe(true);
  });

  it.each([
    ['an empty file', { head: '' }],
    ['white space', { head: ' \n\t\n' }],
    ['numbers', { head: '1 2 3\n4 5 6\n' }],
    ['another language', { languageId: 'python' }],
    ['what an extension writes out', { scheme: 'output', mayBeNamed: true }],
    ['a list of search results', { scheme: 'search-editor' }],
    ['our own report', { scheme: 'corpus-annotator-report', mayBeNamed: true }],
  ] as const)('not: %s', (_, sight) => {
    expect(see(sight)).toBe(false);
  });

  it('looks at the beginning alone', () => {
    expect(see({ head: `${' '.repeat(HEAD_LENGTH)}La région renonce.` })).toBe(false);
  });
});

describe('files in other forms than text', () => {
  it.each([
    ['/press/A.DOCX', 'document'],
    ['/press/a.pdf', 'document'],
    ['/press/a.html', 'markup'],
    ['/press/a.xmi', 'exchange'],
    ['/press/a.txt', undefined],
    ['/press/README', undefined],
    ['/press.pdf/a', undefined],
    ['/press/a.md', undefined],
  ])('%s', (path, kind) => {
    expect(foreignKindOf(path)).toBe(kind);
  });
});

describe('a date that is typed', () => {
  it.each(['2017', '2017-03', '2017-03-04', ' 2016-02-29 ', '0099-12-31'])('%s is one', (typed) => {
    expect(faultOfDate(typed)).toBeUndefined();
  });

  it.each([
    ['', 'form'],
    ['17', 'form'],
    ['2017-3', 'form'],
    ['2017-03-04T10:00', 'form'],
    ['3 mars 2017', 'form'],
    ['2017-00', 'month'],
    ['2017-13-01', 'month'],
    ['2017-02-29', 'day'],
    ['2017-04-31', 'day'],
    ['2017-04-00', 'day'],
  ])('%s is none', (typed, fault) => {
    expect(faultOfDate(typed)).toBe(fault);
  });
});

describe('the name of an encoding', () => {
  it.each([
    ['windows1252', 'Windows-1252'],
    ['windows1250', 'Windows-1250'],
    ['iso88595', 'ISO 8859-5'],
    ['utf16le', 'UTF-16 LE'],
    ['shiftjis', 'Shift JIS'],
    ['gb18030', 'GB18030'],
    ['unheardof', 'unheardof'],
  ])('%s', (id, name) => {
    expect(encodingName(id)).toBe(name);
  });
});

describe('choices', () => {
  function memento(kept?: unknown) {
    const values = new Map<string, unknown>([['languageChoices', kept]]);
    return {
      values,
      keys: () => [...values.keys()],
      get: <T>(key: string) => values.get(key) as T,
      update: async (key: string, value: unknown) => void values.set(key, value),
    };
  }

  it('outlive the window', () => {
    const kept = memento();
    new Choices(kept).set('file:///a.txt', 'plain');
    expect(new Choices(kept).get('file:///a.txt')).toBe('plain');
  });

  it('of earlier versions name languages, and any but article means that it is none', () => {
    const choices = new Choices(
      memento([
        ['file:///a.txt', 'article'],
        ['file:///b.txt', 'log'],
        ['file:///c.txt', 'plaintext'],
      ]),
    );
    expect(choices.uris().map((uri) => choices.get(uri))).toEqual(['article', 'plain', 'plain']);
  });

  it('of a folder can be forgotten', () => {
    const kept = memento();
    const choices = new Choices(kept);
    choices.set('file:///press/a.txt', 'plain');
    choices.set('file:///other.txt', 'article');
    choices.forget((uri) => uri.startsWith('file:///press/'));
    expect(new Choices(kept).get('file:///press/a.txt')).toBeUndefined();
    expect(new Choices(kept).get('file:///other.txt')).toBe('article');
  });

  it('do not grow without end: the oldest go first', () => {
    const kept = memento();
    const choices = new Choices(kept);
    for (let number = 0; number <= 500; number++) choices.set(`file:///${number}`, 'article');
    expect(choices.get('file:///0')).toBeUndefined();
    expect(choices.get('file:///500')).toBe('article');
  });

  it('begin anew where what was kept makes no sense', () => {
    for (const broken of [null, 7, 'text', [['a']], [[1, 2]], { a: 'b' }]) {
      expect(new Choices(memento(broken)).get('a')).toBeUndefined();
    }
  });
});
