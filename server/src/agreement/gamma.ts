import { randomiser } from '../core/random';
import { bestAlignment } from './alignment';
import { combined, type Dissimilarity } from './dissimilarity';
import type { Continuum, Unit } from './units';

/** How γ is worked out. */
export interface GammaOptions {
  readonly dissimilarity?: Dissimilarity;
  /** Of the pseudo-random samples: the same seed gives the same figures. */
  readonly seed?: number;
  /** Half the width of the expected disorder's 95 % interval that is good enough, as a share of it. */
  readonly precision?: number;
  /** How many samples of every text are drawn at most, for whatever precision; by default the fewer the more there is to align. */
  readonly mostSamples?: number;
}

/** γ, and how it came about. */
export interface GammaResult {
  /** 1: all agree in everything. 0: no better than chance. */
  readonly gamma: number;
  readonly observed: number;
  readonly expected: number;
  readonly samples: number;
  /** Half the width of the 95 % interval of the expected disorder, as a share of it, that was come to. */
  readonly precision: number;
  /** Whether all alignments of what was annotated are the best; else γ is a little higher than is said. */
  readonly isExact: boolean;
}

/** How many samples are drawn before the spread is looked at; section 5.3 of the paper. */
const FIRST_SAMPLES = 30;
/** How much is done for all samples, about, in {@link workOf}: it bounds how many are drawn. */
const SAMPLE_WORK = 5_000_000;
const MOST_SAMPLES = 1_000;
/** More than this for the first samples is not begun: minutes would become hours. */
const TOO_MUCH = 10_000_000;
/** Partial alignments looked at in a window of a sample: chance need not be known as well as what people did. */
const SAMPLE_BUDGET = 2_000;

/**
 * γ of Mathet, Widlöcher and Métivier (The unified and holistic method gamma (γ) for inter-annotator agreement measure and
 * alignment, Computational Linguistics 41, 2015, 437–479): 1 less the disorder of the best alignment by that which chance
 * would give. Chance is sampled from what was annotated (section 5.2): each sample's annotators are real ones whose units
 * are moved around the text by random distances, which lie half a mean unit's length or more from each other.
 *
 * Of several texts, both disorders are summed over the texts (those that two annotators or more have), so that long ones
 * count more.
 *
 * @returns null where nobody marked anything that two could have marked, and where it {@link isTooMuch}.
 */
export function gamma(texts: readonly Continuum[], options: GammaOptions = {}): GammaResult | null {
  const steps = gammaStepwise(texts, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As {@link gamma}; hands back control after every text that was aligned. */
export function* gammaStepwise(
  texts: readonly Continuum[],
  { dissimilarity = combined(), seed = 1, precision = 0.02, mostSamples }: GammaOptions = {},
): Generator<void, GammaResult | null> {
  const usable = texts.flatMap(present).filter(({ annotators }) => annotators.some((units) => units.length > 0));
  if (usable.length === 0 || isTooMuch(texts)) return null;
  let observed = 0;
  let isExact = true;
  for (const { annotators } of usable) {
    const found = bestAlignment(annotators, dissimilarity);
    observed += found.disorder;
    isExact &&= found.isExact;
    yield;
  }
  const random = randomiser(seed);
  const sums: number[] = [];
  for (let wanted = FIRST_SAMPLES; sums.length < wanted; ) {
    let disorder = 0;
    for (const text of usable) {
      disorder += bestAlignment(sample(text, random), dissimilarity, SAMPLE_BUDGET).disorder;
      yield;
    }
    sums.push(disorder);
    if (sums.length === FIRST_SAMPLES) wanted = Math.min(mostSamples ?? bound(usable), wantedSamples(sums, precision));
  }
  const { mean, deviation } = spread(sums);
  if (mean === 0) return null;
  const reached = (1.96 * deviation) / Math.sqrt(sums.length) / mean;
  return { gamma: 1 - observed / mean, observed, expected: mean, samples: sums.length, precision: reached, isExact };
}

interface Text {
  readonly length: number;
  readonly annotators: readonly (readonly Unit[])[];
}

/** A text with those who have it; none where they are fewer than two. */
function present({ length, annotators }: Continuum): readonly Text[] {
  const who = annotators.filter((units) => units !== undefined);
  return who.length < 2 ? [] : [{ length, annotators: who }];
}

/** What one sample of texts takes, about: as many steps as there are units by pairs of annotators. */
function workOf(texts: readonly Text[]): number {
  return texts.reduce((sum, { annotators }) => sum + annotators.flat().length * annotators.length ** 2, 0);
}

/** Whether {@link gamma} would take too long for texts, with so many annotators, and is not worked out. */
export function isTooMuch(texts: readonly Continuum[]): boolean {
  return workOf(texts.flatMap(present)) * FIRST_SAMPLES > TOO_MUCH;
}

/** How many samples may be drawn of texts. */
const bound = (texts: readonly Text[]): number => Math.min(MOST_SAMPLES, Math.floor(SAMPLE_WORK / workOf(texts)));

function wantedSamples(sums: readonly number[], precision: number): number {
  const { mean, deviation } = spread(sums);
  return mean === 0 ? 0 : Math.ceil(((1.96 * deviation) / mean / precision) ** 2);
}

function spread(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

function sample({ length, annotators }: Text, random: () => number): readonly (readonly Unit[])[] {
  const units = annotators.flat();
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length / 2;
  const shifts: number[] = [];
  return annotators.map(() => {
    const shift = shiftFrom(shifts, length, apart, random);
    shifts.push(shift);
    const whose = annotators[Math.floor(random() * annotators.length)] ?? [];
    return whose.map((unit) => moved(unit, shift, length)).sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

/** How often a distance is drawn that lies too near to another, before it is taken all the same: the text may be too short. */
const DRAWS = 50;

function shiftFrom(others: readonly number[], length: number, apart: number, random: () => number): number {
  let shift = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    shift = Math.floor(random() * length);
    const drawn = shift;
    if (others.every((other) => Math.abs(other - drawn) >= apart)) break;
  }
  return shift;
}

/** Around the text's end; a unit is never cut. */
function moved(unit: Unit, shift: number, length: number): Unit {
  const by = unit.start + shift >= length ? shift - length : shift;
  return { ...unit, start: unit.start + by, end: unit.end + by };
}
