import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ImportControl, type ImportJob, importCorpus } from '../../../server/src/import/importCorpus';
import { articleName, otherNames, slug } from '../../../server/src/import/names';
import { say } from '../../../server/src/messages/say';
import { metadataReader } from '../../../server/src/store/metadata';
import { docx, pdf, windows1252 } from './files';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'import-'));
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

const A = 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal.';
const B = 'La mairie promet un second bateau pour l’été, et personne n’y croit.';

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = fs.mkdtempSync(path.join(home, 'from-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

const target = (): string => path.join(fs.mkdtempSync(path.join(home, 'to-')), 'corpus');

/** All files of a folder with their bytes as text. */
const contents = (dir: string): Record<string, string> =>
  Object.fromEntries(fs.readdirSync(dir).map((name) => [name, fs.readFileSync(path.join(dir, name), 'utf8')]));

const run = (sources: readonly string[], to: string, more: Partial<ImportJob> = {}, control: ImportControl = {}) =>
  importCorpus({ sources, target: to, ...more }, control);

const TABLE = `id,date,title,source,section,text\n1,04/03/2016,Le bac repart,Le Phare,Mer,${A}\n2,hier,Un second bateau,Le Phare,,"${B}"\n3,2016-03-05,,La Vigie,,"${B}"\n`;

describe('bringing a corpus in', () => {
  test('writes a text each, body only, and what is known beside them, as the editor reads it', async () => {
    const to = target();
    const outcome = await run([path.join(folder({ 'press.csv': TABLE }), 'press.csv')], to);
    expect(outcome).toMatchObject({ files: 1, articles: 3, written: 3, lost: 0, doubtful: 1, stopped: false });
    expect(outcome.columns).toEqual(['date', 'title', 'source', 'source_id', 'imported_from', 'section', 'date_as_written']);
    expect(contents(to)).toEqual({
      '2016-03-04_le-bac-repart.txt': `${A}\n`,
      'un-second-bateau.txt': `${B}\n`,
      '2016-03-05_press-000004.txt': `${B}\n`,
      'metadata.csv':
        'id,date,title,source,source_id,imported_from,section,date_as_written\n' +
        '2016-03-04_le-bac-repart,2016-03-04,Le bac repart,Le Phare,1,press.csv:2,Mer,\n' +
        'un-second-bateau,,Un second bateau,Le Phare,2,press.csv:3,,hier\n' +
        '2016-03-05_press-000004,2016-03-05,,La Vigie,3,press.csv:4,,\n',
      'import-report.csv':
        'file,line,kind,message\npress.csv,,summary,3 articles\npress.csv,3,in doubt,“hier” is not understood as a date: it is kept in date_as_written\n',
    });
    const known = await metadataReader((_, problems) => expect(problems).toEqual([])).forArticle(
      path.join(to, '2016-03-04_le-bac-repart.txt'),
    );
    expect(known).toMatchObject({ date: '2016-03-04' });
    expect(known?.values.get('section')).toBe('Mer');
  });

  test('a second time changes no byte, in another order of the rows neither', async () => {
    const to = target();
    const rows = TABLE.trim().split('\n');
    const from = folder({ 'press.csv': TABLE, 'more/a.html': `<p>${A}</p><p>${B}</p>` });
    await run([from], to);
    const before = contents(to);
    expect(await run([from], to)).toMatchObject({ articles: 4, written: 0, same: 4 });
    expect(contents(to)).toEqual(before);
    fs.writeFileSync(path.join(from, 'press.csv'), `${[rows[0], rows[3], rows[2], rows[1]].join('\n')}\n`);
    await run([from], to);
    expect(Object.keys(contents(to)).filter((name) => name.startsWith('2016-03-04'))).toHaveLength(1);
  });

  test('gives two articles of one name two names, whichever comes first, and the same article twice is there twice', async () => {
    const from = folder({
      'a.csv': `title,date,text\nBrèves,2016-03-04,${A}\nBrèves,2016-03-04,"${B}"\nBrèves,2016-03-04,${A}\n`,
    });
    const to = target();
    expect(await run([from], to)).toMatchObject({ written: 3 });
    const names = Object.keys(contents(to)).filter((name) => name.endsWith('.txt'));
    expect(names).toHaveLength(3);
    expect(contents(to)['2016-03-04_breves.txt']).toBe(`${A}\n`);
    expect(await run([from], to)).toMatchObject({ written: 0, same: 3 });
  });

  test('keeps what a person has changed since, in texts and in the table, and what was there before', async () => {
    const to = target();
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, 'un-second-bateau.txt'), 'Un autre article.');
    fs.writeFileSync(path.join(to, 'metadata.csv'), 'id;date;note\r\nun-second-bateau;2015;à moi\r\n');
    const from = folder({ 'press.csv': TABLE });
    await run([from], to);
    expect(contents(to)['un-second-bateau.txt']).toBe('Un autre article.');
    expect(contents(to)['un-second-bateau_2.txt']).toBe(`${B}\n`);
    expect(contents(to)['metadata.csv']).toMatch(
      /^id;date;note;title;.*\r\nun-second-bateau;2015;à moi;+\r\n2016-03-04_le-bac-repart;2016-03-04;;/,
    );
    const article = path.join(to, '2016-03-04_le-bac-repart.txt');
    fs.writeFileSync(article, `${A} Corrigé.\n`);
    const before = contents(to);
    const outcome = await run([from], to);
    expect(outcome).toMatchObject({ written: 0, same: 2, changed: 1 });
    expect(outcome.problems.map(({ message }) => say(message, 'en'))).toContain(
      '2016-03-04_le-bac-repart.txt has been changed since it was brought in: it is left as it is',
    );
    expect(contents(to)).toEqual(before);
  });

  test('into a folder within the one that is read does not read itself the next time', async () => {
    const from = folder({ 'press.csv': TABLE });
    const to = path.join(from, 'corpus');
    expect(await run([from], to)).toMatchObject({ written: 3, lost: 0 });
    const before = contents(to);
    expect(await run([from], to)).toMatchObject({ files: 1, same: 3, lost: 0 });
    expect(contents(to)).toEqual(before);
  });

  test('writes nothing where the table that is there is another one', async () => {
    const to = target();
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, 'metadata.csv'), 'name,year\nx,2016\n');
    await expect(run([folder({ 'press.csv': TABLE })], to)).rejects.toThrow('has no first column id');
    expect(Object.keys(contents(to))).toEqual(['metadata.csv']);
  });

  test('reads a folder of all kinds, tells by name what could not be read, and does the rest', async () => {
    const from = folder({
      'a.csv': `text,title\n"${A}" x,Un\n${A},Deux\n`,
      'b/c.docx': docx([A]),
      'b/scan.pdf': pdf([[]]),
      'damaged.docx': docx([A]).slice(0, 500),
      'e.rtf': windows1252('{\\rtf1\\ansi Un texte.\\par}'),
      'latin.csv': windows1252(`texte;titre\nL’été à la plage dure longtemps pour qui n’a pas d’école à faire.;Été\n`),
      'm.md': '# Rien',
      'plain.txt': A,
      'star.txt': `**** *source_X\n${A}\n`,
      'renamed.doc': '<html><body><p>Un export.</p></body></html>',
      'metadata.csv': 'id\nx\n',
    });
    const to = target();
    const outcome = await run([from], to, { language: 'fr' });
    const told = outcome.problems.map(({ place, line, message }) => `${place}:${line}: ${say(message, 'en')}`);
    expect(told).toEqual([
      'a.csv:2: a quotation mark is not closed, or something stands behind a closing one: the line is passed over (inside a cell, " is written "")',
      'b/scan.pdf:1: 1 page without a text layer, such as a scanner makes: let a program for text recognition (OCR) add one',
      'damaged.docx:1: is damaged: its archive cannot be unpacked',
      'plain.txt:1: is a text already: nothing is to be brought in, open its folder',
    ]);
    expect(outcome).toMatchObject({ files: 7, articles: 5, passedOver: 3, texts: 1, lost: 3 });
    expect(Object.keys(contents(to))).toEqual([
      'c.txt',
      'deux.txt',
      'e.txt',
      'ete.txt',
      'import-report.csv',
      'metadata.csv',
      'star.txt',
    ]);
    expect(contents(to)['ete.txt']).toMatch(/^L’été à la plage/);
    expect(contents(to)['import-report.csv']).toContain('damaged.docx,1,perdu,est endommagé');
    // a text is not lost: it stays where it is
    expect(contents(to)['import-report.csv']).not.toContain('plain.txt');
  });

  test('names a file that is gone, one of no kind, and an encoding that is not the file’s', async () => {
    const from = folder({ 'a.bin': '\u0000\u0001', 'b.csv': windows1252(`text\n${'é'.repeat(80)}\n`) });
    const outcome = await run([path.join(from, 'gone.csv'), path.join(from, 'a.bin'), path.join(from, 'b.csv')], target(), {
      encoding: 'utf-16le',
    });
    expect(outcome.problems.map(({ place }) => path.basename(place))).toEqual(['gone.csv', 'a.bin', 'b.csv']);
    expect(outcome.articles).toBe(0);
  });

  test('is stopped between two articles: what is done stays, with its rows, and goes on the next time', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `T${i},"${A} ${i}"`).join('\n');
    const from = folder({ 'a.csv': `title,text\n${rows}\n` });
    const to = target();
    let seen = 0;
    const outcome = await run([from], to, {}, { onProgress: () => seen++, isStopped: () => seen >= 10 });
    expect(outcome).toMatchObject({ stopped: true, written: 10 });
    expect(contents(to)['metadata.csv']?.trim().split('\n')).toHaveLength(11);
    expect(await run([from], to)).toMatchObject({ written: 30, same: 10, stopped: false });
    expect(contents(to)['metadata.csv']?.trim().split('\n')).toHaveLength(41);
  });
});

describe('a name', () => {
  test.each([
    ['L’Œuvre, « à suivre » !', 'l-oeuvre-a-suivre'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Порт открыт', 'порт-открыт'],
    ['!!!', ''],
    [`${'mot '.repeat(40)}`, 'mot-'.repeat(15).slice(0, -1)],
  ])('%j is %s', (title, name) => {
    expect(slug(title)).toBe(name);
  });

  test('is never one that Windows has for a device', () => {
    expect(articleName(null, 'CON', 'x')).toBe('con-');
    expect(articleName('2016', 'CON', 'x')).toBe('2016_con');
  });

  test('has others that do not end', () => {
    const others = otherNames('a', 'Nº 7', 'beef');
    expect([others.next().value, others.next().value, others.next().value, others.next().value]).toEqual([
      'a_no-7',
      'a_no-7_beef',
      'a_no-7_beef_2',
      'a_no-7_beef_3',
    ]);
  });
});
