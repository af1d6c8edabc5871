#!/usr/bin/env node
// Tables of a corpus: how long they take from an index of made-up articles (BENCH_ARTICLES, 2,000 where nothing is said),
// and whether another program, in Python, counts the same on the same tokens of the sample corpus.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { loadBundled } from './lib/bundled.mjs';
import { writeCorpus } from './lib/madeCorpus.mjs';
import { main, ROOT, temporaryFolder, UserError } from './lib/project.mjs';

const CLI = path.join(ROOT, 'dist/cli.js');
const SAMPLES = path.join(ROOT, 'samples/corpus');
const SOURCE = 'Le Petit Vézellien';

const TABLES = [
  ['words'],
  ['ngrams', '--min', '5'],
  ['collocates', '--query', 'phare'],
  ['keywords', '--by', 'language', '--part', 'fr'],
  ['speakers', '--group', 'gender'],
  ['dispersion', '--by', 'language'],
  ['series', '--by', 'year', '--query', 'phare'],
  ['dashboard'],
  ['network'],
  ['map'],
  ['barcode', '--query', 'phare'],
  ['timeline'],
  ['progress'],
];

/** What is shown as a picture first, and how many times each is drawn. */
const PICTURES = ['dashboard', 'network', 'map', 'barcode', 'timeline', 'progress'];
const TIMES = 11;

/** Counts the tokens of a vertical text by itself: words, n-grams, one part against the others, words near one. */
const PYTHON = `
import collections, html, json, re, sys, unicodedata
vertical, source = sys.argv[1:3]
texts = []
for line in open(vertical, encoding='utf8'):
    line = line.rstrip('\\n')
    if line.startswith('<text '): texts.append((dict(re.findall(r'(\\w+)="([^"]*)"', line)), [[]]))
    elif line == '<s>': texts[-1][1].append([])
    elif not re.match(r'^</?\\w+( [^<>]*)?>$', line): texts[-1][1][-1].append(html.unescape(line))
def key(token):
    folded = unicodedata.normalize('NFC', token).replace('\\u2019', "'").replace('\\u02bc', "'").lower()
    return folded if re.search(r'[^\\W_]', folded) else ''
words, ngrams, near = collections.Counter(), collections.Counter(), collections.Counter()
part, rest = collections.Counter(), collections.Counter()
for facts, sentences in texts:
    name = html.unescape(facts.get('source', ''))
    for sentence in sentences:
        keys = [key(token) for token in sentence]
        for k in filter(None, keys):
            words[k] += 1
            if name == source: part[k] += 1
            elif name: rest[k] += 1
        for size in (2, 3):
            for i in range(len(keys) - size + 1):
                if all(keys[i:i + size]): ngrams[' '.join(keys[i:i + size])] += 1
    keys = [key(token) for sentence in sentences for token in sentence]
    marked = set()
    for i in (i for i, k in enumerate(keys) if k == 'pont'):
        for step in (-1, 1):
            j, left = i + step, 5
            while 0 <= j < len(keys) and left:
                if keys[j]: marked.add(j); left -= 1
                j += step
    for i in marked:
        if keys[i] != 'pont': near[keys[i]] += 1
print(json.dumps({'words': words, 'ngrams': ngrams, 'collocates': near, 'keywords': part, 'others': rest}))
`;

await main(async () => {
  if (!fs.existsSync(CLI)) throw new UserError(`There is no ${CLI}: run npm run build first`);
  const folder = temporaryFolder('tables');
  try {
    compare(folder.path);
    time(folder.path);
    await draw();
  } finally {
    folder.remove();
  }
});

function run(words, folder) {
  const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: path.join(folder, 'cache') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (status !== 0) throw new UserError(`${words.join(' ')}: ${stderr}`);
  return stdout;
}

