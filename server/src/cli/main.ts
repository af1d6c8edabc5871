import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';
import { commandLine, commandMessages } from '../messages/commandLine';
import { duplicates } from '../messages/duplicates';
import { MessageError, messageOf } from '../messages/error';
import { handOn } from '../messages/handOn';
import { learning } from '../messages/learning';
import { say } from '../messages/say';
import { statsCommand as statsTexts } from '../messages/statsCommand';
import { wordsOf } from '../messages/topic';
import { agreementCommand, parseAgreementOptions } from './agreement';
import { annotate } from './annotate';
import { bareCommand, parseBareOptions } from './bare';
import { convert, convertUsage, parseConvertOptions } from './convert';
import { duplicatesCommand, parseDuplicatesOptions } from './duplicates';
import { goldCommand, parseGoldOptions } from './gold';
import { handOnCommand, parseHandOnOptions } from './handOn';
import { importCommand, importUsage, parseImportOptions } from './import';
import { indexCommand, parseIndexOptions } from './indexCommand';
import { lspCommand, parseLspOptions } from './lsp';
import { annotateUsage, parseAnnotateOptions, UnreadableError, UsageError } from './options';
import { parseProgressOptions, progressCommand } from './progressList';
import { searchCommand } from './search';
import { parseSearchOptions } from './searchOptions';
import { parseSimulateOptions, simulateCommand } from './simulate';
import { endOnFailure, standardOutput } from './standardOutput';
import { statsCommand } from './stats';
import { parseStatsOptions } from './statsOptions';
import { parseSummaryOptions, summaryCommand } from './summary';
import { runWorker } from './workers';

const language = languageOf(process.env);
const words = wordsOf(commandLine, language);

async function main(args: readonly string[], stdout: NodeJS.WritableStream): Promise<number> {
  const [command, ...rest] = args;
  if (args.includes('--version')) {
    stdout.write(`${version}\n`);
    return 0;
  }
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
    const { usage } = words;
    stdout.write(
      [
        annotateUsage(language),
        convertUsage(language),
        usage.search,
        usage.index,
        wordsOf(statsTexts, language).usage,
        wordsOf(handOn, language).usage,
        importUsage(language),
        wordsOf(duplicates, language).usage,
        usage.agreement,
        usage.gold,
        usage.progress,
        usage.bare,
        usage.summary,
        wordsOf(learning, language).usage,
        usage.lsp,
      ].join('\n'),
    );
    return command === undefined ? 2 : 0;
  }
  const surroundings = { stdout, stderr: process.stderr, bundle: __filename, language };
  switch (command) {
    case 'annotate':
      return annotate(parseAnnotateOptions(rest), surroundings);
    case 'convert':
      return convert(parseConvertOptions(rest), surroundings);
    case 'import':
      return importCommand(parseImportOptions(rest), surroundings);
    case 'duplicates':
      return duplicatesCommand(parseDuplicatesOptions(rest), surroundings);
    case 'agreement':
      return agreementCommand(parseAgreementOptions(rest), surroundings);
    case 'gold':
      return goldCommand(parseGoldOptions(rest), surroundings);
    case 'progress':
      return progressCommand(parseProgressOptions(rest), surroundings);
    case 'bare':
      return bareCommand(parseBareOptions(rest), surroundings);
    case 'search':
      return searchCommand(await parseSearchOptions(rest), surroundings);
    case 'stats':
      return statsCommand(await parseStatsOptions(rest), surroundings);
    case 'export':
      return handOnCommand(parseHandOnOptions(rest), surroundings);
    case 'index':
      return indexCommand(parseIndexOptions(rest), surroundings);
    case 'summary':
      return summaryCommand(parseSummaryOptions(rest), surroundings);
    case 'simulate':
      return simulateCommand(parseSimulateOptions(rest), surroundings);
    case 'lsp':
      parseLspOptions(rest);
      return lspCommand(surroundings);
    default:
      throw new UsageError(commandMessages.wrongCall.unknownCommand(command));
  }
}

/** Relative paths count from the working folder, which may have been deleted. Throws then. */
function requireFolder(): void {
  try {
    process.cwd();
  } catch {
    throw new UnreadableError(commandMessages.noWorkingFolder);
  }
}

/** What ended the whole call, in words; of what nobody foresaw, where in the program it came up. */
function complaint(error: unknown): string {
  if (error instanceof UsageError) return `corpus-annotator: ${say(error.said, language)}\n${words.helpSaysMore}`;
  if (error instanceof MessageError || isOfSystem(error)) {
    const { path } = error as { readonly path?: unknown };
    return `${typeof path === 'string' ? path : 'corpus-annotator'}: ${say(messageOf(error), language)}`;
  }
  return String((error as Error | undefined)?.stack ?? error);
}

/** What the system refused: a full disk, a folder that may not be written to. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'code' in error;

/** The language of the interface, as POSIX programs find it: the first of these that is set. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined {
  return LC_ALL || LC_MESSAGES || LANG;
}

if (isMainThread) {
  const output = standardOutput();
  endOnFailure(output, language);
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
