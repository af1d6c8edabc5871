import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DecideHitsResult, HitDecision, SearchLine, SearchResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const TEXTS = {
  'a.txt': 'À Vellac, le phare a rouvert hier matin, dit Anne Morel. La ville de Vellac attend les touristes depuis mai.',
  'b.txt': 'Les bateaux de Vellac sont rentrés lundi soir. Personne ne sait pourquoi, selon la mairie et ses services.',
  'c.txt': 'Le marché couvert a fermé ses portes samedi. À Vellac, les commerçants se disent inquiets pour leur avenir.',
};

let folder: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const ann = (name: string): string => {
  const file = join(folder, name.replace('.txt', '.ann'));
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hits-'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const search = async (query: string): Promise<readonly SearchLine[]> =>
  (await client.request<SearchResult>('corpus/search', { uri: pathToFileURL(folder).href, query })).lines;
const decide = (hits: readonly SearchLine[], decision: HitDecision): Promise<DecideHitsResult> =>
  client.request('review/decideHits', { hits, decision });
const states = (hits: readonly SearchLine[]): Promise<readonly (string | null)[]> => client.request('review/hitStates', { hits });
const AS_ORG: HitDecision = { kind: 'annotate', layer: 'entity', type: 'ORG' };

describe('deciding on the lines of a concordance', () => {
  test('annotates all of them in their files, open or not, and says how each stands then', async () => {
    await client.open(uri('b.txt'), TEXTS['b.txt']);
    const hits = await search('Vellac');
    expect(hits).toHaveLength(4);
    expect(await states(hits)).toEqual([null, null, null, null]);
    const result = await decide(hits, AS_ORG);
    expect(result).toMatchObject({ label: 'Annotate 4 items', files: 3, skipped: [] });
    expect(await states(hits)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    for (const name of ['a.txt', 'c.txt']) expect(ann(name)).toMatch(/\tORG \d+ \d+\tVellac/);
    expect((await search('type:ORG Vellac')).map(({ uri: at }) => at)).toEqual(hits.map(({ uri: at }) => at));
  });

  test('takes it back in all files at once, and makes it again', async () => {
    const hits = await search('Vellac');
    const { joint } = await decide(hits, AS_ORG);
    expect(await client.request('review/stepHits', { joint, direction: 'undo' })).toMatchObject({ files: 3 });
    expect(await states(hits)).toEqual([null, null, null, null]);
    await client.until('all files to be as before', () => Object.keys(TEXTS).every((name) => ann(name) === ''));
    expect(await client.request('review/stepHits', { joint, direction: 'redo' })).toMatchObject({ files: 3 });
    expect(await states(hits)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
  });

  test('does not take back what was decided in an article since', async () => {
    const hits = await search('Vellac');
    const { joint } = await decide(hits, AS_ORG);
    const [first] = hits;
    await decide([first as SearchLine], { kind: 'reject' });
    expect(await client.request('review/stepHits', { joint, direction: 'undo' })).toMatchObject({ files: 2 });
    expect(await states(hits)).toEqual(['rejected', 'confirmed', null, null]);
  });

  test('rejects the suggestion that a line lies in; says where nothing is annotated, and leaves the rest', async () => {
    const [nobody, name] = [...(await search('bateaux')), ...(await search('"Anne Morel"'))] as [SearchLine, SearchLine];
    const result = await decide([nobody, name], { kind: 'reject' });
    expect(result).toMatchObject({ files: 1, skipped: [{ hit: 0, message: 'Nothing is annotated here.' }] });
    expect(await states([nobody, name])).toEqual([null, 'rejected']);
  });

  test('decides on no other words where an article has changed since', async () => {
    const hits = await search('Vellac');
    writeFileSync(join(folder, 'b.txt'), `Hier. ${TEXTS['b.txt']}`);
    const result = await decide(hits, AS_ORG);
    expect(result).toMatchObject({ files: 2, skipped: [{ hit: 2, message: 'The words are no longer here: search again.' }] });
    expect(ann('b.txt')).toBe('');
  });

  test('leaves what is annotated across the words, and says so', async () => {
    const [name] = await search('"Anne Morel"');
    const [surname] = await search('Morel');
    await decide([name as SearchLine], { kind: 'confirm' });
    const result = await decide([surname as SearchLine], AS_ORG);
    expect(result).toMatchObject({
      files: 0,
      label: '',
      skipped: [{ hit: 0, message: expect.stringMatching(/^Something else/) }],
    });
  });

  test('says who decided, open or not, where decisions are signed', async () => {
    await client.configure({ annotator: 'Anna B.' });
    await client.open(uri('b.txt'), TEXTS['b.txt']);
    const hits = await search('Vellac');
    expect((await decide(hits, AS_ORG)).files).toBe(3);
    const signed = (name: string): boolean => {
      const file = join(folder, name.replace('.txt', '.review.jsonl'));
      return existsSync(file) && readFileSync(file, 'utf8').includes('"by":"Anna B."');
    };
    await client.until('all are signed', () => Object.keys(TEXTS).every(signed));
  });

  test('two hits in one annotation are one decision', async () => {
    const hits = await search('[word="Anne|Morel"]');
    expect(hits).toHaveLength(2);
    expect(await decide(hits, { kind: 'confirm' })).toMatchObject({ label: 'Confirm “Morel”', files: 1, skipped: [] });
  });
});
