import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Choices } from '../../../client/src/articles/choices';
import { folderGlob, placeGlob, withEntry, withoutEntry } from '../../../client/src/articles/globs';
import { type Evidence, isBinary, languageFor } from '../../../client/src/articles/recognise';
import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS, limitedSearch } from '../../../server/src/protocol';

const { patterns } = compileHeaderPatterns(DEFAULT_HEADER_PATTERNS);
const ARTICLE_HEAD = ' date 2018-03 La région renonce.';

function decide(evidence: Partial<Evidence>): string | null {
  return languageFor({
    languageId: 'plaintext',
    head: ARTICLE_HEAD,
    headerPatterns: patterns,
    isAssociated: false,
    isNamedArticle: false,
    isExcluded: false,
    ...evidence,
  });
}

describe('which document is an article', () => {
  it.each([
    ['the header on the first line', { head: ARTICLE_HEAD }],
    ['a byte order mark before it', { head: `\uFEFF${ARTICLE_HEAD}` }],
    ['the text on the next line', { head: 'date 2018\r\nLa région renonce.' }],
    ['a file that the settings name', { head: 'Sans en-tête.', isNamedArticle: true }],
    ['one of another language, named', { languageId: 'markdown', head: '# Titre', isNamedArticle: true }],
    ['an empty file, named', { head: '', isNamedArticle: true }],
    ['a file chosen by its reader', { head: 'Sans en-tête.', choice: 'article' }],
    ['a file chosen that the settings exclude', { choice: 'article', isExcluded: true }],
  ])('%s', (_, evidence) => {
    expect(decide(evidence)).toBe('article');
  });

  it('a pattern of the user’s that would search for ever is given up once and told, the next one counts', () => {
    const told: string[] = [];
    const limited = limitedSearch((pattern) => told.push(pattern));
    const sources = ['(?<title>(?:a+)+)b', 'a+ !'];
    for (const head of [`${'a'.repeat(60)} !`, `${'a'.repeat(80)} !`]) {
      const { patterns: headerPatterns } = compileHeaderPatterns(sources, limited);
      expect(decide({ head, headerPatterns })).toBe('article');
    }
    expect(told).toEqual(['(?<title>(?:a+)+)b']);
  });

  it.each([
    ['no header', { head: 'La région renonce, dit-on.' }],
    ['an empty file', { head: '' }],
    ['the header further down', { head: `Titre\n${ARTICLE_HEAD}` }],
    ['a date that is none', { head: 'date 2018-31 La région' }],
    ['another language', { languageId: 'log' }],
    ['one that is an article already', { languageId: 'article' }],
    ['an excluded file', { isExcluded: true }],
    ['an excluded file that is named too', { isExcluded: true, isNamedArticle: true }],
    ['a file that the user’s settings call plain text', { isAssociated: true }],
    ['a file that its reader made plain text', { choice: 'plaintext' }],
    ['the same, named', { choice: 'plaintext', isNamedArticle: true }],
    ['binary data behind a header', { head: `${ARTICLE_HEAD}\0\0` }],
    ['binary data, named', { head: '\0\x01', isNamedArticle: true }],
  ])('not: %s', (_, evidence) => {
    expect(decide(evidence)).toBeNull();
  });

  it('an article that its reader made plain text becomes so again when it is opened', () => {
    expect(decide({ languageId: 'article', choice: 'plaintext' })).toBe('plaintext');
  });

  it('a choice between two other languages is VS Code’s own matter', () => {
    expect(decide({ languageId: 'plaintext', choice: 'markdown' })).toBeNull();
  });
});

describe('binary data', () => {
  it('is told by NUL or by many bytes that are no UTF-8', () => {
    expect(isBinary('texte\0')).toBe(true);
    expect(isBinary('\uFFFD\uFFFDab')).toBe(true);
  });

  it('is not a text with one broken letter, nor an empty one', () => {
    expect(isBinary(`Une r\uFFFDgion entière qui renonce au tunnel.`)).toBe(false);
    expect(isBinary('')).toBe(false);
  });
});

describe('globs of settings', () => {
  it.each([
    ['*.txt', 'folder', '**/*.txt'],
    ['news.txt', 'folder', '**/news.txt'],
    ['press/*.txt', 'folder', 'press/*.txt'],
    ['./press/*.txt', 'folder', 'press/*.txt'],
    ['press/2017', 'folder', 'press/2017/**'],
    ['press/', 'folder', 'press/**'],
    ['press', 'folder', '**/{press,press/**}'],
    ['press\\2017\\*.txt', 'folder', 'press/2017/*.txt'],
    ['/data/press/*.txt', 'root', '/data/press/*.txt'],
    ['C:\\data\\*.txt', 'root', 'C:/data/*.txt'],
  ])('%s', (glob, base, pattern) => {
    expect(placeGlob(glob)).toEqual({ base, pattern });
  });

  it('that are empty name nothing', () => {
    expect(placeGlob('  ')).toBeNull();
    expect(placeGlob('./')).toBeNull();
  });

  it('for a folder name its text files, and what would be a wildcard stands for itself', () => {
    expect(folderGlob('/press/2017/')).toBe('press/2017/**/*.txt');
    expect(folderGlob('')).toBe('**/*.txt');
    expect(folderGlob('/press [old]')).toBe('press [[]old[]]/**/*.txt');
  });

  it('are added and taken out once', () => {
    const list = ['a', 'b'];
    expect(withEntry(list, 'b')).toBe(list);
    expect(withEntry(list, 'c')).toEqual(['a', 'b', 'c']);
    expect(withoutEntry(list, 'c')).toBe(list);
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (entries, entry) => {
        expect(withoutEntry(withEntry(entries, entry), entry)).not.toContain(entry);
      }),
    );
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
    new Choices(kept).set('file:///a.txt', 'plaintext');
    expect(new Choices(kept).get('file:///a.txt')).toBe('plaintext');
  });

  it('of a folder can be forgotten', () => {
    const kept = memento();
    const choices = new Choices(kept);
    choices.set('file:///press/a.txt', 'plaintext');
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
