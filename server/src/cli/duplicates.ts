import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS } from '../core/structure/header';
import { comparable } from '../corpus/copies';
import { DUPLICATE_DEFAULTS, type DuplicateGroup, duplicateFinder } from '../corpus/duplicates';
import { csv } from '../formats/csv/index';
import { articleMessages } from '../messages/articles';
import { commandLine, commandMessages } from '../messages/commandLine';
import { duplicateMessages, type duplicates, duplicates as duplicateTexts } from '../messages/duplicates';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { articleRules } from '../store/articleRules';
import { EncodingCount } from '../store/fileEncoding';
import { metadataReader } from '../store/metadata';
import { write } from './annotate';
import { tableText } from './concordanceOutput';
import { listFiles, readArticle } from './input';
import { encodingOf, parseWords, UsageError } from './options';
import { Progress } from './progress';
import type { Surroundings } from './readCorpus';

/** What `duplicates` was asked to do. */
export interface DuplicatesCommandOptions {
  readonly paths: readonly string[];
  readonly share: number;
  /** Null: any number. */
  readonly days: number | null;
  readonly format: 'csv' | 'tsv';
  readonly variant: string | undefined;
  readonly encoding: string | undefined;
  readonly all: boolean;
  readonly quiet: boolean;
}

const OPTIONS = {
  share: { type: 'string' },
  days: { type: 'string' },
  format: { type: 'string' },
  variant: { type: 'string' },
  encoding: { type: 'string' },
  all: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

const { wrongCall } = commandMessages;

/** Reads the words after `duplicates`. Throws {@link UsageError} with a message for the user. */
export function parseDuplicatesOptions(words: readonly string[]): DuplicatesCommandOptions {
  const { values, positionals } = parseWords(words, OPTIONS);
  if (positionals.length === 0) throw new UsageError(duplicateMessages.nothing);
  const { format = 'csv', variant, share = String(DUPLICATE_DEFAULTS.share), days = String(DUPLICATE_DEFAULTS.days) } = values;
  if (format !== 'csv' && format !== 'tsv')
    throw new UsageError(wrongCall.unknownFormat('--format', format, ['csv', 'tsv'].join(', ')));
  const variants = format === 'csv' ? (csv.variants ?? []) : [];
  if (variant !== undefined && !variants.includes(variant))
    throw new UsageError(wrongCall.variant(variant, format, variants.join(', ')));
  if (!/^(?:0?\.\d+|1(?:\.0*)?)$/.test(share) || Number(share) === 0) throw new UsageError(duplicateMessages.badShare(share));
  if (days !== 'any' && !/^\d{1,6}$/.test(days)) throw new UsageError(duplicateMessages.badDays(days));
  return {
    paths: positionals,
    share: Number(share),
    days: days === 'any' ? null : Number(days),
    format,
    variant,
    encoding: encodingOf(values.encoding),
    all: values.all ?? false,
    quiet: values.quiet ?? false,
  };
}

/**
 * Lists articles that are the same, exactly or nearly, in groups; deletes nothing. Gives the exit status: 0, or 1 where
 * something could not be read.
 */
export async function duplicatesCommand(options: DuplicatesCommandOptions, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, language } = surroundings;
  const progress = new Progress(stderr, options.quiet, language);
  const tell = (line: string): void => {
    progress.clear();
    stderr.write(`${line}\n`);
  };
  let [failures, articles, others] = [0, 0, 0];
  const complain = (place: string | Message, problem: Message): void => {
    failures++;
    tell(`${say(place, language)}: ${say(problem, language)}`);
  };
  const finder = duplicateFinder(options);
  const encodings = new EncodingCount();
  const { patterns } = compileHeaderPatterns(DEFAULT_HEADER_PATTERNS);
  const metadata = metadataReader((file, problems) => {
    for (const { severity, line, message } of problems) {
      const kind = severity === 'error' ? '' : `${wordsOf(commandLine, language).severity[severity]}: `;
      if (severity === 'error') failures++;
      tell(`${file}:${line}: ${kind}${say(message, language)}`);
    }
  });
  const listing = {
    rules: articleRules(),
    all: options.all,
    onFolder: (_: string, count: { readonly others: number }) => {
      others += count.others;
    },
    onLink: (path: string, target: string) => tell(`${path}: ${articleMessages(language).linkOutside(target)}`),
  };
  const reading = { encoding: options.encoding, onEncoding: encodings.add.bind(encodings) };
  for await (const { path, problem } of listFiles(options.paths, listing)) {
    if (problem !== undefined) {
      complain(path, problem);
      continue;
    }
    const read = await readArticle(path, reading);
    if (!read.ok) {
      complain(path, read.problem);
      continue;
    }
    const { text } = read.article;
    const known = await metadata.forArticle(path);
    articles++;
    finder.add(comparable({ id: path, text, date: known?.date }, patterns));
    progress.step(text.length);
  }
  progress.finish();
  const groups = finder.groups();
  await write(stdout, tableText(rowsOf(groups), options));
  if (options.quiet) return failures === 0 ? 0 : 1;
  for (const line of encodings.summary()) tell(say(line, language));
  for (const line of summary(groups, articles, wordsOf(duplicateTexts, language))) tell(line);
  if (others > 0) tell(articleMessages(language).passedOver(articles, others));
  return failures === 0 ? 0 : 1;
}

function rowsOf(groups: readonly DuplicateGroup[]): string[][] {
  const rows = groups.flatMap((group, i) =>
    group.map(({ id, date, kind, share, like, length }) => [
      `${i + 1}`,
      id,
      date ?? '',
      kind,
      share.toFixed(2),
      like ?? '',
      `${length}`,
    ]),
  );
  return [['group', 'file', 'date', 'kind', 'share', 'like', 'words'], ...rows];
}

function summary(
  groups: readonly DuplicateGroup[],
  articles: number,
  words: ReturnType<typeof wordsOf<(typeof duplicates)['entries']>>,
): readonly string[] {
  const members = groups.flat();
  const count = (kind: string): number => members.filter((member) => member.kind === kind).length;
  return [words.summary(groups.length, articles, count('exact'), count('near'))];
}
