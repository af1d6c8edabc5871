import { describe, expect, it } from 'vitest';
import { createEntityAnnotator } from '../../../server/src/core/entities/index';
import { createConfidence, transitionFactors } from '../../../server/src/core/entities/model/confidence';
import { createDecoder, createPlainTest } from '../../../server/src/core/entities/model/decoder';
import { FORMAT, readModelFile, type Section, writeModelFile } from '../../../server/src/core/entities/model/format';
import { HashTable } from '../../../server/src/core/entities/model/hash';
import { LABELS, labelOf, mayFollow, OUTSIDE, UNIT } from '../../../server/src/core/entities/model/labels';
import { labelsOfName, probableNames } from '../../../server/src/core/entities/model/names';
import { french } from '../../../server/src/core/languages/fr/index';
import { posterior } from '../../../server/training/posterior';

const meta = { language: 'fr', format: FORMAT, scale: 0.5 };

describe('the model file', () => {
  it('reads what was written, at any alignment', () => {
    const sections = new Map<string, Section>([
      ['a', Int32Array.from([1, -2, 3])],
      ['b', Int8Array.from([-5])],
      ['c', Float32Array.from([0.25, -1])],
    ]);
    const bytes = writeModelFile({ meta, sections });
    for (const shift of [0, 1, 3]) {
      const moved = new Uint8Array(bytes.length + shift);
      moved.set(bytes, shift);
      const read = readModelFile(moved.subarray(shift));
      expect(read?.meta).toEqual(meta);
      expect(read && [...read.sections]).toEqual([...sections]);
    }
  });
  it('refuses other bytes and cut files', () => {
    expect(readModelFile(new Uint8Array(0))).toBeUndefined();
    expect(readModelFile(Uint8Array.from({ length: 64 }, (_, i) => i))).toBeUndefined();
    const bytes = writeModelFile({ meta, sections: new Map([['a', new Int32Array(50)]]) });
    expect(readModelFile(bytes.subarray(0, bytes.length - 8))).toBeUndefined();
    expect(readModelFile(writeModelFile({ meta: { ...meta, format: FORMAT + 1 }, sections: new Map() }))).toBeUndefined();
  });
  it('finds nothing with a broken model, and does not throw', () => {
    const annotator = createEntityAnnotator(french.entities, new Uint8Array(30), []);
    expect(annotator.tag({ text: 'Paris', tokens: [], sentences: [] }).sentences).toEqual([]);
  });
});

describe('the hash table', () => {
  it('holds what it was given', () => {
    const keys = Int32Array.from({ length: 500 }, (_, i) => (i + 1) * 7919);
    const table = new HashTable(
      keys,
      keys.map((_, i) => i),
    );
    expect(Array.from(keys, (key) => table.get(key))).toEqual(Array.from(keys.keys()));
    expect(table.get(-1)).toBe(-1);
  });
});

describe('inference', () => {
  const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) => Math.sin(i * 12.9898));
  const chain = { length: 3, scores: Float32Array.from({ length: 3 * LABELS }, (_, i) => 2 * Math.sin(i * 78.233)) };

  /** All well-formed label sequences with their scores. */
  function allPaths(): { labels: number[]; score: number }[] {
    let paths = [{ labels: [] as number[], score: 0 }];
    for (let i = 0; i < chain.length; i++) {
      paths = paths.flatMap(({ labels, score }) =>
        Array.from({ length: LABELS }, (_, label) => label)
          .filter((label) => mayFollow(labels.at(-1) ?? OUTSIDE, label))
          .map((label) => ({
            labels: [...labels, label],
            score:
              score + (transitions[(labels.at(-1) ?? OUTSIDE) * LABELS + label] ?? 0) + (chain.scores[i * LABELS + label] ?? 0),
          })),
      );
    }
    return paths
      .filter(({ labels }) => mayFollow(labels.at(-1) ?? OUTSIDE, OUTSIDE))
      .map(({ labels, score }) => ({ labels, score: score + (transitions[(labels.at(-1) ?? OUTSIDE) * LABELS] ?? 0) }));
  }

  it('finds the best of all sequences', () => {
    const best = allPaths().reduce((a, b) => (b.score > a.score ? b : a));
    expect([...createDecoder(transitions)(chain)]).toEqual(best.labels);
  });
  it('sums over all sequences', () => {
    const total = allPaths().reduce((sum, path) => sum + Math.exp(path.score), 0);
    expect(posterior(chain, transitionFactors(transitions)).logPartition).toBeCloseTo(Math.log(total), 6);
  });
  it('tells how probable a stretch is', () => {
    const paths = allPaths();
    const total = paths.reduce((sum, path) => sum + Math.exp(path.score), 0);
    const wanted = paths.find((path) => path.labels[1] !== OUTSIDE)?.labels.slice(1) ?? [];
    const mass = paths
      .filter((path) => wanted.every((label, i) => path.labels[i + 1] === label))
      .reduce((sum, path) => sum + Math.exp(path.score), 0);
    const factors = transitionFactors(transitions);
    expect(createConfidence(factors)(chain)(1, wanted)).toBeCloseTo(mass / total, 6);
    expect(posterior(chain, factors).stretch(1, wanted)).toBeCloseTo(mass / total, 6);
  });
  it('takes what is probable enough, most probable first, where the best labels would leave it out', () => {
    const paths = allPaths();
    const total = paths.reduce((sum, path) => sum + Math.exp(path.score), 0);
    const mass = (from: number, wanted: readonly number[]) =>
      paths
        .filter((path) => wanted.every((label, i) => path.labels[from + i] === label))
        .reduce((sum, path) => sum + Math.exp(path.score), 0) / total;
    const names = probableNames(createConfidence(transitionFactors(transitions))(chain), chain.length, [0.02, 0.02, 0.02, 0.9]);
    expect(names.length).toBeGreaterThan(1);
    for (const { from, to, type, probability } of names) {
      expect(probability).toBeCloseTo(mass(from, labelsOfName(type, to - from)), 6);
      expect(probability).toBeGreaterThanOrEqual(type === 3 ? 0.9 : 0.02);
    }
    names.slice(1).forEach(({ from }, i) => {
      expect(from).toBeGreaterThanOrEqual(names[i]?.to ?? 0);
    });
  });
  it('tells a name whose type is in doubt from none', () => {
    const still = new Float32Array(LABELS * LABELS);
    const scores = new Float32Array(LABELS).fill(-9);
    // none at 0.4, but a name of one type at 0.35 and of another one at 0.25
    scores[OUTSIDE] = Math.log(0.4);
    scores[labelOf(0, UNIT)] = Math.log(0.25);
    scores[labelOf(1, UNIT)] = Math.log(0.35);
    const doubtful = { length: 1, scores };
    expect([...createDecoder(still)(doubtful)]).toEqual([OUTSIDE]);
    const confidence = createConfidence(transitionFactors(still))(doubtful);
    expect(probableNames(confidence, 1, [0.3, 0.3, 0.3, 0.3])).toMatchObject([{ from: 0, to: 1, type: 1 }]);
    expect(probableNames(confidence, 1, [0.2, 0.4, 0.3, 0.3])).toMatchObject([{ from: 0, to: 1, type: 0 }]);
    expect(createPlainTest(still)(doubtful)).toBe(true);
    expect(createPlainTest(still)(doubtful, 1)).toBe(false);
  });
});
