// Gives both states of the program the same texts and notes where their answers differ.
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
  const models = new Map();
  const model = (language) => {
    if (!models.has(language)) models.set(language, readModel(modelFolder, language));
    return models.get(language);
  };
  const onError = (layer, error) => errors.push(`${layer}: ${error?.message ?? error}`);
  const make = (setup, reuse) => createAnalyser({ model, ...SETUPS[setup], reuse, onError });
  const cold = new Map();
  return {
    /** Analyses each text as for the first time. */
    cold(setup = 'plain') {
      if (!cold.has(setup)) cold.set(setup, make(setup, false));
      return cold.get(setup);
    },
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
 * @returns how many analyses were compared, by the jobs' sources, and each that differs.
 */
export function runJobs(sides, jobs, layer) {
  const failures = [];
  const counts = {};
  const warm = {};
  const note = (job, text, detail, answers) => {
    counts[job.source] = (counts[job.source] ?? 0) + 1;
    if (answers[0] === answers[1]) return;
    const found = differences(...answers.map((answer) => JSON.parse(answer)));
    const [first] = found;
    failures.push({ source: job.source, from: job.from, text, ...detail, first, kinds: kindsOf(found) });
  };
  for (const job of jobs) {
    if (job.edits === undefined) runTexts(sides, job, layer, note);
    else runEdits(sides, job, layer, note, warm);
  }
  return { counts, failures };
}

function runTexts(sides, job, layer, note) {
  for (const [language, date] of job.variants) {
    const input = { id: 'x', text: job.text, language, date, file: job.file };
    const answers = sides.map((side) => answerOf(side, side.cold(job.setup), input, layer, date === undefined));
    note(job, job.text, { language, date, file: job.file, setup: job.setup }, answers);
  }
}

/** The sequences of one batch share their analysers, since a model takes longer to open than a text to read. */
function runEdits(sides, job, layer, note, warm) {
  const { setup = 'plain', language, date } = job;
  warm[setup] ??= sides.map((side) => side.warm(setup));
  let { text } = job;
  for (const [step, edit] of [{ at: 0, remove: 0, insert: '' }, ...job.edits].entries()) {
    const start = Math.min(edit.at, text.length);
    text = text.slice(0, start) + edit.insert + text.slice(start + edit.remove);
    const input = { id: 'x', text, language, date };
    const answers = sides.map((side, i) => {
      abandoned(warm[setup][i], input, edit);
      return answerOf(side, warm[setup][i], input, layer, false);
    });
    note(job, text, { language, date, setup, step }, answers);
  }
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
function answerOf(side, analyser, input, layer, withCandidates) {
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
