// How the labelled sets are cut into what rules may be written from and what only measures, and scores with intervals.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './project.mjs';

const SHARED = path.join(ROOT, '..', 'shared');
const INTERVALS = path.join(SHARED, 'eval', 'intervals.mjs');

/** The folder of the labelled sets; it is no part of the project. */
export const SETS_FOLDER = path.join(SHARED, 'data');

/** The newspapers that measure: nobody reads their texts, labels or errors while rules are written. */
const MEASURING_PAPERS = new Set(['bbc', 'reuters', 'dailymail.co.uk', 'foxnews', 'cnbc.com']);

/** Which half a document is in: 0 was looked at while the rules were written, 1 was not. */
export function halfOf(id) {
  const [byte] = createHash('md5')
    .update(id.replace(/-typo.*/, ''))
    .digest();
  return byte & 1;
}

/** A set's parts by halves: [what it is called, which documents are in it]. */
export const HALVES = [
  ['seen', (document) => halfOf(document.id) === 0],
  ['unseen', (document) => halfOf(document.id) === 1],
  ['all', () => true],
];

/** A set's parts by newspaper. */
export const PAPERS = [
  ['papers to develop on', (document) => !MEASURING_PAPERS.has(document.newspaper)],
  ['papers that measure', (document) => MEASURING_PAPERS.has(document.newspaper)],
];

/**
 * The scorer that draws documents anew for its intervals, or undefined where it is not at hand. It takes a layer's name
 * and two files (gold, prediction) and gives shares from 0 to 1 in `point`, their 95 % intervals in `ci`.
 */
export const loadScorer = async () =>
  fs.existsSync(INTERVALS) ? (await import(pathToFileURL(INTERVALS).href)).evaluate : undefined;

/** The objects of a file of JSON Lines. */
export const readLines = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** A share as a percentage with its interval, "88.6 [85.0-91.9]"; a dash where the set does not tell. */
export function percentage({ point, ci }, field) {
  const percent = (share) => (100 * share).toFixed(1);
  const share = point[field];
  if (share === undefined || Number.isNaN(share)) return '–';
  const interval = ci[field];
  return percent(share) + (interval ? ` [${interval.map(percent).join('–')}]` : '');
}
