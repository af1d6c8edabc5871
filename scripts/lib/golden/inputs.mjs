// The texts that the oracle compares on: what people wrote, what tests ask, and what nobody would write.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { hostileTexts, randomFrom } from '../hostileTexts.mjs';
import { filesIn } from './trees.mjs';

const EXACT = '2017-01-15';
const MONTH = '2017-01';
const LANGUAGES = ['fr', 'en', 'de', 'und'];
/** Language and date of every variant of a text. */
const ALL_VARIANTS = LANGUAGES.flatMap((language) => [EXACT, MONTH, undefined].map((date) => [language, date]));
const QUICK_VARIANTS = [
  ['fr', EXACT],
  ['en', EXACT],
];

/** A text that a test asks about has so many words at least; shorter ones are pieces. */
const MIN_WORDS = 4;

/** Characters of text that speed is measured on. */
const SPEED_TEXT = 1_000_000;

/** How much there is of what is made up. */
const FULL = { random: 20_000, edits: 2_000 };
const QUICK = { random: 1_000, edits: 100 };

/**
 * All jobs of a run, see runJobs; the same for the same trees, seed and bounds.
 *
 * @param trees - folders; what their samples and tests hold is put together.
 */
export function jobsOf(trees, { quick = false, seed = 1, random, edits } = {}) {
  const samples = samplesOf(trees);
  const articles = articlesAmong(samples);
  const { texts, pieces } = literalsOf(trees);
  const variants = quick ? QUICK_VARIANTS : ALL_VARIANTS;
  const size = quick ? QUICK : FULL;
  const made = { articles, pieces, seed };
  return [
    ...samples.map((sample) => ({ ...sample, variants: [[undefined, undefined], ...variants] })),
    ...texts.map(({ text, from }) => ({ source: 'tests', from, text, variants })),
    ...randomTexts(made, random ?? size.random),
    ...editSequences(made, edits ?? size.edits),
  ];
}

/** The articles of the trees' sample corpora. */
export const articlesOf = (trees) => articlesAmong(samplesOf(trees));

const articlesAmong = (samples) => samples.filter(({ from }) => /corpus.*\.txt$/.test(from)).map(({ text }) => text);

function samplesOf(trees) {
  const texts = new Map();
  for (const tree of trees) {
    for (const file of filesIn(path.join(tree, 'samples'), /\.(txt|md|json|mjs|article)$/)) {
      const from = path.relative(tree, file).replaceAll('\\', '/');
      texts.set(`${from}\n${fs.readFileSync(file, 'utf8')}`, { source: 'samples', from, text: fs.readFileSync(file, 'utf8') });
    }
  }
  return [...texts.values()].map((sample) => ({ ...sample, file: sample.from }));
}

/** The strings of the tests and the lines of their pages: whole texts, and the pieces that property tests make texts of. */
function literalsOf(trees) {
  const texts = new Map();
  const pieces = new Set();
  const take = (text, from, inProperties) => {
    if (wordsIn(text) >= MIN_WORDS) {
      if (!texts.has(text)) texts.set(text, { text, from });
    } else if (inProperties && text !== '') pieces.add(text);
  };
  for (const tree of trees) {
    for (const file of filesIn(path.join(tree, 'test'), /\.(m?ts|txt)$/)) {
      const from = path.relative(tree, file).replaceAll('\\', '/');
      const content = fs.readFileSync(file, 'utf8');
      if (file.endsWith('.txt')) for (const text of pageTexts(content)) take(text, from, false);
      else for (const text of stringsIn(file, content)) take(text, from, /fast-check/.test(content));
    }
  }
  return { texts: [...texts.values()], pieces: [...pieces].sort() };
}

/** The examples and counter-examples of a rule's page, and all else that is no mark on them. */
export const pageTexts = (content) =>
  content
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:\^|\/\/|#|$)/.test(line))
    .map((line) => line.replace(/^!\s*/, '').replaceAll('⏎', '\n'));

