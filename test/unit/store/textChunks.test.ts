import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { textChunks } from '../../../server/src/store/textChunks';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'chunks-'));
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

function file(bytes: Uint8Array): string {
  const name = path.join(fs.mkdtempSync(path.join(home, 'f-')), 'a.csv');
  fs.writeFileSync(name, bytes);
  return name;
}

async function whole(name: string, most?: number, encoding?: string): Promise<string> {
  let text = '';
  for await (const chunk of textChunks(name, { encoding }, most)) text += chunk;
  return text;
}

// letters of two, three and four bytes fall on every border of the pieces that are read
const LONG = 'é’😀a'.repeat(200_000);

describe('a file in pieces', () => {
  test('is the same text as at once, whatever its letters and its size', async () => {
    const name = file(Buffer.from(LONG));
    expect((await whole(name, 1_000)) === LONG).toBe(true);
    expect((await whole(name)) === LONG).toBe(true);
  });

  test('is read in the encoding that its beginning tells, or that is named', async () => {
    const latin = Buffer.from('L\xe9gende, d\xe9j\xe0 \xe9crite ; '.repeat(60_000), 'latin1');
    expect((await whole(file(latin), 1_000)).slice(0, 23)).toBe('Légende, déjà écrite ; ');
    expect((await whole(file(latin), 1_000, 'iso-8859-5')).slice(0, 7)).toBe('Lщgende');
    const wide = Buffer.from(`\ufeff${LONG}`, 'utf16le');
    expect((await whole(file(wide), 1_000)) === `\ufeff${LONG}`).toBe(true);
  });

  test('that changes its encoding in the midst, ends within a letter, is binary or a folder is refused', async () => {
    const changes = Buffer.concat([Buffer.from(LONG), Buffer.from('d\xe9j\xe0 vu', 'latin1')]);
    await expect(whole(file(changes), 1_000)).rejects.toThrow('utf-8');
    await expect(whole(file(Buffer.from(LONG).subarray(0, -2)), 1_000)).rejects.toThrow('utf-8');
    await expect(whole(file(Buffer.alloc(3_000, 0)), 1_000)).rejects.toThrow();
    await expect(whole(home)).rejects.toThrow('not a regular file');
  });
});
