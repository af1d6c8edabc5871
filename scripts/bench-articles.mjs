#!/usr/bin/env node
// Which files are taken as articles: prose of the data sets in many shapes, and files of this machine that are none, each
// in two halves (by a hash of the text): rules were written looking at the first, the second was only ever measured.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { halfOf, otherTexts, proseTexts } from './lib/articleSets.mjs';
import { main, ROOT, temporaryFolder } from './lib/project.mjs';
import { DATA as BESIDE } from './lib/training.mjs';

const DATA = process.env.BENCH_DATA ?? BESIDE;

await main(async () => {
  const scratch = temporaryFolder('articles');
  try {
    const { decideArticle } = await recogniser(scratch.path);
    const prose = fs.existsSync(DATA) ? proseTexts(DATA) : [];
    if (prose.length === 0) console.log(`No data sets in ${path.relative(ROOT, DATA)}: no prose to measure on`);
    const others = otherTexts(prose);
    if (others.length === 0) console.log('No files that are no articles are at hand on this machine');
    const decide = (text, name) =>
      decideArticle({ path: name, head: text.slice(0, 8_192), mode: 'auto', headerPatterns: [], hasSidecar: false });
    for (const half of [0, 1]) {
      const name = half === 0 ? 'seen' : 'unseen';
      const some = prose.filter(({ key }) => halfOf(key) === half);
      report(
        `prose, ${name}`,
        some,
        (item) => decide(item.text, item.path),
        ({ set }) => set,
        half,
      );
      report(
        `prose by shape, ${name}`,
        some,
        (item) => decide(item.text, item.path),
        ({ shape }) => shape,
        half,
        false,
      );
      const none = others.filter(({ key }) => halfOf(key) === half);
      report(
        `others, ${name}`,
        none,
        (item) => decide(item.text, item.path),
        ({ kind }) => kind,
        half,
      );
      report(
        `others called doc.txt, ${name}`,
        none,
        (item) => decide(item.text, 'doc.txt'),
        ({ kind }) => kind,
        half,
      );
    }
    speed([...prose, ...others], decide);
  } finally {
    scratch.remove();
  }
});

async function recogniser(folder) {
  const outfile = path.join(folder, 'recognise.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'server/src/core/recognise/decide.ts')],
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** The share taken as articles, in all and by group; with BENCH_LIST, which ones of the half that may be looked at. */
function report(title, items, decide, groupOf, half, list = true) {
  if (items.length === 0) return;
  const groups = new Map();
  let taken = 0;
  for (const item of items) {
    const { article, reason } = decide(item);
    const group = groups.get(groupOf(item)) ?? { taken: 0, all: 0 };
    group.all++;
    if (article) {
      group.taken++;
      taken++;
    }
    groups.set(groupOf(item), group);
    const isWrong = article !== title.startsWith('prose');
    if (isWrong && list && half === 0 && process.env.BENCH_LIST)
      console.log(
        `  ! ${title} ${reason} ${item.set ?? item.kind} ${item.shape ?? item.file ?? ''}: ${JSON.stringify(item.text.slice(0, 160))}`,
      );
  }
  const share = (n, all) => `${((100 * n) / all).toFixed(1)} %`;
  console.log(`${title}: ${taken} of ${items.length} taken as articles (${share(taken, items.length)})`);
  console.log(`  ${[...groups].map(([name, group]) => `${name} ${group.taken}/${group.all}`).join(' · ')}`);
}

function speed(items, decide) {
  if (items.length === 0) return;
  for (const { text, path: name } of items) decide(text, name);
  // the best of three: others use this machine too
  const times = items.map(({ text }) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const began = performance.now();
        decide(text, 'doc.txt');
        return performance.now() - began;
      }),
    ),
  );
  times.sort((a, b) => a - b);
  console.log(
    `time: median ${times[times.length >> 1].toFixed(2)} ms, 99th percentile ${times[Math.floor(times.length * 0.99)].toFixed(2)} ms, longest ${times.at(-1).toFixed(2)} ms`,
  );
}
