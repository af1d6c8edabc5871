import type { Resolution } from '../discourse';
import type { Anaphor } from './anaphor';
import { namesOf, WeightTable } from './evidence';
import { gatherEvidence, gatherNobody, type Scene, sceneOf } from './features';
import { optionsFor } from './options';
import { reasonsIn } from './reasons';
import { WEIGHTS } from './weights.generated';

/** Whom an anaphor means by the weights learnt, with how sure that is; undefined for nobody named. */
export function likeliest(anaphor: Anaphor): Resolution | undefined {
  const scene = sceneOf(anaphor, optionsFor(anaphor));
  watcher?.(choiceIn(scene));
  const { options } = scene;
  const scores: number[] = [];
  forEachOption(scene, (evidence) => scores.push(table.sum(evidence, anaphor.form)));
  const best = scores.indexOf(Math.max(...scores));
  const option = options[best];
  if (option === undefined) return undefined;
  const evidence: number[] = [];
  gatherEvidence(scene, option, evidence);
  return {
    ...option.resolution,
    certainty: certaintyOf(scores, best),
    reasons: reasonsIn(evidence, (one) => table.weight(one, anaphor.form)),
  };
}

/** Looks at the evidence for each option, that for nobody named last. The list is filled again for each. */
function forEachOption(scene: Scene, look: (evidence: readonly number[], resolution: Resolution | undefined) => void): void {
  const evidence: number[] = [];
  for (const option of scene.options) {
    evidence.length = 0;
    gatherEvidence(scene, option, evidence);
    look(evidence, option.resolution);
  }
  evidence.length = 0;
  gatherNobody(scene, evidence);
  look(evidence, undefined);
}

/** The share that an option has among all, between 0 and 1. */
function certaintyOf(scores: readonly number[], best: number): number {
  const top = scores[best] ?? 0;
  return 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
}

const LEARNT = new WeightTable(WEIGHTS);
let table = LEARNT;

/** A choice with its evidence: who could be meant and what speaks for each; without a resolution: nobody named. */
export interface Choice {
  readonly anaphor: Anaphor;
  readonly options: readonly { readonly resolution?: Resolution; readonly features: readonly string[] }[];
}

function choiceIn(scene: Scene): Choice {
  const options: Choice['options'][number][] = [];
  forEachOption(scene, (evidence, resolution) => {
    const features = evidence.flatMap((number) => namesOf(number, scene.anaphor.form));
    options.push({ ...(resolution && { resolution }), features });
  });
  return { anaphor: scene.anaphor, options };
}

type Watcher = (choice: Choice) => void;
let watcher: Watcher | undefined;

/** Whether somebody watches: choices that the text itself answers are made only then. */
export const isWatched = (): boolean => watcher !== undefined;

/**
 * Runs something with a watcher of the choices, as training does; see `observeRules` for why it is not an argument.
 * @param weights - by which the choices are made meanwhile, those learnt last where absent
 */
export function watchChoices<T>(watching: Watcher, run: () => T, weights?: ReadonlyMap<string, number>): T {
  watcher = watching;
  if (weights) table = new WeightTable(weights);
  try {
    return run();
  } finally {
    watcher = undefined;
    table = LEARNT;
  }
}
