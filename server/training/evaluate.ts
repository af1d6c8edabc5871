import type { EntityMention, EntityType } from '../src/core/analysis';
import type { GoldDocument, GoldSpan } from './data';

/** Precision, recall and F1 in per cent, with the number of gold names. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

/** Scores by type of entity, and over all. */
export type Scores = Readonly<Record<string, Score>>;
type Predicted = Pick<EntityMention, 'start' | 'end' | 'type' | 'nested'>;

/** Strict scores: a name counts where start, end and type are right. */
export function scoreEntities(pairs: readonly (readonly [GoldDocument, readonly Predicted[]])[]): Scores {
  const tally = new Map<string, { hit: number; predicted: number; gold: number }>();
  const at = (key: string) => {
    let entry = tally.get(key);
    if (entry === undefined) {
      entry = { hit: 0, predicted: 0, gold: 0 };
      tally.set(key, entry);
    }
    return entry;
  };
  const keysOf = (type: string): string[] => ['all', type, ...(type === 'MISC' ? [] : ['PER+LOC+ORG'])];
  for (const [gold, predicted] of pairs) {
    const left = new Set(gold.spans.map((s) => `${s.start}:${s.end}:${s.type}`));
    for (const span of gold.spans) for (const key of keysOf(span.type)) at(key).gold++;
    for (const mention of predicted) {
      if (mention.nested) continue;
      const hit = left.delete(`${mention.start}:${mention.end}:${mention.type}`);
      for (const key of keysOf(mention.type)) {
        at(key).predicted++;
        if (hit) at(key).hit++;
      }
    }
  }
  const percent = (x: number): number => Math.round(x * 1000) / 10;
  return Object.fromEntries(
    [...tally].sort().map(([key, { hit, predicted, gold }]) => {
      const precision = predicted === 0 ? 0 : hit / predicted;
      const recall = gold === 0 ? 0 : hit / gold;
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return [key, { precision: percent(precision), recall: percent(recall), f1: percent(f1), gold }];
    }),
  );
}

/** One line: PER+LOC+ORG 88.1 all 86.0 PER 90.0 … */
export function describeScores(scores: Scores): string {
  return ['PER+LOC+ORG', 'all', 'PER', 'LOC', 'ORG', 'MISC']
    .filter((key) => scores[key] !== undefined)
    .map((key) => `${key} ${scores[key]?.f1.toFixed(1)} (${scores[key]?.precision.toFixed(1)}/${scores[key]?.recall.toFixed(1)})`)
    .join('  ');
}

/** How often mentions were right, by confidence: one line for each tenth that has any. */
export function reliability(
  pairs: readonly (readonly [GoldDocument, readonly Pick<EntityMention, 'start' | 'end' | 'type' | 'nested' | 'confidence'>[]])[],
): string[] {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, hit: 0, sum: 0 }));
  for (const [gold, predicted] of pairs) {
    const right = new Set(gold.spans.map((s) => `${s.start}:${s.end}:${s.type}`));
    for (const mention of predicted) {
      if (mention.nested) continue;
      const bin = bins[Math.min(9, Math.floor(mention.confidence * 10))] as { n: number; hit: number; sum: number };
      bin.n++;
      bin.sum += mention.confidence;
      if (right.has(`${mention.start}:${mention.end}:${mention.type}`)) bin.hit++;
    }
  }
  return bins.flatMap(({ n, hit, sum }, i) =>
    n === 0
      ? []
      : [
          `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)}: said ${(sum / n).toFixed(2)}, right ${(hit / n).toFixed(2)} (${n} mentions)`,
        ],
  );
}

/**
 * Recall of names that the other parts know and of those that stand in none of them, by type: one line a type. A name is
 * known where the same words are a name of the same type in a document of another part.
 * @param partOf - the part of a document
 */
export function recallByNovelty(
  pairs: readonly (readonly [GoldDocument, readonly Predicted[]])[],
  partOf: (document: GoldDocument) => number,
): string[] {
  const parts = new Map<string, Set<number>>();
  const nameOf = ({ text }: GoldDocument, { start, end, type }: GoldSpan): string =>
    `${type} ${text.slice(start, end).replaceAll('’', "'")}`;
  for (const [document] of pairs) {
    const part = partOf(document);
    for (const span of document.spans) {
      const name = nameOf(document, span);
      const known = parts.get(name) ?? new Set();
      parts.set(name, known.add(part));
    }
  }
  const tally = new Map<EntityType, { known: number; knownHit: number; fresh: number; freshHit: number }>();
  for (const [document, predicted] of pairs) {
    const part = partOf(document);
    const found = new Set(predicted.filter(({ nested }) => !nested).map((p) => `${p.start}:${p.end}:${p.type}`));
    for (const span of document.spans) {
      const counts = tally.get(span.type) ?? { known: 0, knownHit: 0, fresh: 0, freshHit: 0 };
      tally.set(span.type, counts);
      const hit = found.has(`${span.start}:${span.end}:${span.type}`) ? 1 : 0;
      const others = parts.get(nameOf(document, span)) as Set<number>;
      if (others.size > 1 || !others.has(part)) {
        counts.known++;
        counts.knownHit += hit;
      } else {
        counts.fresh++;
        counts.freshHit += hit;
      }
    }
  }
  const share = (hit: number, n: number): string => (n === 0 ? '–' : ((100 * hit) / n).toFixed(1));
  return [...tally]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([type, { known, knownHit, fresh, freshHit }]) =>
        `${type}: ${share(knownHit, known)} of ${known} names that other blocks know, ${share(freshHit, fresh)} of ${fresh} new ones`,
    );
}
