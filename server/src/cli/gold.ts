import { commandLine, commandMessages } from '../messages/commandLine';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { goldProblem, writeGold } from '../store/goldFolder';
import { areFolders } from './agreement';
import { parseWords, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What `gold` was asked to do. */
export interface GoldCommandOptions {
  readonly out: string;
  readonly folders: readonly string[];
}

/** Reads the words after `gold`. Throws {@link UsageError} with a message for the user. */
export function parseGoldOptions(words: readonly string[]): GoldCommandOptions {
  const { values, positionals } = parseWords(words, { out: { type: 'string' } } as const);
  if (positionals.length < 2) throw new UsageError(commandMessages.wrongCall.twoFolders);
  if (values.out === undefined) throw new UsageError(commandMessages.wrongCall.goldOut);
  return { out: values.out, folders: positionals };
}

/** Takes over what all agree on. Gives the exit status: 0, or 1 where some articles could not be taken in. */
export async function goldCommand(
  { out, folders }: GoldCommandOptions,
  { stdout, stderr, language }: Surroundings,
): Promise<number> {
  if (!(await areFolders(folders, { stderr, language }))) return 1;
  const clash = await goldProblem(folders, out);
  if (clash) {
    stderr.write(`${say(commandMessages.at(out, clash), language)}\n`);
    return 1;
  }
  const { taken, articles, differences, skipped, remarks } = await writeGold(folders, out);
  for (const { name, message } of [...remarks, ...skipped]) stderr.write(`${name}: ${say(message, language)}\n`);
  stdout.write(`${wordsOf(commandLine, language).agreement.gold(taken, articles, differences.length)}\n`);
  return skipped.length === 0 && articles > 0 ? 0 : 1;
}
