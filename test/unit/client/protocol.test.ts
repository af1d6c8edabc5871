import { describe, expect, it } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { answering } from '../../../server/src/lsp/features/answer';
import * as protocol from '../../../server/src/protocol';

const kinds = Object.entries(protocol).filter(([name]) => /^[A-Z].*(?:Request|Notification)$/.test(name)) as [
  string,
  { readonly method: string; readonly errors?: readonly protocol.RequestError[] },
][];

describe('the protocol', () => {
  it('gives each message a method of its own', () => {
    const methods = kinds.map(([, { method }]) => method);
    expect(methods.length).toBeGreaterThan(20);
    expect(new Set(methods).size).toBe(methods.length);
  });

  it('declares the errors of every request, and none of what is only told', () => {
    for (const [name, { errors }] of kinds) {
      if (name.endsWith('Notification')) expect(errors, name).toBeUndefined();
      else expect(errors, name).toContain('failed');
    }
  });

  it('uses the codes of the Language Server Protocol', () => {
    expect(protocol.REQUEST_ERRORS.contentModified).toBe(LSPErrorCodes.ContentModified);
    expect(protocol.REQUEST_ERRORS.cancelled).toBe(LSPErrorCodes.RequestCancelled);
  });
});

describe('an answer', () => {
  const lines: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (line: string) => lines.push(line) };
  const failing = (kind: protocol.RequestKind<null, string>, error: unknown) =>
    answering(log, kind, () => {
      throw error;
    })(null);

  it('lets through the errors that its request declares', async () => {
    const modified = new ResponseError(LSPErrorCodes.ContentModified, 'changed');
    const kind = protocol.requestOnDocument<{ readonly uri: string }, string>('test/on');
    await expect(failing(kind as never, modified)).rejects.toBe(modified);
    expect(lines).toEqual([]);
  });

  it('is "failed" with the reason for any other, and logged', async () => {
    const kind = protocol.request<null, string>('test/any');
    for (const error of [new TypeError('broken'), new ResponseError(LSPErrorCodes.ContentModified, 'broken'), 'broken']) {
      await expect(failing(kind, error)).rejects.toMatchObject({ code: protocol.REQUEST_ERRORS.failed, message: 'broken' });
    }
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^test\/any failed after [\d.]+ ms: TypeError: broken/);
  });
});
