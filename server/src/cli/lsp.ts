import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { commandMessages } from '../messages/commandLine';
import { fileMessages } from '../messages/files';
import { parseWords, UnreadableError, UsageError } from './options';
import type { Surroundings } from './readCorpus';

/** What editors call a server with. All of them may be left out: there is no other way than standard input and output. */
const OPTIONS = { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } } as const;

/** Reads the words after `lsp`. Throws {@link UsageError} with a message for the user. */
export function parseLspOptions(words: readonly string[]): void {
  const { positionals } = parseWords(words, OPTIONS);
  if (positionals.length > 0) throw new UsageError(commandMessages.wrongCall.lspTakesNoFiles);
}

/** Is the language server from now on, which lies beside this program and ends it. */
export function lspCommand({ bundle }: Pick<Surroundings, 'bundle'>): number {
  const server = join(dirname(bundle), 'server.js');
  if (!existsSync(server)) throw new UnreadableError(fileMessages.of(server, fileMessages.missing));
  // the library looks for the transport among the program's own words
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(bundle)(server);
  return 0;
}
