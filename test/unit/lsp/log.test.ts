import { expect, test } from 'vitest';
import type { CancellationToken } from 'vscode-languageserver';
import { guarded } from '../../../server/src/lsp/log';

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

test('a handler has a token even where a client sent null in its place', async () => {
  const handler = guarded(LOG, 'walk', 'failed', (name: string, token) => `${name} ${token.isCancellationRequested}`);
  expect(await handler('a', null as unknown as CancellationToken)).toBe('a false');
});

test('a handler that fails is logged by its name, and answers what is empty', async () => {
  const errors: string[] = [];
  const handler = guarded({ ...LOG, error: (message) => errors.push(message) }, 'walk', 'empty', (name: string): string => {
    throw new Error(`no ${name}`);
  });
  expect(await handler('a', { isCancellationRequested: false } as CancellationToken)).toBe('empty');
  expect(errors[0]).toMatch(/^walk failed after .*no a/);
});
