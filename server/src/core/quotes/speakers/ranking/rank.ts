import type { Resolution } from '../discourse';
import type { Anaphor } from './anaphor';
import { featuresOf, nobodyFeatures, sceneOf } from './features';
import { optionsFor } from './options';
import { WEIGHTS } from './weights.generated';

/** A choice with its evidence: who could be meant and what speaks for each; without a resolution: nobody named. */
export interface Choice {
  readonly anaphor: Anaphor;
  readonly options: readonly { readonly resolution?: Resolution; readonly features: readonly string[] }[];
}

/** Whom an anaphor means by the weights learnt, with how sure that is; undefined for nobody named. */
export function likeliest(anaphor: Anaphor): Resolution | undefined {
  const choice = choiceOf(anaphor);
  watcher?.(choice);
  const scores = choice.options.map(({ features }) => scoreOf(features));
  const best = scores.indexOf(Math.max(...scores));
  const resolution = choice.options[best]?.resolution;
  return resolution && { ...resolution, certainty: certaintyOf(scores, best) };
}

function choiceOf(anaphor: Anaphor): Choice {
  const options = optionsFor(anaphor);
  const scene = sceneOf(anaphor, options);
  return {
    anaphor,
    options: [
      ...options.map((option) => ({ resolution: option.resolution, features: featuresOf(scene, option) })),
      { features: nobodyFeatures(scene) },
    ],
  };
}

function scoreOf(features: readonly string[]): number {
  let score = 0;
  for (const feature of features) score += WEIGHTS.get(feature) ?? 0;
  return score;
}

/** The share that an option has among all, between 0 and 1. */
function certaintyOf(scores: readonly number[], best: number): number {
  const top = scores[best] ?? 0;
  return 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
}

type Watcher = (choice: Choice) => void;
let watcher: Watcher | undefined;

/** Whether somebody watches: choices that the text itself answers are made only then. */
export const isWatched = (): boolean => watcher !== undefined;

/** Runs something with a watcher of the choices, as training does; see `observeRules` for why it is no argument. */
export function watchChoices<T>(watching: Watcher, run: () => T): T {
  watcher = watching;
  try {
    return run();
  } finally {
    watcher = undefined;
  }
}
