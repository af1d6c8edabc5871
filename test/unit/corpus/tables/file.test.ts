import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { tableFile } from '../../../../server/src/corpus/tables/file';
import { tableText } from '../../../../server/src/corpus/tables/text';
import { article, count } from './support';

const TABLE = count(
  [
    article('le port et la mer, le quai', { metadata: { source: 'Le Phare' } }),
    article('le port attend', { metadata: { source: 'La Vigie' } }),
  ],
  { kind: 'words', by: 'source', minimum: 2, stop: ['la'] },
);

describe('a table as a file', () => {
  test('Parquet: counts are whole numbers, the settings stand in the file’s metadata', async () => {
    const bytes = (await tableFile(TABLE, { format: 'parquet', language: 'en' })) as Uint8Array;
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    expect(rows[0]).toMatchObject({ word: 'le', count: 3n, articles: 2n, share: 100, 'count:La Vigie': 1n, query: '"le"' });
    expect(rows).toHaveLength(TABLE.rows.length);
    const facts = parquetMetadata(file).key_value_metadata ?? [];
    expect(facts).toContainEqual({ key: 'Minimum frequency', value: '2' });
    expect(facts).toContainEqual({ key: 'Partition', value: 'source' });
  });

  test('a workbook: the table, and a second sheet with the settings', async () => {
    const parts = unzipSync((await tableFile(TABLE, { format: 'xlsx', language: 'fr' })) as Uint8Array);
    const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(2);
    expect(strFromU8(parts['xl/workbook.xml'] as Uint8Array)).toMatch(/name="Lexique".*name="Réglages"/s);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
    expect(all).toContain('Fréquence minimale');
    expect(strFromU8(parts[sheets[0] as string] as Uint8Array)).toContain('<v>3</v>');
  });

  test('CSV: a setting is a remark to R and pandas, whatever is in it', () => {
    const commas = count([article('le port')], { kind: 'words', within: 'source:"Le Phare, \n"', limit: 1 });
    const lines = tableText(commas, { format: 'csv', language: 'en' }).split('\r\n');
    const remarks = lines.filter((line) => line.startsWith('# '));
    expect(remarks).toContain('# Counted: 0 articles, 0 words');
    expect(remarks).toContain('# Sub-corpus: source:"Le Phare,  "');
    expect(lines.slice(remarks.length)).toEqual(['word,count,million,articles,share,query', '']);
  });

  test('JSON Lines: what was counted and how, then a row a line; bare, the rows alone', async () => {
    const lines = async (bare: boolean) =>
      String(await tableFile(TABLE, { format: 'jsonl', bare, language: 'en' }))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const [head, first] = await lines(false);
    expect(head.settings).toContainEqual({ name: 'Minimum frequency', value: '2' });
    expect(first).toMatchObject({ word: 'le', count: 3 });
    expect(await lines(true)).toHaveLength(TABLE.rows.length);
  });
});
