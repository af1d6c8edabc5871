import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { ParquetTable } from '../../../server/src/formats/parquet';
import { textMaker } from '../../../server/src/handedOn/records';
import { type Program, writerFor } from '../../../server/src/handedOn/writers';
import { article } from '../corpus/tables/support';

const ARTICLES = [
  article('Le port rouvre. « Les bateaux\nsont rentrés », dit Anne Morel.', {
    id: './presse/a.txt',
    date: '2016-03-04',
    names: { 'Anne Morel': { type: 'PER', gender: 'f' } },
    quotes: { 'Les bateaux\nsont rentrés': { by: 'Anne Morel', cue: 'dit' } },
    metadata: { source: 'Le Phare', page: '007', titre: '=1+1' },
  }),
  article('« Non 🌊 », soupire un voisin.', { id: 'b.txt', quotes: { 'Non 🌊': { cue: 'soupire' } } }),
];
const COLUMNS = ['speaker', 'gender', 'quote', 'cue', 'file', 'date', 'source', 'page', 'titre'];

async function written(program: Program, articles = ARTICLES) {
  const textsOf = textMaker('quotes', ['source', 'page', 'titre']);
  const writer = writerFor(program, 'quotes', COLUMNS);
  const pieces = articles.flatMap((one) => textsOf(one).flatMap((text) => writer.add(text)));
  const all = [...pieces, ...(await writer.end())];
  return {
    bytes: Buffer.concat(all.map(({ content }) => Buffer.from(content))),
    files: new Set(all.map(({ file }) => file)),
    writer,
  };
}

const rowsOf = (bytes: Buffer) =>
  parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer });

const FIRST = {
  doc_id: 'presse_a_001',
  text: 'Les bateaux\nsont rentrés',
  speaker: 'Anne Morel',
  gender: 'f',
  quote: 'direct',
  cue: 'dit',
  file: './presse/a.txt',
  date: '2016-03-04',
  source: 'Le Phare',
  page: '007',
  titre: '=1+1',
};

describe('a corpus as rows', () => {
  test('Parquet, read by another program: every row has its article’s metadata, what is not known has no value', async () => {
    const { bytes, files } = await written('parquet');
    expect([...files]).toEqual(['corpus.parquet']);
    expect(await rowsOf(bytes)).toEqual([
      FIRST,
      expect.objectContaining({ doc_id: 'b_001', text: 'Non 🌊', speaker: null, cue: 'soupire', source: null, page: null }),
    ]);
  });

  test('Parquet of many rows is written as they come, and read as one table; of none it has columns', async () => {
    const table = new ParquetTable([
      { name: 'n', type: 'INT64' },
      { name: 'x', type: 'DOUBLE' },
      { name: 's', type: 'STRING' },
    ]);
    const pieces = Array.from({ length: 2_500 }, (_, i) => table.add([i, i / 2, `w${i}`]));
    expect(pieces.filter((piece) => piece.length > 1_000)).toHaveLength(2);
    const rows = await rowsOf(Buffer.concat([...pieces, table.end()]));
    expect(rows).toHaveLength(2_500);
    expect(rows[2_499]).toEqual({ n: 2_499n, x: 1_249.5, s: 'w2499' });
    const { bytes } = await written('parquet', []);
    expect(await rowsOf(bytes)).toEqual([]);
    const head = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    expect(head.schema.slice(1).map(({ name }) => name)).toEqual(['doc_id', 'text', ...COLUMNS]);
  });

  test('JSON Lines', async () => {
    const lines = (await written('jsonl')).bytes.toString('utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { ...FIRST, year: '2016', language: 'fr' },
      { doc_id: 'b_001', text: 'Non 🌊', quote: 'direct', cue: 'soupire', file: 'b.txt', language: 'fr' },
    ]);
  });

  test('a workbook: texts are texts, whatever they look like; what a cell has no room for is counted', async () => {
    const long = article(`« ${'a'.repeat(40_000)} », dit-on.`, { quotes: { ['a'.repeat(40_000)]: {} } });
    const { bytes, writer } = await written('xlsx', [...ARTICLES, long]);
    const parts = unzipSync(new Uint8Array(bytes));
    const xml = Object.entries(parts)
      .map(([, part]) => strFromU8(part))
      .join('\n');
    expect(xml).toContain('=1+1');
    expect(xml).toContain('>007<');
    expect(xml).not.toContain('<f>');
    expect(writer.cut).toBe(1);
  });
});
