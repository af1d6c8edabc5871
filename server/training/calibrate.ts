import { gatherEvidence } from '../src/core/entities/document/evidence';
import type { ModelFile } from '../src/core/entities/model/format';
import { TYPES } from '../src/core/entities/model/labels';
import { labelsOfName } from '../src/core/entities/model/names';
import { openTagModel } from '../src/core/entities/model/tagModel';
import { reviseChain } from '../src/core/entities/tagger';
import type { PassedDocument } from './second';

/** One name that both passes found, with the model's probability and whether it was right. */
interface Judged {
  readonly probability: number;
  readonly right: boolean;
}

/** A rising line from the model's probability to the share that was right. */
export type Line = readonly (readonly [number, number])[];

/** So many names make a point of a line; a type with fewer than two points' worth is read off all types together. */
const LEAST = 40;

/**
 * Adds to a model, by type, the line from its probability of a name to how often names of such a probability were right:
 * isotonic regression (pool adjacent violators, Barlow and others 1972) on documents that the first pass had not seen.
 */
export function calibrate(file: ModelFile, passed: readonly PassedDocument[]): ModelFile {
  const judged: Judged[][] = TYPES.map(() => []);
  const model = openTagModel(file, new Set());
  const temperature = file.meta.temperature ?? 1;
  for (const document of passed) {
    const evidence = gatherEvidence(document.chains.map(({ chain }) => chain));
    for (const { chain, gold } of document.chains) {
      const features = evidence.features(chain);
      const scaled = { ...chain, scores: chain.scores.map((score) => score * temperature) };
      const revised = features === undefined ? scaled : reviseChain(scaled, features, model);
      for (const { from, to, type, probability } of model.names(revised)) {
        const right = labelsOfName(type, to - from).every((label, i) => gold[from + i] === label);
        judged[type]?.push({ probability, right });
      }
    }
  }
  const all = risingLine(judged.flat());
  const calibration = judged.map((names) => (names.length < 2 * LEAST ? all : risingLine(names)));
  return { ...file, meta: { ...file.meta, calibration } };
}

/** Pools neighbours until the shares rise, in steps of at least {@link LEAST} names. */
function risingLine(names: readonly Judged[]): Line {
  const sorted = [...names].sort((a, b) => a.probability - b.probability || Number(a.right) - Number(b.right));
  const pools: { n: number; hits: number; sum: number }[] = [];
  for (let i = 0; i < sorted.length; i += LEAST) {
    const part = sorted.slice(i, i + LEAST);
    if (part.length < LEAST && pools.length > 0) break;
    pools.push({
      n: part.length,
      hits: part.filter((name) => name.right).length,
      sum: part.reduce((sum, name) => sum + name.probability, 0),
    });
    while (pools.length > 1) {
      const last = pools.at(-1) as (typeof pools)[number];
      const before = pools.at(-2) as (typeof pools)[number];
      if (last.hits / last.n > before.hits / before.n) break;
      pools.splice(-2, 2, { n: last.n + before.n, hits: last.hits + before.hits, sum: last.sum + before.sum });
    }
  }
  const round = (x: number): number => Math.round(x * 1000) / 1000;
  return pools.map(({ n, hits, sum }) => [round(sum / n), round((hits + 0.5) / (n + 1))] as const);
}
