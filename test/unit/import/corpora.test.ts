import { describe, expect, test } from 'vitest';
import type { Read } from '../../../server/src/import/readers/article';
import { readImportedDate } from '../../../server/src/import/readers/date';
import { isIramuteq, readIramuteq } from '../../../server/src/import/readers/iramuteq';
import { readTxm } from '../../../server/src/import/readers/txm';
import { say } from '../../../server/src/messages/say';

const A = 'Le bac a repris ses rotations lundi matin.';
const B = 'La mairie promet un second bateau.';

const articles = (read: readonly Read[]) =>
  read.flatMap(({ article }) => (article === undefined ? [] : { ...article, metadata: Object.fromEntries(article.metadata) }));
const told = (read: readonly Read[]): string[] =>
  read.flatMap(({ problem }) => (problem === undefined ? [] : `${problem.line}: ${say(problem.message, 'en')}`));

describe('a corpus of IRaMuTeQ', () => {
  test('has a text for each line of stars, whose variables are known or kept', () => {
    const read = readIramuteq(
      `\ufeff**** *source_LePhare *date_2016-03-04 *rubrique_mer *une\r\n${A}\r\n${B}\r\n\r\n**** *source_LaVigie *annee_2017\r\n${B}\r\n`,
    );
    expect(articles(read)).toMatchObject([
      { source: 'LePhare', date: '2016-03-04', body: `${A}\n${B}`, metadata: { rubrique: 'mer', une: '1' }, line: 1 },
      { source: 'LaVigie', date: '2017', body: B, line: 5 },
    ]);
  });

  test('may have dates with low lines, names of several parts, paragraphs', () => {
    const read = readIramuteq(`**** *id_a_12 *journal_le_phare *date_2016_03_04\n${A}\n\n${B}\n`);
    expect(articles(read)).toMatchObject([{ id: 'a_12', source: 'le_phare', date: '2016-03-04', body: `${A}\n\n${B}` }]);
  });

  test('of Alceste, with themes; what has no text is told', () => {
    expect(isIramuteq('0001 *sexe_f\nOui.')).toBe(true);
    expect(isIramuteq('Un article **** comme un autre')).toBe(false);
    const read = readIramuteq(`perdu\n**** *n_1\n-*theme1\n${A}\n-*theme2\n${B}\n**** *n_2\n\n**** *n_3\n${A}`);
    expect(articles(read).map(({ body }) => body)).toEqual([`${A}\n\n${B}`, A]);
    expect(told(read)).toEqual([
      '1: stands before the first line of stars: it is part of no text',
      '2: 2 lines of themes are left out of the text',
      '7: has no text: no article is made of it',
    ]);
  });
});

describe('XML as TXM takes and makes it', () => {
  test('with plain text: attributes are the metadata', () => {
    const read = readTxm(
      `<?xml version="1.0"?><text id="a1" titre="Le bac" date="2016-03-04" rubrique="mer"><p>${A}</p><p>${B}</p></text>`,
    );
    expect(articles(read)).toMatchObject([
      { id: 'a1', title: 'Le bac', date: '2016-03-04', body: `${A}\n\n${B}`, metadata: { rubrique: 'mer' } },
    ]);
  });

  test('with words and what was told of them: marks stand where a printer puts them', () => {
    const w = (form: string): string => `<w id="w1"><txm:form>${form}</txm:form><txm:ana type="#frpos">NOM</txm:ana></w>`;
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:txm="http://textometrie.org/1.0"><teiHeader><fileDesc><titleStmt><title>Le bac</title><author>H. Lestrange</author></titleStmt></fileDesc><profileDesc><creation><date when="2016-03-04"/></creation></profileDesc></teiHeader>
<text><body><p>${['Le', 'chef', 'de', 'l’', 'île', '(', 'absent', ')', 'dit', ':', '«', 'Oui', '»', '.'].map(w).join('')}</p></body></text></TEI>`;
    expect(articles(readTxm(xml))).toMatchObject([
      { title: 'Le bac', author: 'H. Lestrange', date: '2016-03-04', body: 'Le chef de l’île (absent) dit : « Oui ».' },
    ]);
  });

  test('with several texts in one file, words marked up in running text', () => {
    const xml = `<corpus><text id="a"><p><w pos="D">Le</w> <w>bac</w> <w>l'</w><w>a</w><w>.</w></p></text><text id="b" auteur="Ève"><head>Titre</head><p>${B}</p><note>Une note.</note></text></corpus>`;
    expect(articles(readTxm(xml))).toMatchObject([
      { id: 'a', body: "Le bac l'a." },
      { id: 'b', author: 'Ève', body: `Titre\n\n${B}\n\nUne note.` },
    ]);
  });

  test('that is not well-formed is told by its line', () => {
    expect(told(readTxm('<text>\n<p>x</text>'))[0]).toMatch(/^2: /);
    expect(told(readTxm('<text id="a"/>'))).toEqual(['1: has no text: no article is made of it']);
  });
});

describe('a date', () => {
  test.each([
    ['2016-03-04', '2016-03-04'],
    ['2016-03-04T08:00:00Z', '2016-03-04'],
    ['04/03/2016', '2016-03-04'],
    ['4 mars 2016', '2016-03-04'],
    ['mardi 12 janvier 2016', '2016-01-12'],
    ['Mer, vendredi 4 mars 2016, p. 4', '2016-03-04'],
    ['1er mars 2016', '2016-03-01'],
    ['March 4, 2016', '2016-03-04'],
    ['Friday, March 4, 2016', '2016-03-04'],
    ['4 March 2016', '2016-03-04'],
    ['mars 2016', '2016-03'],
    ['2016', '2016'],
    ['1457078400', '2016-03-04'],
    ['1457078400000', '2016-03-04'],
    ['4. März 2016', '2016-03-04'],
    ['publié le 04/03/2016 à 08:00', '2016-03-04'],
  ])('%s is %s', (words, date) => {
    expect(readImportedDate(words)).toBe(date);
  });

  test('with the month first where that is how it is written', () => {
    expect(readImportedDate('03/04/2016', 'month-first')).toBe('2016-03-04');
    expect(readImportedDate('03/04/2016')).toBe('2016-04-03');
  });

  test.each(['hier', '32/13/2016', 'sans date', ''])('%j is none', (words) => {
    expect(readImportedDate(words)).toBeNull();
  });
});
