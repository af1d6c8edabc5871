/** A choice among options, each with its features, and which of them is right. */
export interface ChoiceExample {
  /** Examples of one group are never on both sides of a cross-validation. */
  readonly group: string;
  readonly form: string;
  readonly options: readonly (readonly string[])[];
  readonly answer: number;
  readonly weight: number;
}

/**
 * What is believed before anything is learnt, by what the sieves of earlier versions asked in order: of the few examples by hand
 * none shows a plain case often. The penalty pulls towards it.
 */
const BELIEFS: ReadonlyMap<string, number> = new Map([
  ['nearest who speaks or acts', 1.5],
  ['last who speaks and can be meant', 0.5],
  ['gender same', 0.5],
  ['description: gender same', 1.5],
  ['type described', 0.8],
  ['the only one', 1],
  ['named in its own words', -1],
  ['acts before', 1.5],
  ['role shared', 1.5],
  ['other roles', -1],
  ['named later beside its complement', 3],
  ['without words: turn 0', 1.5],
  ['without words: last in the sentence', 0.5],
  ['without words: nobody named', -1],
  ['pronoun: nobody named', -1],
  ['description: nobody named', 2],
  ['nobody, named complement', 1.4],
  ['nobody, none is near', 1],
  ['nobody, last speaker unnamed here', 2.5],
  ['nobody, last speaker unnamed near', 2],
  ['nobody, last subject unnamed', 1],
]);

const EPOCHS = 60;
const RATE = 0.3;
const PENALTY = 0.1;
const SEED = 20181001;
const PARTS = 5;

/** Weights of a log-linear choice by features, by AdaGrad with a quadratic penalty; the same examples give the same weights. */
export function learnChoices(examples: readonly ChoiceExample[]): Map<string, number> {
  const weights = new Map(BELIEFS);
  const squares = new Map<string, number>();
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const example of shuffled(examples, random)) step(example, weights, squares);
  return new Map(
    [...weights].map(([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const).filter(([, w]) => w !== 0),
  );
}

function step(
  { options, answer, weight: importance }: ChoiceExample,
  weights: Map<string, number>,
  squares: Map<string, number>,
): void {
  const shares = sharesOf(options, weights);
  const gradient = new Map<string, number>();
  options.forEach((features, index) => {
    const error = (index === answer ? 1 : 0) - (shares[index] ?? 0);
    for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + importance * error);
  });
  for (const [feature, value] of gradient) {
    const slope = value - importance * PENALTY * ((weights.get(feature) ?? 0) - (BELIEFS.get(feature) ?? 0));
    const square = (squares.get(feature) ?? 1e-2) + slope * slope;
    squares.set(feature, square);
    weights.set(feature, (weights.get(feature) ?? 0) + (RATE * slope) / Math.sqrt(square));
  }
}

function sharesOf(options: readonly (readonly string[])[], weights: ReadonlyMap<string, number>): number[] {
  const scores = options.map((features) => features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** How often the right option is chosen by weights learnt from the other groups' examples, by form, in words. */
export function crossValidate(examples: readonly ChoiceExample[]): string {
  const right = new Map<string, { hits: number; all: number }>();
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const partOf = new Map(groups.map((group, index) => [group, index % PARTS] as const));
  for (let part = 0; part < PARTS; part++) {
    const weights = learnChoices(examples.filter(({ group }) => partOf.get(group) !== part));
    for (const example of examples.filter(({ group }) => partOf.get(group) === part)) count(example, weights, right);
  }
  return [...right].map(([form, { hits, all }]) => `${form} ${((100 * hits) / all).toFixed(1)} % of ${all}`).join(' · ');
}

function count(
  { form, options, answer, weight }: ChoiceExample,
  weights: ReadonlyMap<string, number>,
  right: Map<string, { hits: number; all: number }>,
): void {
  const shares = sharesOf(options, weights);
  const isRight = shares.indexOf(Math.max(...shares)) === answer;
  for (const key of weight < 1 ? [`${form} hidden`] : [form, 'all by hand']) {
    const entry = right.get(key) ?? { hits: 0, all: 0 };
    right.set(key, { hits: entry.hits + (isRight ? 1 : 0), all: entry.all + 1 });
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

/** Numbers from 0 to 1 by a linear congruence. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
