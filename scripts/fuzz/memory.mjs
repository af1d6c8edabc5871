// How much memory a megabyte of anything takes: each kind of long text in a process of its own, which ends where it takes
// more than it may.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBundled } from '../lib/bundled.mjs';
import { KINDS, longText } from '../lib/longTexts.mjs';
import { ROOT } from '../lib/project.mjs';

export const about = 'the memory that a megabyte of anything takes (rounds: how many kinds of text)';

const LENGTH = 1_000_000;
/** Megabytes of objects that the engine may hold, the models among them. */
const MOST = 300;

/** Gives the kinds that took more, and the most that any took. */
export async function run({ seed, rounds, seconds, print }) {
  const until = Date.now() + seconds * 1000;
  const failures = [];
  let most = 0;
  let kinds = 0;
  for (let n = 0; n < Math.min(rounds, KINDS.length) && Date.now() < until; n++) {
    const kind = KINDS[(n + seed - 1) % KINDS.length];
    const args = [`--max-old-space-size=${MOST}`, fileURLToPath(import.meta.url), kind];
    const { status, signal, stdout } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const peak = Number(stdout);
    kinds++;
    if (status !== 0)
      failures.push({ faults: [`${kind}: more than ${MOST} MB (${signal ?? status})`], input: { kind, length: LENGTH } });
    else most = Math.max(most, peak);
    print(`${kind}: ${status === 0 ? `${peak} MB in all` : 'ended'}`);
  }
  return { counts: { kinds, 'MB at the most, the program included': most }, failures };
}

/** In the process of its own: analyses, and prints what it took at its peak, in megabytes. */
async function measure(kind) {
  const { createAnalyser } = await loadBundled("export { createAnalyser } from './analyser';");
  const model = (language) => {
    const file = path.join(ROOT, 'server/models', `${language}.bin`);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  };
  const text = longText(kind, LENGTH);
  const language = kind.startsWith('English') ? 'en' : 'fr';
  const failed = [];
  const analyser = createAnalyser({ model, reuse: false, onError: (layer, error) => failed.push(`${layer}: ${error}`) });
  analyser.analyse({ id: 'x', text, language, date: '2017-01-15' });
  if (failed.length > 0) throw new Error(failed.join('\n'));
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2]);
