import type { EntityType } from '../src/core/analysis';
import { gatherEvidence } from '../src/core/entities/document/evidence';
import { transitionFactors } from '../src/core/entities/model/confidence';
import type { ModelFile, Section } from '../src/core/entities/model/format';
import { LABELS, OUTSIDE, TYPES, typeOf } from '../src/core/entities/model/labels';
import { openTagModel } from '../src/core/entities/model/tagModel';
import { type TaggedChain, tagSentence } from '../src/core/entities/tagger';
import { type Example, pathScore, trainCrf } from './crf';
import type { GoldDocument } from './data';
import { documentSentences, goldLabels, isWellFormed, type Resources } from './learner';
import { posterior } from './posterior';

/** What the first pass found in one document, with the right labels beside it. */
export interface PassedDocument {
  readonly chains: readonly { readonly chain: TaggedChain; readonly gold: Uint8Array }[];
}

/** Runs a first pass over documents that its model has not seen. */
export function passDocuments(documents: readonly GoldDocument[], file: ModelFile, resources: Resources): PassedDocument[] {
  const model = openTagModel(file, resources.pack.entities.particles);
  return documents.map((document) => ({
    chains: documentSentences(document.text, resources).flatMap((words) => {
      const gold = goldLabels(words, document.spans);
      return tagSentence(words, model).chains.map((chain) => ({
        chain,
        gold: gold.slice(chain.from, chain.from + chain.length),
      }));
    }),
  }));
}

/** How the second pass is learnt; what has no note is as in {@link trainCrf}. */
export interface SecondOptions {
  /**
   * The types that the rest of the document is allowed to argue for; where there are none, the model has no second pass.
   * In French, for organisations, products and events, and for there being no name, it was measured to do harm: their names
   * are labelled less evenly, and are words of other use more often.
   */
  readonly revised: ReadonlySet<EntityType>;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Features of fewer words are left out. */
  readonly leastCount: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Shares of the first pass's weights that are tried: a model is surer of itself than it is right on new text. */
const TEMPERATURES = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1];

/** The share of the weights under which unseen labels are most probable. */
function bestTemperature(passed: readonly PassedDocument[], transitions: Float32Array): number {
  const chains = passed.flatMap((document) => document.chains).filter(({ gold }) => isWellFormed(gold));
  const losses = TEMPERATURES.map((t) => {
    const scaled = transitions.map((w) => w * t);
    const factors = transitionFactors(scaled);
    let loss = 0;
    for (const { chain, gold } of chains) {
      const scores = chain.scores.map((w) => w * t);
      loss += posterior({ length: chain.length, scores }, factors).logPartition - pathScore(scores, gold, scaled);
    }
    return loss;
  });
  return TEMPERATURES[losses.indexOf(Math.min(...losses))] as number;
}

/** Adds to a model the weights of the second pass, learnt from documents that a like model had not seen. */
export function learnSecond(
  file: ModelFile,
  passed: readonly PassedDocument[],
  options: SecondOptions,
): ModelFile & { readonly sections: Map<string, Section> } {
  const transitions = file.sections.get('transitions') as Float32Array;
  const temperature = bestTemperature(passed, transitions);
  options.log?.(`second pass: temperature ${temperature}`);
  if (options.revised.size === 0) return { meta: { ...file.meta, temperature }, sections: new Map(file.sections) };
  const ids = new Map<number, number>();
  const counts: number[] = [];
  const examples: Example[] = [];
  for (const document of passed) {
    const evidence = gatherEvidence(document.chains.map(({ chain }) => chain));
    for (const { chain, gold } of document.chains) {
      const features = evidence.features(chain);
      if (features === undefined || !isWellFormed(gold)) continue;
      const starts = new Int32Array(gold.length + 1);
      const list: number[] = [];
      for (let i = 0; i < gold.length; i++) {
        for (let k = 0; k < features.length; k += 2) {
          if (features[k] !== i) continue;
          const hash = features[k + 1] as number;
          let id = ids.get(hash);
          if (id === undefined) {
            id = counts.length;
            ids.set(hash, id);
            counts.push(0);
          }
          counts[id] = (counts[id] as number) + 1;
          list.push(id);
        }
        starts[i + 1] = list.length;
      }
      examples.push({ starts, features: Int32Array.from(list), gold, weight: 1, base: chain.scores.map((w) => w * temperature) });
    }
  }
  const { weights } = trainCrf(examples, {
    ...options,
    features: counts.length,
    dropout: 0,
    wordDropout: 0,
    learns: (label) => label !== OUTSIDE && options.revised.has(TYPES[typeOf(label)] as EntityType),
    transitions: transitions.map((w) => w * temperature),
  });
  const kept = [...ids].filter(([, id]) => (counts[id] as number) >= options.leastCount).sort((a, b) => a[0] - b[0]);
  const rows = new Float32Array(kept.length * LABELS);
  kept.forEach(([, id], k) => {
    rows.set(weights.subarray(id * LABELS, (id + 1) * LABELS), k * LABELS);
  });
  options.log?.(`second pass: ${examples.length} stretches, ${kept.length} features`);
  const sections = new Map(file.sections);
  sections.set(
    'evidence',
    Int32Array.from(kept, ([hash]) => hash),
  );
  sections.set('evidenceWeights', rows);
  return { meta: { ...file.meta, temperature }, sections };
}
