import { csvLines, META } from '../formats/csv/index';
import type { Agreement } from './agreement';
import type { AgreementRow, PairAgreement } from './agreementRow';
import { factColumns } from './articleFacts';

/**
 * All figures, a line each: of layers, types, aspects and articles (`first` and `second` empty), then of their pairs.
 *
 * @param facts - what is known of the articles, by their names: columns `meta.…` of the rows of single articles.
 */
export function agreementCsv(
  { annotators, rows }: Pick<Agreement, 'annotators' | 'rows'>,
  facts: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): string {
  const known = factColumns(facts.values());
  const lines = rows.flatMap((row) => {
    const own = known.map((name) => facts.get(row.document ?? '')?.get(name) ?? '');
    return [csvLine(row), ...row.pairs.map((pair) => pairLine(row, pair, annotators))].map((line) => [...line, ...own]);
  });
  return csvLines([[...COLUMNS, ...known.map((name) => META + name)], ...lines]);
}

/** The articles that have rows of their own. */
export const articlesIn = ({ rows }: Pick<Agreement, 'rows'>): ReadonlySet<string> =>
  new Set(rows.flatMap(({ document }) => document ?? []));

const COLUMNS = [
  'article', 'layer', 'aspect', 'type', 'first', 'second', 'units', 'f1_exact', 'f1_overlapping',
  'observed', 'observed_marked', 'cohen_kappa', 'cohen_kappa_marked', 'fleiss_kappa', 'fleiss_kappa_marked',
  'alpha_nominal', 'alpha_nominal_marked', 'alpha_unitizing', 'gamma', 'gamma_precision', 'gamma_samples', 'gamma_exact',
]; // biome-ignore format: a table

// a number, so that one below zero is none that a spreadsheet would run
const cell = (value: number | null): string | number => (value === null ? '' : Number(value.toFixed(6)));
const place = ({ document, layer, aspect, type }: AgreementRow): readonly string[] => [
  document ?? '',
  layer,
  aspect ?? '',
  type ?? '',
];

function csvLine(row: AgreementRow): readonly (string | number)[] {
  const { all, marked, gamma } = row;
  return [
    ...place(row),
    '',
    '',
    row.units.join(' '),
    cell(row.exact),
    cell(row.overlapping),
    cell(all.observed),
    cell(marked.observed),
    cell(all.cohen),
    cell(marked.cohen),
    cell(all.fleiss),
    cell(marked.fleiss),
    cell(all.alpha),
    cell(marked.alpha),
    cell(row.unitizing),
    cell(gamma?.gamma ?? null),
    cell(gamma?.precision ?? null),
    cell(gamma?.samples ?? null),
    gamma === null ? '' : String(gamma.isExact),
  ];
}

function pairLine(row: AgreementRow, pair: PairAgreement, annotators: readonly string[]): readonly (string | number)[] {
  const { first, second, both, exact, overlapping, kappa, kappaMarked } = pair;
  const names = [annotators[first] ?? '', annotators[second] ?? ''];
  const empty = Array.from({ length: 9 }, () => '');
  return [
    ...place(row),
    ...names,
    String(both),
    cell(exact),
    cell(overlapping),
    '',
    '',
    cell(kappa),
    cell(kappaMarked),
    ...empty,
  ];
}
