import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { spreadsheet } from '../../../server/src/corpus/export/spreadsheet';

/** The sheet and the strings of a workbook, as XML. */
async function parts(rows: string[][]): Promise<{ readonly sheet: string; readonly all: string }> {
  const files = unzipSync(await spreadsheet(rows));
  const texts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  return {
    sheet: texts.find(([name]) => /worksheets\/sheet/.test(name))?.[1] ?? '',
    all: texts.map(([, text]) => text).join(''),
  };
}

describe('a workbook', () => {
  it('has numbers where there are numbers, and text elsewhere, whatever it looks like', async () => {
    const { sheet, all } = await parts([
      ['file', 'hits', 'year'],
      ['=1+1', '12', '2016'],
      ['a < b & "c"\u0001', '', ''],
    ]);
    expect(sheet).toMatch(/<v>12<\/v>/);
    expect(sheet).not.toContain('<f>');
    expect(all).toContain('=1+1');
    expect(all).toContain('a &lt; b &amp; ');
    expect(all).not.toContain('\u0001');
    // a year stays as it was written
    expect(sheet).not.toMatch(/<v>2016<\/v>/);
  });

  it('refuses more rows than a sheet has, with the way out', async () => {
    await expect(spreadsheet(new Array(1_048_577).fill(['x']))).rejects.toThrow(/more than a sheet of Excel has/);
  });
});
