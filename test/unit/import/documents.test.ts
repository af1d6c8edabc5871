import { describe, expect, test } from 'vitest';
import type { Read, WholeFile } from '../../../server/src/import/readers/article';
import { readDocx } from '../../../server/src/import/readers/docx';
import { readOdt } from '../../../server/src/import/readers/odt';
import { readRtf } from '../../../server/src/import/readers/rtf';
import { say } from '../../../server/src/messages/say';
import { docx, odt, windows1252, zipped } from './files';

const A = 'Le bac a repris ses rotations lundi matin, après trois semaines d’arrêt.';
const B = '« Nous avons perdu un mois », regrette Ève Normand, la cafetière.';
const C = 'La mairie promet un second bateau pour l’été.';

const file = (bytes: Uint8Array, name = 'bac'): WholeFile => ({ name, bytes });
const articles = (read: readonly Read[]) =>
  read.flatMap(({ article }) => (article === undefined ? [] : { ...article, metadata: Object.fromEntries(article.metadata) }));
const told = (read: readonly Read[]): string[] =>
  read.flatMap(({ problem }) => (problem === undefined ? [] : say(problem.message, 'en')));

describe('a Word document', () => {
  test('begins with its title, by the style; who wrote it is in its properties', async () => {
    const read = await readDocx(
      file(docx([{ text: 'Le bac repart', style: 'Title' }, A, `${B}\n${C}`], { title: 'Document1', creator: 'Hugo Lestrange' })),
    );
    expect(told(read)).toEqual([]);
    expect(articles(read)).toEqual([
      { body: `${A}\n\n${B}\n${C}`, title: 'Le bac repart', author: 'Hugo Lestrange', metadata: {}, line: 1 },
    ]);
  });

  test('of a French Word, with headings within, a table and a list', async () => {
    const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const bytes = docx([{ text: 'Le bac repart', style: 'Titre1' }, A, { text: 'Et la suite ?', style: 'Titre1' }, C, '']);
    const read = await readDocx(file(bytes));
    expect(articles(read)).toMatchObject([{ title: 'Le bac repart', body: `${A}\n\nEt la suite ?\n\n${C}` }]);
    expect(cell('x')).toContain('x');
  });

  test('without a title takes its properties’, else the file’s name; notes and deleted words are left out and told', async () => {
    const text =
      '<w:r><w:t xml:space="preserve">Le bac </w:t></w:r><w:del w:id="1"><w:r><w:delText>ne </w:delText></w:r></w:del><w:r><w:t>repart</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r>';
    const read = await readDocx(file(docx([text, A], {}, ['Une note de bas de page.'])));
    expect(articles(read)).toMatchObject([{ title: 'bac', body: `Le bac repart.\n\n${A}` }]);
    expect(told(read)).toEqual(['1 note is left out of the text']);
    expect(articles(await readDocx(file(docx([A], { title: 'Un titre' }))))).toMatchObject([{ title: 'Un titre' }]);
  });

  test('that is damaged, protected, of another kind, empty or a trap is told', async () => {
    const whole = docx([A.repeat(200)]);
    expect(told(await readDocx(file(whole.slice(0, 900))))).toEqual(['is damaged: its archive cannot be unpacked']);
    expect(told(await readDocx(file(new TextEncoder().encode('pas une archive'))))).toEqual([
      'is damaged: its archive cannot be unpacked',
    ]);
    expect(told(await readDocx(file(zipped({ 'a.txt': 'x' }))))).toEqual([expect.stringContaining('holds no text document')]);
    expect(told(await readDocx(file(docx(['']))))).toEqual(['has no text: no article is made of it']);
    const trap = zipped({ 'word/document.xml': `<a>${' '.repeat(70 * 1024 * 1024)}</a>` });
    expect(trap.length).toBeLessThan(1_000_000);
    expect(told(await readDocx(file(trap)))).toEqual([expect.stringContaining('more than 64 MB')]);
  });
});

