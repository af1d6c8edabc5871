import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';
import { AGREEMENT_USAGE, agreementCommand, parseAgreementOptions } from './agreement';
import { annotate } from './annotate';
import { CONVERT_USAGE, convert, parseConvertOptions } from './convert';
import { parseAnnotateOptions, USAGE, UsageError } from './options';
import { runWorker } from './workers';

async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (words.includes('--version')) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (command === undefined || command === 'help' || words.includes('--help') || words.includes('-h')) {
    process.stdout.write(`${USAGE}\n${CONVERT_USAGE}\n${AGREEMENT_USAGE}`);
    return command === undefined ? 2 : 0;
  }
  const surroundings = { stdout: process.stdout, stderr: process.stderr, bundle: __filename };
  switch (command) {
    case 'annotate':
      return annotate(parseAnnotateOptions(rest), surroundings);
    case 'convert':
      return convert(parseConvertOptions(rest), surroundings);
    case 'agreement':
      return agreementCommand(parseAgreementOptions(rest), surroundings);
    default:
      throw new UsageError(`there is no command ${command}`);
  }
}

if (isMainThread) {
  // A reader that closes early (head) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error) => {
      process.stderr.write(
        error instanceof UsageError ? `corpus-annotator: ${error.message}\n(--help says more)\n` : `${error?.stack ?? error}\n`,
      );
      process.exitCode = error instanceof UsageError ? 2 : 1;
    },
  );
} else runWorker();
