import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

/**
 * Put before the real command line: a thread dies of an article that says so, as one dies of a fault in the engine or for
 * want of memory. An article that says ONCE does it the first time alone.
 */
const DYING = `
const { isMainThread, parentPort } = require('node:worker_threads');
if (!isMainThread) parentPort.on('message', ({ text }) => {
  const once = process.env.ONCE_FILE;
  if (text.includes('EXIT')) process.exit(7);
  if (text.includes('HOARD')) for (const hoard = []; ; ) hoard.push(new Array(100_000).fill(hoard.length));
  if (text.includes('ONCE') && !require('node:fs').existsSync(once)) {
    require('node:fs').writeFileSync(once, '');
    process.exit(7);
  }
});`;

const { home, cli } = commandLine('threads', { banner: { js: DYING } });

function annotate(texts: readonly string[], name: string) {
  const input = texts.map((text, n) => JSON.stringify({ id: `n${n}`, text, language: 'fr' })).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'annotate', '--input', 'jsonl', '--jobs', '2'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ONCE_FILE: path.join(home, name), NODE_OPTIONS: '--max-old-space-size=160' },
  });
  const answers = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as { id: string; error?: string }]));
  const ids = answers.filter(({ error }) => error === undefined).map(({ id }) => id);
  return { status, ids, answered: answers.map(({ id }) => id), problems: stderr.split('\n').filter(Boolean) };
}

describe('a thread that dies', () => {
  const texts = Array.from({ length: 40 }, (_, n) => `Le port a rouvert hier. « Oui », a dit Anna Berg ${n} fois.`);
  const all = texts.map((_, n) => `n${n}`);

  test.each([
    ['EXIT', /^line 8: could not be analysed: it ended the thread that analysed it \(exit 7\)$/],
    ['HOARD', /^line 8: could not be analysed: it takes more memory than there is/],
  ])('costs the article that ended it, which is named, and no other (%s)', (word, problem) => {
    const bad = texts.map((text, n) => (n === 7 || n === 20 ? `${text} ${word}` : text));
    const { status, ids, answered, problems } = annotate(bad, word);
    expect(answered).toEqual(all);
    expect(ids).toEqual(all.filter((id) => id !== 'n7' && id !== 'n20'));
    expect(problems).toEqual([expect.stringMatching(problem), expect.stringMatching(/^line 21: could not be analysed/)]);
    expect(status).toBe(1);
  });

  test('costs nothing where the article is well the second time', () => {
    const { status, ids, problems } = annotate(
      texts.map((text, n) => (n === 3 ? `${text} ONCE` : text)),
      'once',
    );
    expect(ids).toEqual(all);
    expect(problems).toEqual([]);
    expect(status).toBe(0);
  });

  test('every article bad: each is named, and it ends', () => {
    const { status, ids, problems } = annotate(
      texts.slice(0, 6).map((text) => `${text} EXIT`),
      'all',
    );
    expect(ids).toEqual([]);
    expect(problems).toHaveLength(6);
    expect(status).toBe(1);
  });
});
