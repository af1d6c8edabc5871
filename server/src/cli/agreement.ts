import { commandLine, commandMessages } from '../messages/commandLine';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { agreementMarkdown, type Told } from '../service/agreementReport';
import { agreementCsv, articlesIn } from '../store/agreementCsv';
import { compareFolders, noFolder, type Remark } from '../store/annotatorFolders';
import { factsOfArticles } from '../store/articleFacts';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

const FORMATS = ['markdown', 'csv', 'json'] as const;

/** What `agreement` was asked to do. */
export interface AgreementOptions {
  readonly folders: readonly string[];
  readonly format: (typeof FORMATS)[number];
}

/** Reads the words after `agreement`. Throws {@link UsageError} with a message for the user. */
export function parseAgreementOptions(words: readonly string[]): AgreementOptions {
  const options = { json: { type: 'boolean' }, format: { type: 'string' } } as const;
  const { values, positionals } = parseWords(words, options);
  if (positionals.length < 2) throw new UsageError(commandMessages.wrongCall.twoFolders);
  const asked = values.format ?? (values.json ? 'json' : 'markdown');
  const format = FORMATS.find((known) => known === asked);
  if (format === undefined) throw new UsageError(commandMessages.wrongCall.unknownFormat('--format', asked, FORMATS.join(', ')));
  return { folders: positionals, format };
}

/** Compares folders. Gives the exit status: 0, or 1 where no article could be compared or some could not. */
export async function agreementCommand(options: AgreementOptions, { stdout, stderr, language }: Surroundings): Promise<number> {
  const { folders, format } = options;
  if (!(await areFolders(folders, { stderr, language }))) return 1;
  const { agreement, ...told } = await compareFolders(folders);
  const inWords = (remarks: readonly Remark[]): readonly Told[] =>
    remarks.map(({ name, message }) => ({ name, message: say(message, language) }));
  const [skipped, remarks] = [inWords(told.skipped), inWords(told.remarks)];
  for (const { name, message } of [...remarks, ...skipped]) stderr.write(`${name}: ${message}\n`);
  if (agreement.documents === 0) {
    stderr.write(`${wordsOf(commandLine, language).agreement.none}\n`);
    return 1;
  }
  if (format === 'json') stdout.write(`${JSON.stringify({ ...agreement, skipped, remarks }, undefined, 2)}\n`);
  else if (format === 'csv') stdout.write(agreementCsv(agreement, await factsOfArticles(folders, articlesIn(agreement))));
  else stdout.write(`${agreementMarkdown({ agreement, skipped, remarks, language })}\n`);
  return skipped.length === 0 ? 0 : 1;
}

/** Whether all paths are folders that can be read; those that are not are told. */
export async function areFolders(
  paths: readonly string[],
  { stderr, language }: Pick<Surroundings, 'stderr' | 'language'>,
): Promise<boolean> {
  const problems = await Promise.all(paths.map(noFolder));
  for (const [i, problem] of problems.entries())
    if (problem !== undefined) stderr.write(`${say(commandMessages.at(paths[i] ?? '', problem), language)}\n`);
  return problems.every((problem) => problem === undefined);
}
