import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  cellOf,
  metadataDate,
  metadataLookup,
  metadataRow,
  readMetadata,
  setMetadata,
} from '../../../server/src/formats/metadata';
import { told } from '../inEnglish';

const TABLE = 'id,date,title\na,2017-03-03,Le port\npress/b,2017-04,"Le pont, ""fermé"""\n';
const dateIn = (content: string, path: string) => metadataDate(readMetadata(content).table, path);

describe('a table that is asked for many texts', () => {
  it('says what its rows say', () => {
    const name = fc.constantFrom('a', 'b', 'press/a', 'press\\\\b', 'e\u0301te\u0301', '', ' a ', 'a.txt');
    const cell = fc.constantFrom('', '2017', 'x', 'un, deux', 'a\nb', '"q"', ' 2016-03 ');
    const head = fc.constantFrom('id,date,title', 'ID,Date,date', 'title,id,date', 'id', '\ufeffid,title,date');
    fc.assert(
      fc.property(head, fc.array(fc.tuple(name, cell, cell), { maxLength: 6 }), (columns, rows) => {
        const { table } = readMetadata(`${columns}\n${Papa.unparse(rows, { newline: '\n' })}\n`);
        const lookup = metadataLookup(table);
        for (const path of ['a.txt', 'press/a.txt', 'press/b.txt', 'x/été.txt', 'c.txt', 'a.txt.txt']) {
          const row = metadataRow(table, path);
          const values = row && new Map(table.columns.slice(1).map((column) => [column, cellOf(table, row, column)]));
          expect(lookup.of(path)).toEqual(row && { date: metadataDate(table, path), values });
        }
      }),
    );
  });

  it('of as many rows as articles, without going through the rows for each', () => {
    const count = 30_000;
    const rows = Array.from({ length: count }, (_, i) => `dossier/été-${i},2017,Le Phare\n`);
    const lookup = metadataLookup(readMetadata(`id,date,source\n${rows.join('')}`).table);
    let found = 0;
    for (let i = 0; i < count; i++) if (lookup.of(`dossier/été-${i}.txt`)?.date === '2017') found++;
    expect(found).toBe(count);
  });
});

describe('what a table says', () => {
  it('of a text by its path or name, with or without extension', () => {
    expect(dateIn(TABLE, 'a.txt')).toBe('2017-03-03');
    expect(dateIn(TABLE, 'deep/a.txt')).toBe('2017-03-03');
    expect(dateIn(TABLE, 'press/b.txt')).toBe('2017-04');
    expect(dateIn(TABLE, 'b.txt')).toBeNull();
    expect(dateIn('id,date\na.txt,2017\n', 'a.txt')).toBe('2017');
    expect(dateIn('id,date\nx/a,2016\na,2017\n', 'x/a.txt')).toBe('2016');
    expect(dateIn('id,date\npress\\b,2016\n', 'press/b.txt')).toBe('2016');
    expect(dateIn('id,date\n2017.03.04,2017\n', '2017.03.04.txt')).toBe('2017');
  });

  it('whatever the case of the columns, the line ends, a byte-order mark, accents in pieces, semicolons', () => {
    expect(dateIn('\ufeffID,Date\r\ne\u0301te\u0301,03/04/2017\r\n', 'été.txt')).toBe('2017-04-03');
    expect(dateIn('id;titre;date\na;Un, deux;2017\n', 'a.txt')).toBe('2017');
    expect(dateIn('id\tdate\na\t2017', 'a.txt')).toBe('2017');
  });

  it('in cells with line breaks and quotation marks', () => {
    const { table, problems } = readMetadata('id,title,date\n"a","Le\nport",2017\nb,"""Oui""",2018\n');
    const row = metadataRow(table, 'b.txt');
    expect(problems).toEqual([]);
    expect([row?.line, row && cellOf(table, row, 'title')]).toEqual([4, '"Oui"']);
  });

  it('is read as papaparse reads it', () => {
    const cell = fc.stringMatching(/^[a-zé ",;\n]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const content = Papa.unparse([['id', 'title'], ...rows.map(([a, b]) => [`x${a}`, b])], { newline: '\n' });
        const { table } = readMetadata(content);
        expect(table.rows.map((row) => row.cells.map((c) => c.value))).toEqual(Papa.parse(content).data.slice(1));
      }),
    );
  });

  it.each<[string, string, number, RegExp]>([
    ['a first column that is no id', 'title,date\na,2017\n', 1, /first column must be called id/],
    ['a line without an id', 'id,date\n,2017\n', 2, /no id/],
    ['a text that stands twice', 'id,date\na,2017\nb,2017\na,2018\n', 4, /a is already on line 2/],
    ['a date that is none', 'id,date\na,hier\n', 2, /"hier" is not a date/],
    ['too many cells', 'id,date\na,2017,x\n', 2, /3 cells, and there are 2 columns/],
    ['a quotation mark left open', 'id,date\na,"2017\n', 2, /not closed/],
  ])('tells by the line: %s', (_, content, line, message) => {
    expect(told(readMetadata(content).problems)).toContainEqual(
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    );
  });
});