describe('an OpenDocument text', () => {
  test('has its title as a heading, its writer in its properties', () => {
    const read = readOdt(
      file(
        odt(
          `<text:h text:outline-level="1">Le bac repart</text:h><text:p>${A}</text:p><text:p/><text:p>${B}</text:p>`,
          '<meta:initial-creator>Hugo Lestrange</meta:initial-creator>',
        ),
      ),
    );
    expect(articles(read)).toEqual([
      { body: `${A}\n\n${B}`, title: 'Le bac repart', author: 'Hugo Lestrange', metadata: {}, line: 1 },
    ]);
  });

  test('has spans, spaces, tabs and line breaks of its own', () => {
    const read = readOdt(
      file(
        odt(
          '<text:p text:style-name="Title">Le bac</text:p><text:p>Un<text:s/>mot <text:span>en</text:span> gras,<text:line-break/>puis<text:tab/>un autre.</text:p>',
        ),
      ),
    );
    expect(articles(read)).toMatchObject([{ title: 'Le bac', body: 'Un mot en gras,\npuis un autre.' }]);
  });

  test('has lists and tables; notes, remarks and deleted words are left out', () => {
    const read = readOdt(
      file(
        odt(
          `<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes><text:p>Le bac<text:note><text:note-body><text:p>Une note.</text:p></text:note-body></text:note> repart.<office:annotation><text:p>À revoir</text:p></office:annotation></text:p><text:list><text:list-item><text:p>${C}</text:p></text:list-item></text:list>`,
          '<dc:title>Titre des propriétés</dc:title>',
        ),
      ),
    );
    expect(articles(read)).toMatchObject([{ title: 'Titre des propriétés', body: `Le bac repart.\n\n${C}` }]);
    expect(told(read)).toEqual(['1 note is left out of the text']);
  });

  test('that is damaged or something else is told', () => {
    expect(told(readOdt(file(odt(`<text:p>${A.repeat(500)}</text:p>`).slice(0, 300))))).toEqual([
      'is damaged: its archive cannot be unpacked',
    ]);
    expect(told(readOdt(file(zipped({ 'a.txt': 'x' }))))).toEqual([expect.stringContaining('holds no text document')]);
  });
});

