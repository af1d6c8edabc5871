import { against, type Coded, CodedCounter, withoutUnmarked } from '../agreement/coded';
import { type GammaResult, gammaStepwise, isTooMuch } from '../agreement/gamma';
import { cohenKappa, fleissKappa, krippendorffAlpha, observedAgreement } from '../agreement/nominal';
import { unitizingAlpha } from '../agreement/unitizing';
import { type Continuum, f1, type Shared, sharedExactly, sharedOverlapping, type Unit } from '../agreement/units';

/** Agreement on a layer, on one type of it, or on what is said of its units; in all articles or in one. */
export interface AgreementRow {
  /** `relation`: the relations between annotations. */
  readonly layer: string;
  readonly type?: string;
  /** Of dates that several people marked alike, the value; of quotations, the words of cue or speaker. */
  readonly aspect?: 'value' | 'cue' | 'speaker';
  readonly document?: string;
  /** How many each annotator has. */
  readonly units: readonly number[];
  /** F1, the mean over all pairs of annotators, of units that are the same to the character, or that overlap, and in type. */
  readonly exact: number | null;
  readonly overlapping: number | null;
  /** Of words and marks (of dates' values: of dates), with those that nobody marked, and without. */
  readonly all: Coefficients;
  readonly marked: Coefficients;
  /** Krippendorff's alpha for unitizing. */
  readonly unitizing: number | null;
  readonly gamma: GammaResult | null;
  /** γ would take too long: there are too many units by annotators. */
  readonly isGammaTooMuch?: true;
  /** Each pair of annotators; of an article, none. */
  readonly pairs: readonly PairAgreement[];
}

/** Nominal agreement; null where there is nothing to agree on, or chance alone would agree everywhere. */
export interface Coefficients {
  /** The share on which all agree. */
  readonly observed: number | null;
  /** Cohen's kappa, the mean over the pairs that have one. */
  readonly cohen: number | null;
  readonly fleiss: number | null;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: number | null;
}

/** Two annotators by number, over the articles that both have. */
export interface PairAgreement {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly exact: number | null;
  readonly overlapping: number | null;
  readonly kappa: number | null;
  readonly kappaMarked: number | null;
}

/** What a row is about. */
export type RowName = Pick<AgreementRow, 'layer' | 'type' | 'aspect' | 'document'>;

/** What a row is worked out from. */
export interface RowSource {
  /** The units of each article, from the first word of each to the last. */
  readonly texts: readonly Continuum[];
  /** Units in pieces, piece by piece; none where it makes no sense to ask where units begin and end. */
  readonly pieces: readonly Continuum[];
  /** The words and marks (or else cases) as they are labelled. */
  readonly coded: readonly Coded[];
}

/** A corpus has many articles, and each but few units: γ of one is sampled less. */
const OF_ARTICLE = { precision: 0.05, mostSamples: 100 };

/** Works out a row; hands back control again and again, since γ takes a while. */
export function* rowOf(name: RowName, source: RowSource): Generator<void, AgreementRow> {
  const gamma =
    source.pieces.length > 0 ? yield* gammaStepwise(source.texts, name.document === undefined ? {} : OF_ARTICLE) : null;
  const count = source.texts[0]?.annotators.length ?? 0;
  const pairs: PairAgreement[] = [];
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) pairs.push(pairOf(source, first, second));
    yield;
  }
  const marked = withoutUnmarked(source.coded);
  return {
    ...name,
    units: Array.from({ length: count }, (_, i) =>
      source.texts.reduce((sum, { annotators }) => sum + (annotators[i]?.length ?? 0), 0),
    ),
    exact: mean(pairs.map(({ exact }) => exact)),
    overlapping: mean(pairs.map(({ overlapping }) => overlapping)),
    all: coefficients(source.coded, mean(pairs.map(({ kappa }) => kappa))),
    marked: coefficients(marked, mean(pairs.map(({ kappaMarked }) => kappaMarked))),
    unitizing: unitizingAlpha(source.pieces),
    gamma,
    ...(source.pieces.length > 0 && isTooMuch(source.texts) && { isGammaTooMuch: true as const }),
    pairs: name.document === undefined ? pairs : [],
  };
}

/** The same of one type alone. */
export function ofType({ texts, pieces, coded }: RowSource, type: string): RowSource {
  const alone = (continua: readonly Continuum[]): readonly Continuum[] =>
    continua.map(({ length, annotators }) => ({
      length,
      annotators: annotators.map((units) => units?.filter(({ category }) => category === type)),
    }));
  return { texts: alone(texts), pieces: alone(pieces), coded: against(coded, type) };
}

/** Several sources as one: of each article, that of all. */
export function together(sources: readonly RowSource[]): RowSource {
  const counter = new CodedCounter();
  for (const { coded } of sources) counter.addAll(coded);
  return {
    texts: sources.flatMap(({ texts }) => texts),
    pieces: sources.flatMap(({ pieces }) => pieces),
    coded: counter.coded,
  };
}

function pairOf({ texts, pieces, coded }: RowSource, first: number, second: number): PairAgreement {
  const exact = texts.map((text) => shared(text, first, second, sharedExactly));
  const overlapping = pieces.length === 0 ? [] : texts.map((text) => shared(text, first, second, sharedOverlapping));
  const two = new CodedCounter();
  for (const { labels, times } of coded) two.add([labels[first], labels[second]], times);
  return {
    first,
    second,
    both: exact.reduce((sum, { both }) => sum + both, 0),
    exact: f1(summed(exact)),
    overlapping: f1(summed(overlapping)),
    kappa: cohenKappa(two.coded, 0, 1),
    kappaMarked: cohenKappa(withoutUnmarked(two.coded), 0, 1),
  };
}

const NOTHING: Shared = { first: 0, second: 0, both: 0 };

function shared(
  { annotators }: Continuum,
  first: number,
  second: number,
  count: (a: readonly Unit[], b: readonly Unit[]) => Shared,
): Shared {
  const [left, right] = [annotators[first], annotators[second]];
  return left === undefined || right === undefined ? NOTHING : count(left, right);
}

function summed(all: readonly Shared[]): Shared {
  return all.reduce(
    (sum, { first, second, both }) => ({ first: sum.first + first, second: sum.second + second, both: sum.both + both }),
    NOTHING,
  );
}

function coefficients(coded: readonly Coded[], cohen: number | null): Coefficients {
  return { observed: observedAgreement(coded), cohen, fleiss: fleissKappa(coded), alpha: krippendorffAlpha(coded) };
}

/** The mean of those that there are. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
