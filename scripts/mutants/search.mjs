#!/usr/bin/env node
// Looks for small texts that make a fault in the core show, among those that no text of the pictures did: texts of the tests
// first, then texts near both. All faults are in the program at once, each asleep until it is chosen (switched.mjs), so that
// a text takes milliseconds on each; and a text is tried only on faults whose place gave another value on the way.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../lib/hostileTexts.mjs';
import { main, ROOT, UserError } from '../lib/project.mjs';
import { reasonToStrike, sourcesToChange } from './choose.mjs';
import { moduleLoader } from './modules.mjs';
import { NONE, SWITCHES, switched, switches, WATCHING } from './switched.mjs';
import { knownTexts, nearTo, pictureTexts } from './texts.mjs';

const HELP = `Usage: node scripts/mutants/search.mjs --out FILE [--seconds N] [--seed N] [--count N]

Writes further texts as those in test/unit/pictures/drawn/*.texts (without what is found in them: UPDATE_PICTURES=1 draws that).
  --left FILE  where the faults are written that nothing shows
  --seconds N  how long to look (default 600)
  --count N    how many of the core's faults, drawn by the seed (default: all)`;
/** A fault that so many texts of the tests have not shown is worth the text that does. */
const RARE = 6;
const WARM = ['« Oui », dit Anne Morel lundi 3 mars 2016.', '“Yes,” said Tom Reed on Monday, March 3.'];
const LANGUAGES = ['fr', 'en'];

await main(async () => {
  const string = { type: 'string' };
  const { values } = parseArgs({ options: { out: string, left: string, seconds: string, seed: string, count: string } });
  if (values.out === undefined) throw new UserError(HELP, 2);
  const search = begin({ seed: Number(values.seed ?? 1), count: Number(values.count ?? Number.POSITIVE_INFINITY) });
  look(search, Number(values.seconds ?? 600), (found) => {
    const lines = found.map(({ text, language, date }) => `${language} ${date ?? '-'}: ${text.replaceAll('\n', '⏎')}`);
    fs.writeFileSync(values.out, `${[...new Set(lines)].join('\n')}\n`);
    if (values.left !== undefined) fs.writeFileSync(values.left, `${leftOf(search).join('\n')}\n`);
  });
});

/** The faults that nothing shows, each with how many texts came to its place. */
function leftOf({ held, alive, met }) {
  return [...alive].map((n) => {
    const { file, line, what } = held.get(n);
    return `${met[n]} ${file}:${line}  ${what}`;
  });
}

/** The program with its faults, and those that are looked for. */
function begin({ seed, count }) {
  const sources = {};
  const held = new Map();
  let number = 0;
  for (const file of sourcesToChange(['server/src/core'])) {
    const made = switched(file, fs.readFileSync(path.join(ROOT, file), 'utf8'), number);
    sources[path.join(ROOT, file)] = made.text;
    for (const [n, mutant] of made.held) held.set(n, mutant);
    number += made.count;
  }
  // what is remembered from one run to the next would be a fault's
  sources[path.join(ROOT, 'server/src/core/remembered.ts')] = 'export function remembered(make) { return make; }';
  const S = switches(number);
  globalThis[SWITCHES] = S;
  const random = randomFrom(seed);
  const all = [...held].filter(([, mutant]) => reasonToStrike(mutant) === undefined).map(([n]) => n);
  const alive = new Set(all.filter(() => random() < count / all.length));
  console.log(`${alive.size} faults are looked for`);
  const tries = new Uint32Array(number + 1);
  return { S, random, held, alive, tries, met: new Uint32Array(number + 1), parents: new Map(), ...program(sources, S) };
}

