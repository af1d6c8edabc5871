import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metadataFile, metadataReader, writeMetadata } from '../../../server/src/store/metadata';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-annotator-metadata-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

describe('the metadata of an article', () => {
  it('is in the nearest table upwards', async () => {
    write('metadata.csv', 'id,date,source\npress/a,2016,Le Phare\npress/2017/b,2016,Le Phare\n');
    write('press/2017/metadata.csv', 'id,date\nb,2017-05\n');
    const reader = metadataReader(() => undefined, folder);
    expect(await reader.forArticle(at('press/a.txt'))).toMatchObject({ date: '2016', file: at('metadata.csv') });
    expect((await reader.forArticle(at('press/a.txt')))?.values.get('source')).toBe('Le Phare');
    expect(await reader.forArticle(at('press/2017/b.txt'))).toMatchObject({ date: '2017-05' });
    expect(await reader.forArticle(at('press/2017/c.txt'))).toBeUndefined();
  });

  it('is not looked for above the root', async () => {
    write('metadata.csv', 'id,date\na,2017\n');
    expect(await metadataFile(at('press/a.txt'), at('press'))).toBeUndefined();
    expect(await metadataFile(at('press/a.txt'), folder)).toBe(at('metadata.csv'));
  });

  it('of a table in another encoding can be read; what is wrong is told once', async () => {
    write('metadata.csv', Buffer.from('id;date;auteur\n\xe9t\xe9;2017;H\xe9l\xe8ne\nb;hier;\n', 'latin1'));
    const told: string[] = [];
    const reader = metadataReader((_, problems) => told.push(...problems.map(({ line }) => `line ${line}`)), folder);
    expect((await reader.forArticle(at('été.txt')))?.values.get('auteur')).toBe('Hélène');
    expect(await reader.forArticle(at('b.txt'))).toMatchObject({ date: null });
    expect(told).toEqual(['line 3']);
  });

  it('is written into the nearest table, or beside the article', async () => {
    expect(await writeMetadata(at('a.txt'), 'date', '2017', folder)).toBe(at('metadata.csv'));
    mkdirSync(at('press'));
    expect(await writeMetadata(at('press/b.txt'), 'date', '2018-02', folder)).toBe(at('metadata.csv'));
    expect(readFileSync(at('metadata.csv'), 'utf8')).toBe('id,date\na,2017\npress/b,2018-02\n');
    await writeMetadata(at('a.txt'), 'date', '', folder);
    expect(readFileSync(at('metadata.csv'), 'utf8')).toBe('id,date\na,\npress/b,2018-02\n');
  });

  it('is not written into a table of another encoding, which stays as it is', async () => {
    const bytes = Buffer.from('id,date\n\xe9t\xe9,2017\n', 'latin1');
    write('metadata.csv', bytes);
    await expect(writeMetadata(at('été.txt'), 'date', '2018', folder)).rejects.toThrow(/not UTF-8/);
    expect(readFileSync(at('metadata.csv'))).toEqual(bytes);
  });

  it('of two at once is written both', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => writeMetadata(at(`${name}.txt`), 'date', '2017', folder)));
    expect(readFileSync(at('metadata.csv'), 'utf8').split('\n').sort()).toEqual(['', 'a,2017', 'b,2017', 'c,2017', 'id,date']);
  });
});
