import { agreementWords } from '../messages/agreement';
import type { AgreementRow } from '../store/agreementRow';
import { escapeMarkdown } from './markdown';

/** What a report reads of an agreement. */
interface Agreement {
  readonly annotators: readonly string[];
  readonly documents: number;
  readonly tokens: number;
  readonly rows: readonly AgreementRow[];
  readonly differences: readonly Difference[];
}

/** What it reads of a difference. */
interface Difference {
  readonly document: string;
  readonly layer: string;
  readonly kind: keyof Words['kinds'];
  readonly start: number;
  readonly words: string;
  readonly variants: readonly { readonly annotators: readonly number[]; readonly item: { readonly type: string } }[];
  readonly without: readonly number[];
}

/** What is told beside the figures, in words. */
export interface Told {
  readonly name: string;
  readonly message: string;
}

/** What a report is made of. */
export interface ReportInput {
  readonly agreement: Agreement;
  readonly skipped: readonly Told[];
  readonly remarks: readonly Told[];
  /** BCP 47, of the interface. */
  readonly language: string | undefined;
}

type Words = ReturnType<typeof agreementWords>;

/** With more annotators than this, their counts are given from the least to the most, and pairs are left to the CSV file. */
const MANY = 6;
/** A report is read; all differences are in the JSON object, and are what adjudication goes through. */
const MOST_DIFFERENCES = 500;

/** How far annotators agree, as Markdown. */
export function agreementMarkdown({ agreement, skipped, remarks, language }: ReportInput): string {
  const words = agreementWords(language);
  const { annotators, documents, tokens, rows, differences } = agreement;
  const corpus = rows.filter(({ document }) => document === undefined);
  const articles = rows.filter(({ document }) => document !== undefined);
  const told = (title: string, list: readonly Told[]): readonly string[] =>
    list.length === 0
      ? []
      : [`## ${title}`, list.map(({ name, message }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(message)}`).join('\n')];
  const figures =
    rows.length === 0
      ? [words.nothingDecided]
      : [
          `## ${words.byType}`,
          rowTable(corpus, annotators, words),
          ...notes(rows, words),
          `## ${words.byPair}`,
          pairTable(corpus, annotators, words),
          `## ${words.byArticle}`,
          articleTable(articles, words),
        ];
  return [
    `# ${words.title}`,
    words.summary(annotators.length, documents, tokens, differences.length),
    ...figures,
    ...told(words.remarks, remarks),
    ...told(words.notCompared, skipped),
    ...(differences.length === 0 ? [] : [`## ${words.differences}`, differenceList(differences, annotators, words)]),
  ].join('\n\n');
}

function rowTable(rows: readonly AgreementRow[], annotators: readonly string[], words: Words): string {
  const few = annotators.length <= MANY;
  const counts = few ? annotators.map(escapeMarkdown) : ['n'];
  const figures = ['F1', 'F1 ≈', 'κ', 'κ F', 'α', 'α u', 'γ'];
  return table(
    [words.layer, words.type, ...counts, ...figures],
    2,
    rows.map((row) => {
      const units = few ? row.units.map(String) : [`${Math.min(...row.units)}–${Math.max(...row.units)}`];
      return [
        layerName(row, words),
        escapeMarkdown(row.type ?? ''),
        ...units,
        number(row.exact),
        number(row.overlapping),
        ...coefficientCells(row),
        number(row.unitizing),
        gammaCell(row),
      ];
    }),
  );
}

const coefficientCells = ({ all, marked }: AgreementRow): readonly string[] => [
  `${number(all.cohen)} / ${number(marked.cohen)}`,
  `${number(all.fleiss)} / ${number(marked.fleiss)}`,
  `${number(all.alpha)} / ${number(marked.alpha)}`,
];

const gammaCell = ({ gamma, isGammaTooMuch }: AgreementRow): string =>
  gamma === null ? (isGammaTooMuch ? '–*' : '–') : `${gamma.isExact ? '' : '≥ '}${number(gamma.gamma)}`;

function layerName({ layer, aspect }: AgreementRow, words: Words): string {
  const name = escapeMarkdown(layer);
  return aspect === undefined ? name : `${name}: ${words.aspects[aspect]}`;
}

function notes(rows: readonly AgreementRow[], words: Words): readonly string[] {
  const gammas = rows.flatMap(({ gamma }) => gamma ?? []);
  const worst = Math.max(0, ...gammas.map(({ precision }) => precision));
  return [
    words.legend,
    ...(gammas.length > 0 ? [words.gammaPrecision((100 * worst).toFixed(1))] : []),
    ...(gammas.some(({ isExact }) => !isExact) ? [words.gammaNotExact] : []),
    ...(rows.some(({ isGammaTooMuch }) => isGammaTooMuch) ? [words.gammaTooMuch] : []),
  ];
}

function pairTable(rows: readonly AgreementRow[], annotators: readonly string[], words: Words): string {
  const layers = rows.filter(({ type }) => type === undefined);
  const count = layers[0]?.pairs.length ?? 0;
  if (annotators.length > MANY) return words.pairsInCsv(count);
  return table(
    [words.pair, words.layer, '=', 'F1', 'F1 ≈', 'κ'],
    2,
    layers.flatMap((row) =>
      row.pairs.map((pair) => [
        `${escapeMarkdown(annotators[pair.first] ?? '')} – ${escapeMarkdown(annotators[pair.second] ?? '')}`,
        layerName(row, words),
        String(pair.both),
        number(pair.exact),
        number(pair.overlapping),
        `${number(pair.kappa)} / ${number(pair.kappaMarked)}`,
      ]),
    ),
  );
}

function articleTable(rows: readonly AgreementRow[], words: Words): string {
  return table(
    [words.article, words.layer, 'F1', 'F1 ≈', 'κ', 'κ F', 'α', 'α u', 'γ'],
    2,
    rows.map((row) => [
      escapeMarkdown(row.document ?? ''),
      layerName(row, words),
      number(row.exact),
      number(row.overlapping),
      ...coefficientCells(row),
      number(row.unitizing),
      gammaCell(row),
    ]),
  );
}

function table(head: readonly string[], texts: number, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, i) => (i < texts ? ':--' : '--:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

function differenceList(differences: readonly Difference[], annotators: readonly string[], words: Words): string {
  const lines = differences.slice(0, MOST_DIFFERENCES).map((difference) => {
    const { document, start, layer, kind } = difference;
    const text = escapeMarkdown(difference.words);
    return `- ${escapeMarkdown(document)}:${start}: ${escapeMarkdown(layer)} ${words.kinds[kind]}: ${text} (${choices(difference, annotators)})`;
  });
  const left = differences.length - lines.length;
  return [...lines, ...(left > 0 ? [`- ${words.differencesLeft(left)}`] : [])].join('\n');
}

/** Who says what: `anna, ben: PER | carl: –`. */
function choices({ variants, without }: Difference, annotators: readonly string[]): string {
  const who = (numbers: readonly number[]): string => escapeMarkdown(numbers.map((i) => annotators[i] ?? '').join(', '));
  const said = variants.map(({ annotators: own, item }) => `${who(own)}: ${escapeMarkdown(item.type)}`);
  return [...said, ...(without.length > 0 ? [`${who(without)}: –`] : [])].join(' | ');
}
