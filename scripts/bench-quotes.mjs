#!/usr/bin/env node
// Quotations: scores with 95 % intervals over documents on the labelled sets at hand, by what rules were written from and
// what only measures (lib/measuredSets.mjs), and the speed of the quote layer alone. "--only WORDS" prints the lines
// alone whose title holds the words. The sets and the scorer are no part of the project; where they are not at hand
// this says so and measures speed alone.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { HALVES, loadScorer, PAPERS, percentage, readLines, SETS_FOLDER } from './lib/measuredSets.mjs';
import { main, ROOT, SAMPLE_CORPUS, UserError } from './lib/project.mjs';

const CLI = path.join(ROOT, 'dist', 'cli.js');
const SENTENCES = { types: ['direct,mixed', 'indirect'], recallOnly: true };
const SETS = [
  { name: 'quotes/wikinews-fr-dev' },
  { name: 'quotes/seed', parts: [['all', () => true]] },
  { name: 'news/fr', parts: PAPERS },
  { name: 'news/fr-regional' },
  { name: 'news/en', parts: PAPERS },
  { name: 'quotes/asfalda_fr_sequoia', ...SENTENCES },
  { name: 'quotes/asfalda_fr_sequoia_typo', ...SENTENCES },
  // the same sentences with straight marks: what other marks change
  {
    name: 'quotes/asfalda_fr_sequoia',
    only: 'quotes/asfalda_fr_sequoia_typo',
    parts: [['as in typo', () => true]],
    ...SENTENCES,
  },
  { name: 'quotes/fr_litbank_novels' },
  { name: 'quotes/aads_french_novels' },
];

const fileOf = (name) => path.join(SETS_FOLDER, `${name}.jsonl`);

await main(async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-quotes-'));
  const asked = process.argv.indexOf('--only');
  const wanted = asked < 0 ? '' : process.argv[asked + 1];
  try {
    const scorer = await loadScorer();
    if (scorer === undefined || !fs.existsSync(fileOf(SETS[0].name))) {
      console.log(`No data sets in ${SETS_FOLDER}: quality is not measured`);
    } else if (!fs.existsSync(CLI)) throw new UserError(`There is no ${CLI}: run npm run build first`);
    else {
      console.log('relaxed P / R / F1 · exact · cue · speaker · name, in percent with 95 % intervals over documents');
      for (const set of SETS) scoreSet(set, { scratch, scorer, wanted });
      if (wanted === '') negatives();
    }
    if (wanted === '') await speed(scratch);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
});

function annotate(documents) {
  const input = documents.map((d) =>
    JSON.stringify({ id: d.id, text: d.text, language: d.language ?? d.lang ?? 'fr', ...(d.date && { date: d.date }) }),
  );
  const output = execFileSync(process.execPath, [CLI, 'annotate', '--input', 'jsonl'], {
    input: `${input.join('\n')}\n`,
    maxBuffer: 1 << 30,
  });
  return output.toString().split('\n').filter(Boolean);
}

/** The novels spell the field of the speaker's name in another way than the scorer. */
function withNames(document) {
  const quotes = document.quotes.map(({ speaker_name, ...quote }) => ({
    ...(speaker_name && { speakerName: speaker_name }),
    ...quote,
  }));
  return { ...document, quotes };
}

/** Scores a set's parts, each on its own, and prints a line for each. */
function scoreSet(set, { scratch, scorer, wanted }) {
  const asked = (set.parts ?? HALVES).filter(([part]) => `${set.name} ${part}`.includes(wanted));
  const documents = documentsOf(set).filter((document) => asked.some(([, isIn]) => isIn(document)));
  if (documents.length === 0) return;
  const gold = path.join(scratch, 'gold.jsonl');
  const prediction = path.join(scratch, 'prediction.jsonl');
  fs.writeFileSync(prediction, `${annotate(documents).join('\n')}\n`);
  for (const [part, isIn] of asked) {
    const title = `${set.name} ${part}`;
    const labelled = documents.filter(isIn).map((document) => JSON.stringify(withNames(document)));
    if (labelled.length === 0) continue;
    fs.writeFileSync(gold, `${labelled.join('\n')}\n`);
    for (const types of set.types ?? [undefined]) {
      const options = { types: types?.split(','), recallOnly: set.recallOnly };
      const scores = scorer('quotes', gold, prediction, options);
      console.log(`${[title, types].filter(Boolean).join(' ')} (${scores.docs}): ${inWords(scores)}`);
    }
  }
}

