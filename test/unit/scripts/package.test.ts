import { describe, expect, it } from 'vitest';
import { packageProblems } from '../../../scripts/package.mjs';

const manifest = {
  main: './dist/client.js',
  browser: './dist/web/client.js',
  bin: { 'corpus-annotator': 'dist/cli.js' },
  icon: 'client/media/icon.png',
  contributes: {
    languages: [{ id: 'article', configuration: './syntaxes/article.language-configuration.json' }],
    grammars: [{ path: './syntaxes/article.tmLanguage.json' }],
  },
};
const complete = [
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  'THIRD-PARTY-NOTICES.txt',
  'dist/client.js',
  'dist/server.js',
  'dist/node-sqlite3-wasm.wasm',
  'dist/importer.js',
  'dist/web/client.js',
  'dist/web/server.js',
  'dist/models/fr.bin',
  'client/media/icon.png',
  'samples/corpus/fr/a.txt',
  'samples/corpus/.corpus/articles',
  'syntaxes/article.language-configuration.json',
  'syntaxes/article.tmLanguage.json',
];

describe('what a package holds', () => {
  it('is right when everything named is there and nothing else', () => {
    expect(packageProblems(complete, manifest)).toEqual([]);
  });

  it.each([
    'dist/client.js.map',
    'dist/web/server.js.map',
    'server/src/main.ts',
    'test/unit/a.test.ts',
    'node_modules/mocha/index.js',
    'samples/expected/a.json',
    '.ci/run',
  ])('does not take %s, which nothing needs at run time', (file) => {
    expect(packageProblems([...complete, file], manifest)).toEqual([`not needed at run time: ${file}`]);
  });

  it.each([
    'LICENSE',
    'NOTICE',
    'THIRD-PARTY-NOTICES.txt',
    'dist/server.js',
    'dist/importer.js',
    'dist/web/client.js',
    'dist/web/server.js',
    'dist/client.js',
    'client/media/icon.png',
    'syntaxes/article.tmLanguage.json',
    'syntaxes/article.language-configuration.json',
  ])('misses %s', (file) => {
    expect(
      packageProblems(
        complete.filter((present) => present !== file),
        manifest,
      ),
    ).toEqual([`missing: ${file}`]);
  });
});
