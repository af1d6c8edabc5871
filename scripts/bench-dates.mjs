#!/usr/bin/env node
// Measures dates: categories, whole articles with gold values, the expression suites of three libraries, and speed, beside
// chrono-node in the same run. Data and scorers lie beside the project's folder; where they are missing it says so.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reasonFor } from './lib/date-suites.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SHARED = path.resolve(ROOT, '..', 'shared');
const DATA = path.join(SHARED, 'data', 'dates');
const require = createRequire(import.meta.url);
const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl'];

/** What the sources export for measuring, bundled anew: dates alone, without the other layers. */
async function loadDates(folder) {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'dates.cjs');
  const contents = `
    export { packFor } from './languages/registry';
    export { tokenize } from './text/tokens';
    export { splitSentences } from './text/sentences';
    export { splitParagraphs } from './text/paragraphs';
    export { findDates, resolveDates } from './dates/index';
    export { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS, readHeader } from './structure/header';`;
  await build({
    stdin: { contents, resolveDir: path.join(ROOT, 'server/src/core'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return require(outfile);
}

/** Views of an article's paragraphs, as the analyser makes them. */
function viewsOf(core, text, language, from = 0) {
  const pack = core.packFor(language);
  return core.splitParagraphs(text, from).map((span, index) => {
    const paragraph = text.slice(span.start, span.end);
    const tokens = core.tokenize(paragraph, pack.text);
    return {
      ...span,
      index,
      role: 'paragraph',
      view: { text: paragraph, tokens, sentences: core.splitSentences(tokens, pack.text) },
    };
  });
}

function ours(core, text, language, date) {
  const pack = core.packFor(language);
  const header = core.readHeader(text, core.compileHeaderPatterns(core.DEFAULT_HEADER_PATTERNS).patterns);
  const paragraphs = viewsOf(core, text, language, header?.end ?? 0);
  const candidates = paragraphs.map((paragraph) => core.findDates(paragraph.view, pack.dates));
  return core.resolveDates(
    { id: '', text, language, date: date ?? header?.date ?? null, header, paragraphs, structure: [] },
    candidates,
    pack.dates,
  );
}

/** chrono-node's results in the same shape. A day has no time; what it only implies is left out. */
function chronos(text, language, date) {
  const chrono = require('chrono-node');
  const parser = chrono[language] ?? chrono.en;
  const [year, month = 1, day = 1] = (date ?? '2017-01-15').split('-').map(Number);
  return parser.parse(text, new Date(year, month - 1, day, 12)).map((result) => {
    const { start } = result;
    const part = (name) => String(start.get(name)).padStart(name === 'year' ? 4 : 2, '0');
    const timed = start.isCertain('hour');
    const fine = timed || start.isCertain('day') || start.isCertain('weekday');
    const dated = fine
      ? `${part('year')}-${part('month')}-${part('day')}`
      : start.isCertain('month')
        ? `${part('year')}-${part('month')}`
        : `${part('year')}-${part('month')}-${part('day')}`;
    return {
      start: result.index,
      end: result.index + result.text.length,
      text: result.text,
      type: timed ? 'TIME' : 'DATE',
      value: timed ? `${dated}T${part('hour')}:${part('minute')}` : dated,
    };
  });
}

/** Whether a document was read while the rules were written: a fixed half, and for French a few more that were shown by mistake. */
function wasSeen(language, id) {
  const bit = (name, salt, byte) =>
    crypto
      .createHash(name)
      .update(salt + id)
      .digest()[byte] & 1;
  return bit('sha256', 'dates-split:', 3) === 0 || (language === 'fr' && bit('sha1', '', 0) === 0);
}

// Newspapers whose articles only measure: nobody looks into their texts or errors.
const MEASURING = new Set(['bbc', 'reuters', 'dailymail.co.uk', 'foxnews', 'cnbc.com']);

/** Each set of articles by its parts: those that may be looked into apart from those that only measure. */
function goldParts() {
  const seen = (language) => (d) => wasSeen(language, String(d.id));
  const halves = (language) => [
    ['read while developing', seen(language)],
    ['not looked at', (d) => !seen(language)(d)],
  ];
  const papers = [
    ['papers that may train', (d) => !MEASURING.has(d.newspaper)],
    ['papers that measure', (d) => MEASURING.has(d.newspaper)],
  ];
  return [
    ['dates/fr-timebank-dev', 'fr', halves('fr')],
    ['dates/meantime-en-dev', 'en', halves('en')],
    ['news/fr', 'fr', papers],
    ['news/en', 'en', papers],
    ['news/fr-regional', 'fr', [['all', () => true]]],
  ];
}

const readLines = (file) =>
  fs.existsSync(file)
    ? fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

async function scoreGold(core, folder) {
  const { evaluate } = await import(pathToFileURL(path.join(SHARED, 'eval/intervals.mjs')).href);
  const gold = path.join(folder, 'gold.jsonl');
  const predicted = path.join(folder, 'predicted.jsonl');
  for (const [file, language, parts] of goldParts()) {
    const documents = readLines(path.join(SHARED, 'data', `${file}.jsonl`));
    for (const [part, chosen] of parts) {
      const list = documents.filter(chosen);
      if (list.length === 0) continue;
      fs.writeFileSync(gold, list.map((d) => JSON.stringify(d)).join('\n'));
      for (const [who, find] of [
        ['ours', ours.bind(null, core)],
        ['chrono-node', chronos],
      ]) {
        fs.writeFileSync(
          predicted,
          list.map((d) => JSON.stringify({ id: d.id, dates: find(d.text, language, d.dct ?? d.date) })).join('\n'),
        );
        const { point, ci, counts } = evaluate('dates', gold, predicted);
        const tell = (name) => `${name} ${percent(point[name])} [${ci[name].map(percent).join('–')}]`;
        console.log(
          `  ${file}, ${part} (${list.length} documents, ${counts['s.gold']} dates), ${who}: ${['strict', 'relaxed', 'type', 'value'].map(tell).join(' ')}`,
        );
      }
    }
  }
}

const percent = (share) => (100 * share).toFixed(1);

/** The categories: extent, type, value and modifier must all be right; negatives must stay without a date. Returns what is wrong. */
function scoreCategories(core) {
  const { dct, positives } = JSON.parse(fs.readFileSync(path.join(DATA, 'categories-fr-en.json'), 'utf8'));
  const count = (find) => {
    const wrong = [];
    for (const p of positives) {
      const before = p.context ?? '';
      const start = before.length + p.text.indexOf(p.extent);
      const hit = find(before + p.text, p.lang, dct).find((d) => d.start === start && d.end === start + p.extent.length);
      if (hit === undefined || hit.type !== p.type || hit.value !== p.value || (p.mod !== undefined && hit.mod !== p.mod))
        wrong.push(`${p.text} → ${hit ? `${hit.type} ${hit.value}` : 'nothing'} instead of ${p.type} ${p.value}`);
    }
    return wrong;
  };
  const wrong = count(ours.bind(null, core));
  const peer = count(chronos);
  console.log(
    `  categories: ours ${positives.length - wrong.length} of ${positives.length} right, chrono-node ${positives.length - peer.length}`,
  );
  for (const line of wrong) console.log(`    ${line}`);
  return wrong;
}

/** Runs the scorer of the suites in a folder that holds a command line; gives tallies and the list of what is wrong. */
function runSuites(cwd, language, folder) {
  const errors = path.join(folder, 'suite-errors.jsonl');
  fs.rmSync(errors, { force: true });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(SHARED, 'eval/score-suites.mjs'), DATA, language, '--errors', errors],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (stdout.trim() === '') throw new Error(`The suites were not scored: ${stderr.slice(0, 300)}`);
  return {
    tallies: JSON.parse(stdout),
    wrong: fs
      .readFileSync(errors, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

/** A folder whose command line is a program that answers JSON lines with dates. */
function commandLine(folder, name, source) {
  fs.mkdirSync(path.join(folder, name, 'dist'), { recursive: true });
  fs.writeFileSync(path.join(folder, name, 'dist/cli.js'), source);
  return path.join(folder, name);
}

function scoreSuites(folder, verbose) {
  const answer = (
    body,
  ) => `const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean).map(l => JSON.parse(l));
${body}
process.stdout.write(lines.map(l => JSON.stringify({ id: l.id, dates: find(l.text, l.language, l.date) })).join('\\n') + '\\n');`;
  const mine = commandLine(
    folder,
    'ours',
    answer(
      `const core = require(${JSON.stringify(path.join(folder, 'dates.cjs'))});\n${viewsOf}\n${ours}\nconst find = (t, l, d) => ours(core, t, l, d);`,
    ),
  );
  const peer = commandLine(
    folder,
    'chrono',
    answer(
      `const createRequire = 0; const chrono = require(${JSON.stringify(require.resolve('chrono-node'))});\n${chronos.toString().replace("const chrono = require('chrono-node');", '')}\nconst find = chronos;`,
    ),
  );
  for (const language of LANGUAGES) {
    const { tallies, wrong } = runSuites(mine, language, folder);
    const { tallies: theirs } = runSuites(peer, language, folder);
    const reasons = new Map();
    const faults = new Map();
    for (const line of wrong) {
      if (line.length < 5) continue;
      const reason = reasonFor(line);
      if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      else faults.set(line[0], [...(faults.get(line[0]) ?? []), line]);
    }
    let right = 0;
    let faulty = 0;
    for (const [suite, t] of Object.entries(tallies)) {
      if (typeof t !== 'object') continue;
      const bad = faults.get(suite)?.length ?? 0;
      right += t.value;
      faulty += bad;
      const silence = t.negatives > 0 ? `, silent on ${t.silent} of ${t.negatives}` : '';
      if (t.expressions > 0 || t.negatives > 0)
        console.log(
          `  ${language} ${suite}: found ${t.foundPct} % value ${t.valuePct} %${silence}; chrono-node found ${theirs[suite]?.foundPct} % value ${theirs[suite]?.valuePct} %`,
        );
    }
    console.log(
      `  ${language}: of what a reader of articles meets, ${((100 * right) / (right + faulty)).toFixed(1)} % right in value (${right} right, ${faulty} wrong)`,
    );
    for (const [reason, n] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`    left out, ${n}: ${reason}`);
    if (verbose)
      for (const list of faults.values()) for (const line of list) console.log(`    wrong: ${line.slice(1).join(' | ')}`);
  }
}

/** Megabytes of text a second on one core, tokens given; a second measurement with the resolver. */
function measureSpeed(core) {
  for (const [file, language] of [
    ['fr-timebank-dev', 'fr'],
    ['meantime-en-dev', 'en'],
  ]) {
    const pack = core.packFor(language);
    const texts = fs
      .readFileSync(path.join(DATA, `${file}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).text);
    speedOf(core, pack, language, texts, file);
  }
}

function speedOf(core, pack, language, texts, name) {
  const views = texts.flatMap((text) => viewsOf(core, text, language).map((paragraph) => paragraph.view));
  const bytes = views.reduce((sum, view) => sum + Buffer.byteLength(view.text), 0);
  const run = () => {
    for (const view of views) core.findDates(view, pack.dates);
  };
  for (let i = 0; i < 10; i++) run();
  let best = 0;
  for (let i = 0; i < 20; i++) {
    const before = process.cpuUsage();
    run();
    const used = process.cpuUsage(before);
    best = Math.max(best, bytes / (used.user + used.system));
  }
  const before = process.cpuUsage();
  for (const text of texts) chronos(text, language, '2010-01-01');
  const used = process.cpuUsage(before);
  console.log(
    `  speed, ${name}: ours ${best.toFixed(1)} MB/s of processor time (best of 20 runs, tokens given), chrono-node ${(bytes / (used.user + used.system)).toFixed(1)} MB/s`,
  );
}

/** Measures all; returns false where a category is wrong. */
export async function benchDates({ verbose = false } = {}) {
  if (!fs.existsSync(DATA) || !fs.existsSync(path.join(SHARED, 'eval/score.mjs'))) {
    console.log(`Dates: no data sets or scorers in ${path.relative(ROOT, SHARED)}; nothing scored.`);
    return true;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-dates-'));
  try {
    const core = await loadDates(folder);
    console.log('Dates (F1 in % as TempEval-3 counts, 95 % intervals by bootstrap over documents)');
    const wrong = scoreCategories(core);
    await scoreGold(core, folder);
    measureSpeed(core);
    scoreSuites(folder, verbose);
    return wrong.length === 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(
      'Usage: node scripts/bench-dates.mjs [--verbose]\n\nScores dates beside chrono-node; --verbose lists what is wrong in the suites.',
    );
  } else if (!(await benchDates({ verbose: args.includes('--verbose') }))) {
    console.error('Dates: a category is wrong.');
    process.exitCode = 1;
  }
}
