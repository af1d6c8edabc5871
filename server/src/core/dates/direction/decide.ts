/** A language's weights: how much each piece of evidence speaks for a date's lying ahead (positive) or behind. */
export type DirectionWeights = Readonly<Record<string, number>>;

/** What a date without its year could be: how many days ago it was last, and in how many it will be next. */
export interface Choice {
  readonly kind: 'weekday' | 'day' | 'month' | 'feast';
  readonly since: number;
  readonly wait: number;
  /** It says more of a noun: la fête du 30 novembre. */
  readonly ofNoun?: boolean;
}

/** The sum of what the evidence of a clause says. */
export function leaningOf(evidence: readonly string[], weights: DirectionWeights): number {
  let sum = 0;
  for (const name of evidence) sum += weights[name] ?? 0;
  return sum;
}

/** Whether the one ahead is meant, by its clause's leaning and by how far the two lie. */
export function isAhead(leaning: number, choice: Choice, weights: DirectionWeights): boolean {
  return leaning + leaningOf(choiceEvidence(choice), weights) > 0;
}

/** How the two choices lie, as names of features. */
export function choiceEvidence({ kind, since, wait, ofNoun }: Choice): readonly string[] {
  if (kind === 'weekday') return ['weekday', `weekday gone ${since}`];
  const names = [kind, `${kind} ahead ${span(wait)}`, `${kind} gone ${span(since)}`];
  return ofNoun ? [...names, `${kind} of noun ahead ${span(wait)}`] : names;
}

const SPANS: readonly (readonly [days: number, name: string])[] = [
  [7, 'week'],
  [21, 'weeks'],
  [31, 'month'],
  [62, 'months'],
  [125, 'season'],
  [245, 'half year'],
];

const span = (days: number): string => SPANS.find(([most]) => days <= most)?.[1] ?? 'longer';
