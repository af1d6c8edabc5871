#!/usr/bin/env node
// α and γ beside other people's programs: `krippendorff` and `pygamma-agreement` of PyPI, where Python has them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { main, ROOT } from './lib/project.mjs';

const PYTHON = `
import json, sys, warnings
warnings.filterwarnings('ignore')
import numpy as np
cases = json.load(sys.stdin)
result = []
for case in cases:
    row = {}
    try:
        import krippendorff
        labels = sorted({l for c in case['coded'] for l in c['labels'] if l is not None})
        data = np.array([[np.nan if l is None else labels.index(l) for l in c['labels']] for c in case['coded']], dtype=float).T
        row['alpha'] = float(krippendorff.alpha(reliability_data=data, level_of_measurement='nominal'))
    except ImportError:
        pass
    try:
        import pygamma_agreement as pa
        from pyannote.core import Segment
        continuum = pa.Continuum()
        for i, units in enumerate(case['continuum']['annotators']):
            for unit in units:
                continuum.add(str(i), Segment(float(unit['start']), float(unit['end'])), unit['category'])
        continuum.bound_inf, continuum.bound_sup = 0.0, float(case['continuum']['length'])
        dissimilarity = pa.CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)
        np.random.seed(1)
        found = continuum.compute_gamma(dissimilarity, sampler=pa.ShuffleContinuumSampler(), precision_level=0.02)
        row['gamma'] = float(found.gamma)
        row['disorder'] = float(found.observed_disorder)
    except ImportError:
        pass
    result.append(row)
print()
print(json.dumps(result))
`;

const USAGE = `node scripts/bench-agreement.mjs [--python PYTHON]

Made-up annotations of two and three annotators, our figures and those of the Python packages:
    pip install krippendorff pygamma-agreement`;

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help')) return void console.log(USAGE);
  const python = words.includes('--python') ? words[words.indexOf('--python') + 1] : 'python3';
  const ours = await load();
  const cases = makeCases(ours.randomiser);
  const theirs = askPython(python, cases);
  console.log('case                        ours    theirs  (γ: expected disorder by 2 %)');
  for (const [i, { name, coded, continuum }] of cases.entries()) {
    const alpha = ours.krippendorffAlpha(coded);
    show(`${name}: α`, alpha, theirs?.[i].alpha);
    const found = ours.bestAlignment(continuum.annotators, ours.combined());
    const mean = continuum.annotators.flat().length / continuum.annotators.length;
    show(`${name}: best disorder${found.isExact ? '' : ' (not exact)'}`, found.disorder / mean, theirs?.[i].disorder);
    const started = performance.now();
    const gamma = ours.gamma([continuum], { precision: 0.02 });
    const took = ((performance.now() - started) / 1000).toFixed(1);
    show(`${name}: γ (${gamma.samples} samples, ${took} s)`, gamma.gamma, theirs?.[i].gamma);
  }
});

function show(name, ours, theirs) {
  const number = (value) => (value === undefined || value === null ? '–' : value.toFixed(4)).padStart(8);
  console.log(`${name.padEnd(42)} ${number(ours)} ${number(theirs)}`);
}

async function load() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agreement-'));
  const entry = ['agreement/nominal', 'agreement/alignment', 'agreement/dissimilarity', 'agreement/gamma', 'core/random']
    .map((name) => `export * from './server/src/${name}';`)
    .join('\n');
  const outfile = path.join(folder, 'ours.mjs');
  await build({ stdin: { contents: entry, resolveDir: ROOT }, bundle: true, format: 'esm', outfile, logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile).href);
  fs.rmSync(folder, { recursive: true });
  return loaded;
}

/** Annotators who see the same units, and move, rename, miss and invent some. */
function makeCases(randomiser) {
  const cases = [];
  for (const [annotators, units, noise] of [
    [2, 20, 0.1],
    [2, 60, 0.4],
    [3, 20, 0.2],
    [3, 40, 0.5],
  ]) {
    const random = randomiser(annotators * 1000 + units);
    const types = ['PER', 'ORG', 'LOC'];
    const any = () => types[Math.floor(random() * types.length)];
    const truth = Array.from({ length: units }, (_, i) => ({
      start: i * 25 + 2,
      end: i * 25 + 6 + Math.floor(random() * 8),
      category: any(),
    }));
    const rows = Array.from({ length: annotators }, () =>
      truth
        .filter(() => random() > noise / 2)
        .map((unit) => ({
          start: unit.start - (random() < noise ? 2 : 0),
          end: unit.end + (random() < noise ? 3 : 0),
          category: random() < noise ? any() : unit.category,
        })),
    );
    const length = units * 25 + 10;
    const coded = [];
    for (let at = 0; at < length; at++) {
      const labels = rows.map((row) => row.find(({ start, end }) => start <= at && at < end)?.category ?? '');
      coded.push({ labels: labels.map((label) => (random() < 0.05 ? undefined : label)), times: 1 });
    }
    cases.push({ name: `${annotators} × ${units}, noise ${noise}`, coded, continuum: { length, annotators: rows } });
  }
  return cases;
}

function askPython(python, cases) {
  const input = JSON.stringify(
    cases.map(({ coded, continuum }) => ({
      coded: coded.map(({ labels }) => ({ labels: labels.map((label) => label ?? null) })),
      continuum,
    })),
  );
  const { status, stdout, stderr } = spawnSync(python, ['-c', PYTHON], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1)); // solvers talk before
  console.error(`Python has no figures: ${stderr.trim().split('\n').at(-1)}`);
  return undefined;
}