describe('saying something', () => {
  it.each<[string, string, string, string, string, string]>([
    ['in a cell', TABLE, 'a.txt', 'date', '2018', TABLE.replace('2017-03-03', '2018')],
    ['nothing any more', TABLE, 'a.txt', 'date', '', TABLE.replace('2017-03-03', '')],
    ['in a cell in quotation marks', 'id,date\n"a","2017"\n', 'a.txt', 'date', '2018', 'id,date\n"a","2018"\n'],
    ['with a comma', TABLE, 'a.txt', 'title', 'Un, deux', TABLE.replace('Le port', '"Un, deux"')],
    [
      'in a row that was short',
      'id,title,date\r\na\r\nb,x,2016\r\n',
      'a.txt',
      'date',
      '2017',
      'id,title,date\r\na,,2017\r\nb,x,2016\r\n',
    ],
    ['of a new text', TABLE, 'press/c.txt', 'date', '2018', `${TABLE}press/c,2018,\n`],
    [
      'of a new text behind a line that has no end',
      'id;date\r\na;2017',
      'b.txt',
      'date',
      '2018',
      'id;date\r\na;2017\r\nb;2018\r\n',
    ],
    ['in a new column', 'id,title\r\n"a",x\r\n\r\nb\r\n', 'b.txt', 'date', '2017', 'id,title,date\r\n"a",x,\r\n\r\nb,,2017\r\n'],
    ['in a new table', '', 'a.txt', 'date', '2017', 'id,date\na,2017\n'],
    ['in a new table, another column', '', 'a.txt', 'source', 'Le Phare', 'id,date,source\na,,Le Phare\n'],
    ['with a byte-order mark', '\ufeffid,date\na,2016\n', 'a.txt', 'date', '2017', '\ufeffid,date\na,2017\n'],
    ['nothing of a text that is not there', TABLE, 'z.txt', 'date', '', TABLE],
  ])('%s', (_, content, path, column, value, expected) => {
    const after = setMetadata(content, path, column, value);
    expect(after).toBe(expected);
    expect(setMetadata(after, path, column, value)).toBe(after);
  });

  it('not where the first column is something else', () => {
    expect(() => setMetadata('title,date\na,2017\n', 'a.txt', 'date', '2018')).toThrow(/not called id/);
  });

  it('any value comes back, and every other cell is as it was', () => {
    const cell = fc.stringMatching(/^[a-zé",;\n]{0,6}$/);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), cell, fc.nat(3), (titles, value, index) => {
        const content = Papa.unparse([['id', 'title'], ...titles.map((title, i) => [`t${i}`, title])], { newline: '\r\n' });
        const path = `t${index}.txt`;
        const { table } = readMetadata(setMetadata(content, path, 'note', value));
        const row = metadataRow(table, path);
        expect(row ? cellOf(table, row, 'note') : '').toBe(value.trim());
        for (const [i, title] of titles.entries()) {
          const other = metadataRow(table, `t${i}.txt`);
          expect(other?.cells[1]?.value).toBe(title);
        }
      }),
    );
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        expect(readMetadata(content).table.content).toBe(content);
      }),
    );
  });
});
