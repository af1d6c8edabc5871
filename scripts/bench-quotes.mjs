#!/usr/bin/env node
// Quotations: scores on the visible data sets, by half (the halves are cut by a hash of the document's id: rules were
// written looking at the first, the second was only ever scored), and the speed of the quote layer alone.
// The data and the scorer are no part of the project; where they are not at hand this says so and measures speed alone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { main, ROOT, SAMPLE_CORPUS, UserError } from './lib/project.mjs';

const DATA = path.join(ROOT, '..', 'shared', 'data', 'quotes');
const SCORER = path.join(ROOT, '..', 'shared', 'eval', 'score.mjs');
const CLI = path.join(ROOT, 'dist', 'cli.js');
const SETS = [
  { name: 'wikinews-fr-dev' },
  { name: 'seed', whole: true },
  { name: 'asfalda_fr_sequoia', recall: ['direct,mixed', 'indirect'] },
  { name: 'asfalda_fr_sequoia_typo', recall: ['direct,mixed', 'indirect'] },
  // the same sentences with straight marks: what other marks change
  { name: 'asfalda_fr_sequoia', only: 'asfalda_fr_sequoia_typo', recall: ['direct,mixed', 'indirect'], whole: true },
  { name: 'fr_litbank_novels' },
  { name: 'aads_french_novels' },
];

await main(async () => {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-quotes-'));
  try {
    if (!fs.existsSync(DATA) || !fs.existsSync(SCORER)) console.log(`No data sets in ${DATA}: quality is not measured`);
    else if (!fs.existsSync(CLI)) throw new UserError(`There is no ${CLI}: run npm run build first`);
    else for (const set of SETS) scoreSet(set, scratch);
    if (fs.existsSync(DATA)) negatives();
    await speed(scratch);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
});

function read(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Which half a document is in: 0 was looked at while the rules were written, 1 was not. */
function halfOf(id) {
  const [byte] = createHash('md5')
    .update(id.replace(/-typo.*/, ''))
    .digest();
  return byte & 1;
}

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

function scoreSet({ name, only, recall, whole }, scratch) {
  const wanted = only && new Set(read(path.join(DATA, `${only}.jsonl`)).map((d) => d.id.replace(/-typo.*/, '')));
  const documents = read(path.join(DATA, `${name}.jsonl`)).filter((d) => wanted === undefined || wanted.has(d.id));
  const predictions = annotate(documents);
  const prediction = path.join(scratch, `${name}.pred.jsonl`);
  fs.writeFileSync(prediction, `${predictions.join('\n')}\n`);
  const parts = whole
    ? [[only ? 'as in typo' : 'all', documents]]
    : [0, 1].map((half) => [half === 0 ? 'seen' : 'unseen', documents.filter((d) => halfOf(d.id) === half)]);
  if (!whole) parts.push(['all', documents]);
  for (const [part, list] of parts) {
    if (list.length === 0) continue;
    const gold = path.join(scratch, `${name}.${part}.jsonl`);
    fs.writeFileSync(gold, `${list.map((d) => JSON.stringify(withNames(d))).join('\n')}\n`);
    for (const types of recall ?? [null]) {
      const options = types === null ? [] : ['--types', types, '--recall-only'];
      const r = JSON.parse(
        execFileSync(process.execPath, [SCORER, 'quotes', gold, prediction, ...options], { encoding: 'utf8' }),
      );
      const title = `${name} ${part}${types === null ? '' : ` ${types}`}`.padEnd(48);
      const f = (score) => (score.F1 === undefined ? `R ${score.R}` : `P ${score.P} R ${score.R} F1 ${score.F1}`);
      console.log(
        `${title} relaxed ${f(r.relaxed)} · exact ${r.exact.F1 ?? r.exact.R} · cue ${r.cue} · speaker ${r.speaker} · name ${r.speakerName}`,
      );
    }
  }
}

/** Reporting verbs in another sense: how many are taken for cues. */
function negatives() {
  const documents = read(path.join(DATA, 'negative_cues_fr.jsonl'));
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
