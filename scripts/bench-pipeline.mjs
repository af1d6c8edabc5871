#!/usr/bin/env node
// How much text the analysis reads in a second of processor time: the whole pipeline and each of its layers by itself.
// Processor time, since other programs hardly change it. The first round is what a short run of the command line sees,
// while the engine still compiles; the later ones are what a large corpus sees.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { main, ROOT, SAMPLE_CORPUS, temporaryFolder, UserError } from './lib/project.mjs';

const ROUNDS = 6;
const CORE = path.join(ROOT, 'server/src/core');

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

await main(async () => {
  const [folder = path.join(SAMPLE_CORPUS, 'fr'), language = 'fr'] = process.argv.slice(2);
  const texts = textsIn(folder);
  if (texts.length === 0) throw new UserError(`No .txt file in ${folder}`);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} texts, ${(bytes / 1000).toFixed(0)} KB, language ${language}; MB per second of processor time`);
  const core = await loadCore();
  const file = path.join(ROOT, 'server/models', `${language}.bin`);
  const model = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  const rows = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const time = (name, run) => {
      const began = process.cpuUsage();
      const result = run();
      const { user, system } = process.cpuUsage(began);
      rows.set(name, [...(rows.get(name) ?? []), (user + system) / 1000]);
      return result;
    };
    wholePipeline(core, texts, language, model, time);
    layers(core, texts, language, model, time);
  }
  for (const [name, [first, ...later]] of rows) {
    const median = later.sort((a, b) => a - b)[later.length >> 1];
    const speed = (ms) => (bytes / 1000 / Math.max(ms, 0.001)).toFixed(2).padStart(8);
    console.log(`${name.padEnd(34)} first ${speed(first)}   later ${speed(median)}`);
  }
});

function wholePipeline({ createAnalyser }, texts, language, model, time) {
  time('whole pipeline', () => {
    // a new analyser each time, as a new run has; no paragraph is kept, as in a batch
    const analyser = createAnalyser({ model: () => model, reuse: false });
    for (const [i, text] of texts.entries()) analyser.analyse({ id: String(i), text, language });
  });
}

function layers(core, texts, language, model, time) {
  const pack = core.packFor(language);
  const each = (run) => texts.map((_, i) => run(i));
  time('language', () => each((i) => core.detectLanguage(texts[i], language)));
  const spans = each((i) => core.splitParagraphs(texts[i]));
  const structures = each((i) => core.findStructure(texts[i], null, spans[i], pack.text));
  const views = time('tokens, sentences', () =>
    each((i) =>
      spans[i].map(({ start, end }) => {
        const text = texts[i].slice(start, end);
        const tokens = core.tokenize(text, pack.text);
        return { text, tokens, sentences: core.splitSentences(tokens, pack.text) };
      }),
    ),
  );
  const documents = each((i) => ({
    id: String(i),
    text: texts[i],
    language,
    date: null,
    header: null,
    structure: structures[i],
    paragraphs: spans[i].map((span, k) => ({ ...span, index: k, role: structures[i][k].role, view: views[i][k] })),
  }));
  const candidates = time('dates, paragraph pass', () => each((i) => views[i].map((view) => core.findDates(view, pack.dates))));
  const dates = time('dates, document pass', () => each((i) => core.resolveDates(documents[i], candidates[i], pack.dates)));
  const annotator = core.createEntityAnnotator(pack.entities, model, []);
  const tagged = time('entities, paragraph pass', () => each((i) => views[i].map((view) => annotator.tag(view))));
  const linked = time('entities, document pass', () => each((i) => annotator.link(documents[i], tagged[i])));
  const scans = time('quotes, paragraph pass', () => each((i) => views[i].map((view) => core.scanQuotes(view, pack.quotes))));
  time('quotes, document pass', () =>
    each((i) => core.attributeQuotes(documents[i], scans[i], { ...linked[i], dates: dates[i] }, pack.quotes)),
  );
}

async function loadCore() {
  const folder = temporaryFolder('bench');
  try {
    const outfile = path.join(folder.path, 'core.cjs');
    await build({
      stdin: { contents: ENTRY, resolveDir: CORE, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      supported: { 'regexp-unicode-property-escapes': true },
      charset: 'utf8',
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    folder.remove();
  }
}

function textsIn(folder) {
  if (!fs.existsSync(folder)) throw new UserError(`There is no folder ${folder}`);
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}
