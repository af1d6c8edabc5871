// Gives both states of the program the same texts and notes where their answers differ.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { differences, kindsOf } from './compare.mjs';

/** What of an analysis each layer makes. */
const LAYERS = {
  quotes: ['quotes'],
  dates: ['date', 'dates'],
  entities: ['entities', 'entityIndex'],
  structure: ['language', 'structure'],
};
export const LAYER_NAMES = Object.keys(LAYERS);

/** Names of a project, invented: a person, an organisation with another form, a place with an identifier. */
const NAMES = [
  { name: 'Jeanne Morvan', type: 'PER', aliases: ['la Morvan'] },
  { name: 'Ligue des quais', type: 'ORG', aliases: ['LDQ'] },
  { name: 'Port-Clair', type: 'LOC', aliases: [], identifier: 'port-clair', note: 'a harbour' },
];
/** The ways in which an analyser is set up. */
const SETUPS = {
  plain: {},
  names: { names: NAMES },
  bare: { model: undefined },
};

/** The program in one of its states: its analysers, made when first asked for, and the errors that they reported. */
export function openSide({ createAnalyser }, modelFolder) {
  const errors = [];
  const model = remembered((language) => readModel(modelFolder, language));
  const onError = (layer, error) => errors.push(`${layer}: ${error?.message ?? error}`);
  const make = (setup, reuse) => createAnalyser({ model, ...SETUPS[setup], reuse, onError });
  const cold = remembered((setup) => make(setup, false));
  return {
    /** Analyses each text as for the first time. */
    cold: (setup = 'plain') => cold(setup),
    /** A new one that keeps paragraphs. */
    warm: (setup = 'plain') => make(setup, true),
    /** The errors since it was last asked. */
    takeErrors: () => errors.splice(0),
  };
}

function readModel(folder, language) {
  const file = folder && path.join(folder, `${language}.bin`);
  return file !== undefined && fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

/**
 * Runs jobs on both sides. A job is a text (`text`, `file`, `setup`) with `variants`, pairs of a language and a date, or a
 * text with `edits`, analysed again after each by an analyser that keeps paragraphs.
 *
 * @param layer - compares what this layer makes alone; all where absent.
 * @param known - digests of the earlier side's answers, by digests of jobs: where the later side's answers have the same, the
 *   earlier side is not run. Those found are put in.
 * @returns how many analyses were compared, by the jobs' sources, and each that differs.
 */
export function runJobs(sides, jobs, layer, known = new Map()) {
  const failures = [];
  const counts = {};
  // a batch's sequences share their analysers, since a model takes longer to open than a text to read
  const warm = sides.map((side) => remembered((setup) => side.warm(setup)));
  const run = (i, job) =>
    job.edits === undefined ? answersToText(sides[i], job, layer) : answersToEdits(sides[i], warm[i], job, layer);
  for (const job of jobs) {
    const after = run(1, job);
    counts[job.source] = (counts[job.source] ?? 0) + after.length;
    const key = digestOf(JSON.stringify([job, layer]));
    if (known.get(key) === digestOf(bytesIn(after))) continue;
    const before = run(0, job);
    known.set(key, digestOf(bytesIn(before)));
    for (const [i, { answer, text, ...details }] of after.entries())
      if (answer !== before[i].answer) failures.push(failureOf(job, text, details, [before[i].answer, answer]));
  }
  return { counts, failures };
}

const bytesIn = (answers) => answers.map(({ answer }) => answer).join('\n');
const digestOf = (text) => crypto.createHash('sha256').update(text).digest('base64').slice(0, 20);

function failureOf({ source, from }, text, details, answers) {
  const found = differences(...answers.map((answer) => JSON.parse(answer)));
  return { source, from, text, ...details, first: found[0], kinds: kindsOf(found) };
}

function remembered(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}

function answersToText(side, { text, file, setup, variants }, layer) {
  return variants.map(([language, date]) => {
    const input = { id: 'x', text, language, date, file };
    const answer = answerOf(side, side.cold(setup), input, { layer, withCandidates: date === undefined });
    return { answer, text, language, date, file, setup };
  });
}

function answersToEdits(side, warm, { text: start, edits, setup = 'plain', language, date }, layer) {
  const analyser = warm(setup);
  let text = start;
  return [{ at: 0, remove: 0, insert: '' }, ...edits].map((edit, step) => {
    const at = Math.min(edit.at, text.length);
    text = text.slice(0, at) + edit.insert + text.slice(at + edit.remove);
    const input = { id: 'x', text, language, date };
    abandoned(analyser, input, edit);
    return { answer: answerOf(side, analyser, input, { layer }), text, language, date, setup, step };
  });
}

/** An analysis that is given up after some steps, as where the next key comes first. */
function abandoned(analyser, input, { stopAfter, keep }) {
  if (stopAfter === undefined) return;
  try {
    const steps = analyser.analyseStepwise(input, keep);
    for (let i = 0; i < stopAfter && !steps.next().done; i++);
    steps.return();
  } catch {
    // the whole analysis that follows reports it
  }
}

/** All that an analyser says of an input, as JSON. */
function answerOf(side, analyser, input, { layer, withCandidates = false }) {
  const answer = {};
  try {
    Object.assign(answer, layerOf(finished(analyser.analyseStepwise(input)), layer));
    if (withCandidates && (layer === undefined || layer === 'dates')) answer.dateCandidates = analyser.dateCandidates(input);
  } catch (error) {
    answer.threw = `${error?.message ?? error}`;
  }
  const errors = side.takeErrors().filter((error) => layer === undefined || error.startsWith(`${layer}:`));
  if (errors.length > 0) answer.errors = errors;
  return JSON.stringify(answer);
}

function finished(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const layerOf = (analysis, layer) =>
  layer === undefined ? analysis : Object.fromEntries(LAYERS[layer].map((name) => [name, analysis[name]]));
