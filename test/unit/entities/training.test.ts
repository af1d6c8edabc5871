import { describe, expect, it } from 'vitest';
import { FORMAT, type Section } from '../../../server/src/core/entities/model/format';
import { LABELS, labelOf, OUTSIDE, TYPES, UNIT } from '../../../server/src/core/entities/model/labels';
import { openTagModel } from '../../../server/src/core/entities/model/tagModel';
import { type Example, trainCrf } from '../../../server/training/crf';

const MISC = labelOf(TYPES.indexOf('MISC'), UNIT);
const ALL_MISC = [0, 1, 2, 3].map((position) => labelOf(TYPES.indexOf('MISC'), position));

/** A chain of one word with one feature. */
const word = (feature: number, label: number, unlabelled?: readonly number[]): Example => ({
  starts: Int32Array.from([0, 1]),
  features: Int32Array.from([feature]),
  gold: Uint8Array.from([label]),
  weight: 1,
  ...(unlabelled && { unlabelled }),
});

const repeated = (n: number, example: Example): Example[] => Array.from({ length: n }, () => example);

function bestOf(weights: Float32Array, feature: number): number {
  const row = weights.subarray(feature * LABELS, (feature + 1) * LABELS);
  return row.indexOf(Math.max(...row));
}

describe('learning from a set that leaves a type out', () => {
  const options = { features: 2, epochs: 20, rate: 0.1, l2: 0.1, dropout: 0, wordDropout: 0, seed: 1 };
  const WORK = 0;
  const PLAIN = 1;
  const labelled = [...repeated(10, word(WORK, MISC)), ...repeated(10, word(PLAIN, OUTSIDE))];

  it('does not unlearn the type where the set says nothing of it', () => {
    const unsaid = repeated(30, word(WORK, OUTSIDE, ALL_MISC));
    const { weights } = trainCrf([...labelled, ...unsaid], options);
    expect(bestOf(weights, WORK)).toBe(MISC);
    expect(bestOf(weights, PLAIN)).toBe(OUTSIDE);
  });
  it('unlearns it where the set says that there is none', () => {
    const denied = repeated(30, word(WORK, OUTSIDE));
    expect(bestOf(trainCrf([...labelled, ...denied], options).weights, WORK)).toBe(OUTSIDE);
  });
  it('gives the same weights again', () => {
    const unsaid = repeated(5, word(WORK, OUTSIDE, ALL_MISC));
    const once = trainCrf([...labelled, ...unsaid], options);
    expect(trainCrf([...labelled, ...unsaid], options)).toEqual(once);
  });
});

describe('confidence', () => {
  const open = (calibration?: readonly (readonly (readonly [number, number])[])[]) => {
    const sections = new Map<string, Section>([['transitions', new Float32Array(LABELS * LABELS)]]);
    return openTagModel(
      { meta: { language: 'fr', format: FORMAT, scale: 1, ...(calibration && { calibration }) }, sections },
      new Set(),
    );
  };
  const line = [
    [0.4, 0.3],
    [0.8, 0.6],
    [0.99, 0.95],
  ] as const;

  it('is what was right of such names, on a line between the points measured', () => {
    const model = open([line]);
    expect(model.calibrated(0, 0.8)).toBeCloseTo(0.6);
    expect(model.calibrated(0, 0.6)).toBeCloseTo(0.45);
    expect(model.calibrated(0, 0.1)).toBeCloseTo(0.3);
    expect(model.calibrated(0, 1)).toBeCloseTo(0.95);
  });
  it("is the model's own where nothing was measured", () => {
    expect(open().calibrated(0, 0.7)).toBe(0.7);
    expect(open([line]).calibrated(2, 0.7)).toBe(0.7);
  });
});
