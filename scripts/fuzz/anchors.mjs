#!/usr/bin/env node
// Annotations found again in texts that were changed outside of the editor, against what is known of each change:
//   node scripts/fuzz/anchors.mjs [--seed N] [--rounds N]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { EDITS, textOf, truthOf } from './lib/anchorEdits.mjs';
import { repetitiveTexts } from './lib/anchorTexts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** So many annotations a text: 400 rounds have about 17,000. */
const A_TEXT = 42;

/**
 * Edits texts, `rounds` times, each kind in its turn, and finds their annotations again, from their files and live.
 *
 * @param store - what is tried; without it, as it is in the sources.
 * @returns what was counted: `wrong` (moved in silence to another place), `doubtful` and `lost` though the words stand.
 */
export async function run({ seed = 1, rounds = 400, seconds = Number.POSITIVE_INFINITY, print = () => {}, store: given }) {
  const began = Date.now();
  const store = given ?? (await loadStore());
  const random = randomFrom(seed);
  const texts = [...sampleTexts(), ...repetitiveTexts(random)];
  const kinds = Object.entries(EDITS);
  const totals = { annotations: 0, wrong: 0, doubtful: 0, lost: 0, liveWrong: 0, liveLost: 0, milliseconds: 0, examples: [] };
  const byKind = new Map();
  let round = 0;
  for (; round < rounds && Date.now() - began < 1000 * seconds; round++) {
    const [kind, edit] = kinds[round % kinds.length];
    const old = texts[Math.floor(random() * texts.length)];
    const counted = oneRound(store, kind, old, edit(old, random), random);
    const sum = byKind.get(kind) ?? { annotations: 0, wrong: 0, doubtful: 0, lost: 0, liveWrong: 0, liveLost: 0 };
    for (const name of Object.keys(sum)) {
      sum[name] += counted[name];
      totals[name] += counted[name];
    }
    totals.milliseconds += counted.milliseconds;
    totals.examples.push(...counted.examples);
    byKind.set(kind, sum);
  }
  for (const [kind, sum] of byKind) print(described(kind, sum));
  print(described(`all, seed ${seed}, ${round} edits, ${Math.round(totals.milliseconds)} ms`, totals));
  const { annotations, wrong, doubtful, lost } = totals;
  const counts = {
    edits: round,
    annotations,
    'wrong in silence': wrong,
    'doubtful though intact': doubtful,
    'lost though intact': lost,
  };
  // what is doubtful is asked about; what is wrong in silence, or lost, nobody would know of
  const failures = totals.examples
    .filter((example) => / (?:wrong|lost): /.test(example))
    .map((input) => ({ faults: ['moved'], input }));
  return { ...totals, counts, failures };
}

const described = (what, sum) =>
  `${what}: ${sum.annotations} annotations; from files: ${sum.wrong} wrong in silence, ${sum.doubtful} doubtful though intact, ` +
  `${sum.lost} lost though intact; live: ${sum.liveWrong} wrong, ${sum.liveLost} lost though intact`;

