// What is compared beside analyses: the language packs, the compiled date grammars, the models' bytes, the speed.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bytesOf } from '../newsTexts.mjs';
import { canonical, differences, sameWords } from './compare.mjs';
import { openSide } from './run.mjs';
import { filesIn } from './trees.mjs';

/** How many differences of a pack are told. */
const TOLD = 12;
const ROUNDS = 5;
/** How many texts one state reads before it is the other's turn. */
const STEP = 8;

/** The languages whose models' bytes are not the same in both folders. */
export function differingModels([before, after]) {
  const read = (folder) =>
    new Map(
      filesIn(folder, /./).map((file) => [path.relative(folder, file).replaceAll('\\', '/'), hashOf(fs.readFileSync(file))]),
    );
  const [one, other] = [read(before), read(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)).sort();
}

const hashOf = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

const packsOf = ({ LANGUAGE_PACKS, packFor }) => new Map([...LANGUAGE_PACKS, packFor('und')].map((pack) => [pack.id, pack]));

/**
 * How the packs of two states differ, a line each; none where they hold the same. Lists of words in another order are told
 * as such.
 */
export function packDifferences(cores) {
  return comparedBy(cores.map(packsOf), (before, after) =>
    differences(canonical(before), canonical(after)).map(
      ({ path: where, before: one, after: other }) =>
        `${where}${sameWords(one, other) ? ' (the same words in another order)' : ''}`,
    ),
  );
}

/** The same for the automata that the date grammars are compiled to, opened as far as they go: which parts differ. */
export function automataDifferences(cores) {
  if (cores.some(({ grammarFor }) => grammarFor === undefined)) return ['one of them has no function grammarFor'];
  const grammars = cores.map((core) => new Map([...packsOf(core)].map(([id, pack]) => [id, core.grammarFor(pack.dates)])));
  return comparedBy(grammars, (before, after) => {
    const [one, other] = [before, after].map(partsOf);
    const names = [...new Set([...one.keys(), ...other.keys()])];
    return names.filter((name) => formOf(one.get(name)) !== formOf(other.get(name)));
  });
}

/** The parts' automata, and beside them what else the grammar holds. */
const partsOf = ({ automata, ...rest }) => new Map([...automata, ...Object.entries(rest)]);

const formOf = (part) =>
  // a node lays its ways on when it is first come to
  JSON.stringify(canonical(part, { graph: true, skip: ['automaton', 'ids'], prepare: (node) => node.opened?.() }));

function comparedBy([before, after], compare) {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    if (!before.has(id) || !after.has(id)) return [`${id}: only ${before.has(id) ? 'before' : 'after'}`];
    const found = compare(before.get(id), after.get(id));
    const more = found.length > TOLD ? [`${id}: and ${found.length - TOLD} more`] : [];
    return [...found.slice(0, TOLD).map((what) => `${id}: ${what}`), ...more];
  });
}

/**
 * Megabytes of UTF-8 a second of processor time, and how much faster the later state is. Both take turns at every few texts,
 * so that whatever else the machine does meets both, and of the rounds the median counts for each of these steps.
 */
export function speedsOf(cores, trees, texts) {
  const analysers = cores.map((core, i) => openSide(core, trees[i].models).cold());
  const steps = [];
  for (let i = 0; i < texts.length; i += STEP) steps.push(texts.slice(i, i + STEP));
  const spent = cores.map(() => steps.map(() => []));
  // the first round warms up
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [k, step] of steps.entries()) {
      for (const side of (round + k) % 2 === 0 ? [0, 1] : [1, 0]) {
        const began = process.cpuUsage();
        for (const text of step) analysers[side].analyse({ id: 'x', text });
        const { user, system } = process.cpuUsage(began);
        if (round > 0) spent[side][k].push(user + system);
      }
    }
  }
  const [before, after] = spent.map((times) => bytesOf(texts) / times.reduce((sum, own) => sum + median(own), 0));
  return { before, after, ratio: after / before };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