function compare(folder) {
  const out = path.join(folder, 'vertical');
  run(['export', '--to', 'cqp', '--unit', 'articles', '--out', out, '--quiet', SAMPLES], folder);
  const words = ['-c', PYTHON, path.join(out, 'corpus.vrt'), SOURCE];
  const { status, stdout, stderr } = spawnSync('python3', words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) return console.error(`Python has no counts: ${stderr?.trim().split('\n').at(-1)}`);
  const theirs = JSON.parse(stdout);
  const asked = {
    words: [['words'], 'word', 'count'],
    ngrams: [['ngrams', '--length', '2-3'], 'ngram', 'count'],
    collocates: [['collocates', '--query', 'pont', '--cross-sentences'], 'word', 'together'],
    keywords: [['keywords', '--by', 'source', '--part', SOURCE], 'word', 'count'],
  };
  for (const [name, [call, item, count]] of Object.entries(asked)) {
    const table = run(['stats', ...call, '--limit', '9999999', '--format', 'json', '--quiet', SAMPLES], folder);
    const { rows } = JSON.parse(table);
    const others = rows.filter((row) => (theirs[name][row[item]] ?? 0) !== row[count]).length;
    const missing = Object.keys(theirs[name]).length - rows.filter((row) => row[count] > 0).length;
    console.log(`${name.padEnd(12)} ${rows.length} rows, ${others} with another count in Python, ${missing} missing`);
  }
}

function time(folder) {
  const articles = Number(process.env.BENCH_ARTICLES ?? 2000);
  const corpus = path.join(folder, 'corpus');
  writeCorpus(corpus, articles, 20);
  run(['index', '--quiet', corpus], folder);
  console.log(`${articles} made-up articles, from the index, with the start of the program:`);
  for (const table of TABLES) {
    const begun = performance.now();
    run(['stats', ...table, '--format', 'json', '--quiet', corpus], folder);
    console.log(`${table.join(' ').padEnd(42)} ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  }
}

/** How long each picture takes to draw, of 5,000 made-up articles with 5,000 names between them: the middle one and the longest, in time of the processor. */
async function draw() {
  const { tableTask, tablePicture, TABLE_DEFAULTS } = await loadBundled(
    `export { tableTask } from './task';
     export { tablePicture } from './picture';
     export { TABLE_DEFAULTS } from './table';`,
    'server/src/corpus/tables',
  );
  const articles = madeArticles(5000);
  console.log('\npictures of 5,000 articles with 5,000 names, to draw alone, in time of the processor:');
  for (const kind of PICTURES) {
    const task = tableTask({ ...TABLE_DEFAULTS, kind, limit: 10_000, ...(kind === 'network' && { most: 150 }) });
    for (const article of articles) task.take(article);
    const table = task.finish();
    const times = Array.from({ length: TIMES }, () => {
      const begun = process.cpuUsage().user;
      if (tablePicture(table, 'en') === undefined) throw new UserError(`${kind}: there is no picture`);
      return (process.cpuUsage().user - begun) / 1000;
    }).sort((a, b) => a - b);
    console.log(`${kind.padEnd(42)} ${times[TIMES >> 1].toFixed(0)} ms, at most ${times.at(-1).toFixed(0)} ms`);
  }
}

/** Articles as they are counted: three names and a quotation in a sentence, a date, a day. */
function madeArticles(count) {
  const types = ['PER', 'ORG', 'LOC', 'LOC'];
  return Array.from({ length: count }, (_, i) => {
    const named = [i, (i * 7 + 1) % count, (i * i) % 40];
    const forms = [...named.map((n) => `Name${n}`), 'speak'];
    const starts = forms.map((_form, j) => j * 10);
    const whole = { start: 0, end: 39, first: 0, last: 4 };
    const mentions = named.map((n, j) => {
      const properties = { lat: String(((n * 13) % 120) - 60), lon: String(((n * 29) % 340) - 170) };
      return { start: j * 10, end: j * 10 + 9, first: j, last: j + 1, type: types[n % 4], names: [`Name${n}`], properties };
    });
    const day = `20${String(i % 24).padStart(2, '0')}-0${(i % 9) + 1}-1${i % 10}`;
    return {
      id: `/corpus/${i % 30}/${i}.txt`,
      text: forms.join(' '),
      language: 'en',
      date: day,
      metadata: new Map(),
      forms,
      starts,
      ends: starts.map((at) => at + 9),
      sentences: [whole],
      paragraphs: [whole],
      mentions,
      quotations: [{ ...whole, kind: 'direct', parts: [whole], speakers: [`Name${i % 5000}`] }],
      dates: [{ start: 30, end: 35, first: 3, last: 4, value: day }],
      decided: [],
    };
  });
}
