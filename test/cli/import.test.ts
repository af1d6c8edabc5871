import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx, pdf } from '../unit/import/files';
import { commandLine } from './support';

const { home, cli } = commandLine('import', { importer: true });

const A = 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal.';
const B = 'La mairie promet un second bateau pour l’été et personne n’y croit.';

const environment = (locale: string) => ({ ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale });

function run(dir: string, words: readonly string[], locale = 'C') {
  return spawnSync(process.execPath, [cli, 'import', ...words], { encoding: 'utf8', cwd: dir, env: environment(locale) });
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), content);
  return dir;
}

const TABLE = `id;jour;titre;résumé;contenu\n1;03/04/2016;Le bac repart;court;${A}\n2;03/05/2016;Un bateau;court;${B}\n`;

describe('import', () => {
  test('writes articles, says what came of it, and the second time that all is there', () => {
    const dir = folder({ 'presse.csv': TABLE });
    const first = run(dir, ['--to', 'out', 'presse.csv']);
    expect(first).toMatchObject({ status: 0, stdout: '' });
    expect(first.stderr).toBe('2 articles out of 1 file in out\nmetadata.csv: date, title, source_id, imported_from, résumé\n');
    expect(fs.readFileSync(path.join(dir, 'out', '2016-04-03_le-bac-repart.txt'), 'utf8')).toBe(`${A}\n`);
    expect(run(dir, ['--to', 'out', 'presse.csv']).stderr).toContain('0 written now, 2 there already');
  });

  test('leaves texts among the sources where they are, which is no failure', () => {
    const dir = folder({ 'presse.csv': TABLE, 'deja.txt': B });
    const { status, stderr } = run(dir, ['--to', 'out', '.']);
    expect(status).toBe(0);
    expect(stderr).toContain('2 articles out of 1 file in out');
    expect(stderr).toContain('1 file left in place: a text needs no import');
    expect(fs.readdirSync(path.join(dir, 'out')).filter((name) => name.startsWith('deja'))).toEqual([]);
    expect(run(dir, ['--to', 'out', 'deja.txt']).status).toBe(0);
  });

  test('takes the columns, the order of days and the language of the interface as told', () => {
    const dir = folder({ 'presse.csv': TABLE });
    const { status, stderr } = run(
      dir,
      ['--to', 'out', '--text', 'résumé', '--title', '-', '--day-order', 'month-first', 'presse.csv'],
      'fr_FR.UTF-8',
    );
    expect(status).toBe(0);
    expect(stderr).toContain('2 articles tirés de 1 fichier dans out');
    expect(fs.readFileSync(path.join(dir, 'out', '2016-03-04_presse-000002.txt'), 'utf8')).toBe('court\n');
  });

  test('shows columns and first articles and writes nothing where that is wanted', () => {
    const dir = folder({ 'presse.csv': TABLE });
    const { status, stdout } = run(dir, ['--dry-run', 'presse.csv']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/ {2}contenu {2}the text {9}Le bac a repris/);
    expect(stdout).toMatch(/ {2}résumé {3}kept/);
    expect(stdout).toContain('presse.csv:2  Le bac repart\n    2016-04-03 · 1\n');
    expect(fs.readdirSync(dir)).toEqual(['presse.csv']);
  });

  test('names what could not be read, does the rest, and ends with 1', () => {
    const dir = folder({ 'a.csv': `id,text\n1,"${A}\n2,${B.replace(',', '')}\n`, 'b.docx': 'nichts', 'c.html': `<p>${A}</p>` });
    const { status, stderr } = run(dir, ['--to', 'out', 'a.csv', 'b.docx', 'c.html', 'gone.pdf']);
    expect(status).toBe(1);
    expect(stderr).toContain('a.csv:2: a quotation mark is not closed');
    expect(stderr).toContain('b.docx:1: is damaged');
    expect(stderr).toContain('gone.pdf:1: does not exist');
    expect(stderr).toContain('2 articles out of 3 files in out\n');
    expect(stderr).toContain(`3 lost, 0 in doubt: see ${path.join('out', 'import-report.csv')}`);
    expect(fs.readFileSync(path.join(dir, 'out', 'import-report.csv'), 'utf8')).toContain('b.docx,1,lost,');
  });

  test('reads pages and documents as a bundle too, in which libraries load their parts otherwise', () => {
    const printed = pdf([[{ text: 'Un article de papier, sur une seule ligne.', x: 60, y: 700 }]]);
    const dir = folder({
      'a.docx': docx([A]),
      'b.pdf': printed,
      'c.html': `<html><body><article><h1>Titre</h1><p>${B}</p></article></body></html>`,
    });
    const { status, stderr } = run(dir, ['--to', 'out', 'a.docx', 'b.pdf', 'c.html']);
    expect(stderr).toContain('3 articles out of 3 files in out');
    expect(status).toBe(0);
    expect(fs.readFileSync(path.join(dir, 'out', 'b.txt'), 'utf8')).toBe('Un article de papier, sur une seule ligne.\n');
    expect(fs.readFileSync(path.join(dir, 'out', 'titre.txt'), 'utf8')).toBe(`${B}\n`);
  });

  test.each([
    [['a.csv'], '--to names the folder'],
    [['--to', 'out'], 'name the files or folders to import'],
    [['--to', 'out', '--delimiter', 'ab', 'a.csv'], '--delimiter ab'],
    [['--to', 'out', '--day-order', 'ymd', 'a.csv'], '--day-order ymd'],
    [['--to', 'out', '--frobnicate', 'a.csv'], '--frobnicate'],
  ])('%j is a wrong call', (words, said) => {
    const { status, stderr } = run(folder({}), words);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('is stopped by Ctrl+C between two articles: what is done stays, with its rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `T${i},"${A} ${i}"`).join('\n');
    const dir = folder({ 'a.csv': `title,text\n${rows}\n` });
    const child = spawn(process.execPath, [cli, 'import', '--to', 'out', 'a.csv'], { cwd: dir, env: environment('C') });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const out = path.join(dir, 'out');
    while (!fs.existsSync(out) || fs.readdirSync(out).length < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(1);
    expect(said).toContain('stopped: what is done stays');
    const texts = fs.readdirSync(out).filter((name) => name.endsWith('.txt'));
    const table = fs.readFileSync(path.join(out, 'metadata.csv'), 'utf8').trim().split('\n');
    expect(texts.length).toBeLessThan(20_000);
    expect(table.length - 1).toBe(texts.length);
  });
});
