#!/usr/bin/env node
// The statistics of tables beside other people's programs: SciPy, statsmodels and NLTK of PyPI, where Python has them.
import { spawnSync } from 'node:child_process';
import { loadBundled } from './lib/bundled.mjs';
import { main } from './lib/project.mjs';

const PYTHON = `
import json, math, sys
tables = json.load(sys.stdin)
def logs():
    from mpmath import mp, mpf, loggamma, exp, log
    mp.dps = 30
    def choose(n, k): return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)
    def specificity(o, r, c, n):
        more = o * n >= r * c
        total, k = mpf(0), o
        least, most = max(0, r + c - n), min(r, c)
        first = choose(mpf(c), k) + choose(mpf(n - c), r - k) - choose(mpf(n), r)
        term = mpf(1)
        while least <= k <= most:
            total += term
            if term < total * mpf(10) ** -20: break
            term *= (mpf(c - k) * (r - k) / (mpf(k + 1) * (n - c - r + k + 1))) if more else (mpf(k) * (n - c - r + k) / (mpf(c - k + 1) * (r - k + 1)))
            k += 1 if more else -1
        value = float((first + log(total)) / log(10))
        return abs(value) if more else value
    return specificity
try: exact = logs()
except ImportError: pass
found = []
for o, r, c, n in tables:
    cells = [[o, r - o], [c - o, n - r - c + o]]
    sign = -1 if o < r * c / n else 1
    row = {}
    try:
        from scipy.stats import chi2_contingency, power_divergence, hypergeom
        row['chiSquared'] = ('SciPy', sign * float(chi2_contingency(cells, correction=False)[0]))
        row['chiSquaredYates'] = ('SciPy', sign * float(chi2_contingency(cells, correction=True)[0]))
        row['logLikelihood'] = ('SciPy', sign * float(chi2_contingency(cells, correction=False, lambda_='log-likelihood')[0]))
        expected = [r * c / n, c - r * c / n]
        row['logLikelihoodTwoTerm'] = ('SciPy', sign * float(power_divergence([o, c - o], expected, lambda_='log-likelihood')[0]))
        # SciPy sums over all that could be: of a large corpus that takes minutes and all memory
        if min(r, c) <= 2000:
            tail = hypergeom.logsf(o - 1, n, c, r) if sign > 0 else hypergeom.logcdf(o, n, c, r)
            value = float(tail) / math.log(10)
            row['specificity'] = ('SciPy', abs(value) if sign > 0 else value)
    except ImportError: pass
    try:
        if r * c / n < 1e5: row['exact specificity'] = ('mpmath', exact(o, r, c, n))
    except NameError: pass
    try:
        import statsmodels.stats.contingency_tables as ct, warnings
        warnings.simplefilter('ignore')
        row['chiSquared of statsmodels'] = ('statsmodels', sign * float(ct.Table2x2(cells, shift_zeros=False).test_nominal_association().statistic))
    except ImportError: pass
    try:
        from nltk.metrics import BigramAssocMeasures as m
        if o > 0:
            row['mutualInformation'] = ('NLTK', float(m.pmi(o, (r, c), n)))
            row['tScore'] = ('NLTK', float(m.student_t(o, (r, c), n)))
            row['logDice'] = ('NLTK', 14 + math.log2(m.dice(o, (r, c), n)))
            if o < min(r, c): row['logLikelihood of NLTK'] = ('NLTK', sign * float(m.likelihood_ratio(o, (r, c), n)))
    except ImportError: pass
    found.append(row)
print(json.dumps(found))
`;

const USAGE = `node scripts/bench-statistics.mjs [--python PYTHON]

Made-up tables of corpora of up to a thousand million words, our figures and those of the Python packages:
    pip install scipy statsmodels nltk mpmath`;

const ASKED = [
  'logLikelihoodTwoTerm',
  'logLikelihood',
  'chiSquared',
  'chiSquaredYates',
  'specificity',
  'mutualInformation',
  'tScore',
];

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help')) return void console.log(USAGE);
  const python = words.includes('--python') ? words[words.indexOf('--python') + 1] : (process.env.PYTHON ?? 'python3');
  const ours = await load();
  const tables = makeTables(ours.randomiser);
  speed(ours, tables);
  const theirs = askPython(python, tables);
  if (theirs === undefined) return;
  const worst = new Map();
  for (const [i, row] of theirs.entries())
    for (const [name, [program, value]] of Object.entries(row)) {
      const own = statisticOf(ours, name)(tables[i]);
      // far below what a double of theirs can hold a probability in, there is nothing to compare with
      if (!Number.isFinite(value) || own === null) continue;
      const difference = Math.abs(own - value) / Math.max(1, Math.abs(value));
      const known = worst.get(name) ?? { program, tables: 0, difference: 0, at: undefined };
      known.tables++;
      if (difference > known.difference) Object.assign(known, { difference, at: tables[i], own, value });
      worst.set(name, known);
    }
  console.log('statistic                     beside        tables  largest relative difference');
  for (const [name, { program, tables: count, difference, at, own, value }] of worst) {
    const where = difference > 1e-6 ? `  ours ${own}, theirs ${value}, of ${JSON.stringify(at)}` : '';
    console.log(`${name.padEnd(29)} ${program.padEnd(13)} ${String(count).padStart(6)}  ${difference.toExponential(1)}${where}`);
  }
});

function statisticOf(ours, name) {
  const key = name.replace(/^exact /, '').replace(/ of .*$/, '');
  if (key === 'logDice') return ({ observed, part, total }) => ours.logDice(observed, part, total);
  return ours[key];
}

/** How long a statistic takes of a table. */
function speed(ours, tables) {
  for (const name of ASKED) {
    const begun = performance.now();
    for (const table of tables) ours[name](table);
    const took = performance.now() - begun;
    console.log(`${name.padEnd(29)} ${((1000 * took) / tables.length).toFixed(2).padStart(8)} µs a table`);
  }
}

async function load() {
  const parts = ['statistics/contingency', 'statistics/hypergeometric', 'statistics/association', 'core/random'];
  return loadBundled(parts.map((name) => `export * from './${name}';`).join('\n'), 'server/src');
}

/** Corpora of all sizes, parts of all shares, words from once to very often, near and far from what is expected. */
function makeTables(randomiser) {
  const random = randomiser(20);
  const tables = [];
  for (let i = 0; i < 300; i++) {
    const all = Math.round(10 ** (3 + 6 * random()));
    const part = Math.max(1, Math.min(all - 1, Math.round(all * 10 ** (-4 * random()) * 0.9)));
    const total = Math.max(1, Math.round(10 ** (random() * Math.log10(all / 20))));
    const awaited = (part * total) / all;
    const moved = Math.round(awaited + (random() - 0.4) * 8 * Math.sqrt(awaited + 1));
    const observed = Math.min(part, total, Math.max(0, part + total - all, moved));
    tables.push({ observed, part, total, all });
  }
  return tables;
}

function askPython(python, tables) {
  const input = JSON.stringify(tables.map(({ observed, part, total, all }) => [observed, part, total, all]));
  const { status, stdout, stderr } = spawnSync(python, ['-c', PYTHON], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1));
  console.error(`Python has no figures: ${stderr?.trim().split('\n').at(-1)}`);
  return undefined;
}
