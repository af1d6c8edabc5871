// Which faults are put in: those that follow from a seed, without those that were looked at by hand and change nothing.
import fs from 'node:fs';
import path from 'node:path';
import { randomFrom } from '../lib/hostileTexts.mjs';
import { ROOT, UserError } from '../lib/project.mjs';
import { mutantsOf } from './mutants.mjs';

const PLACES = ['server/src/core', 'server/src/store', 'server/src/service'];
/** Word lists, tables and texts for people: a fault there is another word, which is for the quality benchmarks. */
const NO_PROGRAM = /\.generated\.ts$|\/languages\/[a-z]{2,3}\/|\/messages\/|displayWords\.ts$|\.d\.ts$/;
const STRUCK = 'scripts/mutants/equivalent.json';

/**
 * Mutants below places, as many from each file as it has places for them: `chosen`, and `struck`, those drawn that are known
 * to change nothing anybody could see, each with its reason.
 */
export function chooseMutants(places, { count = '100', seed = '1' }) {
  const all = sourcesToChange(places).flatMap(mutantsIn);
  const random = randomFrom(Number(seed));
  return draw(all.length, Number(count), () => all.splice(Math.floor(random() * all.length), 1)[0]);
}

/** The sources below places that faults are put into. */
export const sourcesToChange = (places) =>
  [...new Set((places.length > 0 ? places : PLACES).flatMap(sources).filter((file) => !NO_PROGRAM.test(file)))].sort();

/** All mutants of one line, FILE:LINE. */
export function mutantsAt(place) {
  const [, file, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (file === undefined || !fs.existsSync(path.join(ROOT, file))) throw new UserError(`--only takes FILE:LINE, not ${place}`, 2);
  const own = mutantsIn(file).filter((mutant) => mutant.line === Number(line));
  return draw(own.length, own.length, () => own.shift());
}

function draw(there, count, next) {
  const chosen = [];
  const struck = [];
  for (let n = 0; n < there && chosen.length < count; n++) {
    const mutant = next();
    const reason = reasonToStrike(mutant);
    if (reason === undefined) chosen.push(mutant);
    else struck.push({ mutant, reason });
  }
  return { chosen, struck };
}

let struckOff;

/** Why a mutant is known to change nothing; undefined where it is not. */
export function reasonToStrike(mutant) {
  struckOff ??= JSON.parse(fs.readFileSync(path.join(ROOT, STRUCK), 'utf8'));
  return struckOff.find((one) => one.file === mutant.file && isSame(one, mutant))?.reason;
}

/** A mutant is known by its line's words, since lines move. */
function isSame({ file, line, what }, mutant) {
  return file === mutant.file && what === mutant.what && line === lineOf(mutant);
}

const lineOf = ({ file, line }) => fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n')[line - 1].trim();

const mutantsIn = (file) => mutantsOf(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));

function sources(at) {
  const full = path.join(ROOT, at);
  if (!fs.existsSync(full)) throw new UserError(`There is no ${at}`);
  if (fs.statSync(full).isFile()) return [at];
  return fs
    .readdirSync(full, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(at, name.split(path.sep).join('/')));
}