describe('rich text', () => {
  test('of Word: code page, Unicode with letters that stand in, tables of fonts and styles, information', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title Le bac repart}{\author Hugo Lestrange}{\creatim\yr2016\mo3\dy4}}
\pard\plain \'ab\~Nous avons {\b perdu} un mois\~\'bb, regrette \u200?\u8217?\'c8ve\~: \'e9t\'e9.\par
{\*\generator Msftedit 5.41;}{\footnote Une note.}{\header En-t\'eate}Second\rquote\tab paragraphe \emdash fin.\line Suite.\par}`;
    expect(articles(readRtf(file(windows1252(rtf))))).toEqual([
      {
        body: '«\u00a0Nous avons perdu un mois\u00a0», regrette È’Ève\u00a0: été.\n\nSecond’ paragraphe —fin.\nSuite.',
        title: 'Le bac repart',
        author: 'Hugo Lestrange',
        metadata: {},
        line: 1,
      },
    ]);
  });

  test('of LibreOffice: two letters that stand in, signs, a picture that is bytes', () => {
    const rtf =
      "{\\rtf1\\ansi\\uc2 L\\u8217\\'81\\'66\\u233 ??t\\u233??.{\\pict\\bin5 {{}}}}\\par\n\\{accolades\\} et \\\\\\par}";
    expect(articles(readRtf(file(windows1252(rtf))))).toMatchObject([{ body: 'L’été.\n\n{accolades} et \\', title: 'bac' }]);
  });

  test('of a Macintosh, and of Cyrillic Windows', () => {
    expect(articles(readRtf(file(windows1252(String.raw`{\rtf1\mac\'8et\'8e \'c7 oui \'c8\par}`))))).toMatchObject([
      { body: 'été « oui »' },
    ]);
    expect(articles(readRtf(file(windows1252(String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'ee\'f0\'f2\par}`))))).toMatchObject([
      { body: 'Порт' },
    ]);
  });

  test('that is none, is empty, or nests without end', () => {
    expect(told(readRtf(file(windows1252('bonjour'))))).toEqual(['is not an RTF file']);
    expect(told(readRtf(file(windows1252('{\\rtf1\\par}'))))).toEqual(['has no text: no article is made of it']);
    expect(articles(readRtf(file(windows1252(`{\\rtf1${'{'.repeat(100_000)}x${'}'.repeat(100_000)}\\par}`))))).toMatchObject([
      { body: 'x' },
    ]);
  });

  test('of Factiva: an article for each number at its end', () => {
    const one = (title: string, number: string): string =>
      String.raw`{\b ${title}}\par 412 mots\par 4 mars 2016\par Le Phare\par LPHARE\par Fran\'e7ais\par Copyright 2016 Le Phare\par \par Le bac a repris lundi.\par Personne ne s'en plaint.\par Document ${number}\par \par `;
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252 ${one('Le bac repart', 'LPHARE0020160304ec3400002')}${one('Encore le bac', 'LPHARE0020160305ec3500007')}}`;
    expect(articles(readRtf(file(windows1252(rtf))))).toEqual([
      {
        body: "Le bac a repris lundi.\n\nPersonne ne s'en plaint.",
        title: 'Le bac repart',
        date: '4 mars 2016',
        source: 'Le Phare',
        author: undefined,
        id: 'LPHARE0020160304ec3400002',
        metadata: { source_code: 'LPHARE', language: 'Français' },
        line: 1,
      },
      expect.objectContaining({ title: 'Encore le bac', id: 'LPHARE0020160305ec3500007', line: 2 }),
    ]);
  });
});

describe('an export of LexisNexis', () => {
  const article = [
    'Ferry Back in Service',
    'The Beacon',
    'March 4, 2016 Friday',
    'Copyright 2016 Beacon Press All Rights Reserved',
    'Section: NEWS; Pg. 12',
    'Length: 412 words',
    'Byline: Ann Miller',
    'Body',
    'The ferry is running again: the council said so.',
    'Nobody complained.',
    'Classification',
    'Language: ENGLISH',
    'Subject: Ferries (90%)',
    'Load-Date: March 5, 2016',
    'End of Document',
  ];
  const expected = {
    body: 'The ferry is running again: the council said so.\n\nNobody complained.',
    title: 'Ferry Back in Service',
    source: 'The Beacon',
    date: 'March 4, 2016',
    author: 'Ann Miller',
    metadata: { section: 'NEWS; Pg. 12', language: 'ENGLISH', subjects: 'Ferries (90%)', load_date: 'March 5, 2016' },
  };

  test('as Word, several articles in one file', async () => {
    expect(articles(await readDocx(file(docx([...article, ...article]))))).toEqual([
      { ...expected, line: 1 },
      { ...expected, line: 2 },
    ]);
  });

  test('as rich text', () => {
    const rtf = `{\\rtf1\\ansi ${article.join('\\par ')}\\par}`;
    expect(articles(readRtf(file(windows1252(rtf))))).toEqual([{ ...expected, line: 1 }]);
  });

  test('in French, without who wrote it; an article without its body is told', async () => {
    const read = await readDocx(
      file(
        docx([
          'Le bac repart',
          'Le Phare',
          'vendredi 4 mars 2016',
          'Rubrique: MER',
          'Longueur: 120 mots',
          'Corps',
          A,
          'Date de chargement: 5 mars 2016',
          'Fin du document',
          'Sans texte',
          'Le Phare',
          'Fin du document',
        ]),
      ),
    );
    expect(articles(read)).toMatchObject([
      {
        title: 'Le bac repart',
        source: 'Le Phare',
        date: '4 mars 2016',
        body: A,
        metadata: { section: 'MER', load_date: '5 mars 2016' },
      },
    ]);
    expect(told(read)).toEqual(['has no text: no article is made of it']);
  });
});
