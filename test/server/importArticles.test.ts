import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportArticlesPreview, ImportArticlesResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const A = 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal.';
const B = 'La mairie promet un second bateau pour l’été et personne n’y croit.';

let folder: string;
let client: TestClient;
const uri = (...parts: readonly string[]): string => pathToFileURL(join(folder, ...parts)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-server-'));
  client = await TestClient.start({ locale: 'fr', folders: [pathToFileURL(folder).href] });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = <R>(method: string, params: object): Promise<R> => client.request<R>(method, params);

describe('articles brought in through the editor', () => {
  test('are shown first: what the columns are taken for, dates as they are understood, what is wrong', async () => {
    writeFileSync(join(folder, 'a.csv'), `id;jour;titre;contenu;mot\n7;03/04/2016;Le bac;${A};x\n8;hier;Un bateau;"b "c;y\n`);
    const preview = await ask<ImportArticlesPreview>('corpus/import/preview', { sources: [uri('a.csv')] });
    expect(preview.mapping).toEqual({ text: 'contenu', date: 'jour', title: 'titre', id: 'id' });
    expect(preview.columns).toContainEqual({ name: 'mot', example: 'x' });
    expect(preview.articles).toEqual([{ title: 'Le bac', facts: '2016-04-03 · 7', beginning: A }]);
    expect(preview.problems).toEqual([expect.stringMatching(/^a\.csv:3: un guillemet n’est pas fermé/)]);
    const american = { sources: [uri('a.csv')], dayOrder: 'month-first', columns: { title: 'mot', id: null } };
    const other = await ask<ImportArticlesPreview>('corpus/import/preview', american);
    expect(other.articles).toEqual([{ title: 'x', facts: '2016-03-04', beginning: A }]);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('are written as they were shown, with a report, and are articles of the folder', async () => {
    writeFileSync(join(folder, 'a.csv'), `id,texte,titre\n1,${A},Le bac\n2,,Vide\n3,${B},Un bateau\n`);
    writeFileSync(join(folder, 'b.docx'), 'nichts');
    const params = { sources: [uri('a.csv'), uri('b.docx')], target: uri('corpus') };
    const result = await ask<ImportArticlesResult>('corpus/import', params);
    expect(result.articles).toBe(2);
    expect(result.summary[0]).toBe(`2 articles tirés de 2 fichiers dans ${join(folder, 'corpus')}`);
    expect(result.problems).toEqual([
      'a.csv:3: avertissement: n’a pas de texte\u00a0: aucun article n’en est fait',
      'b.docx:1: est endommagé\u00a0: son archive ne peut être décompressée',
    ]);
    expect(readFileSync(join(folder, 'corpus', 'le-bac.txt'), 'utf8')).toBe(`${A}\n`);
    expect(existsSync(join(folder, 'corpus', 'import-report.csv'))).toBe(true);
    const again = await ask<ImportArticlesResult>('corpus/import', params);
    expect(again.summary[1]).toContain('0 écrit maintenant, 2 déjà là');
  });

  test('that cannot be written at all are told, and the server goes on', async () => {
    writeFileSync(join(folder, 'a.csv'), `texte\n${A}\n`);
    writeFileSync(join(folder, 'taken'), 'x');
    const result = await ask<ImportArticlesResult>('corpus/import', { sources: [uri('a.csv')], target: uri('taken') });
    expect(result).toMatchObject({ articles: 0, problems: [] });
    expect(result.summary[0]).not.toBe('');
    expect((await ask<ImportArticlesPreview>('corpus/import/preview', { sources: [uri('gone.csv')] })).problems).toEqual([
      expect.stringContaining('gone.csv:1: n’existe'),
    ]);
  });
});
