import { relative, sep } from 'node:path';
import { csvLines, LABEL, META } from '../formats/csv/index';
import { commandLine, commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { factColumns } from '../store/articleFacts';
import { listArticles } from '../store/articleFiles';
import { metadataReader } from '../store/metadata';
import { type OutcomeInfo, outcomeIn } from '../store/outcomes';
import { areFolders } from './agreement';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

const FORMATS = ['markdown', 'csv', 'json'] as const;
const FILTERS = ['open', 'finished', 'aside', 'changed'] as const;

/** What `progress` was asked to do. */
export interface ProgressOptions {
  readonly folder: string;
  readonly format: (typeof FORMATS)[number];
  readonly only: (typeof FILTERS)[number] | undefined;
}

/** Reads the words after `progress`. Throws {@link UsageError} with a message for the user. */
export function parseProgressOptions(words: readonly string[]): ProgressOptions {
  const { values, positionals } = parseWords(words, { format: { type: 'string' }, only: { type: 'string' } } as const);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError(commandMessages.wrongCall.oneFolder);
  const format = FORMATS.find((known) => known === (values.format ?? 'markdown'));
  const only = FILTERS.find((known) => known === values.only);
  const { unknownFormat } = commandMessages.wrongCall;
  if (format === undefined) throw new UsageError(unknownFormat('--format', values.format ?? '', FORMATS.join(', ')));
  if (values.only !== undefined && only === undefined)
    throw new UsageError(unknownFormat('--only', values.only, FILTERS.join(', ')));
  return { folder, format, only };
}

type Row = OutcomeInfo & {
  readonly article: string;
  /** What metadata.csv says of it. */
  readonly metadata?: Readonly<Record<string, string>>;
};

/** Lists how far people are with each article. Gives the exit status: 0, or 1 where some could not be read. */
export async function progressCommand(
  { folder, format, only }: ProgressOptions,
  { stdout, stderr, language }: Surroundings,
): Promise<number> {
  if (!(await areFolders([folder], { stderr, language }))) return 1;
  const metadata = metadataReader((file, problems) => {
    for (const { line, message } of problems) stderr.write(`${file}:${line}: ${say(message, language)}\n`);
  });
  const rows: Row[] = [];
  let failed = 0;
  for await (const path of listArticles(folder)) {
    const article = relative(folder, path).split(sep).join('/');
    try {
      const known = await metadata.forArticle(path);
      rows.push({ article, ...(await outcomeIn(path)), ...(known && { metadata: Object.fromEntries(known.values) }) });
    } catch (error) {
      failed++;
      stderr.write(`${article}: ${say(messageOf(error), language)}\n`);
    }
  }
  const shown = rows.filter(({ state, changed }) => only === undefined || state === only || (only === 'changed' && changed));
  const count = (wanted: Row['state']): number => rows.filter(({ state }) => state === wanted).length;
  const summary = wordsOf(commandLine, language).outcomes(count('finished'), count('aside'), count('open'));
  if (format === 'json') stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  else if (format === 'csv') stdout.write(csv(shown));
  else stdout.write(`${summary}\n\n${markdown(shown)}\n`);
  return failed === 0 && rows.length > 0 ? 0 : 1;
}

const COLUMNS = ['article', 'state', 'changed', 'by', 'day', 'note'] as const;

const cells = (row: Row): readonly string[] => COLUMNS.map((name) => row[name] ?? '');

/** Each row with its article's labels, and what metadata.csv says of it. */
function csv(rows: readonly Row[]): string {
  const labels = [...new Set(rows.flatMap((row) => (row.labels ?? []).map(({ label }) => label)))].sort();
  const facts = factColumns(rows.map(({ metadata = {} }) => new Map(Object.entries(metadata))));
  const head = [...COLUMNS, ...facts.map((name) => META + name), ...labels.map((name) => LABEL + name)];
  return csvLines([
    head,
    ...rows.map((row) => [
      ...cells(row),
      ...facts.map((name) => row.metadata?.[name] ?? ''),
      ...labels.map((name) => labelCell(row, name)),
    ]),
  ]);
}

/** Several values are parted by `; `, a flag that is set is its own name. */
const labelCell = ({ labels = [] }: Row, name: string): string =>
  (labels.find(({ label }) => label === name)?.values ?? []).map((value) => value || name).join('; ');

function markdown(rows: readonly Row[]): string {
  const line = (all: readonly string[]): string => `| ${all.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(COLUMNS), `|${COLUMNS.map(() => ':--').join('|')}|`, ...rows.map((row) => line(cells(row)))].join('\n');
}