function oneRound(store, kind, old, { pieces, or = [], orLive = or }, random) {
  const text = textOf(old, pieces);
  const annotations = annotationsOn(old, random);
  const document = { ...store.noDecisions('a.txt', old).document, annotations };
  const decisions = { ...store.noDecisions('a.txt', old), document };
  const files = store.writeSidecars(decisions, { ann: undefined, review: undefined });
  const began = performance.now();
  const read = store.readSidecars(files, text, 'a.txt').decisions;
  const milliseconds = performance.now() - began;
  const live = store.rebaseDecisions(decisions, { start: 0, end: old.length, inserted: text }).decisions;
  const result = {
    annotations: annotations.length,
    wrong: 0,
    doubtful: 0,
    lost: 0,
    liveWrong: 0,
    liveLost: 0,
    milliseconds,
    examples: [],
  };
  const [found, foundLive] = [read, live].map((one) => new Map(one.document.annotations.map(({ id, spans }) => [id, spans])));
  for (const { id, spans } of annotations) {
    const truths = [pieces, ...or].map((way) => truthOf(old, way, spans[0]));
    const intact = truths.every((truth) => truth?.intact);
    const note = (what, where) => {
      result[what]++;
      const words = old.slice(spans[0].start, spans[0].end);
      if (result.examples.length < 5)
        result.examples.push(
          `${kind}: ${what}: ${JSON.stringify(words)} at ${spans[0].start}, should ${JSON.stringify(truths[0])}, is ${JSON.stringify(where)}`,
        );
    };
    const where = found.get(id);
    if (where === undefined) {
      if (intact) note('lost');
    } else if (read.marks.get(id)?.doubtful) {
      if (intact) note('doubtful', where);
    } else if (!truths.some((truth) => holds(text, truth, where))) note('wrong', where);
    const now = foundLive.get(id);
    if (now === undefined) {
      if (intact) note('liveLost');
    } else if (![pieces, ...orLive].some((way) => holds(text, truthOf(old, way, spans[0]), now))) note('liveWrong', now);
  }
  return result;
}

/** Whether an annotation is where its words are; of words that were changed, whether it is about there. */
function holds(text, truth, spans) {
  if (truth === undefined) return false;
  const [first, last] = [spans[0], spans.at(-1)];
  if (!truth.intact) return first.start < truth.span.end && last.end > truth.span.start;
  const bare = ({ start, end }) => {
    const words = text.slice(start, end);
    const left = words.length - words.replace(/^[\s\ufeff]+/u, '').length;
    return `${start + left} ${start + words.replace(/[\s\ufeff]+$/u, '').length}`;
  };
  return bare({ start: first.start, end: last.end }) === bare(truth.span);
}

/** Names, words, quotations and whole sentences of a text, no two the same. */
function annotationsOn(text, random) {
  const names = [...text.matchAll(/\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*/gu)];
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*(?:\s+[\p{L}\p{M}\p{N}'’-]+){0,3}/gu)];
  const longer = [...text.matchAll(/«[^«»\n]+»|"[^"\n]+"|[^\s.!?][^.!?]{30,}[.!?]/gu)];
  const chosen = new Map();
  for (let i = 0; i < 4 * A_TEXT && chosen.size < A_TEXT; i++) {
    const from = [names, names, names, words, words, longer][Math.floor(random() * 6)];
    const match = from[Math.floor(random() * from.length)];
    if (match === undefined) continue;
    chosen.set(`${match.index} ${match[0].length}`, { start: match.index, end: match.index + match[0].length });
  }
  return [...chosen.values()]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((span, i) => ({ id: `T${i + 1}`, layer: 'entity', type: 'PER', spans: [span], attributes: {} }));
}

function sampleTexts() {
  const folder = path.join(ROOT, 'samples/corpus');
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\/\d+_\w+\.txt$/.test(`/${name.replaceAll('\\', '/')}`))
    .sort()
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

/** A generator of numbers between 0 and 1 (mulberry32): the same seed gives the same run. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The store as it is in the sources. */
async function loadStore() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));
  const outfile = path.join(folder, 'store.mjs');
  try {
    await build({
      stdin: {
        contents:
          "export * from './server/src/store/sidecars'; export * from './server/src/store/decisions'; export * from './server/src/store/rebaseDecisions';",
        resolveDir: ROOT,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, rounds: { type: 'string' }, examples: { type: 'boolean' } },
  });
  const totals = await run({
    seed: Number(values.seed ?? 1),
    rounds: Number(values.rounds ?? 400),
    print: (line) => console.log(line),
  });
  if (values.examples) for (const example of totals.examples) console.log(example);
  process.exitCode = totals.wrong === 0 && totals.doubtful + totals.lost < totals.annotations / 170 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
