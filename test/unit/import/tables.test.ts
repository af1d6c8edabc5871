import { describe, expect, test } from 'vitest';
import type { Read } from '../../../server/src/import/readers/article';
import { delimitedRows, LONGEST_ROW } from '../../../server/src/import/readers/delimited';
import { jsonRecords } from '../../../server/src/import/readers/jsonRecords';
import { readRecords, readTable, type TableOptions, type TableShape } from '../../../server/src/import/readers/table';
import { say } from '../../../server/src/messages/say';
import { all, chunks } from './files';

const FIRST = 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal.';
const SECOND = 'La mairie annonce un budget en hausse, et personne ne s’en plaint encore.';

const table = (text: string, options: TableOptions = {}, size = 7): Promise<readonly Read[]> =>
  all(readTable(chunks(text, size), options));
const records = (text: string, options: TableOptions = {}): Promise<readonly Read[]> =>
  all(readRecords(jsonRecords(chunks(text)), options));

/** What a person is told, with its line. */
const told = (read: readonly Read[]): string[] =>
  read.flatMap(({ problem }) => (problem === undefined ? [] : `${problem.line}: ${say(problem.message, 'en')}`));
const articles = (read: readonly Read[]) =>
  read.flatMap(({ article }) => (article === undefined ? [] : { ...article, metadata: Object.fromEntries(article.metadata) }));

describe('a table', () => {
  test('of a spreadsheet in France: semicolons, French names, a cell of several lines', async () => {
    const read = await table(
      `\ufeffIdentifiant;Date de parution;Titre;Journal;Signature;Rubrique;Texte\r\nA12;04/03/2016;Le bac repart;Le Phare;Ève Normand;Mer;"${FIRST}\n\n${SECOND}"\r\n`,
    );
    expect(told(read)).toEqual([]);
    expect(articles(read)).toEqual([
      {
        body: `${FIRST}\n\n${SECOND}`,
        date: '04/03/2016',
        title: 'Le bac repart',
        source: 'Le Phare',
        author: 'Ève Normand',
        id: 'A12',
        metadata: { Rubrique: 'Mer' },
        line: 2,
      },
    ]);
  });

  test('of a program: commas, English names, HTML in the text', async () => {
    const read = await table(
      `url,headline,published_at,outlet,content\nhttps://a.example/1,"Ferry ""back""",2016-03-04T08:00:00Z,The Beacon,"<p>${FIRST}</p><p>${SECOND}<br>Fin</p>"\n`,
    );
    expect(articles(read)).toMatchObject([
      {
        title: 'Ferry "back"',
        date: '2016-03-04T08:00:00Z',
        source: 'The Beacon',
        body: `${FIRST}\n\n${SECOND}\nFin`,
        metadata: { url: 'https://a.example/1' },
      },
    ]);
  });

  test('of tabs, whose text no name tells: the longest column is the text', async () => {
    const read = await table(`n\tkind\twords\n1\tnews\t${FIRST}\n2\tnews\t${SECOND}\n`);
    expect(articles(read).map(({ body }) => body)).toEqual([FIRST, SECOND]);
  });

  test('is read as a person says, whatever its columns are called', async () => {
    const head = 'text,summary,date,day\n';
    const row = `${FIRST},${SECOND.replace(',', '')},2015,2016-03-04\n`;
    const read = await table(head + row, { columns: { text: 'Summary', date: 'day' } });
    expect(articles(read)).toMatchObject([
      { body: SECOND.replace(',', ''), date: '2016-03-04', metadata: { text: FIRST, date: '2015' } },
    ]);
    expect(told(await table(head + row, { columns: { title: 'titel' } }))).toEqual([
      '2: there is no column titel; there are text, summary, date, day',
    ]);
  });

  test('without a text says which columns there are, once', async () => {
    expect(told(await table('a,b\n1,2\n3,4\n'))).toEqual(['2: no column is the text: name it with --text; there are a, b']);
  });

  test('with rows of differing width and without text names the lines and does the rest', async () => {
    const read = await table(`id,text,note\n1,${FIRST}\n2,${SECOND.replace(',', '')},x,y,z\n3,,\n4,${FIRST},ok\n`);
    expect(told(read)).toEqual([
      '2: 2 cells for 3 columns: the missing ones are empty',
      '3: 5 cells for 3 columns: the last ones are left out',
      '4: has no text: no article is made of it',
    ]);
    expect(articles(read).map(({ id }) => id)).toEqual(['1', '2', '4']);
  });

  test.each([
    ['that is never closed', `id,text\n1,"${FIRST}\n2,${FIRST}\n3,${FIRST}\n`, ['2', '3'], [2]],
    ['that the next row seems to close', `id,text\n1,"${FIRST}\n2,"${FIRST}"\n3,${FIRST}\n`, ['2', '3'], [2]],
    ['within a cell', `id,text\n1,"Il dit "oui" et part"\n2,"${FIRST}"\n`, ['2'], [2]],
    ['after a cell of several lines', `id,text\n1,"${FIRST}\nsuite"\n2,"a "b"\n3,${FIRST}\n`, ['1', '3'], [4]],
  ])('with a broken quotation mark %s tells its line and goes on with the next', async (_, text, ids, lines) => {
    for (const size of [1, 5, 10_000]) {
      const read = await table(text, {}, size);
      expect(articles(read).map(({ id }) => id)).toEqual(ids);
      expect(read.flatMap(({ problem }) => problem?.line ?? [])).toEqual(lines);
    }
  });

  test('is cut anywhere and read the same', async () => {
    const text = `id,text\r\n1,"a ""b"" c\r\nd"\r\n\r\n2,"",\r\n3,e`;
    const whole = await all(delimitedRows(chunks(text, 1_000), ','));
    for (const size of [1, 2, 3, 4]) expect(await all(delimitedRows(chunks(text, size), ','))).toEqual(whole);
    expect(whole).toContainEqual({ row: { line: 2, cells: ['1', 'a "b" c\r\nd'] } });
    expect(whole).toContainEqual({ row: { line: 6, cells: ['3', 'e'] } });
  });

  test('of one endless line ends with a word for it, not with the memory', async () => {
    const endless = async function* (): AsyncGenerator<string> {
      for (let i = 0; i < 1_000; i++) yield 'a'.repeat(1_000_000);
    };
    const read = await all(delimitedRows(endless(), ','));
    expect(read).toMatchObject([{ problem: { line: 1 } }]);
    expect(LONGEST_ROW).toBeLessThan(32_000_000);
  });

  test('says what its columns are taken for, for a preview', async () => {
    const shapes: TableShape[] = [];
    await all(readTable(chunks(`id,Titre,Contenu\n1,Un,${FIRST}\n`), {}, (shape) => shapes.push(shape)));
    expect(shapes).toMatchObject([{ names: ['id', 'Titre', 'Contenu'], mapping: { id: 'id', title: 'Titre', text: 'Contenu' } }]);
  });
});

