import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { articleMessages } from '../messages/articles';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { countFolder, type ListedFile, listFolder } from '../store/articleFiles';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `summary` was asked to do. */
export interface SummaryOptions {
  readonly folder: string;
  readonly json: boolean;
  /** Whether the articles are to be named, and nothing counted. */
  readonly list: boolean;
}

/** Reads the words after `summary`. Throws {@link UsageError} with a message for the user. */
export function parseSummaryOptions(words: readonly string[]): SummaryOptions {
  const { values, positionals } = parseWords(words, { json: { type: 'boolean' }, list: { type: 'boolean' } } as const);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError(commandMessages.wrongCall.oneFolder);
  return { folder, json: values.json ?? false, list: values.list ?? false };
}

/** Says what a folder holds. Gives the exit status: 0, or 1 where it cannot be read or holds no articles. */
export async function summaryCommand({ folder, json, list }: SummaryOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, language } = surroundings;
  const messages = articleMessages(language);
  const complain = (path: string, problem: Message): void => void stderr.write(`${path}: ${say(problem, language)}\n`);
  const problem = await stat(folder).then(
    (found) => (found.isDirectory() ? undefined : fileMessages.notFolder),
    (error) => messageOf(error),
  );
  if (problem !== undefined) {
    complain(folder, problem);
    return 1;
  }
  if (list) return listArticles(folder, surroundings);
  const { articles, others, annotated, links, problems } = await countFolder(folder);
  for (const { path, target } of links) stderr.write(`${path}: ${messages.linkOutside(target)}\n`);
  for (const { path, problem: found } of problems) complain(path, messageOf(found));
  stdout.write(
    json ? `${JSON.stringify({ articles, others, annotated })}\n` : `${messages.summary(articles, others, annotated)}\n`,
  );
  if (articles === 0) stderr.write(`${messages.noArticlesHint}\n`);
  return articles > 0 && problems.length === 0 ? 0 : 1;
}

/** Names the articles of a folder, a line each. Gives the exit status. */
async function listArticles(folder: string, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, language } = surroundings;
  const messages = articleMessages(language);
  let [articles, failed] = [0, 0];
  for await (const file of listFolder(folder)) {
    if (file.kind === 'link') stderr.write(`${file.path}: ${messages.linkOutside(file.target)}\n`);
    const problem = problemOf(file);
    if (problem !== undefined) {
      failed++;
      stderr.write(`${file.path.replace(/[\n\r]+/g, ' ')}: ${say(problem, language)}\n`);
    } else if (file.kind === 'file' && file.found.article) {
      articles++;
      if (!stdout.write(`${file.path}\n`)) await once(stdout, 'drain');
    }
  }
  if (articles === 0) stderr.write(`${messages.noArticlesHint}\n`);
  return articles > 0 && failed === 0 ? 0 : 1;
}

/** Why a file cannot be listed. */
function problemOf(file: ListedFile): Message | undefined {
  if (file.kind === 'problem') return messageOf(file.problem);
  const isListed = file.kind === 'file' && file.found.article;
  return isListed && /[\n\r]/.test(file.path) ? commandMessages.lineBreakInName : undefined;
}
