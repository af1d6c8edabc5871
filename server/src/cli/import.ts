import type { ImportJob } from '../import/importCorpus';
import type { ImportPreview, PreviewJob } from '../import/preview';
import { FIELDS, type Field } from '../import/readers/article';
import type { ColumnMapping } from '../import/readers/columns';
import type { DayOrder } from '../import/readers/date';
import { startImport, startPreview } from '../import/startThread';
import { factsOf, problemLine, summaryLines } from '../import/summary';
import { importing, importingMessages } from '../messages/importing';
import { wordsOf } from '../messages/topic';
import { write } from './annotate';
import { encodingOf, parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `import` was asked to do. */
export interface ImportOptions extends Omit<ImportJob, 'target' | 'language'> {
  /** Undefined with `--dry-run`. */
  readonly target: string | undefined;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

const IMPORT_OPTIONS = {
  to: { type: 'string' },
  text: { type: 'string' },
  date: { type: 'string' },
  title: { type: 'string' },
  source: { type: 'string' },
  author: { type: 'string' },
  id: { type: 'string' },
  delimiter: { type: 'string' },
  'day-order': { type: 'string' },
  encoding: { type: 'string' },
  'dry-run': { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

const ORDERS: readonly DayOrder[] = ['day-first', 'month-first'];
/** What a person writes for a tab, and for none at all. */
const TAB = /^(?:tab|\\t)$/i;
const NONE = '-';

/** Reads the words after `import`. Throws {@link UsageError} with a message for the user. */
export function parseImportOptions(words: readonly string[]): ImportOptions {
  const { values, positionals } = parseWords(words, IMPORT_OPTIONS);
  const dryRun = values['dry-run'] ?? false;
  if (positionals.length === 0) throw new UsageError(importingMessages.call.nothing);
  if (values.to === undefined && !dryRun) throw new UsageError(importingMessages.call.noTarget);
  return {
    sources: positionals,
    target: values.to,
    columns: columnsOf(values),
    delimiter: delimiterOf(values.delimiter),
    dayOrder: orderOf(values['day-order']),
    encoding: encodingOf(values.encoding),
    dryRun,
    quiet: values.quiet ?? false,
  };
}

function columnsOf(values: { readonly [field in Field]?: string }): ColumnMapping {
  const columns: { [field in Field]?: string | null } = {};
  for (const field of FIELDS) {
    const name = values[field];
    if (name !== undefined) columns[field] = name === NONE ? null : name;
  }
  return columns;
}

function delimiterOf(sign: string | undefined): string | undefined {
  if (sign === undefined || sign.length === 1) return sign;
  if (!TAB.test(sign)) throw new UsageError(importingMessages.call.delimiter(sign));
  return '\t';
}

function orderOf(name: string | undefined): DayOrder {
  const order = ORDERS.find((known) => known === (name ?? 'day-first'));
  if (order === undefined) throw new UsageError(importingMessages.call.dayOrder(name ?? ''));
  return order;
}

/** Brings articles in, or shows the first. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function importCommand(options: ImportOptions, surroundings: Surroundings): Promise<number> {
  const { target, dryRun, quiet, ...job } = options;
  return dryRun || target === undefined ? preview(job, surroundings) : bringIn({ ...job, target }, quiet, surroundings);
}

async function bringIn(job: ImportJob, quiet: boolean, { stderr, bundle, language }: Surroundings): Promise<number> {
  const words = wordsOf(importing, language);
  const isShown = !quiet && stderr.isTTY === true;
  const clear = (): void => void (isShown && stderr.write('\r\u001b[K'));
  const tell = (line: string): void => {
    clear();
    stderr.write(`${line}\n`);
  };
  const running = startImport(
    bundle,
    { ...job, language },
    {
      onProblem: (problem) => tell(problemLine(problem, language)),
      onProgress: ({ articles, bytes, totalBytes, place }) => {
        if (isShown)
          stderr.write(`\r\u001b[K${words.progress(articles, Math.floor((100 * bytes) / Math.max(1, totalBytes)), place)}`);
      },
    },
  );
  // the first time what is under way is finished, and its rows are written; the second time ends all
  const stop = (): void => running.stop();
  process.once('SIGINT', stop);
  try {
    const outcome = await running.result;
    clear();
    if (!quiet) for (const line of summaryLines(outcome, job.target, language)) tell(line);
    return outcome.lost > 0 || outcome.stopped || outcome.articles + outcome.texts === 0 ? 1 : 0;
  } finally {
    process.off('SIGINT', stop);
  }
}

async function preview(job: PreviewJob, { stdout, stderr, bundle, language }: Surroundings): Promise<number> {
  const found = await startPreview(bundle, job).result;
  for (const problem of found.problems) stderr.write(`${problemLine(problem, language)}\n`);
  await write(stdout, previewText(found, language));
  return found.problems.some(({ severity }) => severity === 'error') || found.articles.length === 0 ? 1 : 0;
}

/** The preview as a person reads it: what each column is taken for, and the first articles. */
function previewText({ files, columns, mapping, articles }: ImportPreview, language: string | undefined): string {
  const words = wordsOf(importing, language);
  const fieldOf = new Map(FIELDS.flatMap((field) => (mapping[field] == null ? [] : [[mapping[field], field] as const])));
  const width = Math.max(0, ...columns.map(({ name }) => name.length));
  const shown = columns.map(({ name, example }) => {
    const field = fieldOf.get(name);
    return `  ${name.padEnd(width)}  ${(field === undefined ? words.metadata : words.fields[field]).padEnd(15)}  ${example}`;
  });
  const blocks = articles.map((article) => {
    const facts = factsOf(article, language);
    const rest = article.metadata.map(([name, value]) => `${name}=${value.slice(0, 40)}`).join(' · ');
    return [
      `${article.place}:${article.line}  ${article.title ?? words.noTitle}`,
      ...[facts, `${article.beginning} (${words.characters(article.length)})`, rest]
        .filter((line) => line !== '')
        .map((line) => `    ${line}`),
    ].join('\n');
  });
  return `${[words.wouldRead(files), ...(shown.length > 0 ? [shown.join('\n')] : []), ...blocks].join('\n\n')}\n`;
}

export const importUsage = (language: string | undefined): string => wordsOf(importing, language).usage;