describe('records', () => {
  test('of JSON Lines: one that is broken is told by its line', async () => {
    const read = await records(
      `{"id":7,"texte":${JSON.stringify(FIRST)},"tags":["mer","port"]}\n{"id":8,\n\n[1]\n{"id":9,"texte":${JSON.stringify(SECOND)}}\n`,
    );
    expect(articles(read)).toMatchObject([
      { id: '7', body: FIRST, metadata: { tags: 'mer; port' } },
      { id: '9', body: SECOND },
    ]);
    expect(read.flatMap(({ problem }) => problem?.line ?? [])).toEqual([2, 4]);
  });

  test('of an array, with objects in them', async () => {
    const read = await records(
      JSON.stringify(
        [
          {
            source: { id: null, name: 'Le Phare' },
            author: 'A. Le Goff',
            title: 'Un',
            publishedAt: '2016-03-04',
            content: FIRST,
          },
        ],
        null,
        2,
      ),
    );
    expect(articles(read)).toMatchObject([
      { source: 'Le Phare', author: 'A. Le Goff', title: 'Un', date: '2016-03-04', body: FIRST },
    ]);
  });

  test('of an object that holds them, authors as objects and the text as a list of paragraphs', async () => {
    const long = FIRST + SECOND;
    const read = await records(
      JSON.stringify({
        total: 1,
        response: { results: [{ webTitle: 'Un', authors: [{ name: 'A. Le Goff' }, { name: 'B' }], body: [long, FIRST] }] },
      }),
    );
    expect(articles(read)).toMatchObject([{ title: 'Un', author: 'A. Le Goff; B', body: `${long}\n\n${FIRST}` }]);
  });

  test('of an array that breaks off are read as far as it goes, on one line or many', async () => {
    for (const joint of [',', ',\n']) {
      const read = await records(
        `[{"text":${JSON.stringify(FIRST)}}${joint}{"text":${JSON.stringify(SECOND)}}${joint}{"text":"Au`,
      );
      expect(articles(read).map(({ body }) => body)).toEqual([FIRST, SECOND]);
      expect(told(read)).toEqual([
        `${joint === ',' ? 1 : 3}: is not JSON from here on: what stands before is read, the rest is not`,
      ]);
    }
  });

  test('of one object alone are one article; a list of numbers is none', async () => {
    expect(articles(await records(JSON.stringify({ text: FIRST, title: 'Un' }, null, 1)))).toMatchObject([
      { title: 'Un', body: FIRST },
    ]);
    expect(told(await records('[1,2]'))).toEqual(['1: is not a JSON object', '1: is not a JSON object']);
    expect(told(await records('tout autre chose'))).toHaveLength(1);
  });
});
