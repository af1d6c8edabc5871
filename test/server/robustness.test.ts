import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARTICLE, longArticle } from './support/articles';
import { TestClient } from './support/languageServer';

const URI = 'file:///corpus/001.txt';
let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

/** Everything that an editor asks of an article; resolves where all of it is answered. */
async function askEverything(uri: string): Promise<void> {
  const textDocument = { uri };
  const position = { line: 0, character: 3 };
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  await Promise.all([
    client.tokens(uri),
    client.request('textDocument/semanticTokens/range', { textDocument, range }),
    client.symbols(uri),
    client.hover(uri, position),
    client.request('textDocument/foldingRange', { textDocument }),
    client.request('textDocument/selectionRange', { textDocument, positions: [position] }),
    client.request('textDocument/definition', { textDocument, position }),
    client.request('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }),
    client.request('textDocument/documentHighlight', { textDocument, position }),
    client.request('textDocument/codeLens', { textDocument }),
    client.request('textDocument/inlayHint', { textDocument, range }),
    client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    client.request('article/timeline', { uri }),
    client.request('article/quotesBySpeaker', { uri }),
    client.request('article/entities', { uri }),
    client.request('article/neighbour', { uri, position, kind: 'entity', direction: 'next' }),
  ]);
}

describe('text of any kind', () => {
  it.each([
    ['nothing', ''],
    ['a byte-order mark alone', '\ufeff'],
    ['line breaks alone', '\r\n\n\r\r\n'],
    ['NUL characters', 'Le \u0000\u0000 navire\u0000 part \u0000.'],
    ['half surrogate pairs', '\ud83d Lorient \udc00\ud83d a voté le 3 mai 2016. « \udfff »'],
    ['binary', String.fromCharCode(...Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 65_536))],
    ['one endless word', 'a'.repeat(200_000)],
    ['endless marks', '« '.repeat(20_000)],
    ['endless straight marks', `" '`.repeat(20_000)],
    ['endless spaces', ' '.repeat(200_000)],
    ['endless digits', '2017-01-'.repeat(20_000)],
    ['a single line of 300,000 characters', longArticle(300_000).replaceAll('\n', ' ')],
  ])(
    'is answered for: %s',
    async (_what, text) => {
      await client.open(URI, text);
      await askEverything(URI);
      await client.analysis(URI, 1);
      expect(client.logs.filter((line) => line.includes('failed'))).toEqual([]);
    },
    60_000,
  );

  it('with CRLF is shown at the same places as with LF', async () => {
    const crlf = 'file:///corpus/crlf.txt';
    await client.open(URI, ARTICLE);
    await client.open(crlf, ARTICLE.replaceAll('\n', '\r\n'));
    expect((await client.tokens(crlf)).data).toEqual((await client.tokens(URI)).data);
    expect(await client.symbols(crlf)).toEqual(await client.symbols(URI));
  });

  it('with emoji before a name is shown at UTF-16 places', async () => {
    const text = ' date 2017-01 La pêche\n\n🎣🎣🎣 Jeanne Morvan a quitté Lorient le 3 mai 2016.\n';
    await client.open(URI, text);
    const line = text.split('\n')[2] as string;
    const hover = await client.hover(URI, { line: 2, character: line.indexOf('le 3 mai') + 1 });
    expect(hover?.range).toEqual({
      start: { line: 2, character: line.indexOf('le 3 mai') },
      end: { line: 2, character: line.indexOf('.') },
    });
  });
});

describe('a file above the limit', () => {
  it('is not analysed, and the reader is told why', async () => {
    const text = longArticle(10 * 1024 * 1024);
    const started = performance.now();
    await client.open(URI, text);
    const analysis = await client.analysis(URI, 1);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(analysis).toMatchObject({ state: 'tooLarge', quotes: [], entities: [], counts: { mentions: 0 } });
    const { diagnostics } = await client.until('diagnostics', () => client.diagnostics.find((params) => params.uri === URI));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain('corpusAnnotator.maxFileSize');
    await askEverything(URI);
  });

  it('is analysed once the limit is raised, and no longer once it is lowered', async () => {
    await client.open(URI, longArticle(5_000));
    expect((await client.analysis(URI, 1)).state).toBe('ready');
    await client.configure({ maxFileSize: 1 });
    await client.until('too large', () => client.analyses.at(-1)?.state === 'tooLarge');
    await client.configure({ maxFileSize: 100 });
    await client.until('ready again', () => client.analyses.at(-1)?.state === 'ready');
  });
});

describe('300 open articles', () => {
  it('are all analysed, and the one that is looked at does not wait for the others', async () => {
    const analysed = (): number => new Set(client.analyses.map((analysis) => analysis.uri)).size;
    // all in one go, and long ones: else the server may be through with them before it is asked
    const opened = Array.from({ length: 300 }, (_, i) =>
      client.open(`file:///corpus/${i}.txt`, longArticle(8_000).replace('Lorient', `Lorient ${i}`)),
    );
    opened.push(client.open(URI, ARTICLE));
    const tokens = client.tokens(URI);
    await Promise.all(opened);
    expect((await tokens).data.length).toBeGreaterThan(0);
    const first = analysed();
    await client.until('all analysed', () => analysed() === 301, 60_000);
    // in its turn it would come last, behind all 300; how many were read before it was asked about is the machine's affair
    expect(first).toBeLessThan(300);
    for (let i = 0; i < 300; i++) await client.close(`file:///corpus/${i}.txt`);
    expect((await client.symbols(URI)).length).toBeGreaterThan(2);
  });
});