const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The values of all strings in a source, also of those put together of several with `+`, and the fixed parts of templates. */
export function stringsIn(name, content) {
  const found = [];
  const visit = (node) => {
    const whole = stringOf(node);
    if (whole !== undefined) found.push(whole);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, content, ts.ScriptTarget.Latest));
  return found;
}

function stringOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [stringOf(node.left), stringOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Draws from lists and numbers, by a seed. */
function drawer(seed) {
  const random = randomFrom(seed);
  const below = (n) => Math.floor(random() * n);
  return { random, below, one: (list) => list[below(list.length)], times: (n, make) => Array.from({ length: n }, make) };
}

const languageIn = ({ one }) => one(['fr', 'fr', 'fr', 'en', 'en', 'de', 'und', undefined, undefined]);
const dateIn = ({ one }) => one([EXACT, EXACT, MONTH, '2016', undefined]);
const setupIn = ({ random }) => {
  const drawn = random();
  return drawn < 0.85 ? 'plain' : drawn < 0.95 ? 'names' : 'bare';
};

function randomTexts({ articles, pieces, seed }, count) {
  const draw = drawer(seed);
  const make = textsFrom(draw, articles, pieces);
  return draw.times(count, (_, i) => ({
    source: 'random',
    from: `random text ${i} of seed ${seed}`,
    text: make(),
    setup: setupIn(draw),
    file: draw.random() < 0.1 ? 'x.md' : undefined,
    variants: [[languageIn(draw), dateIn(draw)]],
  }));
}

/** Makes texts: sentences of articles put together anew with nasty pieces between, splices, beginnings, and plain noise. */
function textsFrom(draw, articles, pieces) {
  const { random, below, one, times } = draw;
  const sentences = articles.flatMap((article) => article.split(/(?<=[.!?»”])\s+|\n+/)).filter((part) => part.trim() !== '');
  const clauses = sentences.flatMap((sentence) => sentence.split(/(?<=[,;:])\s/));
  const noise = hostileTexts(random, articles);
  const glue = () => one([' ', ' ', ' ', ' ', '\n\n', '\n\n', '\n', ', ', '. ', '']);
  const joined = (list) => list.reduce((text, part) => text + glue() + part);
  const composed = () => joined(times(1 + below(8), () => one(sentences)));
  const patched = () => joined(times(2 + below(12), () => (random() < 0.3 ? one(pieces) : one(clauses))));
  const cut = (article) => article.slice(0, below(Math.min(article.length, 2_000)));
  const spliced = () => cut(one(articles)) + one(articles).slice(below(500)).slice(0, below(1_200));
  const kinds = [composed, composed, composed, patched, patched, patched, spliced, () => cut(one(articles)), noise.next];
  return () => one(kinds)();
}

function editSequences({ articles, pieces, seed }, count) {
  const draw = drawer(seed + 1);
  const { random, below, one, times } = draw;
  const make = textsFrom(draw, articles, pieces);
  const insert = () => (random() < 0.6 ? one(pieces) : make().slice(0, below(200)));
  const edit = () => ({
    at: below(1_500),
    remove: random() < 0.7 ? below(8) : below(300),
    insert: insert(),
    ...(random() < 0.3 && { stopAfter: below(6), keep: random() < 0.7 }),
  });
  return times(count, (_, i) => ({
    source: 'edits',
    from: `edit sequence ${i} of seed ${seed}`,
    text: random() < 0.5 ? one(articles).slice(0, 1_500) : make(),
    setup: setupIn(draw),
    language: languageIn(draw),
    date: dateIn(draw),
    edits: times(1 + below(6), edit),
  }));
}

/** Texts to measure speed on: paragraphs of articles put together anew. */
export function speedTexts(articles, seed) {
  const { one, times } = drawer(seed);
  const paragraphs = articles.flatMap((article) => article.split(/\n\s*\n/)).filter((paragraph) => paragraph.trim() !== '');
  const texts = [];
  for (let size = 0; size < SPEED_TEXT; size += texts.at(-1).length) texts.push(times(12, () => one(paragraphs)).join('\n\n'));
  return texts;
}
