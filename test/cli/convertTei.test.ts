import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { convert, parseConvertOptions } from '../../server/src/cli/convert';
import { tei } from '../../server/src/formats/tei';
import { importDocument } from '../../server/src/store/importDocument';

const EDITION = `<?xml version="1.0" encoding="UTF-8"?>\r
<TEI xmlns="http://www.tei-c.org/ns/1.0"><!-- kept -->\r
  <teiHeader><fileDesc><titleStmt><title>Lettres</title></titleStmt></fileDesc></teiHeader>\r
  <text>\r
    <body><div><head>À <placeName>Vell</placeName></head>\r
      <p>Anne <hi rend="it">Corbin</hi> est partie hier.<note>Un mardi.</note> Otran dit : « Oui. »</p></div></body>\r
  </text>\r
</TEI>\r
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tei-'));
  mkdirSync(join(folder, 'tei/lettres'), { recursive: true });
  writeFileSync(join(folder, 'tei/lettres/a.xml'), EDITION);
  return () => rmSync(folder, { recursive: true, force: true });
});
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const status = await convert(parseConvertOptions(words), { stdout, stderr, bundle: folder });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** As the editor does it: the edition's text as an article, what it says as decisions; then more of them. */
async function annotated(): Promise<void> {
  const { documents } = tei.read({ name: 'lettres/a.xml', content: EDITION });
  for (const document of documents) expect(await importDocument(document, join(folder, 'articles'))).toMatchObject({ ok: true });
  const ann = file('articles/lettres/a.ann');
  const [text, names] = [file('articles/lettres/a.txt'), ['Anne Corbin', 'Otran']];
  const lines = names.map((name, i) => `T${i + 10}\tPER ${text.indexOf(name)} ${text.indexOf(name) + name.length}\t${name}\n`);
  writeFileSync(join(folder, 'articles/lettres/a.ann'), `${ann}${lines.join('')}#1\tAnnotatorNotes T11\tqui ?\n`);
}

describe('an edition is opened, annotated and written back', () => {
  test('its bytes are the same but for what was put in', async () => {
    await annotated();
    const back = join(folder, 'back');
    const { status, stderr } = await run(
      '--to',
      'tei',
      '--into',
      join(folder, 'tei'),
      '--out',
      back,
      '--strict',
      join(folder, 'articles'),
    );
    expect([status, stderr]).toEqual([0, '']);
    const woven = file('back/lettres/a.xml');
    expect(woven).toContain('<persName xml:id="T10" resp="#corpus-annotator">Anne <hi rend="it">Corbin</hi></persName> est');
    expect(woven).toContain('<note type="comment">qui ?</note>');
    const stripped = woven
      .replace(/<standOff[\s\S]*<\/standOff>\r\n {2}/, '')
      .replace(/<(\w+)[^<>]* resp="#corpus-annotator">([\s\S]*?)<\/\1>/g, '$2');
    expect(stripped).toBe(EDITION);
    // the edition itself is untouched unless that is said
    expect(file('tei/lettres/a.xml')).toBe(EDITION);
    const kept = await run('--to', 'tei', '--into', join(folder, 'tei'), '--out', join(folder, 'tei'), join(folder, 'articles'));
    expect([kept.status, file('tei/lettres/a.xml')]).toEqual([1, EDITION]);
    const over = [
      '--overwrite',
      '--to',
      'tei',
      '--into',
      join(folder, 'tei'),
      '--out',
      join(folder, 'tei'),
      join(folder, 'articles'),
    ];
    expect((await run(...over)).status).toBe(0);
    expect(file('tei/lettres/a.xml')).toBe(woven);
    // once more into what was written: nothing is put in twice
    expect((await run(...over)).status).toBe(0);
    expect(file('tei/lettres/a.xml')).toBe(woven);
  });

  test('one file goes to standard output, apart from the text where that is asked for', async () => {
    await annotated();
    const one = ['--to', 'tei', '--into', join(folder, 'tei/lettres/a.xml'), '--variant', 'standoff', join(folder, 'articles')];
    const { status, stdout } = await run(...one);
    expect(status).toBe(0);
    expect(stdout).toContain('string-range(/TEI/text[1]/body[1]/div[1]/p[1],0,11)');
    expect(stdout.replace(/<standOff[\s\S]*<\/standOff>\r\n {2}/, '')).toBe(EDITION);
  });

  test('a file that is missing or in another encoding is named', async () => {
    await annotated();
    writeFileSync(join(folder, 'tei/lettres/a.xml'), Buffer.from(EDITION, 'latin1'));
    const latin = await run(
      '--to',
      'tei',
      '--into',
      join(folder, 'tei'),
      '--out',
      join(folder, 'back'),
      join(folder, 'articles'),
    );
    expect([latin.status, latin.stderr]).toEqual([1, expect.stringContaining('a.xml: ')]);
    const none = await run(
      '--to',
      'tei',
      '--into',
      join(folder, 'articles'),
      '--out',
      join(folder, 'back'),
      join(folder, 'articles'),
    );
    expect([none.status, none.stderr]).toEqual([1, expect.stringMatching(/a\.xml: there is no file of this name/)]);
    expect(() => parseConvertOptions(['--to', 'csv', '--into', 'a', 'b'])).toThrow('--into');
  });
});
