import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';
import { AGREEMENT_USAGE, agreementCommand, parseAgreementOptions } from './agreement';
import { annotate } from './annotate';
import { CONVERT_USAGE, convert, parseConvertOptions } from './convert';
import { parseAnnotateOptions, UnreadableError, USAGE, UsageError } from './options';
import { endOnFailure, standardOutput } from './standardOutput';
import { parseSummaryOptions, SUMMARY_USAGE, summaryCommand } from './summary';
import { runWorker } from './workers';

async function main(words: readonly string[], stdout: NodeJS.WritableStream): Promise<number> {
  const [command, ...rest] = words;
  if (words.includes('--version')) {
    stdout.write(`${version}\n`);
    return 0;
  }
  if (command === undefined || command === 'help' || words.includes('--help') || words.includes('-h')) {
    stdout.write(`${USAGE}\n${CONVERT_USAGE}\n${AGREEMENT_USAGE}\n${SUMMARY_USAGE}`);
    return command === undefined ? 2 : 0;
  }
  const surroundings = { stdout, stderr: process.stderr, bundle: __filename };
  switch (command) {
    case 'annotate':
      return annotate(parseAnnotateOptions(rest), surroundings);
    case 'convert':
      return convert(parseConvertOptions(rest), surroundings);
    case 'agreement':
      return agreementCommand(parseAgreementOptions(rest), surroundings);
    case 'summary':
      return summaryCommand(parseSummaryOptions(rest), surroundings);
    default:
      throw new UsageError(`there is no command ${command}`);
  }
}

/** Relative paths count from the working folder, which may have been deleted. Throws then. */
function requireFolder(): void {
  try {
    process.cwd();
  } catch {
    throw new UnreadableError('the working folder does not exist any more: go to another one');
  }
}

/** What ended the whole call, in words; of what nobody foresaw, where in the program it came up. */
function complaint(error: unknown): string {
  if (error instanceof UsageError) return `corpus-annotator: ${error.message}\n(--help says more)`;
  if (error instanceof UnreadableError) return `corpus-annotator: ${error.message}`;
  return String((error as Error | undefined)?.stack ?? error);
}

if (isMainThread) {
  const output = standardOutput();
  endOnFailure(output);
  // where nothing can be said, what is done is still done
  let silenced = false;
  process.stderr.on('error', () => {
    silenced = true;
    process.exitCode = 1;
  });
  Promise.resolve()
    .then(() => {
      requireFolder();
      return main(process.argv.slice(2), output);
    })
    .then(
      (status) => {
        process.exitCode = status === 0 && silenced ? 1 : status;
      },
      (error) => {
        process.stderr.write(`${complaint(error)}\n`);
        process.exitCode = error instanceof UsageError ? 2 : 1;
      },
    );
} else runWorker();
