import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArticleDecisions } from '../../../server/src/store/articleDecisions';
import { Journal } from '../../../server/src/store/files';

const TEXT = 'Le maire de Vell, Paul Verdier, a parlé lundi. Verdier a promis un pont à Vell.';
/** A file of somebody else's, so that there is an old one to be kept. */
const ANN = 'T7\tPER 18 30\tPaul Verdier\n#1\tAnnotatorNotes T7\tthe mayor\n';

/**
 * Ends the process at the nth call that changes a file, before it is made; or, of a call that writes, when half of it is
 * written. Without a number it counts the calls.
 */
const KILLER = `
const fs = require('node:fs');
const [target, half] = [Number(process.env.KILL_AT || 0), process.env.KILL_HALF === '1'];
let calls = 0;
const sync = { write: fs.writeSync, open: fs.openSync, close: fs.closeSync };
const end = () => process.kill(process.pid, 'SIGKILL');
for (const [object, wait] of [[fs, false], [fs.promises, true]]) {
  for (const name of ['open', 'write', 'fsync', 'close', 'rename', 'unlink', 'writeFile', 'mkdir', 'rm', 'chmod', 'chown']) {
    const original = object[name];
    if (typeof original !== 'function') continue;
    object[name] = function (...args) {
      calls++;
      if (calls === target) {
        if (half && name === 'write') sync.write(args[0], args[1], 0, Math.floor(args[1].length / 2));
        else if (half && name === 'writeFile') {
          const file = sync.open(args[0], 'w');
          sync.write(file, Buffer.from(String(args[1])), 0, Math.floor(Buffer.byteLength(String(args[1])) / 2));
        }
        end();
        // a signal takes a moment: nothing more may happen meanwhile
        return wait ? new Promise(() => {}) : undefined;
      }
      return original.apply(this, args);
    };
  }
}
process.on('exit', () => process.stdout.write(String(calls)));
`;

describe('a process ended at each point of a write', () => {
  let home: string;
  let script: string;
  let killer: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'killed-'));
    script = join(home, 'writer.cjs');
    killer = join(home, 'killer.cjs');
    writeFileSync(killer, KILLER);
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
      outfile: script,
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Writes one decision in a process that is ended at a call; gives the article's path, the journal's and the calls made. */
  function write(name: string, env: Record<string, string>) {
    const folder = mkdtempSync(join(home, `${name}-`));
    const [path, journal] = [join(folder, 'a.txt'), join(folder, 'journal')];
    writeFileSync(path, TEXT);
    writeFileSync(join(folder, 'a.ann'), ANN);
    const done = spawnSync(process.execPath, ['-r', killer, script, path, journal], { env: { ...process.env, ...env } });
    return { folder, path, journal, calls: Number(done.stdout.toString()), signal: done.signal };
  }
  const contents = (folder: string): readonly (string | undefined)[] =>
    ['a.ann', 'a.review.jsonl', 'a.txt'].map((name) =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined,
    );

  test('leaves each file old or new, and what was decided comes into both at the next start', async () => {
    const whole = write('whole', {});
    const [newAnn, newReview] = contents(whole.folder);
    expect(newAnn).toBe(`${ANN}T8\tLOC 12 16\tVell\n`);
    expect(newReview).toContain('"reject":"entity/PER"');
    expect(whole.calls).toBeGreaterThan(5);
    let [before, after] = [0, 0];
    for (let at = 1; at <= whole.calls; at++) {
      for (const half of ['0', '1']) {
        const { folder, path, journal, signal } = write(`at${at}`, { KILL_AT: String(at), KILL_HALF: half });
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
        const left = existsSync(journal) ? readdirSync(journal) : [];
        expect(left.filter((file) => file.endsWith('.json'))).toEqual([]);
      }
    }
    // both sides of the moment at which a decision is safe were looked at
    expect(before).toBeGreaterThan(2);
    expect(after).toBeGreaterThan(2);
  }, 180_000);
});
