import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { Journal } from '../../../server/src/store/files';
import { journalEntries } from '../../support/journalEntries';

const TEXT = 'Le maire de Vell, Paul Verdier, a parlé lundi. Verdier a promis un pont à Vell.';
/** A file of somebody else's, so that there is an old one to be kept. */
const ANN = 'T7\tPER 18 30\tPaul Verdier\n#1\tAnnotatorNotes T7\tthe mayor\n';

/** Ends the process at the nth call that changes a file, before it is made; or, of a call that writes, when half of it is written. */
const FAULTS = resolve('test/support/faults.cjs');

describe('a process ended at each point of a write', () => {
  let home: string;
  let script: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'killed-'));
    script = join(home, 'writer.cjs');
    await build({
      stdin: {
        contents: `
          import { ArticleDecisions } from './server/src/store/articleDecisions';
          import { freeId, withDocument } from './server/src/store/decisions';
          import { Journal } from './server/src/store/files';
          import { readFileSync } from 'node:fs';
          const [path, journal] = process.argv.slice(2);
          (async () => {
            const article = await ArticleDecisions.open(path, readFileSync(path, 'utf8'), new Journal(journal));
            article.decide((decisions) => {
              const { annotations } = decisions.document;
              const id = freeId('T', annotations.map((a) => a.id));
              const place = { id, layer: 'entity', type: 'LOC', spans: [{ start: 12, end: 16 }], attributes: {} };
              const rejected = { ...place, id: 'X1', type: 'PER', spans: [{ start: 47, end: 54 }], status: 'rejected' };
              return withDocument(decisions, { annotations: [...annotations, place, rejected] });
            }, 'add');
            await article.save();
          })();`,
        resolveDir: join(__dirname, '../../..'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: script,
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Writes one decision in a process that is ended at a call (0: at none); gives the article's path, the journal's and the calls made. */
  function write(name: string, at: number, kind: 'KILL' | 'HALF') {
    const folder = mkdtempSync(join(home, `${name}-`));
    const [path, journal, plan] = [join(folder, 'a.txt'), join(folder, 'journal'), join(folder, 'plan')];
    writeFileSync(path, TEXT);
    writeFileSync(join(folder, 'a.ann'), ANN);
    writeFileSync(plan, JSON.stringify({ kind, at }));
    const done = spawnSync(process.execPath, ['-r', FAULTS, script, path, journal], { env: { ...process.env, FAULTS: plan } });
    const calls = existsSync(`${plan}.log`) ? readFileSync(`${plan}.log`, 'utf8').split('\n') : [];
    return { folder, path, journal, calls, signal: done.signal };
  }
  const contents = (folder: string): readonly (string | undefined)[] =>
    ['a.ann', 'a.review.jsonl', 'a.txt'].map((name) =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined,
    );

  test('leaves each file old or new, and what was decided comes into both at the next start', async () => {
    const whole = write('whole', 0, 'KILL');
    const [newAnn, newReview] = contents(whole.folder);
    expect(newAnn).toBe(`${ANN}T8\tLOC 12 16\tVell\n`);
    expect(newReview).toContain('"reject":"entity/PER"');
    for (const name of ['open', 'write', 'datasync', 'sync', 'close', 'rename', 'link', 'unlink'])
      expect(whole.calls.some((call) => call.startsWith(`${name} `))).toBe(true);
    let [before, after] = [0, 0];
    for (let at = 1; at <= whole.calls.length; at++) {
      for (const kind of ['KILL', 'HALF'] as const) {
        if (kind === 'HALF' && !whole.calls[at - 1]?.startsWith('write')) continue;
        const { folder, path, journal, signal } = write(`at${at}`, at, kind);
        expect(signal).toBe('SIGKILL');
        const [ann, review, text] = contents(folder);
        expect([ANN, newAnn]).toContain(ann);
        expect([undefined, newReview]).toContain(review);
        expect(text).toBe(TEXT);
        // the next start
        const article = await ArticleDecisions.open(path, TEXT, new Journal(journal));
        expect(article.state.readOnly).toBeUndefined();
        expect(article.state.problems).toEqual([]);
        expect(article.state.conflicts).toEqual([]);
        await article.save();
        const [annNow, reviewNow] = contents(folder);
        const isDecided = annNow === newAnn;
        expect([annNow, reviewNow]).toEqual(isDecided ? [newAnn, newReview] : [ANN, undefined]);
        // once anything of it was written, all of it is
        if (ann === newAnn || review === newReview) expect(isDecided).toBe(true);
        if (isDecided) after++;
        else before++;
        expect(journalEntries(journal)).toEqual([]);
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
    }
    // both sides of the moment at which a decision is safe were looked at
    expect(before).toBeGreaterThan(2);
    expect(after).toBeGreaterThan(2);
  }, 180_000);
});
