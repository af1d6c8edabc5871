import { stat } from 'node:fs/promises';
import { articleMessages } from '../messages/articles';
import { countFolder } from '../store/articleFiles';
import type { Surroundings } from './annotate';
import { reason } from './input';
import { parseWords, UsageError } from './options';

/** What `summary` was asked to do. */
export interface SummaryOptions {
  readonly folder: string;
  readonly json: boolean;
}

export const SUMMARY_USAGE = `  corpus-annotator summary [--json] DIR

Says what a folder holds: articles, other texts, articles with annotations beside them.

  --json            the same as one JSON object
`;

/** Reads the words after `summary`. Throws {@link UsageError} with a message for the user. */
export function parseSummaryOptions(words: readonly string[]): SummaryOptions {
  const { values, positionals } = parseWords(words, { json: { type: 'boolean' } } as const);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('name one folder');
  return { folder, json: values.json ?? false };
}

/** Says what a folder holds. Gives the exit status: 0, or 1 where it cannot be read or holds no articles. */
export async function summaryCommand({ folder, json }: SummaryOptions, { stdout, stderr }: Surroundings): Promise<number> {
  const messages = articleMessages(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG);
  const problem = await stat(folder).then(
    (found) => (found.isDirectory() ? undefined : 'is no folder'),
    (error) => reason(error),
  );
  if (problem !== undefined) {
    stderr.write(`${folder}: ${problem}\n`);
    return 1;
  }
  const { articles, others, annotated, links, problems } = await countFolder(folder);
  for (const { path, target } of links) stderr.write(`${path}: ${messages.linkOutside(target)}\n`);
  for (const { path, problem: found } of problems) stderr.write(`${path}: ${reason(found)}\n`);
  stdout.write(
    json ? `${JSON.stringify({ articles, others, annotated })}\n` : `${messages.summary(articles, others, annotated)}\n`,
  );
  if (articles === 0) stderr.write(`${messages.noArticlesHint}\n`);
  return articles > 0 && problems.length === 0 ? 0 : 1;
}