function documentsOf({ name, only }) {
  if (!fs.existsSync(fileOf(name))) return [];
  const bare = ({ id }) => id.replace(/-typo.*/, '');
  const wanted = only && new Set(readLines(fileOf(only)).map(bare));
  return readLines(fileOf(name)).filter((document) => wanted === undefined || wanted.has(document.id));
}

function inWords(scores) {
  const share = (field) => percentage(scores, field);
  const bare = (field) => percentage({ ...scores, ci: {} }, field);
  const recallOnly = scores.point['relaxed.P'] === undefined;
  const relaxed = recallOnly ? `R ${share('relaxed')}` : `${bare('relaxed.P')} / ${bare('relaxed.R')} / ${share('relaxed')}`;
  return [relaxed, ...['exact', 'cue', 'speaker', 'name'].map((field) => `${field} ${share(field)}`)].join(' · ');
}

/** Reporting verbs in another sense: how many are taken for cues. */
function negatives() {
  const documents = readLines(fileOf('quotes/negative_cues_fr'));
  const analyses = annotate(documents).map((line) => JSON.parse(line));
  let taken = 0;
  let all = 0;
  documents.forEach((document, index) => {
    for (const [start, end] of document.not_a_cue) {
      all++;
      const spoken = analyses[index].quotes.filter((q) => q.kind !== 'scare' && q.kind !== 'title');
      if (spoken.some((q) => q.cue && q.cue.start < end && start < q.cue.end)) taken++;
    }
  });
  console.log(`negative_cues_fr: ${taken} of ${all} taken for cues (${((100 * taken) / all).toFixed(1)} %)`);
}

/** Bytes of the sample corpus through the quote layer alone, tokens given; processor time of one core, warm. */
async function speed(scratch) {
  const outfile = path.join(scratch, 'quotes.mjs');
  const core = (file) => JSON.stringify(path.join(ROOT, 'server', 'src', 'core', file));
  await build({
    stdin: {
      contents: `export { tokenize } from ${core('text/tokens')}; export { splitSentences } from ${core('text/sentences')}; export { splitParagraphs } from ${core('text/paragraphs')};
export { scanQuotes, attributeQuotes } from ${core('quotes/index')}; export { quotePack } from ${core('languages/fr/quotes')}; export { textRules } from ${core('languages/fr/text')};`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const core_ = await import(pathToFileURL(outfile).href);
  const files = fs.readdirSync(SAMPLE_CORPUS, { recursive: true }).filter((file) => String(file).endsWith('.txt'));
  const documents = files.map((file) => prepare(core_, fs.readFileSync(path.join(SAMPLE_CORPUS, String(file)), 'utf8')));
  const bytes = documents.reduce((sum, d) => sum + Buffer.byteLength(d.document.text), 0);
  const rates = [];
  for (let round = 0; round < 12; round++) {
    const began = process.cpuUsage().user;
    let done = 0;
    while (done < 2_000_000) {
      for (const { document } of documents) {
        const scans = document.paragraphs.map((p) => core_.scanQuotes(p.view, core_.quotePack));
        core_.attributeQuotes(document, scans, { mentions: [], entities: [], dates: [] }, core_.quotePack);
      }
      done += bytes;
    }
    rates.push(done / (process.cpuUsage().user - began));
  }
  const warm = rates.slice(2).sort((a, b) => a - b);
  console.log(
    `speed of the quote layer alone: ${rates[0].toFixed(2)} MB/s cold, ${warm[warm.length >> 1].toFixed(2)} MB/s warm (median of ${warm.length})`,
  );
}

function prepare(core, text) {
  const paragraphs = core.splitParagraphs(text).map((span, index) => {
    const words = text.slice(span.start, span.end);
    const tokens = core.tokenize(words, core.textRules);
    return {
      ...span,
      index,
      role: 'paragraph',
      view: { text: words, tokens, sentences: core.splitSentences(tokens, core.textRules) },
    };
  });
  return { document: { id: '', text, language: 'fr', date: null, header: null, paragraphs, structure: [] } };
}
