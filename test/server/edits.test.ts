import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { Position, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/lineIndex';
import type { ReviewItems } from '../../server/src/protocol';
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

/** What an editor would show: tokens, outline, and what is to be decided on. */
async function shown(uri: string): Promise<unknown> {
  return [(await client.tokens(uri)).data, await client.symbols(uri), await listed(uri)];
}

/** The list of a review, which nobody has begun: counted as it is long. */
async function listed(uri: string): Promise<ReviewItems['items']> {
  const { items, progress } = await client.request<ReviewItems>('review/items', { uri });
  expect(progress).toMatchObject({ suggested: items.length, total: items.length, reviewed: 0, lost: 0 });
  return items;
}

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits = fc.array(
  fc.record({
    at: fc.nat(1_000),
    remove: fc.nat(12),
    insert: fc.constantFrom(
      '',
      ' ',
      '\n\n',
      '« ',
      ' »',
      'Jeanne Morvan',
      'le 3 mai 2016',
      ', a dit Paul',
      '🎣',
      'é',
      '\r\n',
      '"',
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('edits', () => {
  it('lead to what opening the result anew leads to', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(edits, async (made: Edit[]) => {
        const uri = `file:///corpus/edited${++count}.txt`;
        let text = ARTICLE;
        let version = 1;
        await client.open(uri, text, 'article', version);
        for (const { at, remove, insert } of made) {
          const lines = new LineIndex(text);
          const start = Math.min(at, text.length);
          const end = Math.min(start + remove, text.length);
          // positions are what an editor can say: between \r and \n there is none
          const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
          text = text.slice(0, lines.offsetAt(range.start)) + insert + text.slice(lines.offsetAt(range.end));
          await client.change(uri, ++version, { range, text: insert });
        }
        const fresh = `file:///corpus/fresh${count}.txt`;
        await client.open(fresh, text);
        expect(await shown(uri)).toEqual(await shown(fresh));
        await client.close(uri);
        await client.close(fresh);
      }),
      { numRuns: 15 },
    );
  });

  it('change the tokens by what changed', async () => {
    await client.open(URI, ARTICLE);
    const before = await client.tokens(URI);
    await client.change(URI, 2, { range: range({ line: 0, character: 0 }), text: ' ' });
    const params = { textDocument: { uri: URI }, previousResultId: before.resultId };
    const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', params);
    expect(delta.edits).toHaveLength(1);
    expect(delta.edits[0]?.data?.length).toBeLessThan(10);
    const mended = [...before.data];
    for (const edit of delta.edits) mended.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(mended).toEqual((await client.tokens(URI)).data);
  });

  it('with an unknown earlier answer give all tokens', async () => {
    await client.open(URI, ARTICLE);
    const whole = await client.tokens(URI);
    const params = { textDocument: { uri: URI }, previousResultId: 'nonsense' };
    const answer = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', params);
    expect(answer.data).toEqual(whole.data);
  });

  it('are told in order, the latest for sure', async () => {
    await client.open(URI, ARTICLE);
    for (let version = 2; version <= 40; version++) {
      await client.change(URI, version, { range: range({ line: 2, character: 0 }), text: 'Bien. ' });
    }
    await client.analysis(URI, 40);
    const versions = client.analyses.map((analysis) => analysis.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });
});

describe('a question that is overtaken', () => {
  it('is answered with ContentModified, and the next one for the new text', async () => {
    const text = longArticle(400_000);
    await client.open(URI, text);
    const asked = client.tokens(URI);
    await client.change(URI, 2, { text: 'Un seul mot : Lorient.' });
    await expect(asked).rejects.toMatchObject({ code: -32801 });
    expect(await client.symbols(URI)).toHaveLength(1);
  });

  it('can be taken back, while others are answered', async () => {
    const text = longArticle(400_000);
    await client.open(URI, text);
    const source = new CancellationTokenSource();
    const asked = client.request('textDocument/semanticTokens/full', { textDocument: { uri: URI } }, source.token);
    const small = 'file:///corpus/small.txt';
    await client.open(small, ARTICLE);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect(client.analyses.some((analysis) => analysis.uri === URI)).toBe(false);
    expect((await client.symbols(small)).length).toBeGreaterThan(2);
  });

  it('does not hold up a small article', async () => {
    const small = 'file:///corpus/small.txt';
    await client.open(small, ARTICLE);
    await client.symbols(small);
    await client.open(URI, longArticle(400_000));
    const long = client.symbols(URI);
    await client.change(small, 2, { range: range({ line: 2, character: 0 }), text: 'Bien. ' });
    await client.tokens(small);
    expect(client.analyses.some((analysis) => analysis.uri === URI)).toBe(false);
    await long;
  });

  it('gets colours for what is on the screen before the whole is analysed', async () => {
    await client.open(URI, longArticle(400_000));
    const whole = client.tokens(URI);
    const visible = { start: { line: 40, character: 0 }, end: { line: 80, character: 0 } };
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: URI },
      range: visible,
    });
    expect(data.length).toBeGreaterThan(50);
    expect(data[0]).toBeGreaterThanOrEqual(40);
    expect(client.analyses).toEqual([]);
    expect((await whole).data.length).toBeGreaterThan(data.length);
  });
});

const range = (start: Position): { start: Position; end: Position } => ({ start, end: start });
