import { commandLine, commandMessages } from '../messages/commandLine';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { copyBare } from '../store/bareCopy';
import { goldProblem } from '../store/goldFolder';
import { areFolders } from './agreement';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `bare` was asked to do. */
export interface BareOptions {
  readonly folder: string;
  readonly out: string;
}

/** Reads the words after `bare`. Throws {@link UsageError} with a message for the user. */
export function parseBareOptions(words: readonly string[]): BareOptions {
  const { values, positionals } = parseWords(words, { out: { type: 'string' } } as const);
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError(commandMessages.wrongCall.oneFolder);
  if (values.out === undefined) throw new UsageError(commandMessages.wrongCall.bareOut);
  return { folder, out: values.out };
}

/** Copies the texts alone. Gives the exit status: 0, or 1 where something could not be copied. */
export async function bareCommand({ folder, out }: BareOptions, { stdout, stderr, language }: Surroundings): Promise<number> {
  if (!(await areFolders([folder], { stderr, language }))) return 1;
  const clash = await goldProblem([folder], out);
  if (clash) {
    stderr.write(`${say(commandMessages.at(out, clash), language)}\n`);
    return 1;
  }
  const { articles, problems } = await copyBare(folder, out);
  for (const { name, message } of problems) stderr.write(`${name}: ${say(message, language)}\n`);
  stdout.write(`${wordsOf(commandLine, language).copied(articles)}\n`);
  return problems.length === 0 && articles > 0 ? 0 : 1;
}
