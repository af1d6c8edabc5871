#!/usr/bin/env node
// How much text the analysis reads in a second of processor time: the whole pipeline and each of its layers by itself.
// Processor time, since other programs hardly change it. The first round is what a short run of the command line sees,
// while the engine still compiles and every word is new; the best of the later ones is what a large corpus sees on a
// machine that has nothing else to do.
import fs from 'node:fs';
import path from 'node:path';
import { loadBundled } from './lib/bundled.mjs';
import { bytesOf, newsTexts, textsIn } from './lib/newsTexts.mjs';
import { main, ROOT, UserError } from './lib/project.mjs';

const HELP = `Usage: node scripts/bench-pipeline.mjs [FOLDER LANGUAGE]

Measures on the .txt files of a folder; without one on the French and English sets beside the project.`;

const ROUNDS = 8;

/** What the layers are called by, bundled for Node as the command line is. */
const ENTRY = `
export { createAnalyser } from './analyser';
export { findDates, resolveDates } from './dates/index';
export { createEntityAnnotator } from './entities/index';
export { detectLanguage } from './languages/detect';
export { packFor } from './languages/registry';
export { attributeQuotes, scanQuotes } from './quotes/index';
export { findStructure } from './structure/structure';
export { splitParagraphs } from './text/paragraphs';
export { splitSentences } from './text/sentences';
export { tokenize } from './text/tokens';
`;

/** What "entities from raw text" is made of. */
const FROM_RAW_TEXT = ['paragraphs, structure', 'tokens, sentences', 'entities, paragraph pass', 'entities, document pass'];

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const [folder, chosen = 'fr'] = args;
  if (folder !== undefined && !fs.existsSync(folder)) throw new UserError(`There is no folder ${folder}`);
  const core = await loadBundled(ENTRY);
  if (folder !== undefined) return measure(core, chosen, { texts: textsIn(folder), what: folder });
  for (const language of ['fr', 'en']) measure(core, language, await newsTexts(language));
});

function measure(core, language, { texts, what }) {
  if (texts.length === 0) throw new UserError(`No text to measure on: ${what}`);
  const bytes = bytesOf(texts);
  console.log(`Language ${language}, ${texts.length} texts, ${(bytes / 1000).toFixed(0)} KB: ${what}`);
  console.log('MB of UTF-8 a second of processor time          first round   warm (best of the later ones)');
  const file = path.join(ROOT, 'server/models', `${language}.bin`);
  const model = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  const layered = roundsOf((time) => layers(core, texts, language, model, time));
  const raw = layered.map((round) => FROM_RAW_TEXT.reduce((sum, name) => sum + round.get(name), 0));
  const whole = roundsOf((time) => wholePipeline(core, texts, language, model, time));
  for (const name of layered[0].keys()) {
    show(
      name,
      layered.map((round) => round.get(name)),
      bytes,
    );
  }
  show('entities from raw text (these four)', raw, bytes);
  // its first round comes after the layers' rounds: what is cold is the analyser, not the engine
  show(
    'whole pipeline',
    whole.map((round) => round.get('whole')),
    bytes,
    false,
  );
}

/** Runs a number of rounds; gives for each the milliseconds by name, in the order in which they came. */
function roundsOf(run) {
  return Array.from({ length: ROUNDS }, () => {
    const spent = new Map();
    run((name, work) => {
      const began = process.cpuUsage();
      const result = work();
      const { user, system } = process.cpuUsage(began);
      spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000);
      return result;
    });
    return spent;
  });
}

function show(name, [first, ...later], bytes, withFirst = true) {
  const best = Math.min(...later);
  const speed = (ms) => (bytes / 1000 / Math.max(ms, 0.001)).toFixed(2).padStart(8);
  console.log(`  ${name.padEnd(44)} ${withFirst ? speed(first) : '        '}      ${speed(best)}`);
}

function wholePipeline({ createAnalyser }, texts, language, model, time) {
  // no paragraph is kept, as in a batch
  const analyser = createAnalyser({ model: () => model, reuse: false, defaultLanguage: language });
  time('whole', () => {
    for (const [i, text] of texts.entries()) analyser.analyse({ id: String(i), text });
  });
}

/** Article by article, as the pipeline goes. */
function layers(core, texts, language, model, time) {
  const pack = core.packFor(language);
  const annotator = core.createEntityAnnotator(pack.entities, model, []);
  for (const [i, text] of texts.entries()) {
    time('language', () => core.detectLanguage(text.slice(0, 4_000), language));
    const [spans, structure] = time('paragraphs, structure', () => {
      const found = core.splitParagraphs(text);
      return [found, core.findStructure(text, null, found, pack.text)];
    });
    const views = time('tokens, sentences', () =>
      spans.map(({ start, end }) => {
        const paragraph = text.slice(start, end);
        const tokens = core.tokenize(paragraph, pack.text);
        return { text: paragraph, tokens, sentences: core.splitSentences(tokens, pack.text) };
      }),
    );
    const paragraphs = spans.map((span, k) => ({ ...span, index: k, role: structure[k].role, view: views[k] }));
    const document = { id: String(i), text, language, date: null, header: null, structure, paragraphs };
    const tagged = time('entities, paragraph pass', () => views.map((view) => annotator.tag(view)));
    const linked = time('entities, document pass', () => annotator.link(document, tagged));
    const candidates = time('dates, paragraph pass', () => views.map((view) => core.findDates(view, pack.dates)));
    const dates = time('dates, document pass', () => core.resolveDates(document, candidates, pack.dates));
    const scans = time('quotes, paragraph pass', () => views.map((view) => core.scanQuotes(view, pack.quotes)));
    time('quotes, document pass', () => core.attributeQuotes(document, scans, { ...linked, dates }, pack.quotes));
  }
}
