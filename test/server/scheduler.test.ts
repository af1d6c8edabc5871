import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ArticleAnalysis } from '../../server/src/core/analysis';
import type { OpenDocument } from '../../server/src/lsp/documents';
import { Documents } from '../../server/src/lsp/documents';
import { guarded, type Log } from '../../server/src/lsp/log';
import type { Steps } from '../../server/src/lsp/scheduledWork';
import { Scheduler } from '../../server/src/lsp/scheduler';

const NONE = {} as ArticleAnalysis;
const token = new CancellationTokenSource().token;

function recorder(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  return { lines, info: write, warn: write, error: write };
}

/** A scheduler whose analyses take as many steps as the text has letters, of 2 ms each; the text `!` makes one fail. */
function scheduler() {
  const log = recorder();
  const done: string[] = [];
  const begun: string[] = [];
  const documents = new Documents();
  const made = new Scheduler<string>(
    {
      prepare: async (document: OpenDocument) => {
        begun.push(document.text);
        return { steps: steps(document.text), finish: () => document.text };
      },
      done: (_uri, result) => done.push(result),
    },
    log,
  );
  const set = (uri: string, text: string): void => made.update(documents.open(uri, 'article', 1, text));
  return { made, set, done, begun, log };
}

function* steps(text: string): Steps {
  for (const letter of text) {
    if (letter === '!') throw new Error('a bug in an annotator');
    const until = performance.now() + 2;
    while (performance.now() < until);
    yield;
  }
  return NONE;
}

describe('the scheduler', () => {
  it('gives the result of the current version, again and again without another run', async () => {
    const { made, set, begun } = scheduler();
    set('a', 'one');
    expect(await made.current('a')).toBe('one');
    expect(await made.current('a')).toBe('one');
    expect(begun).toEqual(['one']);
    expect(made.current('b')).toBeUndefined();
  });

  it('drops what is overtaken: who waited is told, and only the latest is published', async () => {
    const { made, set, done } = scheduler();
    set('a', 'x'.repeat(50));
    const first = made.current('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    set('a', 'short');
    await expect(first).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(await made.current('a')).toBe('short');
    expect(done).toEqual(['short']);
  });

  it('lets who waits wait on where settings change and the text does not', async () => {
    const { made, set, done } = scheduler();
    set('a', 'text');
    const waiting = made.current('a');
    made.restart();
    expect(await waiting).toBe('text');
    expect(done).toEqual(['text']);
  });

  it('takes a short document that someone waits for before a long one, and both before what nobody waits for', async () => {
    const { made, set, done } = scheduler();
    set('long', 'l'.repeat(60));
    set('nobody', 'n');
    set('short', 's'.repeat(10));
    await Promise.all([made.current('long'), made.current('short')]);
    while (done.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done.map((text) => text[0])).toEqual(['s', 'l', 'n']);
  });

  it('hands back control between slices, and sees that nobody waits any more', async () => {
    const { made, set } = scheduler();
    set('a', 'x'.repeat(500));
    const source = new CancellationTokenSource();
    const asked = made.current('a', source.token);
    let turns = 0;
    const count = setInterval(() => ++turns === 3 && source.cancel(), 1);
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    clearInterval(count);
    expect(turns).toBeGreaterThanOrEqual(3);
    made.close('a');
  });

  it('answers nothing to a question that was taken back before it came', () => {
    const { made, set } = scheduler();
    set('a', 'text');
    const source = new CancellationTokenSource();
    source.cancel();
    expect(() => made.current('a', source.token)).toThrow(ResponseError);
  });

  it('survives an analysis that fails: it is logged, and the next version and other documents are analysed', async () => {
    const { made, set, log } = scheduler();
    set('bad', 'x!');
    set('good', 'fine');
    await expect(made.current('bad')).rejects.toThrow('a bug in an annotator');
    expect(log.lines.join()).toContain('a bug in an annotator');
    expect(await made.current('good')).toBe('fine');
    set('bad', 'mended');
    expect(await made.current('bad')).toBe('mended');
  });

  it('tells who waits for a document that is closed', async () => {
    const { made, set, done } = scheduler();
    set('a', 'x'.repeat(50));
    const asked = made.current('a');
    made.close('a');
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(made.current('a')).toBeUndefined();
    expect(done).toEqual([]);
  });
});

/** A scheduler whose analyses are sketched after their first step, and take a step more; `seen` tells who got what. */
function sketching(shown = true) {
  const sketch = { entities: [], dates: [], quotes: [] };
  const documents = new Documents();
  let whole = 0;
  function* sketched(): Steps {
    yield;
    yield () => sketch;
    whole++;
    return NONE;
  }
  const made = new Scheduler<string>(
    {
      prepare: async ({ text }: OpenDocument) => ({
        steps: sketched(),
        finish: () => text,
        sketched: (make) => (shown ? make() : undefined),
      }),
      done: () => undefined,
    },
    recorder(),
  );
  const set = (text: string): OpenDocument => {
    const document = documents.open('a', 'article', 1, text);
    made.update(document);
    return document;
  };
  return { made, set, sketch, whole: () => whole };
}

describe('a sketch', () => {
  it('is given before the rest is worked out, and the whole result where that is there', async () => {
    const { made, set, sketch, whole } = sketching();
    const document = set('one');
    expect(await made.sketched('a')).toEqual({ sketch, document });
    expect(whole()).toBe(0);
    expect(await made.current('a')).toBe('one');
    expect(await made.sketched('a')).toEqual({ result: 'one' });
    expect(whole()).toBe(1);
    expect(made.sketched('b')).toBeUndefined();
  });

  it('leaves those waiting who want the whole result', async () => {
    const { made, set, sketch } = sketching();
    const document = set('one');
    const current = made.current('a');
    expect(await made.sketched('a')).toEqual({ sketch, document });
    expect(await current).toBe('one');
  });

  it('saves the rest where the next version comes first', async () => {
    const { made, set, sketch, whole } = sketching();
    for (const text of ['one', 'two', 'three']) {
      const document = set(text);
      expect(await made.sketched('a')).toEqual({ sketch, document });
    }
    expect(await made.current('a')).toBe('three');
    expect(whole()).toBe(1);
  });

  it('is not given where decisions are laid over it', async () => {
    const { made, set } = sketching(false);
    set('one');
    expect(await made.sketched('a')).toEqual({ result: 'one' });
  });
});

describe('the guard around a handler', () => {
  it('logs an error with the name of the request and answers empty', async () => {
    const log = recorder();
    const handler = guarded(log, 'hover', 'empty', () => {
      throw new TypeError('broken');
    });
    expect(await handler({}, token)).toBe('empty');
    expect(log.lines[0]).toMatch(/^hover failed after [\d.]+ ms: TypeError: broken/);
  });

  it('lets through what tells the client that its question is out of date', async () => {
    const handler = guarded(recorder(), 'hover', null, async () => {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'changed');
    });
    await expect(handler({}, token)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });
});
