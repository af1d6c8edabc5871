import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION, REQUEST_ERRORS, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/protocol';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const URI = 'file:///corpus/001.txt';
let client: TestClient;
afterEach(async () => {
  client.process.kill();
  await client.exited;
});

describe('the server', () => {
  it('says what it can do', async () => {
    client = await TestClient.start();
    expect(client.initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: { delta: true },
        range: true,
      },
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      codeActionProvider: { codeActionKinds: expect.arrayContaining(['quickfix']) },
      workspaceSymbolProvider: true,
      workspace: { workspaceFolders: { supported: true } },
    });
  });

  it('ends with 0 after a shutdown', async () => {
    client = await TestClient.start();
    await client.open(URI, ARTICLE);
    expect(await client.stop()).toBe(0);
  });

  it('ends with 1 where nobody asked for a shutdown', async () => {
    client = await TestClient.start();
    await client.notify('exit', {});
    expect(await client.exited).toBe(1);
  });

  it('serves a client of its own protocol, and refuses one of another in words', async () => {
    client = await TestClient.start({ initializationOptions: { protocol: PROTOCOL_VERSION } });
    expect(client.initialized.capabilities.hoverProvider).toBe(true);
    await client.stop();
    client = await TestClient.launch();
    const refused = client.initialize({ initializationOptions: { protocol: PROTOCOL_VERSION + 1 } });
    await expect(refused).rejects.toThrow(
      `speaks version ${PROTOCOL_VERSION + 1} of the protocol, the server ${PROTOCOL_VERSION}: reload the window`,
    );
  });

  it('says that a request failed instead of answering as if nothing were there', async () => {
    client = await TestClient.start();
    await client.open(URI, ARTICLE);
    // no list of operations: nothing that our own client could send
    const asked = client.connection.sendRequest('review/apply', { uri: URI, operations: 7 });
    await expect(asked).rejects.toMatchObject({ code: REQUEST_ERRORS.failed });
    expect(client.logs.some((line) => line.includes('review/apply failed'))).toBe(true);
    expect((await client.symbols(URI)).length).toBeGreaterThan(2);
  });

  it('works for a client that can do nothing but the basics', async () => {
    client = await TestClient.start({ capabilities: {} });
    await client.open(URI, ARTICLE);
    expect((await client.symbols(URI)).length).toBeGreaterThan(2);
    await client.notify('workspace/didChangeConfiguration', { settings: { corpusAnnotator: { quotes: { enabled: false } } } });
    await client.until('quotes are gone', () => client.analyses.at(-1)?.counts.quotes === 0);
  });

  it('answers empty for what is not open, and goes on', async () => {
    client = await TestClient.start();
    expect(await client.hover(URI, { line: 0, character: 0 })).toBeNull();
    expect((await client.tokens(URI)).data).toEqual([]);
    expect(await client.request('article/timeline', { uri: URI })).toBeNull();
    await client.change(URI, 7, { text: 'never opened' });
    await client.close(URI);
    await client.open(URI, ARTICLE);
    expect((await client.symbols(URI)).length).toBeGreaterThan(2);
    expect(client.logs.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('answers empty for positions that are none, logs it where it must, and goes on', async () => {
    client = await TestClient.start();
    await client.open(URI, ARTICLE);
    for (const position of [
      { line: 10_000, character: 3 },
      { line: 0, character: 1e9 },
      { line: -1, character: -1 },
    ]) {
      await client.hover(URI, position);
      await client.request('textDocument/definition', { textDocument: { uri: URI }, position });
    }
    await client.request('textDocument/selectionRange', { textDocument: { uri: URI }, positions: 'nonsense' });
    expect((await client.symbols(URI)).length).toBeGreaterThan(2);
  });
});
