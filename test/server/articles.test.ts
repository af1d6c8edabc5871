import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  ArticleAnswer,
  ArticleDate,
  ArticleQuestion,
  FolderSummary,
  HeaderProposal,
  ReviewApplied,
  ReviewItems,
  Wrote,
} from '../../server/src/protocol';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const PROSE = 'Le port a rouvert hier matin après trois semaines de travaux. Les bateaux sont rentrés dans l’après-midi.';
const WORDS = 'port\nbateau\nquai\nphare\n';

let folder: string;
let client: TestClient;
let told: number;

const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;
function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
  await start({});
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await client.stop();
});

async function start(settings: object, locale = 'en'): Promise<void> {
  told = 0;
  client = await TestClient.start({
    locale,
    settings,
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: at('.storage'), trusted: true } },
  });
  client.connection.onNotification('article/choicesChanged', () => {
    told++;
  });
}

async function restart(settings: object, locale?: string): Promise<void> {
  await client.stop();
  await start(settings, locale);
}

const decide = (name: string, more: Partial<ArticleQuestion> = {}): Promise<ArticleAnswer> =>
  client.request('article/decide', {
    uri: uri(name),
    languageId: 'plaintext',
    head: existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '',
    encoding: 'utf8',
    ...more,
  });

describe('which documents are articles', () => {
  test('by header, annotations beside them and form, with the reason in words', async () => {
    write('prose.txt', PROSE);
    write('words.txt', WORDS);
    write('header.txt', ' date 2017-01 Le port rouvre.');
    write('brat.txt', 'Vell.');
    write('brat.ann', 'T1\tLOC 0 4\tVell\n');
    write('requirements.txt', PROSE);
    expect(await decide('prose.txt')).toEqual({
      article: true,
      reason: 'prose',
      explanation: 'It reads like prose',
      firstOf: pathToFileURL(folder).href,
    });
    expect(await decide('words.txt')).toEqual({ article: false, reason: 'notProse:list', explanation: 'It is a list' });
    expect(await decide('header.txt')).toMatchObject({ article: true, reason: 'header' });
    expect(await decide('brat.txt')).toMatchObject({ article: true, reason: 'sidecar' });
    expect(await decide('requirements.txt')).toMatchObject({ article: false, reason: 'notProse:config' });
    expect(await decide('prose.txt', { languageId: 'markdown' })).toMatchObject({ article: false, reason: 'otherLanguage' });
    await restart({}, 'fr');
    expect((await decide('words.txt')).explanation).toBe('C’est une liste');
  });

  test('a text without a file, by its form or its reader’s choice', async () => {
    const untitled = { uri: 'untitled:Untitled-1', languageId: 'plaintext', head: PROSE };
    expect(await client.request('article/decide', untitled)).toEqual({
      article: true,
      reason: 'prose',
      explanation: 'It reads like prose',
    });
    expect(await client.request('article/decide', { ...untitled, choice: 'plain' })).toMatchObject({
      article: false,
      reason: 'chosen',
    });
  });

  test('as the settings say: their globs and the mode', async () => {
    write('press/a.txt', WORDS);
    write('notes/b.txt', PROSE);
    write('c.txt', PROSE);
    write('d.txt', ` date 2017 ${PROSE}`);
    await restart({ articleFiles: ['press'], excludedFiles: ['notes/*.txt'], articles: 'header' });
    expect(await decide('press/a.txt')).toMatchObject({ article: true, reason: 'glob' });
    expect(await decide('notes/b.txt')).toMatchObject({ article: false, reason: 'excluded' });
    expect(await decide('c.txt')).toMatchObject({ article: false, reason: 'noHeader' });
    expect(await decide('d.txt')).toMatchObject({ article: true, reason: 'header' });
    expect(await client.request('article/folderSummary', { uri: pathToFileURL(folder).href })).toMatchObject({
      articles: 2,
      others: 2,
    });
    await restart({ articles: 'never' });
    expect(await decide('d.txt')).toMatchObject({ article: false, reason: 'never' });
  });

  test('a choice is kept in the project and told; auto takes it back', async () => {
    write('a.txt', PROSE);
    write('sub/words.txt', WORDS);
    const choose = (names: readonly string[], as: string): Promise<Wrote> =>
      client.request('article/choose', { uris: names.map(uri), as });
    expect(await choose(['a.txt'], 'plain')).toEqual({ ok: true, file: uri('.corpus/articles') });
    await client.until('the client is told', () => told === 1);
    expect(readFileSync(at('.corpus/articles'), 'utf8')).toBe('text /a.txt\n');
    expect(await decide('a.txt')).toMatchObject({ article: false, reason: 'chosen' });
    await choose(['sub'], 'article');
    expect(await decide('sub/words.txt')).toMatchObject({ article: true, reason: 'chosen', explanation: 'You chose so' });
    await choose(['a.txt', 'sub'], 'auto');
    expect(await decide('a.txt')).toMatchObject({ article: true, reason: 'prose' });
    expect(await decide('sub/words.txt')).toMatchObject({ article: false });
    expect(await client.request('article/choose', { uris: ['untitled:Untitled-1'], as: 'plain' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('not a file'),
    });
  });

  test('where a project has said something of its files, it is not to be asked again', async () => {
    write('a.txt', PROSE);
    write('b.txt', PROSE);
    await client.request('article/choose', { uris: [uri('a.txt')], as: 'article' });
    expect(await decide('b.txt')).toEqual({ article: true, reason: 'prose', explanation: 'It reads like prose' });
  });
});

describe('texts in other encodings', () => {
  const text = ` date 2017-01 Le café a rouvert à Lorient, a déclaré Hélène Müller mardi. Les élus étaient là.`;

  test('shown as UTF-8 they are none, until they are reopened', async () => {
    write('latin.txt', Buffer.from(text, 'latin1'));
    write('wide.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
    write('binary.txt', Buffer.from([1, 0, 2, 0, 0, 5]));
    expect(await decide('latin.txt')).toMatchObject({
      article: false,
      reopenAs: 'windows1252',
      explanation: expect.stringContaining('windows-1252'),
    });
    expect(await decide('wide.txt')).toMatchObject({ article: false, reopenAs: 'utf16le' });
    expect(await decide('binary.txt')).toMatchObject({ article: false, reason: 'binary' });
    const reopened = await decide('latin.txt', { encoding: 'windows1252', head: text });
    expect(reopened).toMatchObject({ article: true, reason: 'header' });
    expect(reopened).not.toHaveProperty('reopenAs');
  });

  test('a letter far behind the beginning tells it too', async () => {
    write('late.txt', Buffer.from(`${'The harbour has opened again. '.repeat(3_000)}café`, 'latin1'));
    expect(await decide('late.txt')).toMatchObject({ article: false, reopenAs: 'windows1252' });
  });

  test.each([
    ['windows1252', Buffer.from(text, 'latin1')],
    ['utf16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('are reviewed like any other: %s', async (encoding, bytes) => {
    write('a.txt', bytes);
    const open = async (): Promise<ReviewItems> => {
      await decide('a.txt', { encoding, head: text });
      await client.open(uri('a.txt'), text);
      return client.request('review/items', { uri: uri('a.txt') });
    };
    const { items } = await open();
    const name = items.find(({ words }) => words === 'Hélène Müller');
    const applied = await client.request<ReviewApplied>('review/apply', {
      uri: uri('a.txt'),
      operations: [{ kind: 'confirm', items: [name?.id] }],
    });
    expect(applied).toMatchObject({ ok: true });
    await client.until('the decision is written', () => existsSync(at('a.ann')) && readFileSync(at('a.ann'), 'utf8') !== '');
    // offsets count in the text as it is in the file, its mark included
    const whole = encoding === 'utf16le' ? `\ufeff${text}` : text;
    const start = whole.indexOf('Hélène Müller');
    expect(readFileSync(at('a.ann'), 'utf8')).toContain(`PER ${start} ${start + 13}\tHélène Müller`);
    expect(readFileSync(at('a.txt'))).toEqual(bytes);
    await restart({});
    const again = (await open()).items.find(({ words }) => words === 'Hélène Müller');
    expect(again).toMatchObject({ status: 'confirmed', ranges: name?.ranges });
    const { ok, problems, articles } = await client.request<{ ok?: boolean; problems: unknown[]; articles: number }>(
      'review/export',
      { uri: pathToFileURL(folder).href, target: uri('out'), format: 'jsonl', content: 'decided' },
    );
    expect([ok, problems, articles]).toEqual([undefined, [], 1]);
  });
});

describe('the date of an article', () => {
  const ask = (name: string): Promise<ArticleDate | null> => client.request('article/date', { uri: uri(name) });

  test('metadata.csv says it before the header, and a change is followed', async () => {
    const text = ' date 2017-01 Le port rouvre. Anna Berg est venue hier.';
    write('a.txt', text);
    await client.open(uri('a.txt'), text);
    expect((await client.analysis(uri('a.txt'), 1)).date).toBe('2017-01');
    expect(await ask('a.txt')).toMatchObject({
      date: '2017-01',
      origin: 'header',
      metadata: 'metadata.csv',
      candidates: [{ date: '2017-01', origin: 'header', range: [0, 6, 0, 13], explanation: 'In the header' }],
    });
    write('metadata.csv', 'id,date\na,2016-05-03\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('metadata.csv'), type: 1 }] });
    await client.until('the date of the table', () => client.analyses.at(-1)?.date === '2016-05-03');
    expect(await ask('a.txt')).toMatchObject({
      date: '2016-05-03',
      origin: 'metadata',
      candidates: [
        { date: '2016-05-03', origin: 'metadata', explanation: 'In metadata.csv' },
        { date: '2017-01', origin: 'header' },
      ],
    });
    expect(await ask('closed.txt')).toBeNull();
  });

  test('is set in the nearest table, and taken out again; the analysis follows', async () => {
    const text = 'Le port a rouvert mardi, a dit Anna Berg. Les bateaux sont rentrés le lendemain.';
    write('metadata.csv', 'id,title\nsub/a,Le port\n');
    write('sub/a.txt', text);
    await client.open(uri('sub/a.txt'), text);
    expect((await client.analysis(uri('sub/a.txt'), 1)).date).toBeNull();
    const set = (date: string | null): Promise<Wrote> => client.request('article/setDate', { uri: uri('sub/a.txt'), date });
    expect(await set('2017-03-10')).toEqual({ ok: true, file: uri('metadata.csv') });
    expect(readFileSync(at('metadata.csv'), 'utf8')).toBe('id,title,date\nsub/a,Le port,2017-03-10\n');
    await client.until('the date', () => client.analyses.at(-1)?.date === '2017-03-10');
    expect(await set('2017-02-30')).toMatchObject({ ok: false, message: expect.stringContaining('2017-02-30') });
    expect(await set(null)).toMatchObject({ ok: true });
    await client.until('no date', () => client.analyses.at(-1)?.date === null);
  });

  test('a date that it would resolve has a link that asks for it', async () => {
    const text = 'Le port a rouvert mardi, a dit Anna Berg. Les bateaux sont rentrés dans la soirée.';
    await client.open(uri('a.txt'), text);
    await client.analysis(uri('a.txt'), 1);
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: uri('a.txt') },
      position: { line: 0, character: text.indexOf('mardi') + 1 },
    });
    expect(hover.contents.value).toContain(
      `(command:corpusAnnotator.setArticleDate?${encodeURIComponent(JSON.stringify([uri('a.txt')]))})`,
    );
  });
});

describe('what a folder holds', () => {
  test('is counted, and what was passed over is named', async () => {
    write('a.txt', PROSE);
    write('sub/b.txt', 'Rien.');
    write('sub/b.ann', '');
    write('words.txt', WORDS);
    write('photo.jpg', Buffer.from([0xff, 0xd8, 0, 1]));
    symlinkSync('..', at('sub/up'));
    const summary = await client.request<FolderSummary>('article/folderSummary', { uri: pathToFileURL(folder).href });
    expect(summary).toEqual({ articles: 2, others: 1, annotated: 1, passedOver: [at('sub/up')] });
  });

  test('a form that its first lines have in common is proposed with what it reads', async () => {
    for (const [i, title] of ['Le port rouvre', 'La gare attend', 'Un pont de plus', 'Le phare éteint'].entries())
      write(`${i}.txt`, `La Vigie, ${i + 3} mars 2017 - ${title}\n\n${PROSE}\n`);
    const [best] = await client.request<HeaderProposal[]>('article/headerProposals', { uri: pathToFileURL(folder).href });
    expect(best).toMatchObject({ fits: 4, of: 4, example: 'La Vigie, 3 mars 2017 - Le port rouvre' });
    expect(best?.previews[1]).toEqual({
      uri: uri('1.txt'),
      line: 'La Vigie, 4 mars 2017 - La gare attend',
      date: '2017-03-04',
      title: 'La gare attend',
      source: 'La Vigie',
    });
  });

  test('languages say what is found in them', async () => {
    await client.open(uri('fr.txt'), ARTICLE);
    expect((await client.analysis(uri('fr.txt'), 1)).layers).toEqual(['entities', 'dates', 'quotes']);
    await client.open(
      uri('es.txt'),
      'El puerto abrió de nuevo el martes después de tres semanas de obras, y los barcos volvieron por la tarde con la pesca.',
    );
    expect(await client.analysis(uri('es.txt'), 1)).toMatchObject({ language: 'es', layers: ['dates'] });
  });
});