/** What is found in a text, as pictures draw it; `reload` makes all modules anew. */
function program(sources, S) {
  const modules = moduleLoader({});
  const model = (language) => fs.readFileSync(path.join(ROOT, `server/models/${language}.bin`));
  const models = Object.fromEntries(LANGUAGES.map((language) => [language, model(language)]));
  let analyser;
  let drawAnalysis;
  let errors = [];
  const draw = ({ text, language, date }) => {
    errors = [];
    try {
      const analysis = analyser.analyse({ id: 'a', text, language, ...(date !== null && { date }) });
      return [...errors, ...drawAnalysis(text, analysis)].join('\n');
    } catch (error) {
      return `threw ${error?.message}`;
    }
  };
  const reload = () => {
    S.begin(NONE);
    modules.replace(sources);
    const { createAnalyser } = modules.load(path.join(ROOT, 'server/src/core/analyser.ts'));
    ({ drawAnalysis } = modules.load(path.join(ROOT, 'test/unit/pictures/draw.ts')));
    const onError = (layer, error) => errors.push(`${layer} ${error}`);
    analyser = createAnalyser({ reuse: false, model: (language) => models[language], onError });
    // what is made at a language's first text is no part of any run
    for (const language of LANGUAGES) for (const text of WARM) draw({ text, language, date: '2016-03-16' });
  };
  reload();
  return { draw, reload };
}

/** Looks for texts that show what none before them did; `keep` is given those found, now and then and in the end. */
function look(search, seconds, keep) {
  const { random, tries, alive, parents } = search;
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const drawn = pictureTexts();
  for (const job of drawn) attempt(search, job, 4);
  console.log(`${alive.size} are shown by none of the ${drawn.length} texts that pictures are drawn of`);
  const known = knownTexts();
  const found = [];
  // the short ones first, which cost little
  for (const job of [...known].sort((a, b) => a.text.length - b.text.length))
    if (attempt(search, job, 3).some((n) => tries[n] >= RARE)) found.push(job);
  console.log(`${alive.size} are shown by no text of the tests that was tried`);
  keep(found);
  const pool = [...drawn, ...known];
  const until = Date.now() + seconds * 1000;
  for (let targets = [], n = 0; Date.now() < until; n++) {
    if (n % 300 === 0) targets = [...alive].filter((fault) => parents.has(fault));
    if (targets.length === 0) break;
    const job = nearTo(below(10) > 0 ? one(parents.get(one(targets))) : one(pool), pool, { one, below });
    if (job.text.length < 5 || /[\r\u2028\u2029⏎]/.test(job.text) || attempt(search, job, 4).length === 0) continue;
    found.push(job);
    pool.push(job);
    if (found.length % 20 !== 0) continue;
    console.log(`${found.length} texts, ${alive.size} faults left`);
    keep(found);
  }
  keep(found);
}

/** The faults that a text shows among those that none did; they are looked for no longer. */
function attempt(search, job, eager) {
  const { S, alive, tries, met, random, draw, reload } = search;
  S.begin(WATCHING, 5_000_000);
  const before = draw(job);
  const most = S.steps() * 20 + 20_000;
  const touched = [...alive].filter((n) => S.infected[n]);
  const shows = (n) => {
    S.begin(n, most);
    const now = draw(job);
    S.begin(NONE);
    return now !== before;
  };
  const shown = touched.filter((n) => {
    keepParent(search, n, job);
    met[n]++;
    // seldom one that many texts did not show
    if (random() > (eager / (tries[n] + 1)) ** 2) return false;
    tries[n]++;
    if (!shows(n)) return false;
    if (draw(job) === before) return true;
    // something that a fault made was kept: tried again on modules that know of none
    reload();
    const really = shows(n);
    reload();
    return really && draw(job) === before;
  });
  for (const n of shown) alive.delete(n);
  return shown;
}

/** Some of the texts that come to a fault's place. */
function keepParent({ parents, met, random }, n, job) {
  const own = parents.get(n) ?? [];
  parents.set(n, own);
  if (own.length < 6) own.push(job);
  else if (random() * met[n] < 6) own[Math.floor(random() * 6)] = job;
}
